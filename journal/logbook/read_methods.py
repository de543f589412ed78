"""The methods of the logbook that read: each returns finished values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from journal.core.changes import ChangeSet, Revision
from journal.core.entries import Dose, Draft, Entry, Product, Prompt, Rating, Symptom, Tombstone, Unit, kind_of_class
from journal.core.journal_day import day_from_number, day_number, journal_day, local_span
from journal.core.kinds import day_of
from journal.core.moments import DAY_MS, Clock, latest_now, moment_now
from journal.core.preferences import Preferences
from journal.core.product_use import ProductUse
from journal.core.products import units_holding
from journal.core.queries import Day, DayCount, EntryQuery, ReadableDays, ReadableList
from journal.core.records import from_record
from journal.core.refusal import Refused
from journal.core.warning_words import is_masked
from journal.db import change_history, entry_queries, select
from journal.db.connection import SqlConnection
from journal.db.failures import user_error
from journal.db.journal_file import JournalFile
from journal.db.left_out import or_left_out
from journal.db.seals import last_sealed_day

if TYPE_CHECKING:
    from journal.core.figure_facts import ChangedFact, Facts
    from journal.core.warning_facts import WarningFacts

E = TypeVar("E", bound=Entry)
_NO_NAMES: Mapping[str, str] = {}


class ReadMethods:
    """What can be asked of an open journal."""

    _file: JournalFile
    preferences: Preferences
    clock: Clock

    def _kinds(self, connection: SqlConnection) -> tuple[str, ...]:
        """The kinds that need be looked for."""
        return self._file.kinds_with_rows(connection)

    def _refuse_damaged_days(self, connection: SqlConnection, first: dt.date, last: dt.date) -> None:
        """Called before journal days are read: what is no longer what was saved is told, not shown."""
        self._file.refuse_damaged_table(connection, "setting")  # when a day begins is one of them
        start, end = local_span(first, last, self.preferences.day_start)
        self._file.refuse_damaged_days(connection, start // DAY_MS, (end - 1) // DAY_MS)

    @contextmanager
    def leaving_out(self) -> Iterator[Callable[[], Refused | None]]:
        """Damaged entries are left out of what this thread reads inside; what it yields says why that is not all."""
        met: list[str] = []
        with self._file.leaving_out.here(met.append):
            yield lambda: user_error("entries-damaged", self._file.path) if met else None

    @contextmanager
    def refusing_damage(self) -> Iterator[None]:
        """What is judged by what is read inside is refused where that is not all, in the thread of a window too."""
        with self._file.leaving_out.here(None):
            yield

    def leave_out_damage(self, on_damage: Callable[[Refused], object] | None) -> None:
        """Whatever this thread reads from now on is shown: damaged entries are left out, and ``on_damage`` is called.

        Figures, reports, exports and checks are refused as ever: what cannot be read may be taken all the same.
        """
        damage = user_error("entries-damaged", self._file.path)
        self._file.leaving_out.from_now_on(None if on_damage is None else lambda _table: on_damage(damage))

    def get(self, entry_id: str) -> Entry | None:
        """The entry with this id, also from the trash."""
        with self._file.reading() as connection:
            record = select.find_record(connection, entry_id, self._kinds(connection))
        return None if record is None else from_record(*record)

    def existing(self, ids: Sequence[str]) -> dict[str, Entry]:
        """Of these ids, the entries that are here (trash included, undone additions not)."""
        with self._file.reading() as connection:
            records = select.existing_records(connection, "id", ids, self._kinds(connection))
        return {key: from_record(kind, record) for key, (kind, record) in records.items()}

    def by_origin(self, origins: Sequence[str]) -> dict[str, Entry]:
        """Of these origins, what was imported with them before (trash included, undone imports not)."""
        with self._file.reading() as connection:
            records = select.existing_records(connection, "origin", origins, self._kinds(connection))
        return {key: from_record(kind, record) for key, (kind, record) in records.items()}

    def tombstones(self) -> Iterator[Tombstone]:
        """Everything that was deleted for good."""
        from journal.db.slices import tombstones

        with self._file.reading() as connection:
            yield from list(tombstones(connection))

    def find(self, query: EntryQuery, names: Mapping[str, str] = _NO_NAMES) -> list[Entry]:
        """The newest entries that meet every condition, newest first, at most ``query.limit``."""
        from journal.db.find import find

        with self._file.reading() as connection:
            kinds = self._kinds(connection)
            return find(connection, kinds, query, names, self.preferences.day_start, self._file.typed_beside)

    def days(self, first: dt.date, last: dt.date) -> list[Day]:
        """Every journal day from first to last, oldest first, empty ones included."""
        with self._file.reading() as connection:
            with or_left_out(connection, "day"):
                self._refuse_damaged_days(connection, first, last)
            return entry_queries.days(connection, self._kinds(connection), first, last, self.preferences.day_start)

    def readable_days(self, first: dt.date, last: dt.date) -> ReadableDays:
        """As ``days``; where part of them is damaged, what can still be read of them, to be shown and not counted."""
        with self.leaving_out() as left_out:
            return ReadableDays(self.days(first, last), left_out())

    def days_marked_none(self, first: dt.date, last: dt.date) -> list[dt.date]:
        """The journal days that are marked "none today", from ``first`` to ``last``, oldest first."""
        with self._file.reading() as connection:
            with or_left_out(connection, "day_mark"):
                self._refuse_damaged_days(connection, first, last)
            return entry_queries.days_marked_none(connection, first, last)

    def prompts(self, since_ms: int) -> list[Prompt]:
        """The questions of Today that were due since then (UTC), oldest first."""
        with self._file.reading() as connection:
            return entry_queries.prompts(connection, since_ms) if "prompt" in self._kinds(connection) else []

    def facts(self, first: dt.date, last: dt.date) -> Facts:
        """What figures are made of, on the journal days ``first`` to ``last``. Fifty years take about a second."""
        from journal.db.figure_queries import figure_facts

        with self._file.reading() as connection:
            self._refuse_damaged_days(connection, first, last)
            return figure_facts(connection, self._kinds(connection), first, last, self.preferences.day_start)

    def changed_later(self, first: dt.date, last: dt.date) -> list[ChangedFact]:
        """The doses and ratings of these journal days that were changed a while after they had been written down."""
        from journal.db.changed_queries import changed_later

        with self._file.reading() as connection:
            self._refuse_damaged_days(connection, first, last)
            return changed_later(connection, first, last, self.preferences.day_start)

    def warning_facts(self, first: dt.date, private: bool = False) -> WarningFacts:
        """The warning symptoms noted on the journal day ``first`` and after it, with what was written close to them.

        ``private``: also those texts and doses close to them that are marked so.
        """
        from journal.db.warning_queries import warning_facts

        with self._file.reading() as connection:
            last = day_from_number(max(last_sealed_day(connection), day_number(first)))
            self._refuse_damaged_days(connection, first - dt.timedelta(days=1), last)
            return warning_facts(connection, first, self.preferences.day_start, private)

    def day_counts(self) -> list[DayCount]:
        """How many diary rows each journal day has, newest first, days without any left out."""
        with self._file.reading() as connection:
            return entry_queries.day_counts(connection, self._kinds(connection), self.preferences.day_start)

    def totals(self) -> tuple[int, dt.date | None]:
        """How many diary entries there are, and the first journal day with one."""
        with self._file.reading() as connection:
            return entry_queries.totals(connection, self._kinds(connection), self.preferences.day_start)

    def day_of(self, entry: Entry) -> dt.date | None:
        """The journal day an entry belongs to; None for products, symptoms and settings."""
        return day_of(entry, self.preferences.day_start)

    def last_dose(self, product: str | None = None) -> Dose | None:
        """The latest dose, or the latest of one product; those dated later than the clock are not past yet."""
        with self._file.reading() as connection:
            return entry_queries.last_dose(connection, product, latest_now(self.clock))

    def dose_to_go_by(self, product: str | None = None) -> Dose | None:
        """The latest dose that was written here, or the latest of one product: what an import brought, of another
        journal or of years ago, is no amount to log by a key."""
        with self._file.reading() as connection:
            return entry_queries.last_dose(connection, product, latest_now(self.clock), written_here=True)

    def last_rating(self, symptom: str) -> Rating | None:
        """The latest rating of a symptom that was not skipped; none that is dated later than the clock."""
        with self._file.reading() as connection:
            return entry_queries.last_rating(connection, symptom, latest_now(self.clock))

    def later_than_clock(self) -> DayCount | None:
        """How many entries are dated later than this computer's clock, and the day of the first; None: no entry is."""
        day_start = self.preferences.day_start
        today = journal_day(moment_now(self.clock), day_start)
        with self._file.reading() as connection:
            return entry_queries.later_than(
                connection, self._kinds(connection), latest_now(self.clock), today, day_start
            )

    def products(self) -> list[Product]:
        """All products, last used first."""
        return [product for product in self._listed("product") if isinstance(product, Product)]

    def all_products(self) -> list[Product]:
        """Those in the trash too: the doses of a deleted product stay doses of leaf, or of an extract."""
        return [product for product in self._listed("product", trashed=True) if isinstance(product, Product)]

    def all_units(self) -> list[Unit]:
        """Every version of every own unit, newest first."""
        return [unit for unit in self._listed("unit") if isinstance(unit, Unit)]

    def units(self, product: str | None = None, day: dt.date | None = None) -> list[Unit]:
        """Each own unit, of one product or of all, in its newest version; with a day, in the one that holds then.

        Of a unit that had no version yet on that day, the earliest one.
        """
        return units_holding(day, (unit for unit in self.all_units() if product in (None, unit.product)))

    def symptoms(self) -> list[Symptom]:
        """The symptoms this journal rates, in the person's order."""
        return [symptom for symptom in self._listed("symptom") if isinstance(symptom, Symptom)]

    def all_symptoms(self) -> list[Symptom]:
        """Those in the trash too: the ratings of a deleted symptom stay ratings of mood, or of a warning symptom."""
        return [symptom for symptom in self._listed("symptom", trashed=True) if isinstance(symptom, Symptom)]

    def main_symptom(self) -> Symptom | None:
        """The one the person chose as the main one; never one whose ratings are masked, since Today shows its name."""
        symptoms = self.readable_list(Symptom).entries
        return next((symptom for symptom in symptoms if symptom.main and not is_masked(symptom)), None)

    def _listed(self, kind: str, trashed: bool = False) -> list[Entry]:
        with self._file.reading() as connection:
            self._file.refuse_damaged_table(connection, kind)
            return entry_queries.listed(connection, kind, trashed)

    def listed(self, cls: type[E]) -> list[E]:
        """Everything of a kind that is not in the trash, in the person's order or as written: for kinds of few rows."""
        kind = kind_of_class(cls)
        with self._file.reading() as connection:
            if kind not in self._kinds(connection):
                return []
            self._file.refuse_damaged_table(connection, kind)
            entries = entry_queries.listed(connection, kind)
        return [entry for entry in entries if isinstance(entry, cls)]

    def readable_list(self, cls: type[E], trashed: bool = False) -> ReadableList[E]:
        """A short list as it is shown; where part of it is damaged, what can still be read of it.

        Not for what is counted or judged: a medicine that cannot be read is taken all the same.
        """
        with self.leaving_out() as left_out:
            there = self._listed(kind_of_class(cls), trashed)
            return ReadableList([entry for entry in there if isinstance(entry, cls)], left_out())

    def history(self, entry_id: str) -> list[Revision]:
        """What happened to an entry, oldest first."""
        with self._file.reading() as connection:
            return change_history.history(connection, entry_id)

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of these entries was first written into this journal (UTC milliseconds); for few of them."""
        with self._file.reading() as connection:
            times = {entry_id: change_history.first_ms(connection, entry_id) for entry_id in entry_ids}
        return {entry_id: at_ms for entry_id, at_ms in times.items() if at_ms is not None}

    def written_by(self, step: ChangeSet) -> list[Entry]:
        """The entries that a change set wrote, as they are now; for sets of few entries."""
        with self._file.reading() as connection:
            return [from_record(*record) for record in change_history.changed_records(connection, step.seq)]

    def brought_by(self, step: ChangeSet) -> list[Entry]:
        """The entries that are there by a change set, and were not before it; for sets of few entries."""
        with self._file.reading() as connection:
            return [from_record(*record) for record in change_history.brought_records(connection, step.seq)]

    def trash(self) -> list[Entry]:
        """What was deleted and is not gone for good yet, last deleted first."""
        with self._file.reading() as connection:
            return entry_queries.trashed(connection, self._kinds(connection))

    def slices(self, kind: str, size: int = 5000) -> Iterator[list[Entry]]:
        """Everything of a kind in order of writing, trash included, in slices.

        Raises Refused("journal-changed") if the journal was written to meanwhile: begin again;
        "entries-damaged", before the first slice, where the rows are not those that were saved.
        """
        from journal.db.slices import slices

        after, head = 0, None
        while after >= 0:
            with self._file.reading() as connection:
                now = change_history.head(connection)
                if head not in (None, now):
                    raise Refused("journal-changed")
                head = now
                connection.left_out = None  # what is written out is whole, or refused
                self._file.refuse_damaged_table(connection, kind)
                entries, after = slices(connection, kind, after, size)
            if entries:
                yield entries

    def draft(self, form: str) -> Draft | None:
        """The unsaved state of a form, if one was kept."""
        return next((draft for draft in self.drafts() if draft.form == form), None)

    def drafts(self) -> list[Draft]:
        """All unsaved forms."""
        with self._file.reading() as connection:
            return entry_queries.drafts(connection)

    def product_uses(self) -> list[ProductUse]:
        """Count, known mass, first and last day of each product's doses, in no order; None: of doses without one."""
        with self._file.reading() as connection:
            return entry_queries.product_uses(connection, self.preferences.day_start)
