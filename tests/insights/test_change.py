"""One word for a measure's change: the trend first, then weeks apart, the same, no clear change, too few weeks."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.insights.change import Windows, apart, change_word, compared, same
from journal.insights.summary import Direction, Figure, Measure, Missing, Statistic, Trend, Word
from journal.insights.windows import Bounds, Series, week_ranges, weekly_medians
from tests.insights.sheet import Sheet


def amount(sheet: Sheet) -> Measure:
    measure = sheet.group().amount
    assert measure is not None
    return measure


def steady(sheet: Sheet, days: range, grams: float) -> None:
    for day in days:
        sheet.dose(day, grams)


# --- weeks apart (S4) ---


@pytest.mark.parametrize(
    ("later", "earlier", "word"),
    [
        ((9, 8, 9, 9), (6, 5, 5, 6), Word.HIGHER),
        ((6, 5, 5, 6), (9, 8, 9, 9), Word.LOWER),
        ((6, 8, 6, 6), (5, 3, 5, 5), Word.NO_CLEAR_CHANGE),  # apart, but weeks vary by 2
        ((6, 7, 6, 6), (4, 5, 5, 5), Word.NO_CLEAR_CHANGE),  # by exactly as much as weeks vary
        ((3, 3, 3, 3), (2, 2, 2, 3), Word.NO_CLEAR_CHANGE),  # one week overlaps
    ],
)
def test_weeks_apart_by_more_than_weeks_vary(later: tuple[float, ...], earlier: tuple[float, ...], word: Word) -> None:
    assert _apart(later, earlier) is (None if word is Word.NO_CLEAR_CHANGE else word)


def _apart(later: tuple[float, ...], earlier: tuple[float, ...], unit: int = 1) -> Word | None:
    after, before = ([Bounds(week, week) for week in weeks] for weeks in (later, earlier))
    now, then = (Bounds(sorted(values)[1], sorted(values)[1]) for values in (later, earlier))
    return apart(Windows(after, before, now, then), unit)


def test_a_difference_that_cannot_be_seen_is_not_clear() -> None:
    assert _apart((9039,) * 4, (9000,) * 4, unit=1000) is None
    assert _apart((9100,) * 4, (9000,) * 4, unit=1000) is Word.HIGHER


@pytest.mark.parametrize(
    ("later", "earlier", "enough"),
    [((4, 4, 4, 4), (4, 4, 4, 3), True), ((4, 4, 4, 0), (4, 4, 4, 4), True), ((4, 4, 4, 0), (4, 4, 4, 3), False),
     ((4, 4, 4, 4), (7, 7, 3, 3), False)],
)  # fmt: skip
def test_usable_weeks(later: tuple[int, ...], earlier: tuple[int, ...], enough: bool) -> None:
    series = Series()
    for week, days in enumerate(reversed((*later, *earlier))):
        for day in range(days):
            series.add(7 * week + day, 3, complete=day > 0)  # incomplete days count in a week, too
    assert (compared(weekly_medians(series, week_ranges(range(56)))) is not None) is enough


@st.composite
def _weeks(draw: st.DrawFn) -> list[list[tuple[int, bool]]]:
    """Eight weeks of seven days: an amount, and whether a dose of that day may be left unweighed."""
    day = st.tuples(st.integers(1, 60), st.booleans())
    week = st.lists(day, min_size=7, max_size=7)
    return draw(st.lists(week, min_size=8, max_size=8))


def _same_days(
    later: list[int], earlier: list[int], hidden: list[int], of_seven: int = 7
) -> list[list[tuple[int, bool]]]:
    """Weeks of equal days; of the ``hidden`` ones so many days may be unweighed."""
    return [
        [(value, number in hidden and day < of_seven) for day in range(7)]
        for number, value in enumerate([*later, *earlier])
    ]


def _windows(weeks: list[list[tuple[int, bool]]], unweighed: bool) -> Windows:
    """With or without the doubtful doses; what is left of a day without one is half of it."""
    inf = float("inf")

    def bounds(days: list[tuple[int, bool]]) -> Bounds:
        low = sorted(value / 2 if hidden and unweighed else value for value, hidden in days)
        high = sorted(inf if hidden and unweighed else value for value, hidden in days)
        middle = len(days) // 2
        if len(days) % 2:
            return Bounds(low[middle], high[middle])
        return Bounds((low[middle - 1] + low[middle]) / 2, (high[middle - 1] + high[middle]) / 2)

    later, earlier = weeks[:4], weeks[4:]
    now, then = (bounds([day for week in half for day in week]) for half in (later, earlier))
    return Windows([bounds(week) for week in later], [bounds(week) for week in earlier], now, then)


@given(_weeks())
@example(_same_days([6, 12, 6, 6], [5, 5, 5, 5], hidden=[1]))  # a week that is higher looks like the others
@example(_same_days([64, 64, 64, 64], [60, 60, 20, 20], hidden=[4], of_seven=3))  # what was before looks lower
def test_not_knowing_an_amount_never_brings_a_word(weeks: list[list[tuple[int, bool]]]) -> None:
    known, unweighed = (apart(_windows(weeks, hidden), 1) for hidden in (False, True))
    assert unweighed in (None, known)


@given(st.sets(st.integers(0, 6 * 84 - 1), max_size=50))
def test_ten_percent_unweighed_make_no_verdict_of_steady_use(unweighed: set[int]) -> None:
    sheet = Sheet()
    for number in range(6 * 84):
        sheet.dose(number // 6, None if number in unweighed else 2, 7 + 2 * (number % 6))
    measure = amount(sheet)
    assert measure.word in (Word.SAME, Word.NO_CLEAR_CHANGE, Word.NOT_KNOWN, Word.TOO_FEW_WEEKS)
    for figure in (measure.last28, measure.before28):
        assert figure.value in (Statistic(12), Statistic(12, at_least=True), Statistic(11, at_least=True)) or (
            figure.value is not None and figure.value.at_least
        )


def test_unweighed_doses_of_the_last_weeks_do_not_look_like_less() -> None:
    """At 6 doses a day with one unweighed on most days the known part is lower; no word says so."""
    sheet = Sheet()
    for day in range(56):
        for number in range(6):
            sheet.dose(day, None if day < 28 and number == 0 and day % 7 < 5 else 2, 7 + 2 * number)
    measure = amount(sheet)
    assert measure.last28.value == Statistic(10, at_least=True)
    assert measure.before28.value == Statistic(12)
    assert measure.word is Word.NOT_KNOWN  # 4 weeks are exact: no trend, and a median that is "at least"


# --- the order of the words ---

NONE = Trend(Direction.NO_CLEAR_TREND, 0.0, -1.0, 1.0, 12, 12, 11)
FEW = Trend(None, None, None, None, 5, 12)
RISING = Trend(Direction.RISING, 1.0, 0.5, 1.5, 12, 12, 11)
FALLING = Trend(Direction.FALLING, -1.0, -1.5, -0.5, 6, 12, 11)
FIVE = Figure(Statistic(5), 28, Statistic(4), Statistic(6))
SIX = Figure(Statistic(6), 28, Statistic(4), Statistic(6))


def _flat(now: float, then: float) -> Windows:
    return Windows([Bounds(now, now)] * 4, [Bounds(then, then)] * 4, Bounds(now, now), Bounds(then, then))


@pytest.mark.parametrize(
    ("found", "windows", "now", "then", "word"),
    [
        (RISING, _flat(5, 6), FIVE, FIVE, Word.RISING),  # the trend comes first
        (FALLING, None, FIVE, None, Word.FALLING),
        (NONE, _flat(6, 5), FIVE, FIVE, Word.HIGHER),
        (FEW, _flat(5, 6), FIVE, FIVE, Word.LOWER),
        (NONE, _flat(5, 5), FIVE, FIVE, Word.SAME),
        (FEW, None, FIVE, FIVE, Word.TOO_FEW_WEEKS),
        (FEW, _flat(5, 5), FIVE, FIVE, Word.SAME),
        (NONE, None, FIVE, SIX, Word.NO_CLEAR_CHANGE),
        (FEW, _flat(5, 5), FIVE, SIX, Word.NO_CLEAR_CHANGE),
        (NONE, None, FIVE, None, Word.NO_CLEAR_CHANGE),
        (FEW, None, FIVE, SIX, Word.TOO_FEW_WEEKS),
        (FEW, None, FIVE, None, Word.OUTSIDE),
    ],
)
def test_the_order(found: Trend, windows: Windows | None, now: Figure, then: Figure | None, word: Word) -> None:
    assert change_word(found, windows, 1, now, then) is word


@pytest.mark.parametrize(
    ("then", "alike"),
    [
        (FIVE, True),
        (replace(FIVE, n=20), True),
        (replace(FIVE, value=Statistic(5.04)), True),  # printed as 5.0
        (replace(FIVE, value=Statistic(5.05)), False),
        (replace(FIVE, low=Statistic(3.9)), False),
        (replace(FIVE, high=Statistic(6.1)), False),
        (replace(FIVE, high=Statistic(6, at_least=True)), False),
        (replace(FIVE, value=Statistic(5, at_least=True)), False),
        (replace(FIVE, low=None, high=None), False),  # quartiles that are not known are not the same
        (Figure(None, 3, missing=Missing.TOO_FEW), False),
    ],
)
def test_the_same_only_if_median_and_quartiles_are_printed_alike_and_exact(then: Figure, alike: bool) -> None:
    assert same(FIVE, then) is alike


@pytest.mark.parametrize(
    ("now", "then", "alike"),
    [
        (Figure(Statistic(20), 24, of=24), Figure(Statistic(20), 24, of=24), True),
        (Figure(Statistic(24), 24, of=24), Figure(Statistic(20), 20, of=20), True),  # every day
        (Figure(Statistic(20), 24, of=24), Figure(Statistic(20), 25, of=25), False),
        (Figure(Statistic(20, at_least=True), 24, of=24), Figure(Statistic(20), 24, of=24), False),
        (Figure(None, 0, of=0, missing=Missing.TOO_FEW), Figure(None, 0, of=0, missing=Missing.TOO_FEW), False),
    ],
)
def test_days_taken_are_the_same_if_their_share_is(now: Figure, then: Figure, alike: bool) -> None:
    assert same(now, then) is alike
