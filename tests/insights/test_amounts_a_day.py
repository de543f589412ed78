"""Amounts and doses a day of each group of products, on journals small enough to be summed up by hand."""

import datetime as dt

import pytest

from journal.core.amounts import Basis, Dimension
from journal.core.entries import DayMarkKind, Product, ProductKind
from journal.insights.groups import Group
from journal.insights.summary import Figure, Missing, Span, Statistic, Unit, Word
from tests.insights.sheet import LAST, LEAF, SECOND_LEAF, SEVEN_OH, SHOT, TEA_HERB, UNSAID, Sheet

NOT_TAKEN = Figure(None, 0, missing=Missing.NOT_TAKEN)


def exact(value: float) -> Statistic:
    return Statistic(value)


def least(value: float) -> Statistic:
    return Statistic(value, at_least=True)


def daily(days: int, grams: float | None = 2.0, product: Product | None = LEAF, start: int = 0, n: int = 1) -> Sheet:
    return more_daily(Sheet(), range(start, start + days), grams, product, n)


def more_daily(
    sheet: Sheet, days: range, grams: float | None = 2.0, product: Product | None = LEAF, n: int = 1
) -> Sheet:
    for day in days:
        for number in range(n):
            sheet.dose(day, grams, 8 + 3 * number, product)
    return sheet


def test_amounts_and_doses_are_per_day_taken() -> None:
    sheet = Sheet()
    for day, grams in enumerate([2, 3, 4, 5, 6]):
        sheet.dose(day, grams)
    sheet.dose(2, 6, hour=14)  # 4 + 6 = 10 on that day
    sheet.mark(5)  # a day without: in the days, not in the amounts
    leaf = sheet.group()
    # Days taken: 2, 3, 5, 6, 10. Doses: 1, 1, 1, 1, 2.
    assert leaf.amount is not None and leaf.largest_day is not None
    assert leaf.amount.last28 == Figure(exact(5), 5, exact(3), exact(6))
    assert leaf.amount.last7 == Figure(exact(5), 5)
    assert leaf.amount.before28 == NOT_TAKEN
    assert leaf.doses.last28 == Figure(exact(1), 5, exact(1), exact(1))
    assert leaf.largest_day.last28 == Figure(exact(10), 5)
    assert leaf.days_taken.last28 == Figure(exact(5), 6, of=6)
    assert leaf.days_taken.before28 == Figure(None, 0, of=0, missing=Missing.TOO_FEW)
    assert (leaf.days28, leaf.doses28, leaf.last_taken, leaf.current) == (5, 6, LAST, True)


@pytest.mark.parametrize(("days", "seven", "twenty_eight"), [(3, False, False), (4, True, False), (5, True, True)])
def test_enough_days_for_a_median(days: int, seven: bool, twenty_eight: bool) -> None:
    leaf = daily(days).group()
    for measure in (leaf.amount, leaf.doses):
        assert measure is not None
        assert measure.last7 == (Figure(measure.last7.value, days) if seven else too_few(days))
        assert (measure.last28.value is not None) == twenty_eight
        assert measure.last28.n == days


def too_few(n: int) -> Figure:
    return Figure(None, n, missing=Missing.TOO_FEW)


# --- amounts known in part ---


def test_a_dose_without_an_amount_makes_its_day_at_least() -> None:
    sheet = Sheet()
    for day, grams in enumerate([2, 3, 4, 5, 6]):
        sheet.dose(day, grams)
    sheet.dose(0, None, hour=12)  # L: 2, 3, 4, 5, 6; U: 3, 4, 5, 6, infinite
    leaf = sheet.group()
    assert leaf.amount is not None and leaf.largest_day is not None
    assert leaf.amount.last28 == Figure(least(4), 5, least(3), least(5), incomplete=1)
    assert leaf.largest_day.last28 == Figure(least(6), 5, incomplete=1)
    assert leaf.doses.last28 == Figure(exact(1), 5, exact(1), exact(1))


def test_a_statistic_that_incomplete_days_cannot_change_is_exact() -> None:
    sheet = Sheet()
    for day, grams in enumerate([2, 2, 2, 2, 2, 9]):
        sheet.dose(day, grams)
    sheet.dose(5, None, hour=12)  # L: 2, 2, 2, 2, 2, 9; U: 2, 2, 2, 2, 2, infinite
    leaf = sheet.group()
    assert leaf.amount is not None and leaf.largest_day is not None
    assert leaf.amount.last28 == Figure(exact(2), 6, exact(2), exact(2), incomplete=1)
    assert leaf.largest_day.last28 == Figure(least(9), 6, incomplete=1)


def test_a_quartile_between_a_known_day_and_an_open_one_is_at_least() -> None:
    sheet = Sheet()
    for day, grams in enumerate([1, 2, 3, 4, 5, 6]):
        sheet.dose(day, grams)
    sheet.dose(5, None, hour=12)
    sheet.dose(4, None, hour=12)  # third quartile between the 4th and the 5th of 6: 4 + 0.75 * (5 - 4)
    assert sheet.group().amount is not None
    measure = sheet.group().amount
    assert measure is not None and measure.last28 == Figure(exact(3.5), 6, exact(2.25), least(4.75), incomplete=2)


def test_amounts_of_which_nothing_is_known_are_not_said() -> None:
    sheet = daily(10, None)
    sheet.dose(30, 2)  # so there is a unit
    leaf = sheet.group()
    not_said = Figure(None, 10, incomplete=10, missing=Missing.NOT_SAID)
    assert leaf.amount is not None and leaf.largest_day is not None
    assert leaf.amount.last28 == leaf.largest_day.last28 == not_said
    assert leaf.doses.last28.value == exact(1)
    assert (daily(10, None).group().amount, daily(10, None).group().unit) == (None, Unit.NONE)


def test_number_not_known_is_a_day_taken_with_what_its_doses_give() -> None:
    sheet = daily(10)
    for day in range(6):
        sheet.mark(day, DayMarkKind.NUMBER_NOT_KNOWN)
    sheet.mark(20, DayMarkKind.NUMBER_NOT_KNOWN)  # no dose listed: perhaps leaf
    leaf = sheet.group()
    assert leaf.amount is not None
    assert leaf.amount.last28 == Figure(least(2), 10, exact(2), least(2), incomplete=6)
    assert leaf.doses.last28 == Figure(least(1), 10, exact(1), least(1), incomplete=6)
    assert leaf.days_taken.last28 == Figure(least(10), 11, of=11)
    assert leaf.days_taken.last7 == Figure(exact(7), 7, of=7)


# --- groups ---


def test_groups_are_never_added() -> None:
    sheet = daily(28, 2.0)
    more_daily(sheet, range(28), 0.02, SEVEN_OH, n=3)
    more_daily(sheet, range(10), 0.25, SHOT)
    figures = [(group.group, group.days28, group.doses28) for group in sheet.summary().groups]
    assert figures == [(Group.SEVEN_OH, 28, 84), (Group.LEAF, 28, 28), (Group.EXTRACT, 10, 10)]
    values = [group.amount.last28.value for group in sheet.summary().groups if group.amount is not None]
    assert values == [exact(60), exact(2), exact(250)]
    assert [group.unit for group in sheet.summary().groups] == [Unit.MILLIGRAMS, Unit.GRAMS, Unit.MILLIGRAMS]


def test_a_dose_of_no_said_kind_opens_the_day_of_the_other_groups() -> None:
    sheet = daily(10)
    for day in (0, 1, 20):
        sheet.dose(day, 1, hour=15, product=UNSAID)
    leaf, unsaid = sheet.group(), sheet.group(Group.NOT_SAID)
    assert leaf.amount is not None and unsaid.amount is not None
    # L: ten days of 2; U: eight of 2 and two infinite. On day 20 leaf is possible but not known.
    assert leaf.amount.last28 == Figure(exact(2), 10, exact(2), exact(2), incomplete=2)
    assert leaf.doses.last28 == Figure(exact(1), 10, exact(1), exact(1), incomplete=2)
    assert leaf.days_taken.last28 == Figure(least(10), 11, of=11)
    assert unsaid.days_taken.last28 == Figure(exact(3), 11, of=11)
    assert unsaid.amount.last28 == too_few(3)


def test_a_day_whose_doses_all_have_a_kind_is_a_day_without_the_other_groups() -> None:
    sheet = daily(6)
    more_daily(sheet, range(6, 10), 0.02, SEVEN_OH)
    leaf = sheet.group()
    assert leaf.days_taken.last28 == Figure(exact(6), 10, of=10)
    assert leaf.amount is not None and leaf.amount.last28.n == 6


@pytest.mark.parametrize(
    ("group", "product", "grams", "dimension", "unit", "value"),
    [
        (Group.LEAF, LEAF, 0.4, Dimension.MASS, Unit.GRAMS, 0.4),
        (Group.SEVEN_OH, SEVEN_OH, 1.5, Dimension.MASS, Unit.MILLIGRAMS, 1500),
        (Group.EXTRACT, SHOT, 0.99, Dimension.MASS, Unit.MILLIGRAMS, 990),
        (Group.EXTRACT, SHOT, 1.0, Dimension.MASS, Unit.GRAMS, 1.0),
        (Group.EXTRACT, SHOT, 12, Dimension.VOLUME, Unit.MILLILITRES, 12),
        (Group.LEAF, LEAF, 6, Dimension.COUNT, Unit.PIECES, 6),
        (Group.NOT_SAID, TEA_HERB, 3, Dimension.MASS, Unit.GRAMS, 3),
    ],
)
def test_the_unit_is_the_best_that_is_known(
    group: Group, product: Product, grams: float, dimension: Dimension, unit: Unit, value: float
) -> None:
    sheet = Sheet()
    for day in range(6):
        sheet.dose(day, grams, product=product, dimension=dimension)
    figures = sheet.group(group)
    assert figures.unit is unit and figures.amount is not None
    assert figures.amount.last28.value == exact(value)


def test_the_unit_is_that_of_most_doses() -> None:
    sheet = Sheet()
    for day in range(10):
        sheet.dose(day, 2, dimension=Dimension.COUNT if day < 6 else Dimension.MASS)
    leaf = sheet.group()
    assert leaf.unit is Unit.PIECES and leaf.amount is not None
    # Six days of 2 pieces, four of which no pieces are known: L 0 0 0 0 2 2 2 2 2 2, U 2 2 2 2 2 2 and four infinite.
    assert leaf.amount.last28 == Figure(exact(2), 10, least(0), least(2), incomplete=4)
    for day in (0, 1):
        sheet.dose(day, 2, hour=12)
    assert sheet.group().unit is Unit.GRAMS  # as many: mass comes first


def test_labels_and_kinds() -> None:
    sheet = Sheet()
    sheet.dose(0, 0.03, product=SEVEN_OH, basis=Basis.LABEL)
    sheet.dose(1, None, product=SEVEN_OH, basis=Basis.UNKNOWN)
    sheet.dose(0, 2, product=SECOND_LEAF)
    sheet.dose(1, 2)
    assert sheet.group(Group.SEVEN_OH).by_label
    assert not sheet.group().by_label
    assert sheet.group().kinds == (ProductKind.LEAF_POWDER, ProductKind.CAPSULE)
    sheet.dose(2, 0.03, product=SEVEN_OH, basis=Basis.WEIGHED)
    assert not sheet.group(Group.SEVEN_OH).by_label


def test_the_most_used_of_the_last_28_days_comes_first() -> None:
    sheet = daily(56, start=28)
    more_daily(sheet, range(3), 0.02, SEVEN_OH)
    assert [group.group for group in sheet.summary().groups] == [Group.SEVEN_OH, Group.LEAF]
    leaf = sheet.group()
    assert (leaf.days28, leaf.current, leaf.last_taken) == (0, False, LAST - dt.timedelta(days=28))
    assert leaf.amount is not None and leaf.amount.last28 == NOT_TAKEN


@pytest.mark.parametrize(("last", "current"), [(13, True), (14, False)])
def test_a_group_is_current_for_fourteen_days(last: int, current: bool) -> None:
    sheet = Sheet()
    sheet.dose(last)
    assert sheet.group().current is current


# --- a group that begins in the period ---


def test_a_new_group_counts_from_its_first_day() -> None:
    sheet = daily(84, 4)
    for day in range(44):
        for hour in range(1 + (44 - day) // 8):
            sheet.dose(day, 0.015, 8 + hour, SEVEN_OH)
    new, leaf = sheet.group(Group.SEVEN_OH), sheet.group()
    first = LAST - dt.timedelta(days=43)
    assert (new.new_on, leaf.new_on) == (first, None)
    assert new.doses.trend is not None and leaf.doses.trend is not None
    assert (new.doses.trend.since, new.doses.trend.weeks, new.doses.trend.of) == (first, 6, 7)
    assert new.doses.word is Word.RISING and new.doses.weak
    # 16 days without 7-OH before its first one: never weeks of 0 days that make it "rising".
    assert new.days_taken.last28 == Figure(exact(28), 28, of=28)
    assert new.days_taken.before28 == Figure(exact(16), 28, of=28)
    assert new.days_taken.word is Word.NEW
    assert leaf.doses.trend.since is None


@pytest.mark.parametrize(("days", "word"), [(55, Word.NEW), (20, Word.NEW), (56, Word.SAME), (60, Word.SAME)])
def test_what_began_in_the_days_compared_is_new_and_not_unchanged(days: int, word: Word) -> None:
    """Every day since it began: the 28 days before hold days on which there was none."""
    sheet = daily(84 + 28)
    more_daily(sheet, range(days), 0.02, SEVEN_OH)
    assert sheet.group(Group.SEVEN_OH).days_taken.word is word


def test_the_week_in_which_a_group_begins_counts_from_four_days() -> None:
    for days, weeks in ((45, 6), (46, 7)):
        sheet = daily(84)
        more_daily(sheet, range(days), 0.02, SEVEN_OH)
        doses_trend = sheet.group(Group.SEVEN_OH).doses.trend
        assert doses_trend is not None and (doses_trend.weeks, doses_trend.of) == (weeks, 7)


def test_days_before_a_group_began_are_no_days_without_it_in_a_comparison() -> None:
    """Every day at first, then on 5, 6, 4, 5 days a week: 7 before, and not 22 of 28 days."""
    sheet = daily(84)
    for day in range(50):
        if day >= 28 or day % 7 < (5, 4, 6, 5)[day // 7]:
            sheet.dose(day, 0.02, 12, SEVEN_OH)
    taken = sheet.group(Group.SEVEN_OH).days_taken
    assert taken.before28 == Figure(exact(22), 28, of=28)
    assert taken.word is Word.LOWER


def test_nothing_is_new_in_a_journal_that_has_just_begun() -> None:
    sheet = daily(50)
    more_daily(sheet, range(23), 0.02, SEVEN_OH)
    assert sheet.group(Group.SEVEN_OH).new_on is None  # 27 days after the journal's first dose
    sheet = daily(51)
    more_daily(sheet, range(23), 0.02, SEVEN_OH)
    assert sheet.group(Group.SEVEN_OH).new_on == LAST - dt.timedelta(days=22)
    sheet.first_uses = {"seven": sheet.at(400, 8)}
    assert sheet.group(Group.SEVEN_OH).new_on is None


def test_doses_without_a_product_may_be_older_than_the_first_named_one() -> None:
    sheet = daily(84)
    more_daily(sheet, range(10), 1, UNSAID)
    assert sheet.group(Group.NOT_SAID).new_on == LAST - dt.timedelta(days=9)
    sheet.dose(20, product=None)
    assert sheet.group(Group.NOT_SAID).new_on == LAST - dt.timedelta(days=20)
    sheet.first_uses = {None: sheet.at(400, 8)}
    assert sheet.group(Group.NOT_SAID).new_on is None
    assert daily(20, product=None).group(Group.NOT_SAID).new_on is None  # nothing was named before


# --- days taken as a measure ---


def test_taking_it_on_fewer_days_is_seen() -> None:
    sheet = Sheet()
    for day in range(84):
        if day % 7 < 2 + day // 14:
            sheet.dose(day)
        else:
            sheet.mark(day)
    taken = sheet.group().days_taken
    assert taken.word is Word.FALLING and taken.trend is not None
    assert (taken.trend.weeks, taken.trend.slope) == (12, -0.5)
    assert taken.last28 == Figure(exact(10), 28, of=28)
    assert taken.before28 == Figure(exact(18), 28, of=28)


def test_days_that_may_have_had_some_make_their_week_inexact() -> None:
    sheet = daily(84)
    for day in (0, 7, 14, 21):
        sheet.doses = [dose for dose in sheet.doses if dose.local_ms != sheet.at(day, 8)]
        sheet.dose(day, product=UNSAID)
    taken = sheet.group().days_taken
    assert taken.trend is not None and taken.trend.weeks == 8
    assert taken.last28 == Figure(least(24), 28, of=28)
    assert taken.word is Word.NO_CLEAR_CHANGE


# --- the period ---


def test_windows_are_cut_to_the_period() -> None:
    sheet = Sheet(Span(LAST - dt.timedelta(days=2), LAST))
    for day in range(40):
        sheet.dose(day, 3)
    leaf = sheet.group()
    outside = Figure(None, 0, missing=Missing.OUTSIDE)
    assert leaf.amount is not None and leaf.largest_day is not None
    assert leaf.amount.last28 == leaf.amount.last7 == too_few(3)
    assert leaf.amount.before28 == leaf.doses.before28 == leaf.days_taken.before28 == outside
    assert leaf.largest_day.last28 == Figure(exact(3), 3)
    assert leaf.amount.word is leaf.days_taken.word is Word.OUTSIDE


@pytest.mark.parametrize("days", [5, 7])
def test_in_a_period_of_a_week_the_last_28_days_keep_their_rule(days: int) -> None:
    sheet = Sheet(Span(LAST - dt.timedelta(days=days - 1), LAST))
    for day in range(4):
        sheet.dose(day)
    assert (sheet.group().doses.last7, sheet.group().doses.last28) == (Figure(exact(1), 4), too_few(4))
    sheet.dose(4)
    assert (sheet.group().doses.last7, sheet.group().doses.last28) == (
        Figure(exact(1), 5), Figure(exact(1), 5, exact(1), exact(1)),
    )  # fmt: skip


@pytest.mark.parametrize(("days", "word"), [(41, Word.OUTSIDE), (42, Word.RISING), (55, Word.RISING)])
def test_a_period_too_short_for_two_windows_has_the_word_of_its_trend(days: int, word: Word) -> None:
    sheet = Sheet(Span(LAST - dt.timedelta(days=days - 1), LAST))
    for day in range(84):
        sheet.dose(day, 2 + (83 - day) // 7)
    assert sheet.summary().before28 is None
    amount = sheet.group().amount
    assert amount is not None and amount.word is word
