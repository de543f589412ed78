"""The calendar: one cell a day, weeks as columns; what is not known of a day looks unlike every amount."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.charts.day_words import DayWords, overview_words
from journal.charts.group_days import GroupShown, amount_on, doses_on
from journal.charts.series import axis_to, outlier_bound
from journal.insights.days import DayFigures, DayState
from journal.insights.group_words import group_inside, unit_a_day, unit_sign
from journal.insights.statistics import median
from journal.insights.summary import Unit
from journal.texts import Texts

LEVELS = 5
YEARS_AT_MOST = 10
WEEKS_IN_ONE_BLOCK = 54


class Measure(StrEnum):
    """What the cells show."""

    AMOUNT = "amount"
    DOSES = "doses"
    SYMPTOM = "symptom"


class CellKind(StrEnum):
    """What is known of a day, by measure."""

    VALUE = "value"
    NONE = "none"  # confirmed day without
    AT_LEAST = "at_least"  # something was taken, and not all of it is known
    STRONG = "strong"  # doses of other groups only
    OTHER = "other"  # entries, but not of this measure
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Cell:
    """One day: ``level`` 0 to 4 for a value, ``value`` in grams, doses or points (the least that is known)."""

    kind: CellKind
    value: float | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class CalendarData:
    """The calendar of a period; ``blocks`` are runs of days (first, count) drawn below each other, by year if long.

    ``top`` is where the fifth step ends, if nothing is above it. ``left_out``: days before the first one shown.
    """

    words: DayWords
    measure: Measure
    cells: tuple[Cell, ...]
    bounds: tuple[float, ...]
    blocks: tuple[tuple[int, int], ...]
    left_out: int = 0

    @property
    def texts(self) -> Texts:
        """The language it speaks."""
        return self.words.texts

    @property
    def name(self) -> str:
        """What the chart is called."""
        return self.texts("Calendar: {measure} by day", measure=self.measure_name())

    @property
    def count(self) -> int:
        """How many days."""
        return len(self.cells)

    @property
    def strides(self) -> tuple[int, int]:
        """To the right is the next week, down is the next day."""
        return 7, 1

    def measure_name(self) -> str:
        """What the cells show, in words."""
        return {
            Measure.AMOUNT: self._of_group(self.words.groups, amount=True),
            Measure.DOSES: self._of_group(self.words.groups, amount=False),
            Measure.SYMPTOM: self.words.symptom or self.texts("main symptom"),
        }[self.measure]

    def unit_sign(self) -> str:
        """What amounts are in."""
        return unit_sign(self.texts, self.words.groups[0].unit)

    def _of_group(self, groups: Sequence[GroupShown], amount: bool) -> str:
        """The cells show the most used group: amounts and doses of groups are never added."""
        texts = self.texts
        if not groups:
            return texts("doses a day")
        group, unit = group_inside(texts, groups[0].group), groups[0].unit if amount else Unit.NONE
        return texts("{group}, {unit}", group=group, unit=unit_a_day(texts, unit))

    def day(self, index: int) -> dt.date:
        """The date of a day."""
        return self.words.days[index].day

    def day_of_week(self, index: int) -> int:
        """How many days its week had before it, in the reader's region."""
        return (self.day(index).weekday() - self.texts.first_weekday) % 7

    def sentence(self, index: int) -> str:
        """A day in words."""
        return self.words.sentence(index)

    def description(self) -> str:
        """The whole chart in words."""
        words = self.words.description()
        if self.left_out:
            words += " " + self.texts("The calendar shows the last {years} years.", years=YEARS_AT_MOST)
        return words

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Column names, and one row a day."""
        return self.words.table()

    def weeks(self) -> int:
        """The columns of the widest block."""
        return max(-(-(self.day_of_week(first) + count) // 7) for first, count in self.blocks)

    def least_height(self, width: float, label: float) -> float:
        """Room for the blocks with their month names, and for the key below."""
        cell = min(label * 2.4, max(label * 0.6, (width - label * 4) / self.weeks()))
        return len(self.blocks) * (cell * 7 + label * 2.4) + label * 4.5


def calendar_data(
    days: Sequence[DayFigures],
    ratings_by_day: Sequence[Sequence[int]],
    texts: Texts,
    symptom: str | None,
    groups: Sequence[GroupShown],
    measure: Measure,
) -> CalendarData:
    """The calendar of these days, at least one, in order; of more than ten years the last ten.

    ``groups``: the most used first; the cells show that one, its doses where it has no unit for amounts.
    """
    keep = _days_kept(days)
    words = overview_words(days[-keep:], ratings_by_day[-keep:], texts, symptom, groups)
    first = groups[0] if groups else None
    if measure is Measure.AMOUNT and (first is None or first.unit is Unit.NONE):
        measure = Measure.DOSES
    plain = [_cell(day, ratings, measure, first) for day, ratings in zip(words.days, words.ratings, strict=True)]
    bounds = _bounds(plain, measure)
    cells = tuple(_levelled(cell, bounds) for cell in plain)
    return CalendarData(words, measure, cells, bounds, _blocks(words.days), left_out=len(days) - keep)


def _days_kept(days: Sequence[DayFigures]) -> int:
    first_year = days[-1].day.year - YEARS_AT_MOST + 1
    return sum(day.day.year >= first_year for day in days)


def _cell(day: DayFigures, ratings: Sequence[int], measure: Measure, shown: GroupShown | None) -> Cell:
    if day.state is DayState.EMPTY:
        return Cell(CellKind.EMPTY)
    if measure is Measure.SYMPTOM:
        return Cell(CellKind.VALUE, median(ratings)) if ratings else Cell(CellKind.OTHER)
    if day.state is not DayState.USE:
        return Cell(CellKind.NONE, 0.0) if day.state is DayState.NONE else Cell(CellKind.OTHER)
    return Cell(CellKind.STRONG) if shown is None else _group_cell(day, shown, measure)


def _group_cell(day: DayFigures, shown: GroupShown, measure: Measure) -> Cell:
    known = amount_on(day, shown) if measure is Measure.AMOUNT else doses_on(day, shown)
    if known is None:
        return Cell(CellKind.STRONG)
    if known.at_least:
        return Cell(CellKind.AT_LEAST, known.value or None)
    return Cell(CellKind.VALUE, known.value)


def _bounds(cells: Sequence[Cell], measure: Measure) -> tuple[float, ...]:
    """The upper ends of the first four steps; doses and ratings have whole ones."""
    if measure is Measure.SYMPTOM:
        return (2, 4, 6, 8)
    values = [cell.value for cell in cells if cell.kind is CellKind.VALUE and cell.value is not None]
    bound = outlier_bound(values)
    highest = max((value for value in values if value <= bound), default=0.0)
    if measure is Measure.DOSES:
        width = max(1, -(-int(highest) // LEVELS))
        return tuple(float(width * step) for step in range(1, LEVELS))
    top = axis_to(highest).top
    return tuple(round(top * step / LEVELS, 6) for step in range(1, LEVELS))


def _levelled(cell: Cell, bounds: Sequence[float]) -> Cell:
    if cell.kind is not CellKind.VALUE or cell.value is None:
        return cell
    return Cell(cell.kind, cell.value, sum(cell.value > bound for bound in bounds))


def _blocks(days: Sequence[DayFigures]) -> tuple[tuple[int, int], ...]:
    """One block, or one a calendar year when the weeks would be too many to stand side by side."""
    if len(days) <= (WEEKS_IN_ONE_BLOCK - 1) * 7:
        return ((0, len(days)),)
    starts = [0, *(n for n, day in enumerate(days) if n and (day.day.month, day.day.day) == (1, 1))]
    return tuple((start, end - start) for start, end in zip(starts, [*starts[1:], len(days)], strict=True))
