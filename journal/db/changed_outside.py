"""A journal that others change while it is open: told by its cause, before anything goes into the wrong file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.changes import ChangeSet
from journal.core.refusal import Refused
from journal.db.backup_names import where_backups_lie
from journal.db.connection import SqlConnection, value
from journal.db.failures import told_plainly
from journal.db.file_place import FilePlace, Seen, State
from journal.db.last_write import LastWrite, Writer, last_write
from journal.db.steps_held import held_after_write, newest_held, not_held
from journal.errors import UserError

CODES = (
    "journal-gone",
    "journal-replaced",
    "journal-other-computer",
    "journal-copied-over",
    "journal-written-into",
    "journal-cut-meanwhile",
    "journal-emptied",
)
# What SQLite says of a file that another one took the place of, or that others wrote into.
_MAY_BE_OTHERS = ("journal-damaged", "entries-damaged", "folder-read-only", "disk-error")


class Watch:
    """Looks after one file while it can be written to. ``connect`` makes a connection to what lies at the path now.

    ``let_go`` closes the connections to a file that no longer lies there.
    """

    def __init__(
        self,
        path: Path,
        connection: SqlConnection,
        computer: str,
        connect: Callable[[], SqlConnection],
        let_go: Callable[[], object],
    ) -> None:
        last = last_write(connection)
        if last is None:
            raise UserError("journal-damaged", path=path, **where_backups_lie(path))
        self._path, self._connect, self._let_go = path, connect, let_go
        self.writer = Writer(last, computer)
        self._held = self._held_signed = newest_held(connection)
        self._place = FilePlace(path)

    def lacked_by(self, connection: SqlConnection) -> tuple[ChangeSet, ...]:
        """The newest steps that were saved here and are not in this other file."""
        return not_held(connection, self._held.steps)

    def as_left(self) -> bool:
        """Whether nobody touched the file since it was last written here; quick, and opens nothing."""
        with told_plainly(self._path):
            return self._place.state() is State.AS_LEFT

    def refuse_other_file(self) -> None:
        """Refused with the cause where the journal no longer lies at its path.

        Another file with the same last write is the journal: from now on that one is used.
        """
        with told_plainly(self._path):
            state = self._place.state()
            if state is State.GONE:
                raise self._refused("journal-gone")
            if state is State.SHORTER:
                raise self._cut()
            if state is State.OTHER:
                self._take_if_same()

    def _take_if_same(self) -> None:
        last: LastWrite | None = None
        lacks: tuple[ChangeSet, ...] = ()
        try:
            with closing(self._connect()) as connection:
                last = last_write(connection)
                lacks = not_held(connection, self._held.steps)
        except sqlcipher.Error:
            pass
        if not self.writer.knows(last):
            elsewhere = self.writer.is_other_computer(last)
            raise self._refused("journal-other-computer" if elsewhere else "journal-replaced", lacks)
        self._let_go()
        self._place.take()

    def _cut(self) -> Refused:
        if self._place.seen().size == 0:
            return self._refused("journal-emptied")
        return self._copied_over_or("journal-cut-meanwhile")

    def _copied_over_or(self, code: str) -> Refused:
        """The file is not what it was: if a whole journal lies in it now, that was copied over it."""
        try:
            with closing(self._connect()) as connection:
                if last_write(connection) is not None and self._is_whole(connection):
                    return self._refused("journal-copied-over", not_held(connection, self._held.steps))
        except sqlcipher.Error:
            pass
        return self._refused(code)

    def _is_whole(self, connection: SqlConnection) -> bool:
        pages, size = (int(value(connection, f"PRAGMA {name}")) for name in ("page_count", "page_size"))
        return pages * size == self._path.stat().st_size

    def refuse_other_writes(self, connection: SqlConnection) -> None:
        """Refused where anybody else wrote into the file since it was last written here."""
        last = last_write(connection)
        if last is None:
            raise self._copied_over_or("journal-written-into")
        if not self.writer.knows(last):
            raise self._cause_of_others(connection, last)
        self.writer.begin(last)

    def _cause_of_others(self, connection: SqlConnection, last: LastWrite) -> Refused:
        """Whoever writes on keeps what was there; a file that lacks it, or saw fewer writes, was copied over it."""
        lacks = not_held(connection, self._held.steps)
        copied = lacks or last.counter < self.writer.number
        return self._refused("journal-copied-over", lacks) if copied else self._refused("journal-written-into")

    def sign(self, connection: SqlConnection) -> None:
        """Put the name of this opening into the transaction, and remember its steps once that is on the disk."""
        self.writer.sign(connection)
        self._held_signed = held_after_write(connection, self._held)

    def seen(self) -> Seen:
        """How the file looks now; to be taken by ``take`` if it is the journal still."""
        with told_plainly(self._path):
            return self._place.seen()

    def take(self, seen: Seen) -> None:
        """The file that looked so was compared with what was left, and nobody changed what it holds."""
        self._place.take(seen)

    def written(self) -> None:
        """A transaction is on the disk: refused where that went into a file that no longer lies there."""
        self.writer.acknowledged()
        self._held = self._held_signed
        with told_plainly(self._path):
            state = self._place.take_if_same()
        if state is State.GONE:
            raise self._refused("journal-gone")
        if state is State.OTHER:
            raise self._refused("journal-replaced")

    def cause_of_unread(self, problem: Refused) -> Refused:
        """The same of an error in reading: whatever lies at the path now, a file that was moved is read as it was."""
        try:
            elsewhere = self._place.state() in (State.GONE, State.OTHER)
        except OSError:
            return problem
        return problem if elsewhere else self.cause_of(problem)

    def cause_of(self, problem: Refused) -> Refused:
        """What others did to the file, if that may be behind the disk's or SQLite's error; else the error."""
        if problem.code not in _MAY_BE_OTHERS:
            return problem
        try:
            state = self._place.state()
        except OSError:
            return problem
        if state is State.SHORTER:
            return self._cut()
        causes = {
            State.GONE: "journal-gone",
            State.OTHER: "journal-replaced",
            State.CHANGED: "journal-written-into" if problem.code == "journal-damaged" else problem.code,
        }
        code = causes.get(state, problem.code)
        return problem if code == problem.code else self._refused(code)

    def _refused(self, code: str, lacks: tuple[ChangeSet, ...] = ()) -> Refused:
        return Refused(code, path=self._path, lacks=lacks, **where_backups_lie(self._path))
