"""The one way to a journal: open it, write to it in change sets, read values from it, be called when it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from journal.core import limits
from journal.core.changes import ChangeSet
from journal.core.entries import Draft, Entry, Setting, Tombstone
from journal.core.journal_day import journal_day
from journal.core.moments import Clock, moment_at, moment_now, utc_now
from journal.core.preferences import Preferences, preferences_from
from journal.core.refusal import Refused
from journal.core.updating import NOBODY, Watched
from journal.db import change_history
from journal.db.entry_queries import listed
from journal.db.journal_file import JournalFile
from journal.db.lock import WindowMark, raise_file
from journal.db.opening import create_file, open_file, real_file
from journal.db.probe import FileKind, look
from journal.errors import UserError
from journal.logbook.clock_doubt import ClockDoubt
from journal.logbook.read_methods import ReadMethods

if TYPE_CHECKING:
    from journal.db.connection import SqlConnection
    from journal.db.engine import Transaction
    from journal.logbook.writing import Write

# The modules that write are imported by the methods that write: they load SQLAlchemy, and a start only reads.
Subscriber = Callable[[ChangeSet], None]


def raise_file_of(path: Path) -> Path:
    """What a second start touches so that the first window comes to the front."""
    return raise_file(path)


class Logbook(ReadMethods):
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

    # --- writing --------------------------------------------------------------------------------------------------

    def save(
        self, *entries: Entry, label: str | None = None, origin: str = "window", discard_draft: str | None = None
    ) -> ChangeSet:
        """Add the entries with new ids and change the known ones, as one change set.

        ``recorded_ms`` 0 becomes now. A dose on a day marked "none today" trashes the mark in the same set; a
        "none today" mark on a day with doses is refused ("day-has-doses"). ``discard_draft`` drops that form's draft.
        The same entry given twice is saved once; two versions of one are refused ("entry-twice").
        """
        from journal.db.store import drop_draft
        from journal.logbook.writing import save_entries

        def write(transaction: Transaction, step: Write) -> ChangeSet:
            if discard_draft is not None:
                drop_draft(transaction, discard_draft)
            return save_entries(transaction, step, entries, label)

        if origin == "window":
            self.clock_doubt.refuse_save(self.clock.now_ms(), self.clock_leap)
        return self._write(write, origin)

    def delete(self, ids: Iterable[str], origin: str = "window") -> ChangeSet:
        """Move entries to the trash. If all are there already nothing is written: a change set with the number 0."""
        from journal.logbook.writing import delete_entries

        wanted = list(ids)
        return self._write(lambda transaction, step: delete_entries(transaction, step, wanted), origin)

    def restore(self, ids: Iterable[str], origin: str = "window") -> ChangeSet:
        """Take entries out of the trash. If none is there nothing is written: a change set with the number 0."""
        from journal.logbook.writing import restore_entries

        wanted = list(ids)
        return self._write(lambda transaction, step: restore_entries(transaction, step, wanted), origin)

    def save_all(
        self,
        entries: Iterable[Entry],
        *,
        label: str,
        origin: str,
        tombstones: Iterable[Tombstone] = (),
        progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ChangeSet:
        """Write very many entries as one change set, in bounded memory; a job for a worker.

        ``progress`` is called with the running count; once ``cancelled`` is true, Refused("cancelled") and nothing is
        kept.
        """
        from journal.logbook.writing import save_many

        def on_slice(done: int) -> None:
            if progress is not None:
                progress(done)
            if cancelled is not None and cancelled():
                raise Refused("cancelled")

        return self._write(
            lambda transaction, step: save_many(transaction, step, entries, label, tombstones, on_slice), origin
        )

    def _write(self, write: Callable[[Transaction, Write], ChangeSet], origin: str) -> ChangeSet:
        from journal.logbook.writing import Write

        step = Write(self.clock.now_ms(), self.preferences.day_start, origin)
        return self._commit(lambda transaction: write(transaction, step), undone=False)

    def _commit(self, write: Callable[[Transaction], ChangeSet], undone: bool) -> ChangeSet:
        done: ChangeSet | None = None
        try:
            with self._file.writing() as transaction:
                done = write(transaction)
        except UserError:
            # After a disk error only the change log tells whether the last commit was written.
            if done is None or not self._held(done, undone):
                raise
        if done.seq:
            self._notify(done)
        return done

    def _held(self, done: ChangeSet, undone: bool) -> bool:
        with self._file.reading() as connection:
            return change_history.is_undone(connection, done.seq) is undone

    def purge(self, ids: Iterable[str]) -> int:
        """Delete trashed entries for good, with their history; returns how many. This cannot be undone."""
        from journal.db.trash import purge

        wanted = list(ids)
        now = self.clock.now_ms()
        gone = 0
        try:
            with self._file.writing() as transaction:
                gone = purge(transaction, wanted, now)
        except UserError:
            # As above: what is no longer in the trash was purged, even if an error was reported.
            if not gone or any(entry.deleted_ms is not None for entry in self.existing(wanted).values()):
                raise
        self._notify(ChangeSet(0, now, "many.purged", {"n": str(gone)}, "window", frozenset({"trash"}), count=gone))
        return gone

    def clock_leap(self) -> dt.date | None:
        """The day of the last change, where the clock is a day before it or 400 days after it; else None.

        One of the two was made under a wrong clock, or nobody was here for long: only the person knows.
        """
        with self._file.reading() as connection:
            last, now = change_history.last_ms_of_a_person(connection), self.clock.now_ms()
        if not last or last - _DAY_MS <= now <= last + _CLOCK_LEAP_MS:
            return None
        return moment_at(last, self.clock.zone_name()).local.date()

    def empty_old_trash(self, limit: int = 5000) -> int:
        """Purge what has lain in the trash for its days, at most ``limit`` of each kind; returns how many went.

        Nothing goes while the clock looks wrong: before the last change, or 400 days after the last one that is a day
        old (an entry written just now under a wrong clock proves nothing).
        """
        from journal.db.engine import sql_connection_of
        from journal.db.trash import purge_older

        now = self.clock.now_ms()
        with self._file.writing() as transaction:
            connection = sql_connection_of(transaction)
            settled = change_history.newest_ms(connection, now - _DAY_MS)
            if now < change_history.newest_ms(connection) or now > settled + _CLOCK_LEAP_MS:
                return 0
            return purge_older(transaction, now - limits.TRASH_DAYS * _DAY_MS, now, limit)

    # --- undo -----------------------------------------------------------------------------------------------------

    @property
    def undo_step(self) -> ChangeSet | None:
        """What undo would take back."""
        with self._file.reading() as connection:
            return change_history.next_undo(connection)

    @property
    def last_saved_ms(self) -> int | None:
        """When anything was saved last; it does not go back where that can no longer be undone."""
        with self._file.reading() as connection:
            return change_history.last_ms(connection)

    @property
    def redo_step(self) -> ChangeSet | None:
        """What redo would do again."""
        with self._file.reading() as connection:
            return change_history.next_redo(connection)

    def undo(self) -> ChangeSet:
        """Take back the last change set that stands."""
        return self._step_back(change_history.next_undo, "nothing-to-undo", "undo")

    def redo(self) -> ChangeSet:
        """Do the last undone change set again."""
        return self._step_back(change_history.next_redo, "nothing-to-redo", "redo")

    def _step_back(
        self, next_step: Callable[[SqlConnection], ChangeSet | None], refusal: str, origin: str
    ) -> ChangeSet:
        from journal.db.engine import sql_connection_of
        from journal.logbook.writing import step_back

        now, day_start = self.clock.now_ms(), self.preferences.day_start

        def write(transaction: Transaction) -> ChangeSet:
            step = next_step(sql_connection_of(transaction))
            if step is None:
                raise Refused(refusal)
            return step_back(transaction, step, origin, now, day_start)

        return self._commit(write, undone=origin == "undo")

    # --- drafts ---------------------------------------------------------------------------------------------------

    def save_draft(self, form: str, content: str, typed_ms: int | None = None) -> None:
        """Keep an unsaved form, typed now or then; not a change set, and gone when the form is saved or cancelled."""
        from journal.db.store import write_draft

        with self._file.writing() as transaction:
            write_draft(transaction, Draft(form, content, typed_ms or self.clock.now_ms()))

    def drop_draft(self, form: str) -> None:
        """Forget an unsaved form."""
        from journal.db.store import drop_draft

        with self._file.writing() as transaction:
            drop_draft(transaction, form)

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

    # --- subscribers ----------------------------------------------------------------------------------------------

    def subscribe(self, callback: Subscriber) -> Callable[[], None]:
        """Call ``callback`` with every change set, in the thread that wrote it. Returns what ends the subscription."""
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback) if callback in self._subscribers else None

    def _notify(self, done: ChangeSet) -> None:
        if "setting" in done.kinds:
            self.preferences = self._read_preferences()
        for subscriber in list(self._subscribers):
            subscriber(done)

    def _read_preferences(self) -> Preferences:
        """Those that can be read: a damaged one must not keep the journal closed. Figures are refused beside it."""
        with self.leaving_out(), self._file.reading() as connection:
            return preferences_from(
                setting for setting in listed(connection, "setting") if isinstance(setting, Setting)
            )

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


# A clock that jumped further than this since the last entry is more likely wrong than late.
_DAY_MS = 86_400_000
_CLOCK_LEAP_MS = 400 * _DAY_MS
