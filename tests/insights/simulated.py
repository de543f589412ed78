"""Journals of people whose use does not change, or changes by a known factor: autocorrelated, with days missing."""

import math
from random import Random

from journal.core.amounts import Basis, Dimension
from journal.core.facts import DoseFact, Facts, RatingFact
from journal.core.moments import DAY_MS, HOUR_MS, day_number
from journal.insights.period import summarise_period
from journal.insights.summary import Summary
from tests.insights.sheet import LEAF, PAIN, PERIOD, PRODUCTS

DAYS = PERIOD.days
SPREAD = 0.35  # of the logarithm of a day's amount, about what diaries show from day to day
NOT_RECORDED = 0.2  # of single days, besides two runs of three to nine days


def simulated(seed: int, phi: float, factor: float = 1.0) -> Summary:
    """Twelve weeks; the last 28 days have ``factor`` times the amount of those before. ``phi``: day-to-day memory."""
    random = Random(f"{seed} {phi}")
    amounts, doses, pains = (_series(random, phi) for _ in range(3))
    missing = _missing(random)
    facts: list[DoseFact] = []
    ratings: list[RatingFact] = []
    for day in (day for day in range(DAYS) if day not in missing):
        more = factor if day >= DAYS - 28 else 1.0
        count = max(1, round(3 * math.exp(SPREAD * doses[day])))
        facts += _doses(day, count, 8000 * more * math.exp(SPREAD * amounts[day]), random)
        ratings.append(_rating(day, max(0, min(10, round(5 + 1.5 * pains[day])))))
    return summarise_period(
        Facts(PERIOD.first, PERIOD.last, doses=tuple(facts), ratings=tuple(ratings)), PRODUCTS, (PAIN,), PERIOD
    )


def _series(random: Random, phi: float) -> list[float]:
    """A stationary AR(1) series with variance 1."""
    values = [random.gauss(0, 1)]
    while len(values) < DAYS:
        values.append(phi * values[-1] + math.sqrt(1 - phi * phi) * random.gauss(0, 1))
    return values


def _missing(random: Random) -> set[int]:
    days = {day for day in range(DAYS) if random.random() < NOT_RECORDED}
    for _ in range(2):
        start = random.randrange(DAYS)
        days |= set(range(start, start + random.randint(3, 9)))
    return days


def _start(day: int) -> int:
    return (day_number(PERIOD.first) + day) * DAY_MS


def _doses(day: int, count: int, milligrams: float, random: Random) -> list[DoseFact]:
    each = max(100, round(milligrams / count / 100) * 100)
    hours = sorted(random.uniform(7, 23) for _ in range(count))
    times = [_start(day) + round(hour * HOUR_MS) for hour in hours]
    return [
        DoseFact(f"{day}-{n}", at, at, at, LEAF.id, each, Dimension.MASS, Basis.WEIGHED) for n, at in enumerate(times)
    ]


def _rating(day: int, value: int) -> RatingFact:
    at = _start(day) + 12 * HOUR_MS
    return RatingFact(at, at, at, PAIN.id, value, "routine", None)
