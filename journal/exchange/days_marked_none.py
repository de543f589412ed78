"""No day is marked "none today" and has doses: where an import brings both together, the file's mark is left out, and
ours goes to the trash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol, TypeGuard

from journal.core.entries import DayMark, DayMarkKind, Dose, Entry
from journal.core.journal_day import journal_day
from journal.core.preferences import Preferences
from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.trashed_rows import first_named
from journal.texts import Texts


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
        self._marks_there: list[DayMark] = []

    def note(self, entry: Entry) -> None:
        """Take a new entry into account."""
        if _live_dose(entry):
            self._doses_there.add(self._day(entry))
        if _says_none(entry):
            self._marks_there.append(entry)

    def left_out(self) -> list[DayMark]:
        """Of the new marks, once every row was read, those of days with doses."""
        return [mark for mark in self._marks_there if mark.day in self._doses_here | self._doses_there]

    def settled(self, entry: Entry) -> Entry:
        """What takes the place of ours as it is to be written: in the trash if it is a mark of a day with doses."""
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


def remark_on_days(plan: ImportOutcome, texts: Texts) -> list[str]:
    """Which days the file calls "none" that have doses, and which of ours have doses in the file; () without any."""
    lines = list[str]()
    if plan.not_none:
        one = "{n} day that the file marks as “none” has doses. That mark is left out:"
        many = "{n} days that the file marks as “none” have doses. Those marks are left out:"
        lines += [texts.plural(one, many, len(plan.not_none)), *first_named(plan.not_none, texts)]
    if plan.no_longer_none:
        one = "{n} day that you marked as “none” has doses in the file. Your mark goes to the trash:"
        many = "{n} days that you marked as “none” have doses in the file. Your marks go to the trash:"
        lines += [texts.plural(one, many, len(plan.no_longer_none)), *first_named(plan.no_longer_none, texts)]
    return lines


def _live_dose(entry: Entry) -> TypeGuard[Dose]:
    return isinstance(entry, Dose) and entry.deleted_ms is None


def _says_none(entry: Entry) -> TypeGuard[DayMark]:
    return isinstance(entry, DayMark) and entry.mark is DayMarkKind.NONE_TODAY and entry.deleted_ms is None
