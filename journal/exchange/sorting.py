"""Decides what becomes of each row of a file: first to count it, then to give what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journal.core.entries import (
    Dose,
    Entry,
    Product,
    Symptom,
    Timed,
    Tombstone,
    kind_of,
)
from journal.core.kinds import recorded_at, recorded_ms
from journal.core.moments import FUTURE_TOLERANCE_MS
from journal.core.preferences import is_made_up_mark
from journal.core.refusal import Refused
from journal.exchange.days_marked_none import DaysMarkedNone
from journal.exchange.file_rows import FoundRow, RefusedRow, Row, Source
from journal.exchange.here import Here
from journal.exchange.id_set import IdSet
from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.recognised_rows import RecognisedRows
from journal.exchange.references import NAME_EACH_OTHER, References


def _same(ours: Entry, entry: Entry) -> bool:
    """Whether the file says the same as the journal; one made by hand does not say when it was written down."""
    ours_ms = recorded_ms(ours)
    if ours_ms is not None and recorded_ms(entry) == 0:
        return recorded_at(entry, ours_ms) == ours
    return ours == entry


class Sorting:
    """Decides each row's fate, first to count, then to take what is new."""

    def __init__(self, here: Here, outcome: ImportOutcome, now_ms: int, keeps_trash: bool) -> None:
        self._here = here
        self._outcome = outcome
        self._latest_ms = now_ms + FUTURE_TOLERANCE_MS
        self._stones = {stone.id for stone in here.tombstones()}
        self._seen = IdSet()
        self._left_out = IdSet()
        self._references = References(here.existing, here.symptoms(), self._stones, keeps_trash)
        self._days_marked_none = DaysMarkedNone(here, now_ms) if here.totals()[0] else None
        self._recognised = RecognisedRows(here)
        self._waiting: list[FoundRow] = []
        self._our_marks: list[Entry] = []

    # --- first reading --------------------------------------------------------------------------------------------

    def count(self, part: Sequence[Row]) -> None:
        """Sort a slice of the file's rows."""
        rows = [row for row in part if self._readable(row)]
        entries = [row.entry for row in rows if isinstance(row, FoundRow)]
        ours = self._here.existing([entry.id for entry in entries])
        origins = [entry.origin for entry in entries if isinstance(entry, Entry) and entry.origin is not None]
        known_origins = self._here.existing_origins(origins) if origins else set()
        self._references.look_up(entries)
        for row in rows:
            assert isinstance(row, FoundRow)
            self._sort(row, ours.get(row.entry.id), known_origins)

    def finish(self) -> None:
        """Sort what waited for the rows behind it."""
        self._release()
        if self._days_marked_none is not None:
            self._our_marks = self._days_marked_none.our_marks_in_the_way()

    def _readable(self, row: Row) -> bool:
        if isinstance(row, RefusedRow):
            self._outcome.refuse(row.where, row.reason, row.written, row.partly)
            return False
        if not self._seen.add(row.entry.id):
            self._outcome.see(row.entry)
            self._outcome.refuse(row.where, Refused("id-twice"))
            return False
        return True

    def _sort(self, row: FoundRow, ours: Entry | None, known_origins: set[str]) -> None:
        entry, counts = row.entry, self._outcome.counts
        if isinstance(entry, Tombstone):
            self._sort_tombstone(entry, ours)
            return
        if is_made_up_mark(entry) and self._here_is_real():
            raise Refused("file-is-made-up", path=self._outcome.path)
        kind = kind_of(entry)
        if isinstance(entry, Symptom):
            self._outcome.see(entry)  # ratings name it, also where ours has it already
        if ours is not None:
            self._keep_ours(row, entry, ours)
        elif entry.id in self._stones:
            counts.purged[kind] += 1
            self._left_out.add(entry.id)
        elif entry.origin in known_origins or self._references.same_symptom(entry) or self._same_medicine(entry):
            counts.here[kind] += 1
            self._left_out.add(entry.id)
        elif row.without_id and self._recognised.has(entry):
            counts.here[kind] += 1
            self._outcome.recognised += 1
            self._left_out.add(entry.id)
        else:
            self._sort_new(row, entry)

    def _same_medicine(self, entry: Entry) -> bool:
        """Whether ours has it under another id; what was taken of it then goes to ours."""
        ours = self._outcome.medicines.ours(entry)
        if ours is not None:
            self._references.join(entry, ours.id)
        return ours is not None

    def _sort_tombstone(self, stone: Tombstone, ours: Entry | None) -> None:
        if stone.id in self._stones:
            self._outcome.counts.here["tombstone"] += 1
        elif ours is not None:
            self._outcome.counts.differs["tombstone"] += 1
        else:
            self._outcome.counts.new["tombstone"] += 1
            self._outcome.tombstones.append(stone)

    def _keep_ours(self, row: FoundRow, entry: Entry, ours: Entry) -> None:
        kind = kind_of(entry)
        if not _same(ours, entry):
            self._outcome.see(entry)
        if kind_of(ours) != kind:
            self._outcome.refuse(row.where, Refused("id-of-another", kind=kind_of(ours)))
        else:
            (self._outcome.counts.here if _same(ours, entry) else self._outcome.counts.differs)[kind] += 1
            self._references.add(entry)
        self._left_out.add(entry.id)

    def _sort_new(self, row: FoundRow, entry: Entry) -> None:
        # A product names its default unit and the unit its product, so both wait until all of them are known.
        if kind_of(entry) in NAME_EACH_OTHER:
            self._waiting.append(row)
            return
        self._release()
        self._settle(row, entry)

    def _here_is_real(self) -> bool:
        return self._here.totals()[0] > 0 and not self._here.preferences.demo

    def _release(self) -> None:
        waiting, self._waiting = self._waiting, []
        entries = [row.entry for row in waiting if isinstance(row.entry, Entry)]
        unfit = self._references.add_together(entries)
        for row in waiting:
            self._close(row, unfit.get(row.entry.id))

    def _settle(self, row: FoundRow, entry: Entry) -> None:
        self._outcome.unlinked += self._references.loses_its_dose(entry)
        missing = self._references.missing(entry)
        if missing is None:
            self._references.add(entry)
            if self._days_marked_none is not None:
                self._days_marked_none.note(entry)
        self._close(row, missing)

    def _close(self, row: FoundRow, missing: str | None) -> None:
        entry = row.entry
        assert isinstance(entry, Entry)
        self._outcome.see(entry)
        if missing is None:
            self._outcome.counts.new[kind_of(entry)] += 1
            self._outcome.ask_about(row.where, entry)
            self._outcome.medicines.take(entry)
            self._outcome.later += isinstance(entry, Timed) and entry.at.utc_ms > self._latest_ms
            if isinstance(entry, Product) and row.kindless:
                self._outcome.kindless.append(entry)
            if isinstance(entry, Dose) and entry.product is not None:
                self._outcome.doses_of[entry.product] += 1
        else:
            self._left_out.add(entry.id)
            self._outcome.refuse(row.where, Refused("reference-unknown", field=missing))

    # --- second reading -------------------------------------------------------------------------------------------

    def again(self, source: Source) -> Iterator[Entry]:
        """The new entries, as they are to be written."""
        taken = IdSet()
        for row in source.rows():
            if isinstance(row, FoundRow) and isinstance(row.entry, Entry) and row.entry.id not in self._left_out:
                if row.entry.id not in self._seen:
                    raise Refused("file-changed")
                if taken.add(row.entry.id):
                    yield self._as_written(row.entry)
        yield from self._our_marks

    def _as_written(self, entry: Entry) -> Entry:
        entry = self._references.settled(entry)
        if isinstance(entry, Symptom) and entry.main and self._references.have_main:
            entry = replace(entry, main=False)
        return entry if self._days_marked_none is None else self._days_marked_none.settled(entry)
