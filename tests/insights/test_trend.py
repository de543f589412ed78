"""Trends over the weeks of a period: robust, of exact weeks only, and never brought about by what was not weighed."""

import datetime as dt
from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.insights.change_words import is_change
from journal.insights.period import summarise_period
from journal.insights.summary import Began, Direction, Measure, Trend, Word
from journal.insights.trend import trend
from journal.insights.windows import Bounds
from tests.insights.sheet import LAST, PERIOD, PRODUCTS, SYMPTOMS, Sheet
from tests.insights.simulation import facts_of, journal

# Journals in which a trend of the exact weeks alone appears once so large a share of the doses is left unweighed.
BROUGHT_BY_EXACT_WEEKS = {0.02: (5, 86, 321, 322, 372, 511), 0.05: (86, 193, 251, 287, 322, 521)}


def amount(sheet: Sheet) -> Measure:
    measure = sheet.group().amount
    assert measure is not None
    return measure


def weeks(*grams: float | None) -> Sheet:
    """Twelve weeks, oldest first; None: not recorded."""
    sheet = Sheet(begun=dt.date(2025, 1, 1))
    for back, grams_taken in enumerate(reversed(grams)):
        if grams_taken is not None:
            for day in range(7 * back, 7 * back + 4):
                sheet.dose(day, grams_taken)
    return sheet


def trend_of(sheet: Sheet) -> Trend:
    week_trend = amount(sheet).trend
    assert week_trend is not None
    return week_trend


def test_a_steady_rise_is_rising() -> None:
    sheet = weeks(*(2 + week / 8 for week in range(12)))
    assert trend_of(sheet) == Trend(Direction.RISING, 0.125, 0.125, 0.125, 12, 12, 11)
    assert (amount(sheet).word, amount(sheet).weak) == (Word.RISING, False)


def test_a_steady_but_small_rise_is_no_clear_trend() -> None:
    week_trend = trend_of(weeks(*(20 + week / 8 for week in range(12))))
    assert (week_trend.direction, week_trend.slope) == (Direction.NO_CLEAR_TREND, 0.125)


def test_missing_weeks_keep_their_distance() -> None:
    sheet = weeks(12, 11, 10, None, None, 7, 6, None, 4, None, None, None)
    week_trend = trend_of(sheet)
    assert (week_trend.direction, week_trend.slope, week_trend.weeks, week_trend.apart) == (Direction.FALLING, -1, 6, 8)
    assert (amount(sheet).word, amount(sheet).weak) == (Word.FALLING, True)


def test_five_weeks_are_too_few_for_a_trend() -> None:
    sheet = weeks(*[None] * 7, 1, 2, 3, 4, 5)
    assert trend_of(sheet) == Trend(None, None, None, None, 5, 12)
    assert amount(sheet).word is Word.TOO_FEW_WEEKS


def test_only_weeks_whose_median_is_exact_make_a_trend() -> None:
    sheet = weeks(*(2 + week for week in range(12)))
    sheet.dose(21, None, hour=12)  # one of four days: the median of 10 10 10 and 10 or more is 10
    for day in (0, 1, 7, 8, 14, 15):
        sheet.dose(day, None, hour=12)  # two of four days: the median of the week may be more
    assert (trend_of(sheet).weeks, trend_of(sheet).slope) == (9, 1)


def _in_part(weeks: list[tuple[int, int | None]]) -> list[Bounds]:
    """Weeks with their medians, and of some the part that is known."""
    inf = float("inf")
    return [Bounds(value, value) if known is None else Bounds(min(known, value), inf) for value, known in weeks]


@given(st.lists(st.tuples(st.integers(1, 60), st.none() | st.integers(0, 60)), min_size=6, max_size=12))
@example([(9, 2), (3, None), (4, None), (5, None), (6, None), (7, None), (8, None)])  # it may have begun with the most
@example([(9, None), (8, None), (7, None), (6, None), (5, None), (4, None), (40, 3)])  # or end with it
@example([(10, None)] * 3 + [(70, 11)] * 5 + [(11, None)] * 3 + [(12, None)])  # what is small beside what it may be
def test_not_knowing_a_week_never_brings_a_trend(weeks: list[tuple[int, int | None]]) -> None:
    known, in_part = (
        trend(bounds, 1).direction for bounds in ([Bounds(value, value) for value, _ in weeks], _in_part(weeks))
    )
    assert in_part in (None, Direction.NO_CLEAR_TREND, known)


def test_a_trend_is_said_that_holds_whatever_a_week_was() -> None:
    rising: list[tuple[int, int | None]] = [(10 + number, None) for number in range(12)]
    at_the_end = [*rising[:-1], (21, 21)]  # at least 21: as high as it would be, or higher
    assert trend(_in_part(at_the_end), 1).direction is Direction.RISING
    at_the_start = [(10, 5), *rising[1:]]
    estimate = trend(_in_part(at_the_start), 1)
    assert (estimate.direction, estimate.weeks, estimate.slope) == (
        Direction.RISING,
        11,
        1,
    )  # one week of twelve is not enough
    assert trend(_in_part([(10, 5), (11, 5), (12, 5), *rising[3:]]), 1).direction is Direction.NO_CLEAR_TREND
    falling = [*reversed(rising)]
    assert trend(_in_part([(99, 30), *falling[1:]]), 1).direction is Direction.FALLING
    assert trend(_in_part([*falling[:-3], *[(99, 5)] * 3]), 1).direction is Direction.NO_CLEAR_TREND


def test_days_before_the_first_whole_week_belong_to_none() -> None:
    sheet = Sheet()
    sheet.period = type(sheet.period)(LAST - dt.timedelta(days=89), LAST)
    for day in range(84, 90):
        sheet.dose(day, 50)
    assert (trend_of(sheet).of, trend_of(sheet).weeks) == (12, 0)


@pytest.mark.parametrize(
    ("begun", "grams", "found"),
    [
        (True, (9, 8, 5, 6, 7, 5, 6, 7, 5, 6, 7, 7), Began.HIGHEST),
        (True, (2, 3, 5, 6, 7, 5, 6, 7, 5, 6, 7, 7), Began.LOWEST),
        (True, (9, 7, 5, 6, 7, 5, 6, 7, 5, 6, 7, 7), None),  # not above all others
        (False, (9, 8, 5, 6, 7, 5, 6, 7, 5, 6, 7, 7), None),
        (True, (None, 9, 8, None, 7, 5, 6, 7, 5, 6, 7, 7), Began.HIGHEST),
    ],
)
def test_a_journal_that_begins_with_its_worst_weeks(
    begun: bool, grams: tuple[float | None, ...], found: Began | None
) -> None:
    sheet = weeks(*grams)
    sheet.begun = None if begun else dt.date(2025, 1, 1)
    assert trend_of(sheet).began is found


# --- whole journals ---


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("share", [0.02, 0.05, 0.1, 0.2])
def test_unweighed_doses_make_no_verdict_of_use_that_varies(share: float) -> None:
    """Unchanged journals, a part of whose doses is then left without an amount: no word that was not there before."""
    for seed in BROUGHT_BY_EXACT_WEEKS.get(share, range(40)):
        assert not verdict_brought(seed, share), seed


@pytest.mark.slow_every(3)
@pytest.mark.timeout(900)
@pytest.mark.parametrize("share", [0.02, 0.05, 0.1, 0.2])
@pytest.mark.parametrize(
    "journals", [pytest.param(150, marks=pytest.mark.slow), pytest.param(1500, marks=pytest.mark.campaign)]
)
def test_unweighed_doses_make_no_verdict_in_many_journals(journals: int, share: float) -> None:
    assert [seed for seed in range(journals) if verdict_brought(seed, share)] == []


_UP = (Word.RISING, Word.HIGHER)


def verdict_brought(seed: int, share: float) -> bool:
    """Whether leaving so large a share of doses unweighed brings an up or a down that was not said before."""
    made, chance = journal(seed, 0.4), Random(seed)
    facts = facts_of(made)
    doses = tuple(
        dose._replace(quantity=None, dimension=None) if chance.random() < share else dose for dose in facts.doses
    )
    before, after = (
        summarise_period(version, PRODUCTS, SYMPTOMS, PERIOD).groups[0].amount
        for version in (facts, replace(facts, doses=doses))
    )
    assert before is not None and after is not None
    return is_change(after.word) and (not is_change(before.word) or (after.word in _UP) is not (before.word in _UP))
