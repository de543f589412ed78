"""What a person typed, kept in plain lists, and what it comes to: counted without anything of the program."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
Values = Sequence[float]
OfDay = Callable[[dt.date], "float | None"]


def days_back(last: dt.date, count: int) -> list[dt.date]:
    """So many days, the last included."""
    return [last - dt.timedelta(days=back) for back in range(count - 1, -1, -1)]


@dataclass
class Account:
    """Doses as (day, "leaf", "strong", "other" or "unnamed", milligrams); ratings as (day, symptom, value)."""

    doses: list[tuple[dt.date, str, int]] = field(default_factory=list)
    ratings: list[tuple[dt.date, str, int]] = field(default_factory=list)
    nones: list[dt.date] = field(default_factory=list)
    notes: list[tuple[dt.date, str]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many entries there are."""
        return len(self.doses) + len(self.ratings) + len(self.nones) + len(self.notes)

    # --- one day ---

    def state(self, day: dt.date) -> str:
        """What is known of a day, in the words of the table."""
        if any(each == day for each, *_ in self.doses):
            return "used"
        if day in self.nones:
            return "none, confirmed"
        noted = any(each == day for each, *_ in [*self.ratings, *self.notes])
        return "other entries only" if noted else "not recorded"

    def grams(self, day: dt.date) -> float | None:
        """Grams of leaf; 0 on a day said to be without; None where they are not known or there was no leaf."""
        leaf = self._leaf(day)
        return leaf if leaf is None else sum(leaf) / 1000

    def leaf_doses(self, day: dt.date) -> float | None:
        """Doses of leaf; 0 on a day said to be without."""
        leaf = self._leaf(day)
        return leaf if leaf is None else len(leaf)

    def rated(self, day: dt.date, symptom: str) -> list[int]:
        """The day's ratings of a symptom."""
        return [value for each, name, value in self.ratings if (each, name) == (day, symptom)]

    def middle_rating(self, symptom: str) -> OfDay:
        """The median of a day's ratings; None on a day without."""
        return lambda day: statistics.median(rated) if (rated := self.rated(day, symptom)) else None

    def kinds(self, day: dt.date) -> list[str]:
        """The kinds of the day's doses."""
        return [kind for each, kind, _ in self.doses if each == day]

    def _leaf(self, day: dt.date) -> list[int] | None:
        kinds = self.kinds(day)
        if day in self.nones and not kinds:
            return []
        if "leaf" not in kinds or "unnamed" in kinds:
            return None
        return [mg for each, kind, mg in self.doses if (each, kind) == (day, "leaf")]

    # --- the table ---

    def table_row(self, day: dt.date, symptom: str) -> list[str]:
        """What the table of Trends must say of a day."""
        kinds, grams = self.kinds(day), self.grams(day)
        leaf = "not known" if "unnamed" in kinds else "" if grams is None else number(grams)
        taken = str(len(kinds)) if kinds or day in self.nones else ""
        strong = str(kinds.count("strong")) if "strong" in kinds else ""
        rated = ", ".join(map(str, self.rated(day, symptom)))
        return [f"{day.day} {MONTHS[day.month - 1]} {day.year}", self.state(day), leaf, taken, strong, rated]


# --- windows of days ---


@dataclass(frozen=True)
class Window:
    """A window's median with the middle half of its values; None where there are too few."""

    n: int
    median: float | None
    low: float | None = None
    high: float | None = None

    def said(self, say: Callable[[float], str]) -> str:
        """ "9.2 [3.5–11.9]", "12.5" or "— (too few)"."""
        if self.median is None:
            return "— (too few)"
        if self.low is None or self.high is None:
            return say(self.median)
        return f"{say(self.median)} [{say(self.low)}–{say(self.high)}]"


def window(of_day: OfDay, days: Iterable[dt.date], fewest: int, quartiles: bool = True) -> Window:
    """The days that have a value, and their median."""
    values = known(of_day, days)
    if len(values) < fewest:
        return Window(len(values), None)
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    assert middle == statistics.median(values)
    return Window(len(values), middle, low, high) if quartiles else Window(len(values), middle)


def known(of_day: OfDay, days: Iterable[dt.date]) -> list[float]:
    """The values that there are."""
    return [value for day in days if (value := of_day(day)) is not None]


def weekly(of_day: OfDay, last: dt.date, weeks: int) -> dict[int, float]:
    """Medians of the weeks, counted back from the last day, that have at least 4 days with a value."""
    days = days_back(last, 7 * weeks)
    found = {week: known(of_day, days[7 * week : 7 * week + 7]) for week in range(weeks)}
    return {week: statistics.median(values) for week, values in found.items() if len(values) >= 4}


def slope(of_day: OfDay, last: dt.date, weeks: int) -> float:
    """The median slope between any two weeks."""
    pairs = combinations(weekly(of_day, last, weeks).items(), 2)
    return statistics.median((later - earlier) / (to - since) for (since, earlier), (to, later) in pairs)


def number(value: float, places: int = 1) -> str:
    """Rounded half up."""
    step = Decimal(1).scaleb(-places)
    return str(Decimal(f"{value:.9f}").quantize(step, rounding=ROUND_HALF_UP))


def count(value: float) -> str:
    """With a decimal only where there is one."""
    return number(value).removesuffix(".0")
