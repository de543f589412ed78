"""On how many days a symptom was rated, and on how many of them it was there: the values that the summary holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rated:
    """On ``k`` of ``n`` days on which it was rated it was noted (above 0, or at least 4); ``worst`` rating, if any."""

    k: int
    n: int
    worst: int | None = None


@dataclass(frozen=True, slots=True)
class SymptomDays:
    """A symptom in both windows; ``before28`` None where that window reaches before the chosen period."""

    symptom: str
    last28: Rated
    before28: Rated | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Withdrawal-type symptoms: days with a rating of 4 or more, of the days on which any of them was rated.

    ``symptoms``: those that were rated in either window, in the person's order; empty: "not rated".
    ``before_first``: of ``last28``, the same of the ratings before the first dose of a day; n = 0: not rated then.
    """

    symptoms: tuple[str, ...]
    last28: Rated
    before28: Rated | None
    before_first: Rated
