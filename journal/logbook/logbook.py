"""The one way to a journal: open it, write to it in change sets, read values from it, be called when it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from journal.core.journal_day import journal_day
from journal.core.moments import Clock, moment_now, utc_now
from journal.core.refusal import Refused
from journal.core.updating import NOBODY, Watched
from journal.db.journal_file import JournalFile
from journal.db.lock import WindowMark, raise_file
from journal.db.opening import create_file, open_file, real_file
from journal.db.probe import FileKind, look
from journal.logbook.clock_doubt import ClockDoubt
from journal.logbook.write_methods import Subscriber, WriteMethods

# Modules that load SQLAlchemy are imported by the methods that need them: a start only reads.


def raise_file_of(path: Path) -> Path:
    """What a second start touches so that the first window comes to the front."""
    return raise_file(path)


class Logbook(WriteMethods):
    """A journal, open. Make one with ``Logbook.open``; use it from one thread at a time per call.

    Single-entry writes belong to the main thread; ``save_all``, ``backup`` and ``check`` are jobs for a worker.
    Every method may raise ``Refused`` (``UserError`` for what the disk would not do): then nothing was written.
    """

    def __init__(self, file: JournalFile, clock: Clock, passphrase: str | None) -> None:
        self._file = file
        self._passphrase = passphrase
        self._window_mark: WindowMark | None = None
        self._subscribers: list[Subscriber] = []
        self.clock_doubt = ClockDoubt()
        self.clock = clock
        self.preferences = self._read_preferences()

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str | None = None,
        *,
        clock: Clock,
        create: bool = False,
        read_only: bool = False,
        known_salt: str | None = None,
        watched: Watched = NOBODY,
        wait_s: float = 0,
        computer: str = "",
    ) -> Logbook:
        """Open the journal, or with ``create`` make a new one there. With a passphrase this takes a key derivation.

        ``read_only`` takes no lock. ``known_salt`` (from the device file) tells a damaged beginning from a wrong
        passphrase. ``watched`` hears of the steps that bring a file of an earlier version up to date, and may stop
        them. ``wait_s``: so many seconds for other commands that have it, but not for a window. ``computer``: the name
        that the device file has for this one, which each write leaves in the journal. Raises Refused with a
        ``journal-``, ``passphrase-``, ``update-`` or disk code; the file is then unchanged.
        """
        path = real_file(path)
        if create:
            file = create_file(path, passphrase, wait_s)
        else:
            file = open_file(path, passphrase, read_only, known_salt, watched, wait_s)
        try:
            if file.view_only is None:
                file.watch(computer)
            return cls(file, clock, passphrase)
        except BaseException:
            file.close()
            raise

    @staticmethod
    def needs_passphrase(path: Path, known_salt: str | None = None) -> bool:
        """Whether the file there is an encrypted journal; Refused for what is no journal."""
        seen = look(path, known_salt)
        if seen.kind is FileKind.MISSING:
            raise Refused("journal-missing", path=path)
        return seen.kind is FileKind.ENCRYPTED

    @property
    def path(self) -> Path:
        """The journal file."""
        return self._file.path

    @property
    def encrypted(self) -> bool:
        """Whether the journal has a passphrase."""
        return self._file.encrypted

    @property
    def passphrase(self) -> str | None:
        """What it was opened with, to open its backups and a copy of it in its place."""
        return self._passphrase

    @property
    def salt(self) -> str | None:
        """An encrypted journal's salt (hex, not secret), to be kept in the device file."""
        return self._file.salt

    @property
    def view_only(self) -> Refused | None:
        """Why nothing can be written, if so."""
        return self._file.view_only

    @property
    def only_looked_at(self) -> bool:
        """Whether it is a backup, or what a rescue brought back: not the journal that opens by itself the next time."""
        return self.is_rescued or (self.view_only is not None and self.view_only.code == "journal-is-backup")

    @property
    def is_rescued(self) -> bool:
        """Whether it is what a rescue brought back, and nobody has decided yet to use it."""
        return self.view_only is not None and self.view_only.code == "journal-rescued"

    @property
    def is_moved(self) -> bool:
        """Whether it is being moved elsewhere: it cannot be written to meanwhile, although no screen is busy."""
        return self.view_only is not None and self.view_only.code == "journal-busy"

    @property
    def has_foreign_parts(self) -> bool:
        """Whether the file holds triggers or views, which the program does not make; a copy of it holds them, too."""
        from journal.db.foreign_schema import has_foreign_parts

        with self._file.reading() as connection:
            return has_foreign_parts(connection)

    @property
    def raise_file(self) -> Path:
        """What a second start touches so that this window comes to the front."""
        return raise_file(self.path)

    def today(self) -> dt.date:
        """The journal day of now."""
        return journal_day(moment_now(self.clock), self.preferences.day_start)

    @property
    def closed(self) -> bool:
        """Whether it was closed: moved, locked by its owner, or let go."""
        return self._file.closed

    def mark_window(self) -> None:
        """Tell commands that a window has the journal: they refuse at once instead of waiting for it."""
        if self.view_only is None and self._window_mark is None:
            self._window_mark = WindowMark(self.path)

    def close(self) -> None:
        """Close the file and release its lock."""
        self._unmark_window()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- what others do to the file -------------------------------------------------------------------------------

    @property
    def file_as_left(self) -> bool:
        """Whether the file looks as the last write here left it; takes no time."""
        return self._file.as_left

    @property
    def last_write_number(self) -> int | None:
        """The number of the last write, which grows by one with each; None where it is only looked at."""
        return self._file.last_write_number

    def changed_outside(self) -> Refused | None:
        """What others did to the file while it was open here, if anything; a job for a worker."""
        return self._file.changed_outside()

    def on_changed_outside(self, hears: Callable[[Refused], object]) -> None:
        """Call ``hears``, in the thread that wrote, when a write is refused for that."""
        self._file.on_changed_outside = hears

    def on_touched(self, hears: Callable[[], object]) -> None:
        """Call ``hears``, in the thread that reads, when the file does not look as it was left; it may be the same."""
        self._file.on_touched = hears

    def let_others_write(self) -> None:
        """Give the right to write back; from now on the journal can only be read here."""
        self._unmark_window()
        self._file.let_others_write()

    def _unmark_window(self) -> None:
        if self._window_mark is not None:
            self._window_mark.release()
            self._window_mark = None

    # --- care of the file -----------------------------------------------------------------------------------------

    def backup(
        self,
        folder: Path | None = None,
        reason: str = "backup",
        watched: Watched = NOBODY,
        made: dt.datetime | None = None,
    ) -> Path:
        """A verified copy in the folder (default: ``backups`` beside the journal); a job for a worker.

        ``watched`` may stop it; ``made`` is the date that its name bears, in UTC: now, unless another is given.
        """
        from journal.db.backup import back_up

        at = made or utc_now(self.clock)
        return back_up(self._file, folder or self.path.parent / "backups", reason, self._passphrase, watched, at)

    def check(self) -> list[str]:
        """Everything that is not as it was saved or made; empty when sound. A job for a worker.

        See ``core.problems`` for what is wrong with nothing but the search index.
        """
        from journal.db.backup import problems_in
        from journal.db.foreign_schema import schema_problems
        from journal.db.search_check import told_apart

        with self._file.reading() as connection:
            problems = problems_in(connection, self.encrypted) or schema_problems(connection)
        problems = [*self._file.beginning, *problems]
        return told_apart(problems, self._file.connect)

    def check_by_itself(self, thorough: bool, watched: Watched = NOBODY) -> list[str]:
        """What is no longer as it was saved; a job for a worker, while nobody writes.

        Refused("cancelled") as soon as anything is saved. ``thorough``: with SQLite's own checks.
        """
        from journal.db.idle_check import check_thoroughly, compare_in_slices

        return check_thoroughly(self._file, watched) if thorough else compare_in_slices(self._file, watched)
