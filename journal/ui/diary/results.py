"""What was found, and what lies in the trash, as lists grouped by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import QModelIndex, QObject, Signal

from journal.core.entries import Entry, Phase, Rating
from journal.core.kinds import day_of
from journal.core.moments import moment_at
from journal.ui.diary.row_model import DiaryRows, Index
from journal.ui.entries.diary_rows import Row, RowKind, rows_of, rows_of_entries
from journal.ui.entries.line import Line
from journal.ui.entries.listed import listed_kind_of
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.called_by_qt import called_by_qt

_ROOT = QModelIndex()
_DAYS_KEPT = 100


class ListedRows(DiaryRows):
    """A list short enough to be held as a whole."""

    def __init__(self, bridge: Bridge, names: Names, parent: QObject | None = None) -> None:
        super().__init__(bridge, names, parent)
        self._rows: list[Row] = []

    def _show(self, rows: list[Row]) -> None:
        """Rows that only continue what is shown are added below it, so that a growing list keeps its place."""
        known = len(self._rows)
        if known and [row.key for row in rows[:known]] == [row.key for row in self._rows]:
            self._continue(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _continue(self, rows: list[Row]) -> None:
        known = len(self._rows)
        self._rows[:] = rows[:known]
        self.dataChanged.emit(self.index(0), self.index(known - 1))
        if len(rows) > known:
            self.beginInsertRows(_ROOT, known, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()

    @called_by_qt
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def row(self, number: int) -> Row | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, entry_id: str) -> int | None:
        """The row that holds this entry."""
        return next((number for number, row in enumerate(self._rows) if entry_id in row.ids), None)


class FoundModel(ListedRows):
    """What a search found, below the day that it belongs to; asks for more when the end comes into view."""

    more_wanted = Signal()

    def __init__(self, bridge: Bridge, names: Names, parent: QObject | None = None) -> None:
        super().__init__(bridge, names, parent)
        self._more = False
        self._days: dict[dt.date, tuple[Row, ...]] = {}

    @property
    def rows_found(self) -> int:
        """How many rows were found."""
        return sum(1 for row in self._rows if row.entries)

    def line(self, number: int) -> Line | None:
        """What is about no day says what it is; below a day's header the day is known."""
        line, row = super().line(number), self.row(number)
        kind = None if row is None or not row.entries else listed_kind_of(row.entries[0])
        if line is None or kind is None:
            return line
        name = self._bridge.texts(kind.name)
        name_and_fact = (name if name != line.title else "", line.fact)
        return replace(
            line,
            fact=" · ".join(part for part in name_and_fact if part),
            spoken=", ".join(part for part in (line.title, line.detail, *name_and_fact) if part),
        )

    def row(self, number: int) -> Row | None:
        """The whole row: a search for nausea finds one rating, but it was made together with others."""
        header = super().row(number)
        if header is None or not header.entries or listed_kind_of(header.entries[0]) is not None:
            return header
        return next((row for row in self._day(header.day) if header.entries[0].id in row.ids), header)

    def _day(self, day: dt.date) -> tuple[Row, ...]:
        if day not in self._days:
            if len(self._days) >= _DAYS_KEPT:
                self._days.clear()
            self._days[day] = rows_of(self._bridge.logbook.days(day, day)[0])
        return self._days[day]

    def show_entries(self, entries: Sequence[Entry], more: bool, on_lists: Sequence[Entry] = ()) -> None:
        """Show these, newest first, below what is ``on_lists``; ``more``: there are older ones."""
        day_start = self._bridge.logbook.preferences.day_start
        self._more = more
        self._days.clear()
        by_day = [row for day, group in _by_day(entries, day_start) for row in _with_header(day, group)]
        self._show([*_of_lists(self._bridge.logbook.today(), on_lists), *by_day])

    @called_by_qt
    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        return self._more and not parent.isValid()

    @called_by_qt
    def fetchMore(self, parent: Index = _ROOT) -> None:
        self._more = False
        self.more_wanted.emit()


class TrashModel(ListedRows):
    """What was deleted, below the day on which it was; the fact at the right says to which day it belonged."""

    def show_deleted(self, entries: Sequence[Entry]) -> None:
        """Show these, last deleted first."""
        zone = self._bridge.clock.zone_name()
        days = groupby(entries, lambda entry: moment_at(entry.deleted_ms or 0, zone).local.date())
        self._show([row for day, group in days for row in _with_header(day, list(group))])

    def line(self, number: int) -> Line | None:
        line, row = super().line(number), self.row(number)
        if line is None or row is None:
            return None
        texts = self._bridge.texts
        if not row.entries:
            deleted = texts("Deleted on {day}", day=texts.full_day(row.day))
            return replace(line, title=deleted, fact="", spoken=deleted)
        day = self._bridge.logbook.day_of(row.entries[0])
        fact = "" if day is None else texts.short_day(day)
        spoken = ", ".join(part for part in (line.title, line.detail, line.time, fact) if part)
        return replace(line, fact=fact, spoken=spoken)


def _of_lists(today: dt.date, entries: Sequence[Entry]) -> list[Row]:
    """Below a header of their own; the day is not shown."""
    rows = [Row(RowKind.ENTRIES, today, (entry,)) for entry in entries]
    return [Row(RowKind.LISTS, today, rows_found=len(rows)), *rows] if rows else []


def _by_day(entries: Sequence[Entry], day_start: int) -> Iterable[tuple[dt.date, list[Entry]]]:
    days: dict[dt.date, list[Entry]] = {}
    for entry in entries:
        day = day_of(entry, day_start)
        if day is not None:
            days.setdefault(day, []).append(entry)
    return sorted(days.items(), reverse=True)


def _with_header(day: dt.date, entries: Sequence[Entry]) -> list[Row]:
    # rows_of_entries expects the order of writing and turns it round.
    rows = _one_for_each_dose(rows_of_entries(day, list(reversed(entries))))
    return [Row(RowKind.DAY, day, rows_found=len(rows)), *rows]


def _one_for_each_dose(rows: Iterable[Row]) -> list[Row]:
    """Before-ratings stand in their dose's row, so several of them that were found are one row too."""
    kept: dict[object, Row] = {}
    for row in rows:
        first = row.entries[0]
        before = isinstance(first, Rating) and first.phase is Phase.BEFORE and first.dose is not None
        kept.setdefault(first.dose if before and isinstance(first, Rating) else row.key, row)
    return list(kept.values())
