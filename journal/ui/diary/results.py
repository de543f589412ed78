"""What was found, or what lies in the trash, as a list grouped by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QObject, Signal

from journal.core.entries import DayMark, Entry, Timed
from journal.core.moments import journal_day
from journal.ui.diary.model import DiaryRows, Index
from journal.ui.diary.names import Names
from journal.ui.diary.rows import Row, RowKind, rows_of_entries
from journal.ui.kit.bridge import Bridge

_ROOT = QModelIndex()


class FoundModel(DiaryRows):
    """Entries below the day that they belong to; asks for more when the end comes into view."""

    more_wanted = Signal()

    def __init__(self, bridge: Bridge, names: Names, parent: QObject | None = None) -> None:
        super().__init__(bridge, names, parent)
        self._rows: list[Row] = []
        self._more = False
        self.entries = 0

    def show_entries(self, entries: Sequence[Entry], more: bool) -> None:
        """Show these, newest first; ``more``: there are older ones."""
        day_start = self._bridge.logbook.preferences.day_start
        self._show([row for day, group in _by_day(entries, day_start) for row in _with_header(day, group)], more)
        self.entries = len(entries)

    def show_deleted(self, entries: Sequence[Entry]) -> None:
        """Show what is in the trash, grouped by the day it was deleted on."""
        self._show([row for day, group in self._by_deletion(entries) for row in _with_header(day, group)], False)
        self.entries = len(entries)

    def _show(self, rows: list[Row], more: bool) -> None:
        """What is at the top already stays there, so that a list that grows keeps its place."""
        self.beginResetModel()
        self._rows, self._more = rows, more
        self.endResetModel()

    def _by_deletion(self, entries: Sequence[Entry]) -> Iterable[tuple[dt.date, list[Entry]]]:
        from journal.core.moments import moment_at

        zone = self._bridge.clock.zone_name()
        for day, group in groupby(entries, lambda each: moment_at(each.deleted_ms or 0, zone).local.date()):
            yield day, list(group)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def row(self, number: int) -> Row | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, entry_id: str) -> int | None:
        """The row that holds this entry."""
        return next((number for number, row in enumerate(self._rows) if entry_id in row.ids), None)

    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index = _ROOT) -> None:
        self._more = False
        self.more_wanted.emit()


def _by_day(entries: Sequence[Entry], day_start: int) -> Iterable[tuple[dt.date, list[Entry]]]:
    days: dict[dt.date, list[Entry]] = {}
    for entry in entries:
        day = _day_of(entry, day_start)
        if day is not None:
            days.setdefault(day, []).append(entry)
    return sorted(days.items(), reverse=True)


def _day_of(entry: Entry, day_start: int) -> dt.date | None:
    if isinstance(entry, Timed):
        return journal_day(entry.at, day_start)
    return entry.day if isinstance(entry, DayMark) else None


def _with_header(day: dt.date, entries: Sequence[Entry]) -> list[Row]:
    # rows_of_entries expects the order of writing and turns it round.
    rows = rows_of_entries(day, list(reversed(entries)))
    return [Row(RowKind.DAY, day, found=len(rows)), *rows]
