"""The one summary of a period: every number with its n, or the reason why there is none. Screen and paper read it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Missing(StrEnum):
    """Why there is no number."""

    TOO_FEW = "too_few"
    TOO_FEW_WEEKS = "too_few_weeks"
    NOT_RECORDED = "not_recorded"
    NOT_TRACKED = "not_tracked"
    NO_LEAF = "no_leaf"  # days of use, but of extract, 7-OH or other products only
    NOT_SAID = "not_said"  # days of use whose product, number or amount was not said


class Comparison(StrEnum):
    """The last 28 days against the 28 before, by complete separation of weekly medians, beyond their variation."""

    HIGHER = "higher"
    LOWER = "lower"
    WITHIN = "within"  # a difference within the usual week-to-week variation
    TOO_FEW_WEEKS = "too_few_weeks"


class Direction(StrEnum):
    """Where a trend goes."""

    RISING = "rising"
    FALLING = "falling"
    NO_CLEAR_TREND = "no_clear_trend"


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
class Figure:
    """A number (a median, a maximum, a count) with its quartiles if it has any.

    ``n`` is what it is over: days, or doses for "single dose" and gaps for "hours between doses". ``of`` is the
    denominator of a count. ``at_least``: more was taken than has an amount. Units: grams, doses, hours, points 0-10,
    days.
    """

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None
    of: int | None = None
    missing: Missing | None = None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """The last 28 days' median minus that of the 28 before, and whether they are clearly apart."""

    value: float | None
    comparison: Comparison
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One key figure in its three windows; ``change`` None where a difference says nothing (largest day, counts)."""

    last7: Figure
    last28: Figure
    before28: Figure
    change: Change | None


@dataclass(frozen=True, slots=True)
class Trend:
    """Theil-Sen slope of weekly medians, in units a week, with Sen's 95 % interval.

    ``weeks`` usable of ``of`` weeks, the last ``apart`` weeks after the first. Below 6 usable weeks there is no slope
    (``missing``); below 10 it is ``weak``.
    """

    direction: Direction | None
    slope: float | None
    low: float | None
    high: float | None
    weeks: int
    of: int
    apart: int = 0
    missing: Missing | None = None

    @property
    def weak(self) -> bool:
        """Whether so few weeks can only show a steep trend."""
        return self.weeks < 10


@dataclass(frozen=True, slots=True)
class Share:
    """``k`` of ``n``, with Wilson's 95 % interval (0 to 1) where n allows one."""

    k: int
    n: int
    low: float | None = None
    high: float | None = None


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
class PairFigures:
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
class SymptomDays:
    """A symptom on so many days: worst rating of the last 28 days (None: none then), days with it in both windows."""

    symptom: str
    worst: int | None
    last28: int
    before28: int


@dataclass(frozen=True, slots=True)
class WarningNoted:
    """A warning symptom that was noted (rating above 0), with the day's worst rating.

    ``private``: every such rating of the day is so marked. ``notes``: what was written with it on that day, and not
    beside a private rating. ``near``: that and what was written with it on a neighbouring day with a warning symptom:
    where this is held back, so are these.
    """

    symptom: str
    day: dt.date
    value: int
    private: bool = False
    notes: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewProduct:
    """The day of the first dose of a product, in a journal that has named other products for a while."""

    product: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class ProductUse:
    """One product in the period, by name only.

    ``grams_share`` is its share of the leaf grams of the days on which every weight is known; None if it was not taken
    on one of them.
    """

    product: str
    doses: int
    grams_share: float | None
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Quality:
    """How complete the period is and how its doses were noted, each with its denominator."""

    days: int
    recorded: int
    known: int
    weight_missing_days: int  # days of leaf use without a full weight: left out of the gram figures
    no_leaf_days: int  # days with extract, 7-OH or other products only: left out of the leaf figures
    other_days: int  # other entries only
    weighed: Share  # of the doses of the last 28 days
    guessed: Share
    within_hour: Share
    back_filled: Share  # of all doses and ratings of the period, noted more than 24 hours later
    edited_later: int | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Days of the last 28 with a withdrawal-type symptom above 0, and those of them with one before the first dose."""

    tracked: bool
    days: int
    of: int
    before_first_dose: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A period in numbers. Rows by key: amount, doses, single_dose, gap, largest_day, days_without, main, second,
    days_recorded; trends by key: amount, doses, gap, main. ``main`` and ``second`` are symptom ids or None."""

    period: Span
    last7: Span
    last28: Span
    before28: Span
    main: str | None
    second: str | None
    rows: dict[str, Row]
    trends: dict[str, Trend]
    pairs: PairFigures
    side_effects: tuple[SymptomDays, ...]
    side_effect_days: Share  # days with any side effect above 0, of recorded days, in the last 28
    side_effect_days_before: Share
    side_effects_tracked: bool
    warnings: tuple[WarningNoted, ...]
    new_products: tuple[NewProduct, ...]
    products: tuple[ProductUse, ...]
    unnamed_doses: int
    strong_days: Share  # days with extract or 7-OH, of known-use days of the last 28
    strong_doses: int  # such doses in the last 28 days
    other_doses: int  # of products of another kind, in the last 28 days
    withdrawal: Withdrawal
    quality: Quality
