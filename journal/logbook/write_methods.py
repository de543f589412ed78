"""The methods of the logbook that write: each is a change set, which can be undone and of which others are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from journal.core import limits
from journal.core.changes import ChangeSet
from journal.core.entries import Draft, Entry, Setting, Tombstone
from journal.core.moments import DAY_MS, moment_at
from journal.core.preferences import Preferences, preferences_from
from journal.core.refusal import Refused
from journal.db import change_history
from journal.db.entry_queries import listed
from journal.errors import UserError
from journal.logbook.clock_doubt import ClockDoubt
from journal.logbook.read_methods import ReadMethods

if TYPE_CHECKING:
    from journal.db.connection import SqlConnection
    from journal.db.engine import Transaction
    from journal.logbook.writing import Write

# The modules that write are imported by the methods that write: they load SQLAlchemy, and a start only reads.
Subscriber = Callable[[ChangeSet], None]
# A clock that jumped further than this since the last entry is more likely wrong than late.
_CLOCK_LEAP_MS = 400 * DAY_MS


class WriteMethods(ReadMethods):
    """What can be saved in an open journal, taken back and done again."""

    clock_doubt: ClockDoubt
    _subscribers: list[Subscriber]

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
        if not last or last - DAY_MS <= now <= last + _CLOCK_LEAP_MS:
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
            settled = change_history.newest_ms(connection, now - DAY_MS)
            if now < change_history.newest_ms(connection) or now > settled + _CLOCK_LEAP_MS:
                return 0
            return purge_older(transaction, now - limits.TRASH_DAYS * DAY_MS, now, limit)

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
