"""One series by itself: numbers as they were written down, in their own unit; days without one stay open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from journal.charts.round_scale import Scale, scale_around
from journal.insights.lab_range import Limits, printed_limits
from journal.texts import Texts


class Written(NamedTuple):
    """A number on a day, counted from the chart's first; ``normal``: a laboratory's own range, as printed."""

    x: int
    number: Fraction
    normal: str = ""


class InPart(NamedTuple):
    """What was answered on a day of a questionnaire that gave no score, in words."""

    x: int
    words: str


@dataclass(frozen=True)
class SeriesData:
    """``key`` tells series apart, ``title`` and ``unit`` are its words. ``highest`` is that of what begins at 0.

    ``without_number``: entries that gave none (``as_printed``: their values are words); ``in_part``: what some of these
    say all the same. ``about`` says how a
    score comes about, ``where`` where the next number is written down.
    ``withheld``: what is shown in place of private numbers.
    """

    texts: Texts
    key: str
    title: str
    unit: str
    first: dt.date
    count: int
    values: tuple[Written, ...]
    highest: int | None = None
    without_number: int = 0
    as_printed: bool = False
    in_part: tuple[InPart, ...] = ()
    about: str = ""
    where: str = ""
    withheld: str = ""

    @property
    def name(self) -> str:
        """What it is of, with its unit; nothing else of what is withheld."""
        return self.title if self.withheld else self.texts("{name}, {unit}", name=self.title, unit=self.unit)

    @property
    def strides(self) -> tuple[int, int]:
        """To the right is the next day, down is the next week."""
        return 1, 7

    def day(self, index: int) -> dt.date:
        """The date of a day."""
        return self.first + dt.timedelta(days=index)

    @cached_property
    def by_day(self) -> dict[int, list[Written]]:
        """What was written down on each day that has something."""
        by_day: dict[int, list[Written]] = {}
        for value in self.values:
            by_day.setdefault(value.x, []).append(value)
        return by_day

    @cached_property
    def scale(self) -> Scale:
        """The axis: of what has a highest number all of it, else as much as is needed."""
        if self.highest is not None:
            half = self.highest / 2
            return Scale(0.0, float(self.highest), half if half == int(half) else float(self.highest))
        numbers = [float(value.number) for value in self.values] or [0.0, 1.0]
        limits = [float(limit) for limit in self.printed_range or () if limit is not None]
        return scale_around(min(numbers + limits), max(numbers + limits))

    @cached_property
    def printed_range(self) -> Limits | None:
        """The one range that laboratories printed beside these values; None: none, several, or not plainly a range."""
        limits = {printed_limits(value.normal, self.unit) for value in self.values if value.normal}
        return limits.pop() if len(limits) == 1 else None

    def runs(self) -> list[list[Written]]:
        """Numbers that a line may join: those of days that follow each other, where no day holds several."""
        runs: list[list[Written]] = []
        if len(self.by_day) < len(self.values):
            return runs
        for value in self.values:
            if runs and runs[-1][-1].x == value.x - 1:
                runs[-1].append(value)
            else:
                runs.append([value])
        return [run for run in runs if len(run) > 1]

    # --- words ---

    def number_words(self, number: Fraction) -> str:
        """As exact as it was written; a mean with one decimal."""
        thousandths = number * 1000
        return self.texts.number(round(thousandths), None if thousandths.denominator == 1 else 1)

    def value_words(self, value: Written) -> str:
        """With its unit, and of a lab result the range that the laboratory printed beside it."""
        unit = self.texts("of {highest}", highest=self.texts.integer(self.highest)) if self.highest else self.unit
        words = self.texts("{number} {unit}", number=self.number_words(value.number), unit=unit)
        if value.normal:
            return self.texts("{value} (the lab’s own range: {range})", value=words, range=value.normal)
        return words

    def how_many(self) -> str:
        """How many numbers on how many days, in words; and how many entries gave none."""
        texts, days = self.texts, len(self.by_day)
        numbers = texts.plural("{n} value", "{n} values", len(self.values))
        if days != len(self.values):
            on = texts.plural("{n} day", "{n} days", days)
            numbers = texts("{values} on {days}", values=numbers, days=on)
        if not self.without_number:
            return numbers
        none = texts.plural("{n} entry without a number", "{n} entries without a number", self.without_number)
        if self.as_printed:
            none = texts.plural("{n} value is not a number", "{n} values are not numbers", self.without_number)
        return texts("{values}, {more}", values=numbers, more=none)

    def last_words(self) -> str:
        """The last number with its day."""
        last = self.values[-1]
        day = self.texts.short_day(self.day(last.x))
        return self.texts("last: {value}, {day}", value=self.value_words(last), day=day)

    def in_part_words(self) -> str:
        """What was answered last without giving a number, with its day; empty: a number was given since."""
        if not self.in_part or (self.values and self.values[-1].x > self.in_part[-1].x):
            return ""
        last = self.in_part[-1]
        day = self.texts.short_day(self.day(last.x))
        return self.texts("{day}: {answers}", day=day, answers=last.words)

    def nothing_words(self) -> str:
        """What stands in place of a chart without a number; empty: there are some."""
        if self.withheld:
            return self.withheld
        if self.values:
            return ""
        texts, last = self.texts, self.day(self.count - 1)
        none = texts(
            "{name}: no number is written down from {first} to {last}.",
            name=self.title, first=texts.short_day(self.first), last=texts.short_day(last),
        )  # fmt: skip
        if self.without_number:
            none = f"{none} {self.how_many()}."
        if self.in_part:
            none = f"{none} {self.in_part_words()}."
        return f"{none} {self.where}".strip()

    def sentence(self, index: int) -> str:
        """A day in words."""
        written = [*map(self.value_words, self.by_day.get(index, [])), *self._in_part_on(index)]
        facts = ", ".join(written) or self.withheld or self.texts("no number of this")
        return self.texts("{day}: {facts}.", day=self.texts.full_day(self.day(index)), facts=facts.rstrip("."))

    def caption(self) -> str:
        """What the numbers are, and how many there are."""
        if self.nothing_words():
            return "" if self.withheld else self.about
        joined = self.texts("a line joins days that follow each other") if self.runs() else ""
        band = self.texts("grey: the lab’s own range") if self.printed_range else ""
        parts = (self.unit, self.about, self.how_many(), joined, band, self.in_part_words())
        return " · ".join(part for part in parts if part)

    def description(self) -> str:
        """The whole chart in words."""
        nothing = self.nothing_words()
        if nothing:
            return nothing
        texts, numbers = self.texts, [value.number for value in self.values]
        lowest, highest = self.number_words(min(numbers)), self.number_words(max(numbers))
        spread = texts("from {lowest} to {highest}", lowest=lowest, highest=highest)
        parts = (self.how_many(), spread, self.last_words(), self.in_part_words(), self.about)
        return "; ".join(part for part in parts if part) + "."

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Column names, and one row a day; of a laboratory's seldom values the days with one."""
        ranges = any(value.normal for value in self.values)
        day = self.texts("Day with a value") if self.as_printed else self.texts("Day")
        names = [day, self.name, *([self.texts("The lab’s own range")] if ranges else [])]
        return names, [self._row(index, ranges) for index in self._days_of_table]

    def day_of_row(self, row: int) -> dt.date:
        """The date of a row of the table."""
        return self.day(self._days_of_table[row])

    @cached_property
    def _days_of_table(self) -> Sequence[int]:
        return sorted(self.by_day) if self.as_printed else range(self.count)

    def cell(self, index: int) -> str:
        """The numbers of a day, without their unit, and what was answered without one."""
        numbers = [self.number_words(value.number) for value in self.by_day.get(index, [])]
        return ", ".join([*numbers, *self._in_part_on(index)])

    def _in_part_on(self, index: int) -> list[str]:
        return [answered.words for answered in self.in_part if answered.x == index]

    def _row(self, index: int, ranges: bool) -> list[str]:
        normal = dict.fromkeys(value.normal for value in self.by_day.get(index, []) if value.normal)
        return [self.texts.short_day(self.day(index)), self.cell(index), *([", ".join(normal)] if ranges else [])]

    def least_height(self, width: float, label: float) -> float:
        """Room for an axis that can be read."""
        return label * (12 if self.nothing_words() else 20)


@dataclass(frozen=True)
class SeriesSet:
    """Several series over the same days, each for itself: their table, and what is said of all."""

    texts: Texts
    first: dt.date
    count: int
    series: tuple[SeriesData, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.texts("Everything with a number, each by itself")

    @property
    def strides(self) -> tuple[int, int]:
        """To the right is the next day, down is the next week."""
        return 1, 7

    def day(self, index: int) -> dt.date:
        """The date of a day."""
        return self.first + dt.timedelta(days=index)

    def sentence(self, index: int) -> str:
        """A day in words."""
        facts = [f"{one.title}: {one.cell(index)}" for one in self.series if one.cell(index)]
        words = "; ".join(facts) or self.texts("no number")
        return self.texts("{day}: {facts}.", day=self.texts.full_day(self.day(index)), facts=words)

    def description(self) -> str:
        """All of them in words."""
        return " ".join(f"{one.name}: {one.description()}" for one in self.series)

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Column names, and one row a day."""
        days = [self.texts.short_day(self.day(index)) for index in range(self.count)]
        rows = [[day, *(one.cell(index) for one in self.series)] for index, day in enumerate(days)]
        return [self.texts("Day"), *(one.name for one in self.series)], rows

    def least_height(self, width: float, label: float) -> float:
        """It is never drawn as one picture."""
        return label
