"""The open journal file: its lock, its connections, and the two kinds of transaction."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from journal.core.kinds import KINDS
from journal.core.refusal import Refused
from journal.db.changed_outside import CODES, Watch
from journal.db.connection import SqlConnection, connect
from journal.db.failures import told_plainly
from journal.db.left_out import LeavingOut, or_left_out
from journal.db.lock import lock_file
from journal.db.seals import ComparedOnce
from journal.db.select import kinds_with_rows
from journal.db.typed_beside import TypedBeside

if TYPE_CHECKING:
    from filelock import FileLock
    from sqlalchemy import Connection, Engine

    from journal.core.changes import ChangeSet

T = TypeVar("T")
_OTHER_READER_S = 5  # a read takes a few milliseconds, on a busy computer more


class JournalFile:
    """One journal file, open for reading or for writing; use ``open_file`` or ``create_file``.

    Reading needs sqlcipher3 alone; SQLAlchemy, a third of a second of imports, comes with the first write.
    """

    def __init__(
        self, path: Path, passphrase: str | None, mode: str, lock: FileLock | None = None, encrypted: bool = False
    ) -> None:
        self.path = path
        self.encrypted = encrypted
        self.salt: str | None = None
        self.view_only: Refused | None = None
        self.beginning: tuple[str, ...] = ()  # what was wrong with the first bytes when it was opened
        self._connect = partial(connect, path, passphrase, mode)
        # Connections that were made for reading and that no engine has taken over: making one may cost a derivation.
        self._idle: list[SqlConnection] = []
        self.goes_when_closed = False  # made only to be looked at
        self.writes = 0  # how often anything was written since it was opened
        self._watch: Watch | None = None
        self.on_changed_outside: Callable[[Refused], object] = _nobody_hears
        self.on_touched: Callable[[], object] = _nothing
        self._closed = False
        self._engine: Engine | None = None
        self._making_engine = threading.Lock()
        self._lock = lock
        self._one_writer = threading.Lock()
        self._kinds_with_rows: tuple[str, ...] | None = None
        self._looking = False  # whether what others did to the file is looked for just now, and nothing is written
        self._compared = ComparedOnce()
        self.leaving_out = LeavingOut()
        self.typed_beside = TypedBeside()

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's way to the file."""
        with self._making_engine:
            if self._engine is None:
                from journal.db.engine import make_engine

                self._engine = make_engine(self._idle_or_new)
            return self._engine

    def _idle_or_new(self) -> SqlConnection:
        if self._closed:
            # A connection would open it anew: one that was moved or erased, or locked by its owner.
            raise Refused("journal-closed")
        try:
            return self._idle.pop()
        except IndexError:
            if self._watch is not None:
                self._watch.refuse_other_file()  # it would show the entries of another file among these
            return self._connect()

    def connect(self) -> SqlConnection:
        """A connection of its own, which whoever asks closes: one that met a damaged page may refuse all else."""
        return self._connect()

    def _put_away(self, connection: SqlConnection) -> None:
        if self._closed:
            connection.close()
        else:
            self._idle.append(connection)

    def _waited_for(self, connection: Callable[[], T]) -> T:
        """Of a file that has no name any more there is only what is open already: whoever reads it gives it back."""
        until = time.monotonic() + _OTHER_READER_S
        while True:
            try:
                return connection()
            except Refused as problem:
                if problem.code not in CODES or time.monotonic() > until:
                    raise
            time.sleep(0.01)

    @contextmanager
    def connection(self) -> Iterator[SqlConnection]:
        """A connection outside any transaction, for this thread until the block ends."""
        with told_plainly(self.path):
            if self._engine is None or self._closed:
                connection = self._waited_for(self._idle_or_new)
                try:
                    yield connection
                finally:
                    self._put_away(connection)
            else:
                borrowed = self._waited_for(self._engine.raw_connection)
                try:
                    yield borrowed.driver_connection  # type: ignore[misc]
                finally:
                    borrowed.close()

    @contextmanager
    def reading(self) -> Iterator[SqlConnection]:
        """A snapshot: what is read inside belongs together."""
        self._look_if_touched()
        with self._told_of_others(), self.connection() as connection:
            # Plain: one leaked reader must not block every save.
            connection.execute("BEGIN")
            try:
                with self.leaving_out.on(connection):
                    yield connection
            finally:
                connection.rollback()

    @contextmanager
    def _told_of_others(self) -> Iterator[None]:
        """What cannot be read because others cut the file, or wrote into it, is told as that, and is no damage."""
        try:
            yield
        except Refused as problem:
            watch = self._watch
            if watch is None or (self._one_writer.locked() and not self._looking):
                raise  # what looks changed is being written here
            cause = watch.cause_of_unread(problem)
            if cause is problem:
                raise
            raise cause from problem  # whoever looks after the file was told that it was touched, and tells why

    def _look_if_touched(self) -> None:
        """Whoever reads may be shown what others put there: it takes no time to see that, and no write need wait."""
        watch = self._watch
        if watch is None or self._closed or self._one_writer.locked():
            return  # whoever is writing just now looks for himself
        with suppress(Refused):
            if watch.as_left():
                return
        self.on_touched()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All or nothing; on disk when the block has ended without an error.

        Refused with one of ``changed_outside.CODES`` where another program changed the file, or put another one in its
        place.
        """
        if self._closed:
            raise Refused("journal-closed")
        if self.view_only is not None:
            raise self.view_only
        if not self._one_writer.acquire(blocking=False):
            # A job in another thread: waiting for it would freeze the window.
            raise Refused("journal-busy")
        try:
            with self._watched(), told_plainly(self.path), self.engine.begin() as transaction:
                self.writes += 1
                with self._signed(transaction):
                    yield transaction
                    self._look_for_new_kinds(transaction)
        finally:
            self._one_writer.release()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """SQLite has one sentence for several causes: what others did to the file is told as that."""
        if self._watch is None:
            yield
            return
        try:
            self._watch.refuse_other_file()
            yield
            self._watch.written()
        except Refused as problem:
            cause = self._watch.cause_of(problem)
            if cause.code in CODES:
                self.on_changed_outside(cause)
            if cause is problem:
                raise
            raise cause from problem

    @contextmanager
    def _signed(self, transaction: Connection) -> Iterator[None]:
        """The last write in the file is the one that is known, before, and this one after it."""
        from journal.db.engine import sql_connection_of

        if self._watch is None:
            yield
            return
        connection = sql_connection_of(transaction)
        self._watch.refuse_other_writes(connection)
        before = connection.total_changes
        yield
        if connection.total_changes != before:
            self._watch.sign(connection)

    def watch(self, computer: str = "") -> None:
        """From now on notice what others do to the file; ``computer`` is the name that the device file has for this."""
        with self.reading() as connection:
            self._watch = Watch(self.path, connection, computer, self._connect, self._drop_connections)

    @property
    def last_write_number(self) -> int | None:
        """How many writes the file has seen since it was made; None where it is only looked at. Takes no time."""
        return None if self._watch is None else self._watch.writer.number

    def changed_outside(self) -> Refused | None:
        """What others did to the file while it was open here; a job for a worker, as it may cost a key derivation."""
        watch = self._watch
        # Whoever is writing just now looks for himself.
        if watch is None or self._closed or watch.as_left() or not self._one_writer.acquire(blocking=False):
            return None
        self._looking = True
        try:
            watch.refuse_other_file()
            seen = watch.seen()
            with self.reading() as connection:
                watch.refuse_other_writes(connection)
            watch.take(seen)
        except Refused as problem:
            cause = watch.cause_of(problem)
            return cause if cause.code in CODES else None
        finally:
            self._looking = False
            self._one_writer.release()
        return None

    def lacked_by(self, other: JournalFile) -> tuple[ChangeSet, ...]:
        """The newest steps that were saved here and are not in the other file, newest first."""
        if self._watch is None:
            return ()
        with other.reading() as connection:
            return self._watch.lacked_by(connection)

    @property
    def as_left(self) -> bool:
        """Whether the file looks as it was left by the last write here; this opens nothing and takes no time."""
        return self._watch is None or self._watch.as_left()

    def kinds_with_rows(self, connection: SqlConnection) -> tuple[str, ...]:
        """The kinds that need be looked for: those of which there is anything, or was since the file was opened.

        Read once, since the lock keeps others from writing; without it, each time.
        """
        if self._lock is None:
            return kinds_with_rows(connection)
        if self._kinds_with_rows is None:
            self._kinds_with_rows = kinds_with_rows(connection)
        return self._kinds_with_rows

    def refuse_damaged_days(self, connection: SqlConnection, first: int, last: int) -> None:
        """Compare the days (numbers from 1970 on, by the clock on the wall) with their seals, each of them once.

        Damaged if they are not what was saved. SQLCipher has verified every page of an encrypted file.
        """
        if connection.verifies_rows:
            self._compared.days(connection, self.kinds_with_rows(connection), first, last)

    def refuse_damaged_table(self, connection: SqlConnection, table: str) -> None:
        """Compare all rows of a table with its seals: once."""
        if connection.verifies_rows:
            with or_left_out(connection, table):
                self._compared.table(connection, table)

    def _look_for_new_kinds(self, transaction: Connection) -> None:
        """Called before the write is on disk: if the write fails, one kind too many is queried, without a result."""
        from journal.db.engine import sql_connection_of

        if self._kinds_with_rows is not None and len(self._kinds_with_rows) < len(KINDS):
            now = kinds_with_rows(sql_connection_of(transaction))
            self._kinds_with_rows = tuple(kind for kind in KINDS if kind in now or kind in self._kinds_with_rows)

    def let_others_write(self) -> None:
        """Release the lock and write no more; what is open can still be read."""
        self.view_only = Refused("journal-closed")
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def closed(self) -> bool:
        """Whether nothing can be read any more."""
        return self._closed

    def hold(self, lock: FileLock) -> None:
        """Take the lock over: it is released when the file is closed."""
        self._lock = lock

    def close(self) -> None:
        """Close the file and release its lock."""
        self.disconnect()
        if self._lock is not None:
            self._lock.release()
        if self.goes_when_closed:
            for gone in (self.path, lock_file(self.path)):
                with suppress(OSError):
                    gone.unlink(missing_ok=True)

    def disconnect(self) -> None:
        """Close every connection; one that is still read from is closed by its reader."""
        self._closed = True
        self._drop_connections()

    def _drop_connections(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
        while self._idle:
            self._idle.pop().close()


def _nothing() -> None:
    return None


def _nobody_hears(_problem: Refused) -> None:
    return None
