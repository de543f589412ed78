"""The main symptom before and after doses: which ratings belong to which dose, and what the days say of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from operator import attrgetter

from journal.core.entries import Phase
from journal.core.figure_facts import DoseFact, Facts, RatingFact
from journal.core.journal_day import day_from_number, day_number
from journal.core.moments import MINUTE_MS
from journal.insights import thresholds
from journal.insights.measures import within
from journal.insights.statistics import median, median_interval, wilson
from journal.insights.summary import BeforeAndAfter, Missing, Pair, Share

# Minutes from the dose to the rating.
BEFORE = (-60, 5)
AFTER = (45, 120)
BEST_AFTER = 90
LOWER_BY = 2  # points


@dataclass(slots=True)
class _Sought:
    """A dose with its ratings so far; ``previous_ms`` and ``next_ms``: when the doses before and after were taken."""

    dose: DoseFact
    previous_ms: float
    next_ms: float
    ratings: dict[Phase, RatingFact] = field(default_factory=dict)

    def minutes_to(self, rating: RatingFact) -> float:
        return (rating.utc_ms - self.dose.utc_ms) / MINUTE_MS


def pairs_of(facts: Facts, main: str, window: range) -> tuple[Pair, ...]:
    """The pairs of the doses on the days of the window, in order of the doses.

    The person's own links win, whatever the distance. What is lacking then is looked for among the ratings without a
    link. Each of those serves once, and only a complete pair uses it up.
    """
    sought = _sought(facts, window)
    ratings = [rating for rating in facts.ratings if rating.symptom == main and rating.value is not None]
    linked = _by_dose(ratings)
    for wanted in sought:
        _take_linked(wanted, linked.get(wanted.dose.id, []))
    free = _near(sought, [rating for rating in ratings if rating.dose is None])
    for wanted in sought:
        free = _take_free(wanted, free)
    return tuple(_pair(facts, wanted) for wanted in sought if len(wanted.ratings) == 2)


def _sought(facts: Facts, window: range) -> list[_Sought]:
    """With the times of the doses before and after, those that a page leaves out included."""
    times = sorted((*(dose.utc_ms for dose in facts.doses), *(withheld.utc_ms for withheld in facts.left_out)))
    return [_Sought(dose, *_neighbours(times, dose.utc_ms)) for dose in within(facts, facts.doses, window)]


def _neighbours(times: Sequence[int], at: int) -> tuple[float, float]:
    """The last time before and the first one after; two doses of one instant are not after one another.

    >>> _neighbours([1, 2, 2, 5], 2)
    (1, 5)
    """
    earlier, later = bisect_left(times, at), bisect_right(times, at)
    return times[earlier - 1] if earlier else -inf, times[later] if later < len(times) else inf


def _near(sought: Sequence[_Sought], free: list[RatingFact]) -> list[RatingFact]:
    """Only those that could belong to a dose: the facts may hold fifty years."""
    if not sought:
        return []
    first = sought[0].dose.utc_ms + BEFORE[0] * MINUTE_MS
    last = sought[-1].dose.utc_ms + AFTER[1] * MINUTE_MS
    return [rating for rating in free if first <= rating.utc_ms <= last]


def _by_dose(ratings: Iterable[RatingFact]) -> Mapping[str, list[RatingFact]]:
    linked: dict[str, list[RatingFact]] = {}
    for rating in ratings:
        if rating.dose is not None:
            linked.setdefault(rating.dose, []).append(rating)
    return linked


def _take_linked(sought: _Sought, ratings: list[RatingFact]) -> None:
    before = [rating for rating in ratings if rating.phase == Phase.BEFORE]
    after = [rating for rating in ratings if rating.phase == Phase.AFTER]
    if before:
        sought.ratings[Phase.BEFORE] = max(before, key=lambda rating: rating.utc_ms)
    if after:
        sought.ratings[Phase.AFTER] = min(after, key=lambda rating: _off(sought.minutes_to(rating) - BEST_AFTER))


def _take_free(sought: _Sought, free: list[RatingFact]) -> list[RatingFact]:
    """Completes the pair if it can be; the ratings that are still free."""
    wanted = {Phase.BEFORE: _befores(sought, free), Phase.AFTER: _afters(sought, free)}
    taken = {phase: ratings[0] for phase, ratings in wanted.items() if phase not in sought.ratings and ratings}
    if len(sought.ratings) + len(taken) < 2:
        return free
    sought.ratings.update(taken)
    return [rating for rating in free if not any(rating is used for used in taken.values())]


def _befores(sought: _Sought, free: list[RatingFact]) -> list[RatingFact]:
    """Best first: the nearest to the dose, of two equally near ones the earlier; none before the dose before."""
    fit = [rating for rating in _between(free, sought, BEFORE) if rating.utc_ms > sought.previous_ms]
    return sorted(fit, key=lambda rating: _off(sought.minutes_to(rating)))


def _afters(sought: _Sought, free: list[RatingFact]) -> list[RatingFact]:
    """Best first: the nearest to 90 minutes, of two equally near ones the earlier; none after the next dose."""
    fit = [rating for rating in _between(free, sought, AFTER) if not sought.next_ms <= rating.utc_ms]
    return sorted(fit, key=lambda rating: _off(sought.minutes_to(rating) - BEST_AFTER))


def _between(free: list[RatingFact], sought: _Sought, minutes: tuple[int, int]) -> list[RatingFact]:
    """The ratings, in order of time, that are so many minutes after the dose."""
    first, last = (sought.dose.utc_ms + offset * MINUTE_MS for offset in minutes)
    return free[bisect_left(free, first, key=_instant) : bisect_right(free, last, key=_instant)]


_instant = attrgetter("utc_ms")


def _off(minutes: float) -> tuple[float, bool]:
    return abs(minutes), minutes > 0


def _pair(facts: Facts, sought: _Sought) -> Pair:
    day = day_from_number(day_number(facts.first) + facts.index_of(sought.dose.local_ms))
    before, after = (sought.ratings[phase].value for phase in (Phase.BEFORE, Phase.AFTER))
    assert before is not None and after is not None
    return Pair(day, sought.dose.id, before, after)


def figures_of_pairs(pairs: Sequence[Pair], doses: int, main: bool = True) -> BeforeAndAfter:
    """The days' medians in one; from 6 days on."""
    days: dict[object, list[Pair]] = {}
    for pair in pairs:
        days.setdefault(pair.day, []).append(pair)
    changes = [median([pair.change for pair in day]) for day in days.values()]
    if len(days) < thresholds.DAYS_WITH_PAIRS:
        missing = Missing.TOO_FEW if pairs else Missing.NOT_RECORDED if main else Missing.NOT_RATED
        return BeforeAndAfter(tuple(pairs), doses, len(days), None, None, None, None, missing)
    low, high = median_interval(changes) or (None, None)
    return BeforeAndAfter(tuple(pairs), doses, len(days), median(changes), low, high, _lower(list(days.values())))


def _lower(days: list[list[Pair]]) -> Share | None:
    """Days at least 2 points lower, of the days on which the symptom could fall that far."""
    fit = [day for day in days if median([pair.before for pair in day]) >= LOWER_BY]
    if len(fit) < thresholds.DAYS_THAT_CAN_FALL:
        return None
    k = sum(median([pair.change for pair in day]) <= -LOWER_BY for day in fit)
    return Share(k, len(fit), *wilson(k, len(fit)))
