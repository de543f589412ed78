"""The diary as a list: row numbers by arithmetic, days read when they come into view, changes without losing place."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from journal.core.entries import DIARY_KINDS
from journal.core.queries import Day
from journal.ui.diary.row_model import DiaryRows, Index
from journal.ui.diary.sections import Outline, Section, Splice, outline_of
from journal.ui.entries.diary_rows import Row, RowKind, header_row, rows_of, run_row
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.tasks import run_in_background, while_alive

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet

Counts = dict[dt.date, int]
Key = tuple[object, ...]
Known = Mapping[dt.date, tuple[Row, ...]]

_DAYS_KEPT = 200
_DAYS_READ_AT_ONCE = 14
_COUNTED_DAY_BY_DAY_UP_TO = 62
_ROOT = QModelIndex()
_NO_CUT = (1 << 62, 0)


class DiaryModel(DiaryRows):
    """Every journal day, newest first: a header and one row for each thing recorded."""

    loaded = Signal()
    refused = Signal(object)  # the journal could not be read while counting

    def __init__(self, bridge: Bridge, names: Names, parent: QObject | None = None) -> None:
        super().__init__(bridge, names, parent)
        self._outline = Outline()
        self._counts: dict[dt.date, int] = {}
        self._total = 0
        # While rows are being replaced: where, and how many rows of the former outline are removed already.
        self._cut = _NO_CUT
        self._loading = 0
        self.is_loaded = self.counting = False
        self._days: OrderedDict[dt.date, tuple[Row, ...]] = OrderedDict()
        self._wrong: dict[dt.date, int] = {}
        self._correction = QTimer(self)
        self._correction.setSingleShot(True)
        self._correction.timeout.connect(self._correct)

    # --- loading ---

    def load(self) -> None:
        """Count every day in a worker, because there may be very many, and show them."""
        self._loading += 1
        self.counting = True
        ticket, logbook, today = self._loading, self._bridge.logbook, self._bridge.logbook.today()

        def count() -> tuple[Counts, Outline]:
            counts = {of_day.day: of_day.rows for of_day in logbook.day_counts()}
            return counts, outline_of(counts, today)

        def counted(counts: tuple[Counts, Outline]) -> None:
            self._loaded(ticket, *counts)

        run_in_background(count, while_alive(self, counted), while_alive(self, self.refused.emit))

    def _loaded(self, ticket: int, counts: Counts, outline: Outline) -> None:
        if ticket != self._loading:
            return  # a change came in between, and it is being counted again
        self.beginResetModel()
        self._counts, self._outline, self._total = counts, outline, outline.total
        self._forget_days()
        self.endResetModel()
        self.is_loaded, self.counting = True, False
        self.loaded.emit()

    def _forget_days(self) -> None:
        self._days.clear()
        self._wrong.clear()

    # --- reading ---

    @called_by_qt
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._total

    def row(self, number: int) -> Row | None:
        if not 0 <= number < self._total:
            return None
        if number >= self._cut[0]:
            number += self._cut[1]
        section, entry = self._outline.place(number)
        shown = self._outline.sections[section]
        if shown.is_run:
            return run_row(shown.newest, shown.oldest)
        rows = self._rows(section)
        place = 0 if entry is None else entry + 1
        return rows[place] if place < len(rows) else None

    def row_of_day(self, day: dt.date) -> int | None:
        """The number of the header that this day stands under."""
        section = self._outline.section_of(day)
        return None if section is None else self._outline.start(section)

    def row_of_entry(self, day: dt.date, entry_id: str) -> int | None:
        """The number of the row that holds this entry of that day."""
        section = self._outline.section_of(day)
        if section is None or self._outline.sections[section].is_run:
            return None
        for place, row in enumerate(self._rows(section)):
            if entry_id in row.ids and place <= self._outline.sections[section].rows:
                return self._outline.start(section) + place
        return None

    def _rows(self, section: int) -> tuple[Row, ...]:
        """The header and rows of a day, read together with its neighbours."""
        day = self._outline.sections[section].newest
        if day not in self._days:
            self._read_around(section)
        self._days.move_to_end(day)
        return self._days[day]

    def _read_around(self, section: int) -> None:
        newest, oldest = self._outline.sections[section], self._outline.sections[section]
        # The list is read from top to bottom more often than upwards, so most of what is read ahead lies below.
        for below in range(section, min(section + _DAYS_READ_AT_ONCE, len(self._outline.sections))):
            near = self._outline.sections[below]
            if near.is_run or (newest.newest - near.oldest).days >= _DAYS_READ_AT_ONCE:
                break
            oldest = near
        for day in self._bridge.readable_days(oldest.oldest, newest.newest).days:
            self._keep(day)

    def _keep(self, day: Day) -> None:
        rows = rows_of(day)
        self._days[day.day] = (header_row(day), *rows)
        self._days.move_to_end(day.day)
        while len(self._days) > _DAYS_KEPT:
            self._days.popitem(last=False)
        if len(rows) != self._counts.get(day.day, 0):
            # Another window writes into the file that this one only views, or a dose lies in the trash.
            self._wrong[day.day] = len(rows)
            self._correction.start(0)

    # --- changes ---

    def apply(self, change: ChangeSet) -> None:
        """Show what a write changed and leave everything else where it is."""
        self._names.forget_entries()
        if change.kinds & {"product", "unit", "symptom"}:
            self._names.refresh()
            self._words_changed()
        elif change.kinds & {"substance", "condition", "intake", "statement"}:
            self._words_changed()  # what was said of a list holds for the list as it was
        if "setting" in change.kinds or (change.kinds & set(DIARY_KINDS) and change.first_day is None):
            self.load()
        elif change.first_day is not None and change.last_day is not None:
            self._days_changed(change.first_day, change.last_day)

    def refresh_today(self) -> None:
        """Give a new day its header."""
        today = self._bridge.logbook.today()
        self._show(self._outline.changed(self._counts, today, today, today), {})

    def _words_changed(self) -> None:
        if self._total:
            self.dataChanged.emit(self.index(0), self.index(self._total - 1))

    def _days_changed(self, first: dt.date, last: dt.date) -> None:
        if (last - first).days >= _COUNTED_DAY_BY_DAY_UP_TO or not self.is_loaded:
            self.load()
            return
        days = self._bridge.readable_days(first, last).days
        fresh = {day.day: (header_row(day), *rows_of(day)) for day in days}
        counts = self._counts | {day: len(rows) - 1 for day, rows in fresh.items()}
        # A count that is under way in the worker may have begun before this change.
        if self.counting:
            self.load()
        splice = self._outline.changed(counts, first, last, self._bridge.logbook.today())
        self._counts = counts
        self._show(splice, fresh)

    def _correct(self) -> None:
        """Days that held more or fewer rows than were counted."""
        wrong, self._wrong = self._wrong, {}
        if not wrong:
            return
        self._counts.update(wrong)
        today = self._bridge.logbook.today()
        self._show(self._outline.changed(self._counts, min(wrong), max(wrong), today), {})

    def _show(self, splice: Splice, days: Known) -> None:
        """Move to another outline, and to these days' new rows, by taking out and putting in as few as possible."""
        stale, (fresh, head, tail) = self._outline, splice
        if not stale.sections or not fresh.sections:
            self.beginResetModel()
            self._switch_to(fresh, days)
            self.endResetModel()
            return
        old = _keys(stale, head, len(stale.sections) - tail, self._days)
        new = _keys(fresh, head, len(fresh.sections) - tail, {**self._days, **days})
        kept_above, kept_below = _same_ends(old, new)
        first = stale.start(head) + kept_above
        self._take_out(first, len(old) - kept_above - kept_below)
        self._put_in(first, len(new) - kept_above - kept_below, fresh, days)
        self._tell_changed(fresh, days)

    def _switch_to(self, fresh: Outline, days: Known) -> None:
        self._outline, self._total, self._cut = fresh, fresh.total, _NO_CUT
        for day, rows in days.items():
            self._days[day] = rows
            self._days.move_to_end(day)

    def _take_out(self, first: int, count: int) -> None:
        if count:
            self.beginRemoveRows(_ROOT, first, first + count - 1)
            self._total -= count
            self._cut = (first, count)
            self.endRemoveRows()

    def _put_in(self, first: int, count: int, fresh: Outline, days: Known) -> None:
        if count:
            self.beginInsertRows(_ROOT, first, first + count - 1)
        self._switch_to(fresh, days)
        if count:
            self.endInsertRows()

    def _tell_changed(self, fresh: Outline, touched: Iterable[dt.date]) -> None:
        """The days whose rows may read differently now."""
        for day in touched:
            section = fresh.section_of(day)
            if section is not None:
                start, end = fresh.start(section), fresh.start(section + 1) - 1
                self.dataChanged.emit(self.index(start), self.index(end))


def _keys(outline: Outline, first: int, end: int, known: Known) -> list[Key]:
    """What tells the rows of these sections apart from one outline to the next."""
    return [key for section in outline.sections[first:end] for key in _keys_of(section, known.get(section.newest))]


def _keys_of(section: Section, rows: tuple[Row, ...] | None) -> list[Key]:
    header: Key = (RowKind.DAY, section.newest, section.oldest)
    if rows is not None and len(rows) == section.rows + 1:
        return [header, *(row.key for row in rows[1:])]
    return [header, *((section.newest, number) for number in range(section.rows))]


def _same_ends(old: list[Key], new: list[Key]) -> tuple[int, int]:
    shorter = min(len(old), len(new))
    above = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - above
    below = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return above, below
