"""What the pages must say of what was measured at home, from the rows: the last one, how often, lowest and highest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from journal.reports import ReportOptions
from tests.oracle.reading import File

_DAY = "(utc_ms + offset_s * 1000 - :start * 60000) / 86400000"
_ROWS = f"""
SELECT utc_ms, utc_ms + offset_s * 1000 AS local_ms, systolic, diastolic, pulse, weight, weight_unit, sleep, quality
FROM measurement WHERE deleted_ms IS NULL AND NOT private AND {_DAY} BETWEEN :first AND :last ORDER BY utc_ms
"""  # noqa: S608
_HIGH = (160, 110)  # upper and lower number, either of them; the same on everybody's pages
_NAMED = 8
# Term, column, what a number is divided by, unit.
_SINGLE = (
    ("Pulse", "pulse", 1, " a minute"),
    ("Sleep", "sleep", 1000, " hours"),
    ("Quality of sleep (10 best)", "quality", 1, ""),
)


class MeasuredAtHome:
    """Of one journal's pages, which look at the days ``first`` to ``last``."""

    def __init__(self, file: File, options: ReportOptions, first: int, last: int) -> None:
        rows = file.rows(_ROWS, start=file.start, first=first, last=last)
        self._rows = rows if options.measurements else []
        self._start, self._end = file.start, options.period.last

    def lines(self) -> Iterator[str]:
        """Every line that must stand behind page 1."""
        yield from self._pressures()
        for term, column, divided, unit in _SINGLE:
            yield from self._single(term, self._rows, column, divided, unit)
        for unit in ("kg", "lb"):
            of_unit = [row for row in self._rows if row["weight_unit"] == unit]
            yield from self._single("Weight", of_unit, "weight", 1000, f" {unit}")

    def page_one(self, day_words: Callable[[dt.date], str]) -> Iterator[str]:
        """The highest and the last one, if any is high."""
        known = [row for row in self._rows if row["systolic"] or row["diastolic"]]
        if not any(map(_is_high, known)):
            return
        upper = max(reversed(known), key=lambda row: (row["systolic"] or 0, row["diastolic"] or 0))
        lower = max(reversed(known), key=lambda row: (row["diastolic"] or 0, row["systolic"] or 0))
        highest = [upper] if upper["diastolic"] == lower["diastolic"] else [upper, lower]
        said = " and ".join(f"{_pressure(row)} on {day_words(_local(row).date())}{self._after(row)}" for row in highest)
        last = known[-1]
        if len(known) == 1:
            yield f"Blood pressure: {said}"
        elif highest == [last]:
            yield f"Blood pressure: highest and last {said}"
        else:
            on_day = f"{day_words(_local(last).date())}{self._after(last)}"
            yield f"Blood pressure: highest {said}, last {_pressure(last)} on {on_day}"
        if more := sum(row not in highest and row is not last for row in known if _is_high(row)):
            yield f"and {more} more reading{'s' if more > 1 else ''} from {_HIGH[0]} or {_HIGH[1]} on: next pages"

    def _after(self, row: Any) -> str:
        day = (_local(row) - dt.timedelta(minutes=self._start)).date()
        return " (after this period)" if day > self._end else ""

    def _when(self, row: Any) -> str:
        at = _local(row)
        return f"{at.day} {at:%b %Y}, {at:%H:%M}{self._after(row)}"

    def _single(self, term: str, rows: list[Any], column: str, divided: int, unit: str) -> Iterator[str]:
        known = [row for row in rows if row[column] is not None]
        if not known:
            return
        numbers = [row[column] for row in known]
        low, high, last = (f"{number / divided:g}" for number in (min(numbers), max(numbers), numbers[-1]))
        ends = f": {low}–{high}" if len(known) > 1 else ""
        yield f"{term}. last {last}{unit} on {self._when(known[-1])}; n {len(known)}{ends}."

    def _pressures(self) -> Iterator[str]:
        known = [row for row in self._rows if row["systolic"] is not None or row["diastolic"] is not None]
        if not known:
            return
        ends = [
            f"{name} {min(numbers)}–{max(numbers)}"
            for name, column in (("upper", "systolic"), ("lower", "diastolic"))
            if (numbers := [row[column] for row in known if row[column] is not None])
        ]
        said = f": {', '.join(ends)}" if len(known) > 1 else ""
        yield f"Blood pressure. last {_pressure(known[-1])} mmHg on {self._when(known[-1])}; n {len(known)}{said}."
        high = [row for row in known if _is_high(row)][::-1]
        if high:
            named = [f"{_pressure(row)} on {self._when(row)}" for row in high[:_NAMED]]
            named += [f"and {len(high) - _NAMED} more"] if len(high) > _NAMED else []
            yield f"Upper number {_HIGH[0]} or more, or lower number {_HIGH[1]} or more. {'; '.join(named)}."


def _is_high(row: Any) -> bool:
    return bool((row["systolic"] or 0) >= _HIGH[0] or (row["diastolic"] or 0) >= _HIGH[1])


def _pressure(row: Any) -> str:
    if row["systolic"] is None:
        return f"lower {row['diastolic']}"
    return f"upper {row['systolic']}" if row["diastolic"] is None else f"{row['systolic']}/{row['diastolic']}"


def _local(row: Any) -> dt.datetime:
    return dt.datetime(1970, 1, 1) + dt.timedelta(milliseconds=row["local_ms"])
