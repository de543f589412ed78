"""No day is marked "none today" and has doses: where an import brings both together, the mark goes to the trash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol, TypeGuard

from journal.core.entries import DayMark, DayMarkKind, Dose, Entry
from journal.core.journal_day import journal_day
from journal.core.preferences import Preferences


class _Here(Protocol):
    @property
    def preferences(self) -> Preferences: ...
    def slices(self, kind: str) -> Iterator[list[Entry]]: ...


class DaysMarkedNone:
    """The days with doses, in the journal and in the file, and the marks that they contradict."""

    def __init__(self, here: _Here, now_ms: int) -> None:
        self._here = here
        self._now_ms = now_ms
        self._day_start = here.preferences.day_start
        self._doses_here = {self._day(dose) for part in here.slices("dose") for dose in part if _live_dose(dose)}
        self._doses_there: set[dt.date] = set()

    def note(self, entry: Entry) -> None:
        """Take a new entry into account."""
        if _live_dose(entry):
            self._doses_there.add(self._day(entry))

    def settled(self, entry: Entry) -> Entry:
        """A new mark as it is to be written: in the trash if its day has doses."""
        if _says_none(entry) and entry.day in self._doses_here | self._doses_there:
            return replace(entry, deleted_ms=self._now_ms)
        return entry

    def our_marks_in_the_way(self) -> list[Entry]:
        """Our marks on days to which the file brings doses, put in the trash."""
        return [
            replace(entry, deleted_ms=self._now_ms)
            for part in self._here.slices("day_mark")
            for entry in part
            if _says_none(entry) and entry.day in self._doses_there
        ]

    def _day(self, dose: Dose) -> dt.date:
        return journal_day(dose.at, self._day_start)


def _live_dose(entry: Entry) -> TypeGuard[Dose]:
    return isinstance(entry, Dose) and entry.deleted_ms is None


def _says_none(entry: Entry) -> TypeGuard[DayMark]:
    return isinstance(entry, DayMark) and entry.mark is DayMarkKind.NONE_TODAY and entry.deleted_ms is None
