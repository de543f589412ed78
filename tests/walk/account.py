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
        """Grams of leaf, if there was any."""
        return self._sum(day, "leaf")

    def leaf_doses(self, day: dt.date) -> float | None:
        """Doses of leaf, if there were any."""
        return self.kinds(day).count("leaf") or None

    def days_taken(self, days: Iterable[dt.date]) -> str:
        """ "22 of 26": days with leaf, of those on which it is known what was taken; "≥" where some may be missing."""
        known = [day for day in days if self.state(day) in ("used", "none, confirmed")]
        taken = [day for day in known if "leaf" in self.kinds(day)]
        unsaid = any({"other", "unnamed"} & {*self.kinds(day)} for day in known if day not in taken)
        return f"{'≥ ' if unsaid else ''}{len(taken)} of {len(known)}"

    def rated(self, day: dt.date, symptom: str) -> list[int]:
        """The day's ratings of a symptom."""
        return [value for each, name, value in self.ratings if (each, name) == (day, symptom)]

    def middle_rating(self, symptom: str) -> OfDay:
        """The median of a day's ratings; None on a day without."""
        return lambda day: statistics.median(rated) if (rated := self.rated(day, symptom)) else None

    def kinds(self, day: dt.date) -> list[str]:
        """The kinds of the day's doses."""
        return [kind for each, kind, _ in self.doses if each == day]

    def _sum(self, day: dt.date, *kinds: str) -> float | None:
        found = [mg for each, kind, mg in self.doses if each == day and kind in kinds]
        return sum(found) / 1000 if found else None

    # --- the table ---

    def table_row(self, day: dt.date, symptom: str) -> list[str]:
        """What the table of Trends must say of a day: leaf in g, extract in mg, what is not said in g."""
        cells = [f"{day.day} {MONTHS[day.month - 1]} {day.year}", self.state(day)]
        for kinds, thousandths in ((("leaf",), 1), (("strong",), 1000), (("other", "unnamed"), 1)):
            amount, doses = self._sum(day, *kinds), sum(kind in kinds for kind in self.kinds(day))
            cells += ["" if amount is None else count(amount * thousandths), str(doses) if doses else ""]
        return [*cells, ", ".join(map(str, self.rated(day, symptom)))]


# --- windows of days ---


@dataclass(frozen=True)
class Window:
    """A window's median with the middle half of its values; None where there are too few."""

    n: int
    median: float | None
    low: float | None = None
    high: float | None = None

    def said(self, say: Callable[[float], str], unit: str = "") -> str:
        """ "9.2 [3.5–11.9] g a day (n 22)", "12.5 g a day (n 6)"."""
        return f"{self.middle(say)}{unit} (n {self.n})"

    def cell(self, say: Callable[[float], str]) -> str:
        """ "9.2 [3.5–11.9] n 22", "12.5 n 6"."""
        return f"{self.middle(say)} n {self.n}"

    def middle(self, say: Callable[[float], str]) -> str:
        """The median, with the quartiles if there are any."""
        assert self.median is not None
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


def apart(of_day: OfDay, last: dt.date, weeks: int) -> int:
    """From the first week that counts to the last."""
    found = weekly(of_day, last, weeks)
    return max(found) - min(found)


def number(value: float, places: int = 1) -> str:
    """Rounded half up."""
    step = Decimal(1).scaleb(-places)
    return str(Decimal(f"{value:.9f}").quantize(step, rounding=ROUND_HALF_UP))


def count(value: float) -> str:
    """With a decimal only where there is one."""
    return number(value).removesuffix(".0")
