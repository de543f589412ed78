"""Withdrawal-type ratings by the hours since the last dose: each in one bin, or in none where a dose may be missing."""

from journal.core.entries import DayMarkKind, Symptom
from journal.core.symptoms import SymptomKind
from journal.insights.days import day_figures
from journal.insights.since_dose import Bin, SinceDose, since_dose
from journal.insights.without_private import without_private
from tests.insights.sheet import PAIN, PRODUCTS, RESTLESS, Sheet

CRAVING = Symptom(id="craving", code="craving", kind=SymptomKind.WITHDRAWAL, position=8)
KINDS = frozenset({RESTLESS.id, CRAVING.id})
LAST_28 = range(56, 84)


def found(sheet: Sheet) -> SinceDose:
    facts = without_private(sheet.facts())
    return since_dose(facts, day_figures(facts, PRODUCTS), KINDS, LAST_28)


def counts(since: SinceDose) -> dict[str, tuple[int, ...]]:
    return {name(each): each.values for each in since.bins if each.values}


def name(of: Bin) -> str:
    return "before" if of.start is None else f"{of.start}-{'' if of.end is None else of.end}"


def test_each_rating_is_in_the_bin_of_its_hours() -> None:
    sheet = Sheet()
    sheet.dose(1, hour=8)
    for hour, value in ((7.5, 9), (8.1, 1), (8.99, 2), (9, 3), (10, 4), (12, 5), (14, 6), (27.9, 7)):
        sheet.rating(1, value, hour, RESTLESS)
    since = found(sheet)
    assert counts(since) == {"0-1": (1, 2), "1-2": (3,), "2-4": (4,), "4-6": (5,), "6-": (6, 7), "before": (9,)}
    assert (since.ratings, since.days, since.unplaced, since.enough) == (8, 1, 0, False)


def test_what_is_rated_in_the_minute_of_a_dose_was_felt_before_it() -> None:
    sheet = Sheet()
    sheet.dose(1, hour=8)
    sheet.dose(1, hour=11)
    sheet.rating(1, 7, 8, RESTLESS)  # with the first dose of the day
    sheet.rating(1, 6, 11 + 20 / 3600, RESTLESS)  # saved 20 seconds after the second
    sheet.rating(1, 2, 11 + 1 / 60, RESTLESS)
    assert counts(found(sheet)) == {"0-1": (2,), "2-4": (6,), "before": (7,)}


def test_signs_of_one_minute_are_one_rating_the_worst_and_other_symptoms_are_none() -> None:
    sheet = Sheet()
    sheet.dose(1, hour=8)
    sheet.rating(1, 2, 10, RESTLESS)
    sheet.rating(1, 6, 10, CRAVING)
    sheet.rating(1, 9, 10, PAIN)
    sheet.rating(1, None, 11, RESTLESS)
    since = found(sheet)
    assert (counts(since), since.ratings) == ({"2-4": (6,)}, 1)


def test_the_night_goes_on_over_days_that_are_all_known() -> None:
    sheet = Sheet()
    sheet.dose(4, hour=20)
    sheet.mark(3)
    sheet.rating(3, 5, 8, RESTLESS)  # a day without: 12 hours
    sheet.rating(2, 8, 8, RESTLESS)  # nothing is known of this day: a dose may not be written down
    sheet.dose(1, hour=8)
    sheet.rating(1, 7, 7, RESTLESS)  # before the first dose of a day, whatever the day before was
    since = found(sheet)
    assert (counts(since), since.unplaced) == ({"6-": (5,), "before": (7,)}, 1)


def test_where_more_was_taken_than_is_known_nothing_is_placed() -> None:
    sheet = Sheet()
    for day in (1, 2, 3):
        sheet.dose(day, hour=8)
        sheet.rating(day, 5, 11, RESTLESS)
        sheet.rating(day, 5, 7, RESTLESS)
    sheet.dose(1, hour=10, private=True)
    sheet.mark(2, DayMarkKind.NUMBER_NOT_KNOWN)
    since = found(sheet)
    assert (counts(since), since.unplaced) == ({"2-4": (5,), "before": (5,)}, 4)


def test_outside_of_the_window_and_before_any_dose_nothing_is_placed() -> None:
    sheet = Sheet()
    sheet.rating(2, 5, 12, RESTLESS)
    sheet.mark(2)
    sheet.dose(30, hour=8)
    sheet.rating(30, 5, 9, RESTLESS)
    assert (found(sheet).ratings, found(sheet).unplaced) == (0, 1)


def test_medians_need_enough_ratings_in_all_and_in_their_bin() -> None:
    sheet = Sheet()
    for day in range(10):
        sheet.dose(day, hour=8)
        for place, hour in enumerate((8.5, 9.5, 11)):
            sheet.rating(day, (day + place) % 8, hour, RESTLESS)
    enough = found(sheet)
    assert enough.enough
    assert [(each.middle, each.low, each.high) for each in enough.bins][:4] == [
        (2.5, 1.0, 4.75), (2.5, 1.25, 4.75), (3.0, 2.0, 4.75), (None, None, None)
    ]  # fmt: skip
    sheet.ratings.pop()
    fewer = found(sheet)
    assert not fewer.enough and {each.middle for each in fewer.bins} == {None}


def test_five_ratings_on_four_days_are_too_few_for_the_median_of_a_bin() -> None:
    sheet = Sheet()
    for day in range(15):
        sheet.dose(day, hour=8)
        sheet.rating(day, 5, 8.5, RESTLESS)
        sheet.rating(day, 5, 9.5, RESTLESS)
    for day, hour in ((0, 12.5), (1, 12.5), (2, 12.5), (3, 12.5), (3, 13)):
        sheet.rating(day, 5, hour, RESTLESS)
    since = found(sheet)
    assert [(each.days, each.middle) for each in since.bins] == [
        (15, 5.0), (15, 5.0), (0, None), (4, None), (0, None), (0, None)
    ]  # fmt: skip
