"""A period in numbers, on journals small enough to be summed up by hand."""

import datetime as dt

import pytest

from journal.core.amounts import Basis
from journal.core.entries import DayMarkKind, Product, ProductKind
from journal.core.figure_facts import Facts
from journal.insights.groups import Group
from journal.insights.named_products import NewProduct, ProductUse
from journal.insights.period import default_period, summarise_period
from journal.insights.summary import Figure, Missing, Share, Span, Statistic, Word
from tests.insights.sheet import (
    LAST,
    LEAF,
    PERIOD,
    PRODUCTS,
    SECOND_LEAF,
    SEVEN_OH,
    SYMPTOMS,
    TEA_HERB,
    Sheet,
)

TOO_FEW = Missing.TOO_FEW


def days_before(days: int) -> dt.date:
    return LAST - dt.timedelta(days=days)


def test_the_period_ends_yesterday() -> None:
    assert default_period(dt.date(2026, 6, 1)) == PERIOD == Span(dt.date(2026, 3, 9), LAST)


def test_facts_that_do_not_reach_far_enough_are_refused() -> None:
    with pytest.raises(ValueError, match="do not hold"):
        summarise_period(Facts(dt.date(2026, 3, 10), LAST), PRODUCTS, SYMPTOMS, PERIOD)


def test_a_journal_without_entries_has_no_numbers() -> None:
    summary = Sheet().summary(symptoms=())
    assert summary.groups == ()
    assert summary.days_recorded.last28 == Figure(Statistic(0), 28, of=28)
    assert summary.days_without.last28 == Figure(None, 0, of=0, missing=TOO_FEW)
    assert summary.gap.last28 == Figure(None, 0, missing=TOO_FEW)
    assert summary.main_measure.last28 == Figure(None, 0, missing=Missing.NOT_RATED)
    assert summary.gap.word is summary.main_measure.word is Word.TOO_FEW_WEEKS
    assert summary.gap.trend is not None and (summary.gap.trend.weeks, summary.gap.trend.of) == (0, 12)
    assert (summary.products, summary.side_effects, summary.never_rated) == ((), (), ())
    assert summary.quality.recorded == summary.quality.known == 0


def test_the_windows_and_their_cuts() -> None:
    summary = Sheet().summary()
    assert summary.last7 == Span(days_before(6), LAST)
    assert summary.last28 == Span(days_before(27), LAST)
    assert summary.before28 == Span(days_before(55), days_before(28))
    for days in (1, 10, 55):
        short = Sheet(Span(days_before(days - 1), LAST)).summary()
        assert short.last28.days == min(days, 28)
        assert short.last7.days == min(days, 7)
        assert short.before28 is None
        assert short.days_recorded.before28.missing is Missing.OUTSIDE


# --- days and gaps ---


def test_days_without_are_of_the_days_known_to_be_with_or_without() -> None:
    sheet = Sheet()
    for day in range(5):
        sheet.mark(day)
    for day in range(5, 9):
        sheet.dose(day, product=None)
    sheet.mark(9, DayMarkKind.NUMBER_NOT_KNOWN)
    sheet.rating(10)
    sheet.mark(11, DayMarkKind.DO_NOT_REMEMBER)
    summary = sheet.summary()
    assert summary.days_without.last28 == Figure(Statistic(5), 10, of=10)
    assert summary.days_without.last7 == Figure(Statistic(5), 7, of=7)
    assert summary.days_recorded.last28 == Figure(Statistic(12), 28, of=28)
    assert (summary.days_without.word, summary.days_recorded.trend) == (None, None)


def test_gaps_run_over_all_products() -> None:
    sheet = Sheet()
    for day in range(5):
        sheet.dose(day, hour=8)
        sheet.dose(day, hour=10, product=SEVEN_OH)
        sheet.dose(day, hour=14, product=None)
    gap = sheet.summary().gap
    assert gap.last28 == Figure(Statistic(3), 10, Statistic(2), Statistic(4))
    assert gap.last7 == Figure(Statistic(3), 10)
    sheet.mark(0, DayMarkKind.NUMBER_NOT_KNOWN)  # more doses than are listed: the gaps are not known
    assert sheet.summary().gap.last28 == Figure(None, 8, missing=TOO_FEW)
    assert sheet.summary().gap.last7 == Figure(Statistic(3), 8)


def test_nights_lie_between_two_days_of_which_all_is_known() -> None:
    """The hours between the doses of a day say nothing of who gets up at night for one."""
    sheet = Sheet()
    for day in range(7):
        sheet.dose(day, hour=8)
        sheet.dose(day, hour=23 if day % 2 else 21, product=SEVEN_OH)
    night = sheet.summary().night
    assert night.last28 == Figure(Statistic(10), 6, Statistic(9), Statistic(11))
    assert night.last7 == Figure(Statistic(10), 6) and night.word is None
    sheet.dose(2, hour=27, product=None)  # at three in the morning, before the next day begins
    assert sheet.summary().night.last28.n == 6
    assert sheet.summary().night.last28 == Figure(Statistic(9), 6, Statistic(9), Statistic(10.5))
    sheet.mark(3, DayMarkKind.NUMBER_NOT_KNOWN)  # neither the night before nor the one after
    assert sheet.summary().night.last28.n == 4
    sheet.mark(8, DayMarkKind.NONE_TODAY)
    sheet.dose(9, hour=8)
    assert sheet.summary().night.last28.n == 4


def test_doses_of_one_minute_are_one_time_of_taking() -> None:
    sheet = Sheet()
    for day in range(5):
        sheet.dose(day, hour=8)
        sheet.dose(day, hour=8, product=SEVEN_OH)  # together, and no gap of 0 hours
        at = sheet.doses[-1].utc_ms
        sheet.doses[-1] = sheet.doses[-1]._replace(utc_ms=at + 59_000, local_ms=at + 59_000)
        sheet.dose(day, hour=8 + 1 / 60)
        sheet.dose(day, hour=10)
    gap = sheet.summary().gap.last28
    assert (gap.n, gap.low, gap.high) == (10, Statistic(1 / 60), Statistic(2 - 1 / 60))
    assert sheet.group().doses.last28.value == Statistic(3)


def test_a_gap_never_crosses_the_start_of_a_day() -> None:
    sheet = Sheet()
    for day in range(6):
        sheet.dose(day, hour=3.5)  # at 03:30: belongs to the day before
        sheet.dose(day, hour=4.5)
    gap = sheet.summary().gap.last28
    assert (gap.value, gap.n) == (Statistic(23), 5)


def test_one_dose_a_day_leaves_no_gap() -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day)
    assert sheet.summary().gap.last28 == Figure(None, 0, missing=TOO_FEW)


def test_gaps_that_grow_shorter_are_falling() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, hour=8)
        sheet.dose(day, hour=9 + day // 7)
    gap = sheet.summary().gap
    assert gap.word is Word.FALLING and gap.trend is not None
    assert (gap.trend.slope, gap.trend.weeks) == (-1, 12)


# --- products and quality ---


def test_products_of_the_last_28_days_most_doses_first() -> None:
    sheet = Sheet()
    for day in range(3):
        sheet.dose(day, product=SECOND_LEAF)
        sheet.dose(day, hour=12, product=SECOND_LEAF)
    for day in range(1, 4):
        sheet.dose(day, hour=14, product=LEAF)
        sheet.dose(day, hour=16, product=TEA_HERB)
    sheet.dose(30, product=SEVEN_OH)
    sheet.dose(5, product=None)
    summary = sheet.summary()
    assert summary.products == (
        ProductUse("leaf2", 6, 3, days_before(2), LAST),
        ProductUse("leaf", 3, 3, days_before(3), days_before(1)),
        ProductUse("herb", 3, 3, days_before(3), days_before(1)),
    )
    assert summary.unnamed_doses == 1


def test_new_products() -> None:
    sheet = Sheet()
    for day in range(60):
        sheet.dose(day)
    sheet.dose(10, 0.02, product=SEVEN_OH)
    sheet.dose(40, product=SECOND_LEAF)  # 19 days after the journal's first product
    assert sheet.summary().new_products == (NewProduct("seven", days_before(10)),)


def test_how_complete_and_how_well_noted() -> None:
    sheet = Sheet()
    sheet.dose(0, 2, noted_after_min=60)
    sheet.dose(1, 2, basis=Basis.GUESSED, noted_after_min=61)
    sheet.dose(40, 2, noted_after_min=24 * 60 + 1)
    sheet.dose(41, None, noted_after_min=24 * 60, product=None)
    sheet.dose(41, None, hour=12)
    sheet.mark(2)
    sheet.mark(3, DayMarkKind.DO_NOT_REMEMBER)
    sheet.rating(4)
    quality = sheet.summary().quality
    assert (quality.days, quality.recorded, quality.known, quality.other_days) == (84, 7, 5, 2)
    assert quality.recorded28 == Share(5, 28)
    assert quality.weighed == quality.guessed == quality.within_hour == Share(1, 2)
    assert quality.back_filled == Share(1, 6)
    assert (quality.amount_missing_days, quality.kind_missing_days) == (1, Share(1, 4))
    assert quality.left_out_doses == 0


def test_facts_outside_the_period_are_not_looked_at() -> None:
    short = Span(days_before(9), LAST)
    sheet = Sheet(short, begun=days_before(200))
    for day in range(10):
        sheet.dose(day, 2)
        sheet.rating(day, 4)
    sheet.first_uses = {"leaf": sheet.at(200, 8)}
    expected = sheet.summary()
    for day in (-1, 10, 30, 70):
        sheet.dose(day, 50)
        sheet.rating(day, 9)
        sheet.note(day)
        sheet.mark(day, DayMarkKind.NUMBER_NOT_KNOWN)
    wide = sheet.facts(Span(days_before(200), LAST + dt.timedelta(days=20)))
    assert summarise_period(wide, PRODUCTS, SYMPTOMS, short) == expected


def test_doses_of_a_product_that_is_gone_are_of_no_said_kind() -> None:
    sheet = Sheet()
    sheet.dose(0, product=Product(id="gone", name="Gone", kind=ProductKind.LEAF_POWDER))
    assert [group.group for group in sheet.summary().groups] == [Group.NOT_SAID]
