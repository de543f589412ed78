"""The open journal file: its lock, its connections, and the two kinds of transaction."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.core.kinds import KINDS
from journal.core.refusal import Refused
from journal.db.driver import Driver, connect, value
from journal.db.failures import is_no_database, told_plainly, user_error
from journal.db.lock import take_lock
from journal.db.probe import FileKind, Found, look, refuse_newer
from journal.db.rows import kinds_with_rows
from journal.db.schema import APPLICATION_ID, SCHEMA_VERSION
from journal.errors import UserError
from journal.paths import sync_folder

if TYPE_CHECKING:
    from filelock import FileLock
    from sqlalchemy import Connection, Engine


class JournalFile:
    """One journal file, open for reading or for writing; use ``open_file`` or ``create_file``.

    Reading goes through the driver alone; SQLAlchemy, a third of a second of imports, comes with the first write.
    """

    def __init__(
        self, path: Path, passphrase: str | None, mode: str, lock: FileLock | None = None, encrypted: bool = False
    ) -> None:
        self.path = path
        self.encrypted = encrypted
        self.salt: str | None = None
        self.view_only: Refused | None = None
        self._connect = partial(connect, path, passphrase, mode)
        # Connections that were made for reading and that no engine has taken over: making one may cost a derivation.
        self._idle: list[Driver] = []
        self._closed = False
        self._engine: Engine | None = None
        self._making_engine = threading.Lock()
        self._lock = lock
        self._one_writer = threading.Lock()
        self._kinds_with_rows: tuple[str, ...] | None = None

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's way to the file."""
        with self._making_engine:
            if self._engine is None:
                from journal.db.engine import make_engine

                self._engine = make_engine(self._idle_or_new)
            return self._engine

    def _idle_or_new(self) -> Driver:
        if self._closed:
            # A connection would open it anew: one that was moved or erased, or locked by its owner.
            raise Refused("journal-closed")
        try:
            return self._idle.pop()
        except IndexError:
            return self._connect()

    def _put_away(self, driver: Driver) -> None:
        if self._closed:
            driver.close()
        else:
            self._idle.append(driver)

    @contextmanager
    def connection(self) -> Iterator[Driver]:
        """A connection outside any transaction, for this thread until the block ends."""
        with told_plainly(self.path):
            if self._engine is None or self._closed:
                driver = self._idle_or_new()
                try:
                    yield driver
                finally:
                    self._put_away(driver)
            else:
                borrowed = self._engine.raw_connection()
                try:
                    yield borrowed.driver_connection  # type: ignore[misc]
                finally:
                    borrowed.close()

    @contextmanager
    def reading(self) -> Iterator[Driver]:
        """A snapshot: what is read inside belongs together."""
        with self.connection() as driver:
            # Plain: one leaked reader must not block every save.
            driver.execute("BEGIN")
            try:
                yield driver
            finally:
                driver.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All or nothing; on disk when the block has ended without an error."""
        if self._closed:
            raise Refused("journal-closed")
        if self.view_only is not None:
            raise self.view_only
        if not self._one_writer.acquire(blocking=False):
            # A job in another thread: waiting for it would freeze the window.
            raise Refused("journal-busy")
        try:
            with told_plainly(self.path), self.engine.begin() as transaction:
                yield transaction
                self._look_for_new_kinds(transaction)
        finally:
            self._one_writer.release()

    def kinds_with_rows(self, driver: Driver) -> tuple[str, ...]:
        """The kinds that need be looked for: those of which there is anything, or was since the file was opened.

        Read once, since the lock keeps others from writing; without it, each time.
        """
        if self._lock is None:
            return kinds_with_rows(driver)
        if self._kinds_with_rows is None:
            self._kinds_with_rows = kinds_with_rows(driver)
        return self._kinds_with_rows

    def _look_for_new_kinds(self, transaction: Connection) -> None:
        """Before the write is on disk: if it then fails, a kind too many is looked for, which finds nothing."""
        from journal.db.engine import driver_of

        if self._kinds_with_rows is not None and len(self._kinds_with_rows) < len(KINDS):
            now = kinds_with_rows(driver_of(transaction))
            self._kinds_with_rows = tuple(kind for kind in KINDS if kind in now or kind in self._kinds_with_rows)

    def close(self) -> None:
        """Let go of the file and of its lock."""
        self.disconnect()
        if self._lock is not None:
            self._lock.release()

    def disconnect(self) -> None:
        """Close every connection; one that is still read from is closed by its reader."""
        self._closed = True
        if self._engine is not None:
            self._engine.dispose()
        while self._idle:
            self._idle.pop().close()


def open_file(path: Path, passphrase: str | None, read_only: bool, known_salt: str | None) -> JournalFile:
    """Open an existing journal, brought to today's schema. Where it cannot be written, it opens view-only.

    Raises Refused or UserError and leaves the file untouched when it is not a journal, is damaged, newer, locked, or
    when the passphrase is missing or wrong.
    """
    found = look(path, known_salt)
    if found.kind is FileKind.MISSING:
        raise Refused("journal-missing", path=path)
    _refuse_wrong_use(found, passphrase)
    if read_only:
        _settle(path, passphrase)
    lock, view_only = (None, None) if read_only else _lock_or_view(path)
    try:
        return _opened(path, passphrase, found, lock, view_only, read_only)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _refuse_wrong_use(found: Found, passphrase: str | None) -> None:
    if found.kind is FileKind.ENCRYPTED and passphrase is None:
        raise Refused("passphrase-missing")
    if found.kind is FileKind.PLAIN and passphrase is not None:
        raise Refused("passphrase-not-needed")


def _settle(path: Path, passphrase: str | None) -> None:
    """Let SQLite take back a write that a crash cut short, which it may not do on a connection that only reads."""
    if not path.with_name(path.name + "-journal").exists():
        return
    try:
        with told_plainly(path):
            lock = take_lock(path)
    except Refused:
        return  # someone is writing just now, or nothing can be written here
    file = JournalFile(path, passphrase, "rw")
    try:
        with file.connection() as driver:
            value(driver, "PRAGMA user_version")
    except UserError:
        return  # a wrong passphrase, for example: opening it will say so
    finally:
        file.disconnect()
        lock.release()


def _lock_or_view(path: Path) -> tuple[FileLock | None, Refused | None]:
    try:
        with told_plainly(path):
            lock = take_lock(path)
            _refuse_unwritable(path)
    except UserError as problem:
        if problem.code in ("folder-read-only", "no-permission"):
            return None, problem
        raise
    return lock, None


def _refuse_unwritable(path: Path) -> None:
    if not os.access(path, os.W_OK):
        raise user_error("no-permission", path)


def _opened(
    path: Path, passphrase: str | None, found: Found, lock: FileLock | None, view_only: Refused | None, read_only: bool
) -> JournalFile:
    mode = "ro" if read_only or view_only else "rw"
    file = JournalFile(path, passphrase, mode, lock, found.kind is FileKind.ENCRYPTED)
    try:
        version = _version(file, passphrase)
        refuse_newer(path, version)
        file.salt = found.salt or None
        file.view_only = view_only or (Refused("journal-view-only") if read_only else None)
        if version < SCHEMA_VERSION:
            _migrate(file, passphrase, view_only)
    except BaseException:
        file.disconnect()
        raise
    return file


def _version(file: JournalFile, passphrase: str | None) -> int:
    """The schema number; the first read proves the key."""
    try:
        with file.reading() as driver:
            if value(driver, "PRAGMA application_id") != APPLICATION_ID:
                raise Refused("journal-not-ours", path=file.path)
            return int(value(driver, "PRAGMA user_version"))
    except UserError as problem:
        if passphrase is not None and is_no_database(problem):
            # SQLCipher gives the same error for a wrong key and a damaged first page, so the words name both; only a
            # damaged salt was told apart before.
            raise user_error("passphrase-wrong", file.path) from problem
        raise


def _migrate(file: JournalFile, passphrase: str | None, view_only: Refused | None) -> None:
    if file.view_only is not None:
        raise view_only or Refused("journal-older", path=file.path)
    from journal.db.backup import back_up
    from journal.db.migrate import upgrade

    back_up(file, file.path.parent / "backups", "before-update", passphrase)
    upgrade(file)


def create_file(path: Path, passphrase: str | None) -> JournalFile:
    """Make a new journal, whole under its final name or not at all, and open it.

    Refuses an existing file ("journal-exists"); makes missing folders.
    """
    with told_plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists():
            raise Refused("journal-exists", path=path)
        lock = take_lock(path)
    try:
        _build(path, passphrase)
        return _opened(path, passphrase, look(path), lock, None, False)
    except BaseException:
        lock.release()
        raise


def _build(path: Path, passphrase: str | None) -> None:
    from journal.db.migrate import upgrade

    unfinished = path.with_name(path.name + ".new")
    with told_plainly(path):
        for leftover in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
            leftover.unlink(missing_ok=True)
    file = JournalFile(unfinished, passphrase, "rwc", None, passphrase is not None)
    try:
        upgrade(file)
    except BaseException:
        file.disconnect()
        unfinished.unlink(missing_ok=True)
        raise
    file.disconnect()
    with told_plainly(path):
        unfinished.rename(path)
        sync_folder(path.parent)
