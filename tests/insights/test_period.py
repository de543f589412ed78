"""A period in numbers, on journals small enough to be summed up by hand."""

import datetime as dt

import pytest

from journal.core.amounts import Basis
from journal.core.entries import DayMarkKind, Product, ProductKind, Symptom
from journal.core.facts import Facts
from journal.core.symptoms import SymptomKind
from journal.insights.completeness import chosen_products
from journal.insights.period import default_period, facts_span, summarise_period
from journal.insights.summary import Change, Comparison, Direction, Figure, Missing, Share, Span
from tests.insights.sheet import (
    ITCHING,
    LAST,
    NAUSEA,
    PAIN,
    PERIOD,
    PRODUCTS,
    RESTLESS,
    SECOND_LEAF,
    SEVEN_OH,
    SHOT,
    SLEEP,
    SYMPTOMS,
    TEA_HERB,
    YELLOW,
    Sheet,
)

TOO_FEW = Missing.TOO_FEW


def test_the_period_ends_yesterday_and_reads_eight_weeks_at_least() -> None:
    assert default_period(dt.date(2026, 6, 1)) == PERIOD == Span(dt.date(2026, 3, 9), LAST)
    assert facts_span(PERIOD) == PERIOD
    assert facts_span(Span(LAST, LAST)) == Span(dt.date(2026, 4, 6), LAST)


def test_facts_that_do_not_reach_far_enough_are_refused() -> None:
    with pytest.raises(ValueError, match="do not hold"):
        summarise_period(Facts(dt.date(2026, 3, 10), LAST), PRODUCTS, SYMPTOMS, PERIOD)


def test_a_journal_without_entries_has_no_numbers() -> None:
    summary = Sheet().summary(symptoms=())
    rows = summary.rows
    assert rows["days_recorded"].last28 == Figure(0, 28, of=28)
    assert rows["days_without"].last28 == Figure(None, 0, of=0, missing=TOO_FEW)
    for key in ("amount", "doses", "single_dose", "gap", "largest_day"):
        assert {rows[key].last7, rows[key].last28, rows[key].before28} == {Figure(None, 0, missing=TOO_FEW)}
    assert rows["main"].last28 == Figure(None, 0, missing=Missing.NOT_TRACKED)
    assert rows["main"].change == Change(None, Comparison.TOO_FEW_WEEKS, Missing.NOT_TRACKED)
    assert {trend.missing for trend in summary.trends.values()} == {Missing.TOO_FEW_WEEKS}
    assert {(trend.weeks, trend.of) for trend in summary.trends.values()} == {(0, 12)}
    assert (summary.products, summary.warnings, summary.side_effects) == ((), (), ())
    assert summary.quality.recorded == summary.quality.known == 0


# --- key figures ---


def test_amounts_by_hand() -> None:
    sheet = Sheet()
    for day, grams in enumerate([2, 3, 4, 5, 6]):
        sheet.dose(day, grams, hour=8)
    sheet.dose(2, 6, hour=14)  # 4 + 6 = 10 on that day
    sheet.mark(5)
    rows = sheet.summary().rows
    # Days: 0, 2, 3, 5, 6, 10. Doses: 0, 1, 1, 1, 1, 2.
    assert rows["amount"].last28 == Figure(4, 6, 2.25, 5.75)
    assert rows["amount"].last7 == Figure(4, 6)
    assert rows["doses"].last28 == Figure(1, 6, 1, 1)
    assert rows["single_dose"].last28 == Figure(4.5, 6, 3.25, 5.75)
    assert rows["largest_day"].last28 == Figure(10, 6)
    assert rows["days_without"].last28 == Figure(1, 6, of=6)
    assert rows["days_recorded"].last7 == Figure(6, 7, of=7)
    assert rows["amount"].before28 == Figure(None, 0, missing=TOO_FEW)


@pytest.mark.parametrize(("days", "seven", "twenty_eight"), [(3, False, False), (4, True, False), (5, True, True)])
def test_enough_days_for_a_median(days: int, seven: bool, twenty_eight: bool) -> None:
    sheet = Sheet()
    for day in range(days):
        sheet.dose(day, hour=8)
        sheet.dose(day, hour=11.5)
    rows = sheet.summary().rows
    for key in ("amount", "doses", "single_dose", "gap"):
        assert (rows[key].last7.value is not None, rows[key].last28.value is not None) == (seven, twenty_eight)
    assert rows["gap"].last28.n == days
    assert rows["single_dose"].last28.n == 2 * days
    assert rows["gap"].last28.value == (3.5 if twenty_eight else None)


def test_a_dose_without_weight_leaves_its_day_out_of_the_grams_only() -> None:
    sheet = Sheet()
    for day in range(6):
        sheet.dose(day, 2)
    sheet.dose(0, None, hour=12)
    summary = sheet.summary()
    assert summary.rows["amount"].last28 == Figure(2, 5, 2, 2)
    assert summary.rows["doses"].last28.n == 6
    assert summary.rows["single_dose"].last28.n == 6
    assert summary.rows["gap"].last28.n == 1
    assert summary.quality.weight_missing_days == 1


def test_a_dose_without_product_may_have_been_leaf() -> None:
    sheet = Sheet()
    sheet.dose(0, 2)
    sheet.dose(0, 2, hour=12, product=None)
    summary = sheet.summary()
    assert (summary.rows["amount"].last28.n, summary.rows["doses"].last28.n) == (0, 0)
    assert summary.rows["single_dose"].last28.n == 1
    assert summary.unnamed_doses == 1
    assert summary.quality.weight_missing_days == 1


def test_a_day_whose_number_is_not_known_counts_nothing() -> None:
    sheet = Sheet()
    sheet.dose(0, 2)
    sheet.dose(0, 2, hour=12)
    sheet.mark(0, DayMarkKind.NUMBER_NOT_KNOWN)
    rows = sheet.summary().rows
    assert (rows["amount"].last28.n, rows["doses"].last28.n, rows["gap"].last28.n) == (0, 0, 0)


def test_extract_alone_gives_no_leaf_figures() -> None:
    sheet = Sheet()
    for day in range(10):
        sheet.dose(day, 5, product=SHOT)
        sheet.dose(day, 5, hour=12, product=TEA_HERB)
    summary = sheet.summary()
    assert summary.rows["amount"].last28 == Figure(None, 0, missing=Missing.NO_LEAF)
    assert summary.rows["largest_day"].last28 == Figure(None, 0, missing=Missing.NO_LEAF)
    assert summary.rows["amount"].before28 == Figure(None, 0, missing=TOO_FEW)
    assert (summary.strong_days.k, summary.strong_days.n, summary.strong_doses) == (10, 10, 10)
    assert (summary.quality.no_leaf_days, summary.quality.weight_missing_days) == (10, 0)
    sheet.mark(12)
    assert sheet.summary().rows["doses"].last28 == Figure(None, 1, missing=TOO_FEW)


def test_a_gap_never_crosses_the_start_of_a_day() -> None:
    sheet = Sheet()
    for day in range(6):
        sheet.dose(day, hour=3.5)  # at 03:30: belongs to the day before
        sheet.dose(day, hour=4.5)
    gap = sheet.summary().rows["gap"].last28
    assert (gap.value, gap.n) == (23, 5)


def test_the_day_of_a_symptom_is_the_median_of_its_ratings() -> None:
    sheet = Sheet()
    for day in range(5):
        for value, hour in ((2, 9), (4, 12), (9, 20)):
            sheet.rating(day, value, hour)
    sheet.rating(5, None)
    rows = sheet.summary().rows
    assert rows["main"].last28 == Figure(4, 5, 4, 4)
    assert rows["main"].before28 == Figure(None, 0, missing=Missing.NOT_RECORDED)
    assert rows["second"].last28 == Figure(None, 0, missing=Missing.NOT_TRACKED)
    assert rows["days_recorded"].last28.value == 6


# --- the comparison ---


def steady(sheet: Sheet, days: range, grams: float) -> None:
    for day in days:
        sheet.dose(day, grams)


@pytest.mark.parametrize(("days", "value"), [(13, None), (14, 1.0)])
def test_a_change_needs_fourteen_days_in_both_windows(days: int, value: float | None) -> None:
    sheet = Sheet()
    steady(sheet, range(28), 3)
    steady(sheet, range(28, 28 + days), 2)
    change = sheet.summary().rows["amount"].change
    assert change is not None
    assert (change.value, change.missing) == (value, None if value else TOO_FEW)


@pytest.mark.parametrize(
    ("grams", "comparison"), [(2.1, Comparison.HIGHER), (1.9, Comparison.LOWER), (2.0, Comparison.WITHIN)]
)
def test_weeks_that_separate_completely(grams: float, comparison: Comparison) -> None:
    sheet = Sheet()
    steady(sheet, range(28), grams)
    steady(sheet, range(28, 56), 2)
    change = sheet.summary().rows["amount"].change
    assert change is not None and change.comparison is comparison
    assert change.value == pytest.approx(grams - 2)


def test_one_week_that_overlaps_is_within() -> None:
    sheet = Sheet()
    steady(sheet, range(28), 3)
    steady(sheet, range(28, 49), 2)
    steady(sheet, range(49, 56), 3)
    change = sheet.summary().rows["amount"].change
    assert change == Change(1, Comparison.WITHIN)


@pytest.mark.parametrize(
    ("later", "earlier", "found"),
    [
        ((9, 8, 9, 9), (5, 6, 5, 5), Change(4, Comparison.HIGHER)),
        ((5, 6, 5, 5), (9, 8, 9, 9), Change(-4, Comparison.LOWER)),
        ((6, 8, 6, 6), (5, 3, 5, 5), Change(1, Comparison.WITHIN)),  # apart, but weeks vary by 2
        ((6, 7, 6, 6), (5, 4, 5, 5), Change(1, Comparison.WITHIN)),  # by exactly as much as weeks vary
        ((6, 7, 6, 6), (5, 5, 5, 5), Change(1, Comparison.HIGHER)),
    ],
)
def test_weeks_apart_by_no_more_than_weeks_vary_are_within(
    later: tuple[int, ...], earlier: tuple[int, ...], found: Change
) -> None:
    sheet = Sheet()
    for week, grams in enumerate((*later, *earlier)):
        steady(sheet, range(7 * week, 7 * week + 7), grams)
    assert sheet.summary().rows["amount"].change == found


@pytest.mark.parametrize(
    ("later", "earlier", "enough"),
    [((4, 4, 4, 4), (4, 4, 4, 3), True), ((4, 4, 4, 0), (4, 4, 4, 4), True), ((4, 4, 4, 0), (4, 4, 4, 3), False),
     ((4, 4, 4, 4), (7, 7, 3, 3), False)],
)  # fmt: skip
def test_usable_weeks(later: tuple[int, ...], earlier: tuple[int, ...], enough: bool) -> None:
    sheet = Sheet()
    for week, days in enumerate((*later, *earlier)):
        steady(sheet, range(7 * week, 7 * week + days), 3 if week < 4 else 2)
    change = sheet.summary().rows["amount"].change
    assert change is not None
    assert change.comparison is (Comparison.HIGHER if enough else Comparison.TOO_FEW_WEEKS)


# --- trends ---


def weeks(*grams: float | None) -> Sheet:
    """Twelve weeks, oldest first; None: not recorded."""
    sheet = Sheet()
    for back, each in enumerate(reversed(grams)):
        if each is not None:
            steady(sheet, range(7 * back, 7 * back + 4), each)
    return sheet


def test_a_steady_rise_is_rising() -> None:
    trend = weeks(*(2 + week / 8 for week in range(12))).summary().trends["amount"]
    assert trend.direction is Direction.RISING
    assert (trend.slope, trend.low, trend.high, trend.weeks, trend.of) == (0.125, 0.125, 0.125, 12, 12)
    assert not trend.weak


def test_a_steady_but_small_rise_is_no_clear_trend() -> None:
    trend = weeks(*(20 + week / 8 for week in range(12))).summary().trends["amount"]
    assert (trend.direction, trend.slope) == (Direction.NO_CLEAR_TREND, 0.125)


def test_missing_weeks_keep_their_distance() -> None:
    trend = weeks(12, 11, 10, None, None, 7, 6, None, 4, None, None, None).summary().trends["amount"]
    assert (trend.direction, trend.slope, trend.weeks, trend.weak) == (Direction.FALLING, -1, 6, True)


def test_five_weeks_are_too_few_for_a_trend() -> None:
    trend = weeks(*[None] * 7, 1, 2, 3, 4, 5).summary().trends["amount"]
    assert (trend.direction, trend.slope, trend.weeks, trend.missing) == (None, None, 5, Missing.TOO_FEW_WEEKS)


def test_a_median_of_zero_has_no_clear_trend() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.rating(day, 0 if day > 20 else 5)
    trend = sheet.summary().trends["main"]
    assert trend.direction is Direction.NO_CLEAR_TREND


def test_days_before_the_first_whole_week_belong_to_none() -> None:
    sheet = Sheet(Span(LAST - dt.timedelta(days=89), LAST))
    for day in range(84, 90):
        sheet.dose(day, 50)
    assert sheet.summary().trends["amount"].of == 12
    assert sheet.summary().trends["amount"].weeks == 0


# --- symptoms ---

OTHER = Symptom(id="other", name="Other", kind=SymptomKind.SYMPTOM, position=9)
UNCHOSEN = Symptom(id="pain", code="back_pain", kind=SymptomKind.PAIN)
INSOMNIA = Symptom(id="insomnia", code="insomnia", kind=SymptomKind.SYMPTOM, position=7)


def test_the_main_symptom_is_chosen_or_the_one_rated_most() -> None:
    sheet = Sheet()
    sheet.rating(83, symptom=OTHER)
    sheet.rating(2, symptom=OTHER)
    sheet.rating(1, symptom=PAIN)
    for day in range(5):
        sheet.rating(day, symptom=NAUSEA)
    assert sheet.summary((PAIN, OTHER, NAUSEA)).main == "pain"
    assert sheet.summary((UNCHOSEN, OTHER, NAUSEA)).main == "other"
    sheet.rating(3, symptom=PAIN)
    assert sheet.summary((OTHER, UNCHOSEN)).main == "pain"  # as many days: the person's order decides
    assert sheet.summary((NAUSEA,)).main is None


def test_the_second_symptom_is_sleep_if_it_was_rated() -> None:
    sheet = Sheet()
    sheet.rating(1, symptom=OTHER)
    symptoms = (PAIN, SLEEP, INSOMNIA, OTHER)
    assert sheet.summary(symptoms).second == "other"
    sheet.rating(1, symptom=INSOMNIA)
    assert sheet.summary(symptoms).second == "insomnia"
    sheet.rating(1, symptom=SLEEP)
    assert sheet.summary(symptoms).second == "sleep"


def test_side_effects_by_days() -> None:
    sheet = Sheet()
    for day, value in ((0, 2), (1, 4), (30, 1)):
        sheet.rating(day, value, symptom=ITCHING)
    sheet.rating(1, 1, hour=18, symptom=ITCHING)
    sheet.rating(1, 6, symptom=NAUSEA)
    sheet.rating(2, 0, symptom=NAUSEA)
    sheet.rating(31, 3, symptom=NAUSEA)
    summary = sheet.summary()
    found = [(each.symptom, each.worst, each.last28, each.before28) for each in summary.side_effects]
    assert found == [("itching", 4, 2, 1), ("nausea", 6, 1, 1)]
    assert summary.side_effect_days == Share(2, 3)
    assert summary.side_effect_days_before == Share(2, 2)
    assert summary.side_effects_tracked
    assert not sheet.summary((PAIN,)).side_effects_tracked


def test_warning_symptoms_of_the_period_newest_first() -> None:
    sheet = Sheet()
    sheet.rating(83, 3, symptom=YELLOW)
    sheet.rating(2, 1, symptom=YELLOW)
    sheet.rating(2, 4, hour=15, symptom=YELLOW)
    sheet.rating(1, 0, symptom=YELLOW)
    found = [(each.day, each.value) for each in sheet.summary().warnings]
    assert found == [(LAST - dt.timedelta(days=2), 4), (PERIOD.first, 3)]


def test_withdrawal_before_the_first_dose() -> None:
    sheet = Sheet()
    sheet.rating(0, 3, hour=7, symptom=RESTLESS)
    sheet.dose(0, hour=8)
    sheet.dose(1, hour=8)
    sheet.rating(1, 3, hour=9, symptom=RESTLESS)
    sheet.rating(2, 3, symptom=RESTLESS)  # no dose on that day
    sheet.note(3)
    sheet.dose(4, hour=9)
    sheet.rating(4, 3, hour=9, symptom=RESTLESS)  # not before it
    sheet.rating(5, 0, symptom=RESTLESS)
    found = sheet.summary().withdrawal
    assert (found.tracked, found.days, found.of, found.before_first_dose) == (True, 4, 6, 1)


# --- products and quality ---


def test_shares_of_grams_are_those_of_days_on_which_every_weight_is_known() -> None:
    sheet = Sheet()
    sheet.dose(0, 6)
    sheet.dose(1, 2, product=SECOND_LEAF)
    sheet.dose(2, 9, product=SEVEN_OH)
    found = sheet.summary().products
    assert [(each.product, each.doses, each.grams_share) for each in found] == [
        ("leaf2", 1, 0.25), ("leaf", 1, 0.75), ("seven", 1, None),
    ]  # fmt: skip
    sheet.dose(3, None, product=SECOND_LEAF)
    assert [each.grams_share for each in sheet.summary().products] == [0.25, 0.75, None]
    sheet.dose(0, None, product=SECOND_LEAF)
    assert [each.grams_share for each in sheet.summary().products] == [1.0, None, None]
    assert (found[1].first, found[1].last) == (LAST, LAST)


def test_three_products_are_chosen_by_doses_and_shown_by_name() -> None:
    names = ["Zeta", "Beta", "Eta", "Alpha"]
    products = {name: Product(id=name, name=name, kind=ProductKind.LEAF_POWDER) for name in names}
    sheet = Sheet()
    for number, name in enumerate(names):
        for _ in range(number + 1):
            sheet.dose(number, product=products[name])
    summary = summarise_period(sheet.facts(), products, SYMPTOMS, PERIOD)
    assert [each.product for each in chosen_products(summary.products)] == ["Alpha", "Beta", "Eta"]


def test_how_complete_and_how_well_noted() -> None:
    sheet = Sheet()
    sheet.dose(0, 2, noted_after_min=60)
    sheet.dose(1, 2, basis=Basis.GUESSED, noted_after_min=61)
    sheet.dose(40, 2, noted_after_min=24 * 60 + 1)
    sheet.dose(41, 2, noted_after_min=24 * 60)
    sheet.mark(2)
    sheet.mark(3, DayMarkKind.DO_NOT_REMEMBER)
    sheet.rating(4)
    quality = sheet.summary().quality
    assert (quality.days, quality.recorded, quality.known, quality.other_days) == (84, 7, 5, 2)
    assert quality.weighed == quality.guessed == quality.within_hour == Share(1, 2)
    assert quality.back_filled == Share(1, 5)


def test_facts_outside_the_period_are_not_looked_at() -> None:
    sheet = Sheet()
    steady(sheet, range(84), 2)
    expected = sheet.summary()
    sheet.dose(-1, 50)
    sheet.dose(90, 50)
    sheet.rating(-2, 9)
    sheet.note(-3)
    wide = sheet.facts(Span(LAST - dt.timedelta(days=200), LAST + dt.timedelta(days=20)))
    assert summarise_period(wide, PRODUCTS, SYMPTOMS, PERIOD) == expected
