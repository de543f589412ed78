"""Decides what becomes of each row of a file: first to count it, then to give what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journal.core.entries import Dose, Entry, Product, Setting, Symptom, Timed, Tombstone, kind_of
from journal.core.kinds import past_days, recorded_ms
from journal.core.moments import FUTURE_TOLERANCE_MS, last_day_anywhere
from journal.core.preferences import is_made_up_mark
from journal.core.refusal import Refused
from journal.core.rough_days import has_come
from journal.exchange.changed_rows import Changed, ChangedRow, Named, may_be_another, with_values_of
from journal.exchange.copied_imports import CopiedImports
from journal.exchange.days_marked_none import DaysMarkedNone
from journal.exchange.equal_entries import EqualEntries
from journal.exchange.file_rows import FoundRow, RefusedRow, Row, Source
from journal.exchange.here import Here
from journal.exchange.id_set import IdSet
from journal.exchange.identities import ByMeaning
from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.joined_entries import JoinedEntries
from journal.exchange.matched_rows import MatchedRows, as_kept, loses_its_mark, not_said, says_the_same
from journal.exchange.near_twins import NearTwins
from journal.exchange.recognised_beside import RecognisedBeside
from journal.exchange.recognised_rows import RecognisedRows
from journal.exchange.references import NAME_EACH_OTHER, References
from journal.exchange.said_beside import adds_beside
from journal.exchange.same_names import Twins
from journal.exchange.usual_units import UsualUnits
from journal.exchange.waiting_rows import WaitingRows


class Sorting:
    """Decides each row's fate, first to count, then to take what is new."""

    def __init__(self, here: Here, outcome: ImportOutcome, now_ms: int, keeps_trash: bool) -> None:
        self._here = here
        self._outcome = outcome
        self._latest_ms = now_ms + FUTURE_TOLERANCE_MS
        self._last_day = last_day_anywhere(now_ms)
        self._stones = {stone.id for stone in here.tombstones()}
        self._seen = IdSet()
        self._left_out = IdSet()
        self._references = References(here.existing, here.symptoms(), self._stones, keeps_trash)
        # In an empty journal only what no journal of ours has written can contradict itself.
        self._days_marked_none = DaysMarkedNone(here, now_ms)
        self._marks_may_contradict = here.totals()[0] > 0
        self._recognised, self._by_meaning = RecognisedRows(here), ByMeaning(here)
        self._matched = MatchedRows(here, self._recognised)
        self._joined = JoinedEntries(self._references, outcome)
        self._equal = EqualEntries(here, self._recognised, self._references, outcome)
        self._undecided = WaitingRows(self._recognised, CopiedImports(here))
        self._twins = NearTwins(self._recognised)
        self._beside = RecognisedBeside(here, self._recognised)
        self._waiting: list[FoundRow] = []
        self._notes_left: dict[str, str] = {}  # of doses whose text the journal has as a note
        self._our_marks: list[Entry] = []
        self._usual_units = UsualUnits()

    # --- first reading --------------------------------------------------------------------------------------------

    def count(self, part: Sequence[Row]) -> None:
        """Sort a slice of the file's rows."""
        rows = [readable_row for row in part if (readable_row := self._readable(row)) is not None]
        self._matched.look_up(rows)
        self._references.look_up([row.entry for row in rows])
        for row in rows:
            self._sort(row)

    def finish(self) -> None:
        """Sort what waited for the rows behind it."""
        self._release()
        for row, entry, ours in self._undecided.settled():
            if ours is not None:
                self._differ(row, entry, ours)
            else:
                self._sort_new(row, entry)
        self._release()
        self._outcome.twins = [*self._twins.found(self._by_meaning.about, self._undecided.near)]
        self._outcome.vanished, self._outcome.vanished_count = self._undecided.vanished
        for changed in self._beside.changed():
            self._outcome.recognise_less(changed, "dose")
        self._outcome.changed = [row for row in self._outcome.changed if self._references.missing(row.theirs) is None]
        self._outcome.count_doses_here(self._here.slices("dose"))
        if self._marks_may_contradict:
            self._settle_marks()

    def _settle_marks(self) -> None:
        """No day is marked "none" and has doses."""
        left_out = self._days_marked_none.left_out()
        for mark in left_out:
            self._left_out.add(mark.id)
        self._outcome.is_not_none(left_out)
        self._our_marks = self._days_marked_none.our_marks_in_the_way()
        self._outcome.no_longer_none = self._our_marks

    def _differ(self, row: FoundRow, entry: Entry, ours: Entry) -> None:
        """The row is ours, and says something else of it."""
        self._left_out.add(entry.id)
        theirs = with_values_of(ours, self._references.settled(entry))
        beside = entry if may_be_another(entry) else None
        changed = ChangedRow(row.where, ours, theirs, beside, self._about(ours, theirs))
        self._outcome.differ(changed, kind_of(entry))

    def _about(self, ours: Entry, theirs: Entry) -> tuple[Named, Named]:
        return self._by_meaning.about(ours), self._by_meaning.about(theirs)

    def _readable(self, row: Row) -> FoundRow | None:
        if isinstance(row, RefusedRow):
            self._outcome.refuse(row.where, row.reason, row.written, row.partly, row.said)
            return None
        row = self._joined.kept_apart(self._by_meaning.identified(row))
        self._marks_may_contradict |= row.without_id
        if not self._seen.add(row.entry.id):
            self._outcome.see(row.entry)
            self._outcome.refuse(row.where, Refused("id-twice"))
            return None
        return row

    def _sort(self, row: FoundRow) -> None:
        entry, counts = row.entry, self._outcome.counts
        ours = self._matched.ours(row)
        if isinstance(entry, Tombstone):
            self._sort_tombstone(entry, ours)
            return
        if is_made_up_mark(entry) and self._here_is_real():
            raise Refused("file-is-made-up", path=self._outcome.path)
        kind = kind_of(entry)
        if isinstance(entry, Symptom):
            self._outcome.see(entry)  # ratings name it, also where ours has it already
        if ours is not None:
            self._undecided.pass_known(row, ours)
            self._keep_ours(row, entry, ours)
        elif not self._stones.isdisjoint((entry.id, *row.known_as)):
            counts.purged[kind] += 1
            self._left_out.add(entry.id)
        elif self._is_left_out(entry):
            self._left_out.add(entry.id)
        elif self._is_here(row, entry):
            counts.here[kind] += 1
            self._left_out.add(entry.id)
        elif self._undecided.waits(row, self._references.settled(entry)):
            pass  # until every row was read
        else:
            self._sort_new(row, entry)

    def _is_here(self, row: FoundRow, entry: Entry) -> bool:
        """Whether ours has it under another id, or says the same without one."""
        if not row.without_id and self._matched.has_origin(entry):
            return True
        if self._references.same_symptom(entry) or self._joined.same_medicine(entry) or self._joined.same_name(row):
            return True
        if self._outcome.lists.ours(entry) is not None:
            return True
        self._equal.settle(entry)
        meant = self._references.settled(entry)
        says_it = self._recognised.has(meant) if row.without_id else self._equal.has(row, meant)
        if says_it:
            self._outcome.recognised += row.without_id
            self._undecided.pass_known(row, meant)
        if says_it and isinstance(meant, Dose):
            self._beside.take(row, meant)
        return says_it

    def _is_left_out(self, entry: Entry) -> bool:
        """Settings of another journal would change how this one works; asked for, or into one without entries, they
        come."""
        names = self._outcome.names
        left_out = isinstance(entry, Setting) and not names.joining.settings and self._here.totals()[0] > 0
        names.settings += left_out
        return left_out

    def _sort_tombstone(self, stone: Tombstone, ours: Entry | None) -> None:
        if stone.id in self._stones:
            self._outcome.counts.here["tombstone"] += 1
        elif ours is not None:
            self._outcome.counts.differs["tombstone"] += 1
        else:
            self._outcome.counts.new["tombstone"] += 1
            self._outcome.tombstones.append(stone)

    def _keep_ours(self, row: FoundRow, entry: Entry, ours: Entry) -> None:
        kind, same = kind_of(entry), self._says_the_same(row, entry, ours)
        if not same:
            self._outcome.see(entry)
        if kind_of(ours) != kind:
            self._outcome.refuse(row.where, Refused("id-of-another", kind=kind_of(ours)))
        else:
            self._outcome.still_private += loses_its_mark(row, ours)
            if ours.deleted_ms is not None and entry.deleted_ms is None:
                self._outcome.lies_in_trash(ours, kind)
            elif same:
                self._outcome.counts.here[kind] += 1
                self._outcome.not_said |= not_said(row, ours)
            else:
                self._outcome.differ(self._changed(row, entry, ours), kind)
            self._references.add(entry)
        self._left_out.add(entry.id)

    def _says_the_same(self, row: FoundRow, entry: Entry, ours: Entry) -> bool:
        """As it stands there, or naming ours where the file names what was joined or kept apart before."""
        meant = self._references.settled(entry)
        same = says_the_same(row, entry, ours, self._here) or says_the_same(row, meant, ours, self._here)
        return same and (ours.deleted_ms is not None or not self._adds_beside(row, entry, ours))

    def _adds_beside(self, row: FoundRow, entry: Entry, ours: Entry) -> bool:
        """Whether its note or preparation says what the journal does not."""
        if not row.without_id or not isinstance(entry, Dose):
            return False
        if not adds_beside(row, entry, ours, entry.note, self._here):
            return False
        return adds_beside(row, entry, ours, self._recognised.note_left(entry), self._here)

    def _changed(self, row: FoundRow, entry: Entry, ours: Entry) -> ChangedRow | None:
        """Theirs in place of ours; None where a choice about all rows must not decide it: settings, and the trash."""
        if isinstance(entry, Setting) or entry.deleted_ms is not None or ours.deleted_ms is not None:
            return None
        meant = self._references.settled(entry)
        if not row.without_id:
            return ChangedRow(row.where, ours, as_kept(meant, ours), about=self._about(ours, meant))
        another = may_be_another(entry) and entry.id != ours.id and not says_the_same(row, meant, ours, self._here)
        theirs = with_values_of(ours, meant)
        return ChangedRow(row.where, ours, theirs, entry if another else None, self._about(ours, theirs))

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
        self._outcome.unlinked.update(self._references.loses_a_link(entry))
        if isinstance(entry, Dose) and entry.note and row.without_id:
            left = self._recognised.note_left(entry)
            if left != entry.note:
                self._notes_left[entry.id] = left
        missing = self._references.missing(entry)
        if missing is None:
            self._references.add(entry)
            if self._marks_may_contradict:
                self._days_marked_none.note(entry)
        self._close(row, missing)

    def _close(self, row: FoundRow, missing: str | None) -> None:
        entry = row.entry
        assert isinstance(entry, Entry)
        self._outcome.see(entry)
        if missing is None:
            self._outcome.counts.new[kind_of(entry)] += 1
            if row.without_id or not recorded_ms(entry):  # what a journal wrote down was asked about there
                self._outcome.ask_about(row.where, entry, self._last_day)
            self._outcome.medicines.take(entry)
            self._outcome.lists.take(entry)
            if self._outcome.names.joining.equal is Twins.JOIN:
                self._twins.take(row.where, self._references.settled(entry))
            self._outcome.later += self._is_later(entry)
            if isinstance(entry, Product) and row.kindless:
                self._outcome.kindless.append(entry)
                self._usual_units.name(entry)
            if isinstance(entry, Dose) and entry.product is not None:
                self._outcome.doses_of[entry.product] += 1
                self._usual_units.see(entry)
        else:
            self._left_out.add(entry.id)
            self._outcome.refuse(row.where, Refused("reference-unknown", field=missing))

    def _is_later(self, entry: Entry) -> bool:
        """Whether a time or a day of it lies ahead; only days of plans may."""
        if isinstance(entry, Timed):
            return entry.at.utc_ms > self._latest_ms
        if isinstance(entry, Symptom):  # from when until when it is asked about may be planned
            return False
        days = (getattr(entry, name) for name in past_days(kind_of(entry)))
        return any(day is not None and not has_come(day, self._last_day) for day in days)

    # --- second reading -------------------------------------------------------------------------------------------

    def again(self, source: Source, changed: Changed) -> Iterator[Entry]:
        """The new entries as they are to be written, and what of the file is taken instead of ours."""
        taken, by_meaning = IdSet(), self._by_meaning.afresh()
        for row in source.rows():
            if not isinstance(row, FoundRow):
                continue
            entry = self._joined.kept_apart(by_meaning.identified(row)).entry
            if isinstance(entry, Entry) and entry.id not in self._left_out:
                if entry.id not in self._seen:
                    raise Refused("file-changed")
                if taken.add(entry.id):
                    yield self._as_written(entry)
        yield from self._our_marks
        written = (row.written(changed) for row in self._outcome.changed)
        yield from (self._as_written(entry) for entry in written if entry is not None)

    def _as_written(self, entry: Entry) -> Entry:
        entry = self._outcome.names.as_written(self._references.settled(entry))
        if isinstance(entry, Dose) and entry.id in self._notes_left:
            entry = replace(entry, note=self._notes_left[entry.id])
        if isinstance(entry, Product):
            entry = self._usual_units.with_its_own(entry)
        if isinstance(entry, Symptom) and entry.main and self._references.have_main:
            entry = replace(entry, main=False)
        return self._days_marked_none.settled(entry) if self._marks_may_contradict else entry
