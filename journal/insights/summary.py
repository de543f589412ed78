"""The one summary of a period: every number with its n, or the reason why there is none. Screen and paper read it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from journal.core.entries import ProductKind
from journal.insights.groups import Group
from journal.insights.named_products import NewProduct, ProductUse
from journal.insights.rated_days import SymptomDays, Withdrawal
from journal.texts.marked import marked

WEAK_BELOW = 10  # usable weeks: with fewer, only a steep trend can be shown


class Missing(StrEnum):
    """Why there is no number."""

    TOO_FEW = "too_few"  # days of the window with a value, or weeks to compare
    NOT_RECORDED = "not_recorded"  # no value in the window
    NOT_RATED = "not_rated"  # no symptom of that kind is rated at all
    NOT_SAID = "not_said"  # taken, but so many amounts are unknown that nothing but "more than nothing" is known
    NOT_TAKEN = "not_taken"  # the window has no day on which the group is known to be taken
    OUTSIDE = "outside"  # the window reaches before the chosen period


class Word(StrEnum):
    """What is said of a measure's change, chosen in this order; the same word wherever it is said.

    For hours between doses the words are "shorter" (falling, lower) and "longer" (rising, higher).
    """

    RISING = "rising"  # a clear trend over the period
    FALLING = "falling"
    HIGHER = "higher"  # all weeks of the last 28 days above all weeks of the 28 before, by more than weeks vary
    LOWER = "lower"
    SAME = "same"  # enough weeks; median and quartiles of both windows equal as printed, and exact
    NO_CLEAR_CHANGE = "no_clear_change"  # cannot be told apart from week-to-week variation
    NOT_KNOWN = "not_known"  # instead of it, where a median is "at least" and too few weeks are exact for a trend
    TOO_FEW_WEEKS = "too_few_weeks"
    NEW = "new"  # one of these two, of a group begun in the windows compared
    OUTSIDE = "outside"  # only so many days chosen: no comparison


class Direction(StrEnum):
    """Where a trend goes."""

    RISING = "rising"
    FALLING = "falling"
    NO_CLEAR_TREND = "no_clear_trend"


class Unit(StrEnum):
    """What amounts of a group are said in: the best that is known for it."""

    GRAMS = marked("g")
    MILLIGRAMS = marked("mg")
    MILLILITRES = marked("ml")
    PIECES = marked("pieces")
    NONE = ""  # no amount of the group is known: doses only


class Began(StrEnum):
    """How a journal that begins in the period began: people often begin on bad days."""

    HIGHEST = "highest"  # its first two usable weeks are its highest
    LOWEST = "lowest"


@dataclass(frozen=True, slots=True)
class Span:
    """Journal days from ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number computed on what is known of each day; ``at_least``: incomplete days could make it larger."""

    value: float
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number (a median, a maximum, a count) with its quartiles if it has any.

    ``n`` is what it is over: days, or gaps for "hours between doses"; ``incomplete`` of them are known in part.
    ``of`` is the denominator of a count. Units: those of the group, doses, hours, points 0-10, days.

    A statistic is computed twice, on the known part of each day (L) and with every incomplete day put at the top (U):
    where both are equal it is exact, else at least the first. With ``Missing.NOT_SAID``, ``incomplete`` of ``n`` days
    have no complete amount.
    """

    value: Statistic | None
    n: int
    low: Statistic | None = None
    high: Statistic | None = None
    of: int | None = None
    incomplete: int = 0
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """Theil-Sen slope of weekly medians, in units a week, with Sen's 95 % interval.

    ``weeks`` usable of ``of`` weeks, the last ``apart`` weeks after the first. Below 6 usable weeks there is no slope;
    below ``WEAK_BELOW`` it is ``weak``. ``began``: the journal begins in the period with its highest or lowest weeks.
    ``since``: the day from which it counts, of a group begun in the period.
    """

    direction: Direction | None
    slope: float | None
    low: float | None
    high: float | None
    weeks: int
    of: int
    apart: int = 0
    began: Began | None = None
    since: dt.date | None = None

    @property
    def weak(self) -> bool:
        """Whether so few weeks can only show a steep trend."""
        return self.weeks < WEAK_BELOW


@dataclass(frozen=True, slots=True)
class Measure:
    """One key figure in its three windows, with its trend and the word for its change.

    ``trend`` and ``word`` None where a change says nothing (the largest day, nights, days without, days recorded).
    ``weekly``: what the trend is made of, the oldest week first; None for a week of too few days.
    """

    last7: Figure
    last28: Figure
    before28: Figure
    trend: Trend | None = None
    word: Word | None = None
    weekly: tuple[Statistic | None, ...] = ()

    @property
    def weak(self) -> bool:
        """Whether the word rests on a trend of few weeks: marked with "*"."""
        return self.word in (Word.RISING, Word.FALLING) and self.trend is not None and self.trend.weak


@dataclass(frozen=True, slots=True)
class Share:
    """``k`` of ``n``, with Wilson's 95 % interval (0 to 1) where n allows one."""

    k: int
    n: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """One group of products (leaf, extract, 7-OH, kind not said); never added to another.

    ``amount`` and ``doses`` are per day taken. ``amount`` None: no unit is known (``Unit.NONE``). ``by_label``: every
    known amount of the period was taken from a label. ``kinds``: of its products taken in the period, in the order of
    ``ProductKind``. ``new_on``: the day of the group's first dose in the journal, if that lies in the period and the
    journal began earlier. ``last_taken``: its last day up to the period's end.
    """

    group: Group
    unit: Unit
    by_label: bool
    kinds: tuple[ProductKind, ...]
    days_taken: Measure  # counts, of the known-use days; "at least" where days may have had some
    amount: Measure | None
    doses: Measure
    largest_day: Measure | None
    days28: int  # days of the last 28 on which it is known to be taken
    doses28: int  # doses in them
    guessed28: Share  # of the known amounts of these doses
    complete28: tuple[float, ...]  # the smallest and the largest amount of these days that is known in full
    new_on: dt.date | None
    last_taken: dt.date | None
    current: bool  # taken in the last 14 days of the period


@dataclass(frozen=True, slots=True)
class Pair:
    """The main symptom before and after one dose; ``day`` is the dose's journal day."""

    day: dt.date
    dose: str
    before: int
    after: int

    @property
    def change(self) -> int:
        """After minus before: below 0 is lower."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class BeforeAndAfter:
    """Before and after doses in the last 28 days; the unit of the statistics is the day (median of its pairs).

    ``median`` with its order-statistic interval, and ``lower`` (days at least 2 points lower, days whose before-rating
    is under 2 left out) exist from 6 days on.
    """

    pairs: tuple[Pair, ...]
    doses: int
    days: int
    median: float | None
    low: float | None
    high: float | None
    lower: Share | None
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """How complete the period is and how its doses were noted, each with its denominator.

    ``first_entry``: the journal's first recorded day, if it lies in the period; ``last_entry``: the period's last one.
    """

    days: int
    recorded: int
    recorded28: Share  # recorded of the days of the last 28 that lie in the period
    known: int  # known to be with or without: doses, private ones too, confirmed none, "number not known"
    amount_missing_days: int  # days of use with a dose without an amount
    kind_missing_days: Share  # days with a dose whose kind is not said, of the days with doses
    other_days: int  # other recorded days
    left_out_doses: int  # private ones, of the period: totals depend on them
    weighed: Share  # of the doses of the last 28 days
    guessed: Share
    within_hour: Share
    first_entry: dt.date | None
    last_entry: dt.date | None
    back_filled: Share  # of all doses and ratings of the period, noted more than 24 hours later
    days_since_first_entry: int = 0  # of the period; all of them where the journal began before it


@dataclass(frozen=True, slots=True)
class Summary:
    """A period in numbers.

    ``groups``: every group with a dose in the period, the most used of the last 28 days first (days, then doses; then
    by last day taken). ``main`` and ``second`` are symptom ids or None. ``before28`` None: the period is too short, and
    no comparison is made.
    """

    period: Span
    last7: Span  # cut to the period
    last28: Span  # cut to the period
    before28: Span | None
    groups: tuple[GroupFigures, ...]
    gap: Measure  # hours between doses of any product, nights left out; n = gaps
    night: Measure  # hours from the last dose of a day to the first of the next; n = nights
    days_without: Measure  # counts, of the days known to be with or without
    days_recorded: Measure
    main: str | None
    second: str | None
    main_measure: Measure
    second_measure: Measure
    before_and_after: BeforeAndAfter
    side_effects: tuple[SymptomDays, ...]  # rated in either window; most days first
    never_rated: tuple[str, ...]  # side effects of the person's list without a rating in either window
    withdrawal: Withdrawal
    new_products: tuple[NewProduct, ...]
    products: tuple[ProductUse, ...]  # of the last 28 days, most doses first, then by name
    unnamed_doses: int  # doses of the last 28 days that name no product
    quality: Quality

    @property
    def days_compared(self) -> int:
        """How many days the last 28 and the 28 before have in the period: what is "not rated" was not rated in them."""
        return self.last28.days + (self.before28.days if self.before28 else 0)

    def group(self, group: Group) -> GroupFigures | None:
        """The figures of one group, if it has any."""
        return next((figures for figures in self.groups if figures.group is group), None)
