"""Before and after a dose: which rating belongs to which dose, and when the days are enough to sum up."""

import pytest

from journal.core.entries import Phase
from journal.insights.summary import Missing, Pair, Share
from tests.insights.sheet import LEAF, NAUSEA, SHOT, Sheet


def changes(sheet: Sheet) -> list[tuple[str, int, int]]:
    """The pairs as (dose, before, after)."""
    return [(pair.dose, pair.before, pair.after) for pair in sheet.summary().before_and_after.pairs]


def test_the_nearest_ratings_make_the_pair() -> None:
    sheet = Sheet()
    name = sheet.dose(3, hour=8)
    sheet.rating(3, 9, hour=7.2)
    sheet.rating(3, 7, hour=7.9)
    sheet.rating(3, 6, hour=9)  # 60 min after
    sheet.rating(3, 4, hour=9.4)  # 84 min after: nearest to 90
    sheet.rating(3, 3, hour=9.9)
    assert changes(sheet) == [(name, 7, 4)]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (-60, 45, True), (5, 120, True), (-61, 90, False), (6, 90, False), (-10, 44, False), (-10, 121, False),
    ],
)  # fmt: skip
def test_the_windows_have_sharp_edges(before: int, after: int, found: bool) -> None:
    sheet = Sheet()
    sheet.dose(3, hour=8)
    sheet.rating(3, 6, hour=8 + before / 60)
    sheet.rating(3, 4, hour=8 + after / 60)
    assert len(changes(sheet)) == found


def test_of_two_equally_near_ratings_the_earlier_serves() -> None:
    sheet = Sheet()
    sheet.dose(3, hour=8)
    sheet.rating(3, 6, hour=8 - 4 / 60)
    sheet.rating(3, 5, hour=8 + 4 / 60)
    sheet.rating(3, 3, hour=8 + 85 / 60)
    sheet.rating(3, 2, hour=8 + 95 / 60)
    assert [change[1:] for change in changes(sheet)] == [(6, 3)]


def test_another_dose_in_between_ends_the_wait() -> None:
    sheet = Sheet()
    sheet.dose(3, hour=8)
    sheet.rating(3, 6, hour=7.9)
    sheet.dose(3, hour=9, product=SHOT)
    sheet.rating(3, 4, hour=9.5)
    assert changes(sheet) == []


def test_a_rating_before_the_dose_before_is_not_of_this_one() -> None:
    sheet = Sheet()
    sheet.rating(1, 8, hour=9.9)
    sheet.dose(1, hour=10)
    second = sheet.dose(1, hour=10.75)
    sheet.rating(1, 5, hour=12.25)
    assert sheet.summary().before_and_after.pairs == ()
    sheet.rating(1, 7, hour=10.5)
    assert [(pair.dose, pair.before, pair.after) for pair in sheet.summary().before_and_after.pairs] == [(second, 7, 5)]


def test_a_dose_at_the_minute_of_the_rating_ends_the_wait_too() -> None:
    sheet = Sheet()
    sheet.dose(3, hour=8)
    sheet.rating(3, 6, hour=7.9)
    sheet.rating(3, 4, hour=9.5)
    sheet.dose(3, hour=9.5)
    assert changes(sheet) == []


def test_a_dose_at_the_same_minute_is_not_another_one_after() -> None:
    sheet = Sheet()
    first = sheet.dose(3, hour=8)
    sheet.dose(3, hour=8, product=SHOT)
    sheet.rating(3, 6, hour=7.9)
    sheet.rating(3, 4, hour=9.5)
    assert changes(sheet) == [(first, 6, 4)]


def test_links_of_the_person_win_over_distance() -> None:
    sheet = Sheet()
    name = sheet.dose(3, hour=8)
    sheet.rating(3, 5, hour=7.9)
    sheet.rating(3, 2, hour=9.5)
    sheet.rating(3, 9, hour=5, phase=Phase.BEFORE, dose=name)
    sheet.rating(3, 8, hour=6, phase=Phase.BEFORE, dose=name)
    sheet.rating(3, 1, hour=13, phase=Phase.AFTER, dose=name)
    sheet.rating(3, 0, hour=14, phase=Phase.AFTER, dose=name)
    assert changes(sheet) == [(name, 8, 1)]


def test_a_rating_linked_to_one_dose_serves_no_other() -> None:
    sheet = Sheet()
    first, second = sheet.dose(3, hour=8), sheet.dose(3, hour=12)
    sheet.rating(3, 6, hour=7.9)
    sheet.rating(3, 4, hour=9.5, phase=Phase.BEFORE, dose=second)
    sheet.rating(3, 3, hour=13.5)
    assert changes(sheet) == [(second, 4, 3)]
    assert first != second


def test_a_rating_serves_once() -> None:
    sheet = Sheet()
    first, second = sheet.dose(3, hour=8), sheet.dose(3, hour=10)
    sheet.rating(3, 6, hour=7.9)
    sheet.rating(3, 4, hour=9.5)  # after the first; 30 minutes before the second
    sheet.rating(3, 3, hour=11.5)
    assert changes(sheet) == [(first, 6, 4)]
    sheet.rating(3, 5, hour=9.9)
    assert changes(sheet) == [(first, 6, 4), (second, 5, 3)]


def test_a_half_pair_uses_nothing_up() -> None:
    sheet = Sheet()
    sheet.dose(3, hour=8)
    second = sheet.dose(3, hour=10)
    sheet.rating(3, 4, hour=9.5)
    sheet.rating(3, 3, hour=11.5)
    assert changes(sheet) == [(second, 4, 3)]


def test_skipped_and_foreign_ratings_are_no_pair() -> None:
    sheet = Sheet()
    sheet.dose(3, hour=8)
    sheet.rating(3, None, hour=7.9)
    sheet.rating(3, 6, hour=7.9, symptom=NAUSEA)
    sheet.rating(3, 4, hour=9.5)
    assert changes(sheet) == []


def test_only_doses_of_the_last_28_days_are_paired() -> None:
    sheet = Sheet()
    for day in (27, 28):
        sheet.dose(day, hour=8)
        sheet.rating(day, 6, hour=7.9)
        sheet.rating(day, 4, hour=9.5)
    figures = sheet.summary().before_and_after
    assert (len(figures.pairs), figures.doses, figures.days) == (1, 1, 1)


def rated(sheet: Sheet, day: int, before: int, after: int, hour: float = 8) -> None:
    sheet.dose(day, hour=hour, product=LEAF)
    sheet.rating(day, before, hour=hour - 0.1)
    sheet.rating(day, after, hour=hour + 1.5)


def test_the_day_is_the_unit() -> None:
    sheet = Sheet()
    rated(sheet, 0, 8, 7)
    rated(sheet, 0, 8, 4, hour=16)  # the day's median change: -2.5
    for day, after in enumerate([6, 5, 4, 3, 7], start=1):
        rated(sheet, day, 6, after)  # 0, -1, -2, -3, +1
    figures = sheet.summary().before_and_after
    assert (len(figures.pairs), figures.doses, figures.days) == (7, 7, 6)
    assert (figures.median, figures.low, figures.high) == (-1.5, -3, 1)
    assert figures.lower is not None
    assert (figures.lower.k, figures.lower.n) == (3, 6)


def test_days_that_could_not_fall_are_left_out_of_the_share() -> None:
    sheet = Sheet()
    rated(sheet, 0, 1, 0)
    for day in range(1, 7):
        rated(sheet, day, 2, 0)
    lower = sheet.summary().before_and_after.lower
    assert isinstance(lower, Share)
    assert (lower.k, lower.n, lower.high) == (6, 6, 1)
    for day in range(7, 9):
        rated(sheet, day, 1, 0)
    assert sheet.summary().before_and_after.days == 9
    assert sheet.summary().before_and_after.lower == lower


def test_five_days_are_too_few_and_none_is_said_as_none() -> None:
    sheet = Sheet()
    assert sheet.summary().before_and_after.missing is Missing.NOT_RECORDED
    assert sheet.summary(symptoms=()).before_and_after.missing is Missing.NOT_RATED
    for day in range(5):
        rated(sheet, day, 6, 4)
    figures = sheet.summary().before_and_after
    assert (figures.days, figures.median, figures.lower, figures.missing) == (5, None, None, Missing.TOO_FEW)
    assert all(isinstance(pair, Pair) and pair.change == -2 for pair in figures.pairs)
