"""What a page may be made of: a private entry changes nothing on it but what left-out doses leave open."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from journal.core.entries import DayMarkKind, Phase, Symptom
from journal.core.symptoms import SymptomKind
from journal.insights.groups import Group
from journal.insights.rated_days import Rated
from journal.insights.summary import Missing, Statistic
from tests.insights.random_journals import sheets
from tests.insights.sheet import ITCHING, LEAF, NAUSEA, RESTLESS, SEVEN_OH, SYMPTOMS, Sheet

CRAVING = Symptom(id="craving", code="craving", kind=SymptomKind.WITHDRAWAL)


def test_a_private_dose_is_counted_and_nothing_else_is_said_of_it() -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day)
    sheet.dose(3, 0.02, hour=12, product=SEVEN_OH, private=True)
    summary = sheet.without_private()
    assert [group.group for group in summary.groups] == [Group.LEAF]
    assert [product.product for product in summary.products] == ["leaf"]
    assert summary.new_products == ()
    assert summary.quality.left_out_doses == 1
    (leaf,) = summary.groups
    assert leaf.doses.last28.incomplete == 1  # the day may have had more of anything
    assert leaf.largest_day is not None and leaf.largest_day.last28.value == Statistic(2, at_least=True)
    assert sheet.summary().quality.left_out_doses == 0  # on the screen nothing is left out
    assert len(sheet.summary().groups) == 2


def test_the_first_day_of_a_product_is_that_of_its_first_dose_that_is_shown() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day)
    sheet.dose(50, 0.02, hour=12, product=SEVEN_OH, private=True)
    sheet.dose(10, 0.02, hour=12, product=SEVEN_OH)
    group = sheet.without_private().group(Group.SEVEN_OH)
    assert group is not None and group.new_on is not None
    assert (sheet.period.last - group.new_on).days == 10
    assert (sheet.period.last - (sheet.group(Group.SEVEN_OH).new_on or group.new_on)).days == 50


def test_a_private_symptom_is_neither_main_nor_listed() -> None:
    sheet = Sheet()
    for day in range(10):
        sheet.rating(day, 6, symptom=CRAVING, private=True)
        sheet.rating(day, 5, symptom=ITCHING, private=True)
        sheet.rating(day, 5, symptom=RESTLESS, private=True)
    sheet.rating(0, 0, symptom=NAUSEA)
    summary = sheet.without_private((CRAVING, NAUSEA, ITCHING, RESTLESS))
    assert (summary.main, summary.main_measure.last28.missing) == (None, Missing.NOT_RATED)
    assert [effect.symptom for effect in summary.side_effects] == ["nausea"]
    assert summary.never_rated == ("itching",)  # like one that was never asked
    assert summary.withdrawal.symptoms == ()
    assert sheet.summary((CRAVING, NAUSEA)).main == "craving"


def test_a_day_with_private_ratings_and_notes_only_is_empty() -> None:
    sheet = Sheet()
    sheet.rating(0, private=True)
    sheet.note(1, private=True)
    sheet.mark(2, DayMarkKind.NOTHING_TO_REPORT, private=True)
    sheet.mark(3, private=True)
    assert sheet.summary().quality.recorded == 4
    assert sheet.without_private().quality.recorded == 0
    sheet.mark(4, DayMarkKind.NUMBER_NOT_KNOWN, private=True)  # the day is not known, although the mark is private
    assert sheet.without_private().days_without.last28.of == 1


def test_a_day_known_only_by_a_private_dose_is_a_known_day_everywhere() -> None:
    sheet = Sheet()
    sheet.dose(0)
    sheet.mark(1)
    sheet.dose(2, private=True)
    sheet.mark(3, DayMarkKind.NUMBER_NOT_KNOWN)
    sheet.mark(4, DayMarkKind.DO_NOT_REMEMBER)
    summary = sheet.without_private()
    quality = summary.quality
    assert (quality.recorded, quality.known, quality.other_days) == (5, 4, 1)
    assert summary.days_without.last28.of == quality.known
    assert summary.groups[0].days_taken.last28.of == quality.known


def test_a_private_dose_between_two_ratings_ends_their_pair() -> None:
    for hour, pairs in ((None, 1), (7.95, 0), (8.5, 0), (10, 1)):
        sheet = Sheet()
        sheet.dose(3, hour=8)
        sheet.rating(3, 7, hour=7.9)
        sheet.rating(3, 4, hour=9.5)
        if hour is not None:
            sheet.dose(3, hour=hour, product=SEVEN_OH, private=True)
        for summary in (sheet.without_private(), sheet.summary()):
            assert len(summary.before_and_after.pairs) == pairs, hour


def test_after_a_private_dose_no_rating_is_before_the_first_one() -> None:
    for hour, before in ((None, 1), (6, 0), (7 - 1 / 60, 0), (7, 1), (7.5, 1), (9, 1)):
        sheet = Sheet()
        sheet.dose(3, hour=8)
        sheet.rating(3, 6, hour=7, symptom=RESTLESS)
        if hour is not None:
            sheet.dose(3, hour=hour, private=True)
        assert sheet.without_private().withdrawal.before_first == Rated(before, before, 6 * before or None), hour
    alone = Sheet()
    alone.rating(3, 6, hour=7, symptom=RESTLESS)
    alone.dose(3, hour=8, private=True)  # that it came later must not be told
    assert alone.without_private().withdrawal.before_first == Rated(0, 0)


@given(sheets(), st.lists(st.tuples(st.integers(0, 83), st.integers(0, 10)), max_size=20))
def test_private_ratings_and_notes_change_nothing(sheet: Sheet, private: list[tuple[int, int]]) -> None:
    before = sheet.without_private()
    for number, (day, value) in enumerate(private):
        sheet.rating(day, value, 5 + number, SYMPTOMS[number % len(SYMPTOMS)], Phase.ROUTINE, private=True)
        sheet.note(day, private=True)
    assert sheet.without_private() == before


@given(sheets(), st.sets(st.integers(0, 83), min_size=1, max_size=10))
def test_private_doses_never_make_a_figure_look_more_complete(sheet: Sheet, days: set[int]) -> None:
    before = sheet.without_private()
    for day in days:
        sheet.dose(day, 3, hour=5, product=LEAF, private=True)
    after = sheet.without_private()
    assert after.quality.left_out_doses == before.quality.left_out_doses + len(days)
    assert after.products == before.products and after.main_measure == before.main_measure
    for old, new in zip(before.groups, after.groups, strict=True):
        assert (old.group, old.days28, old.doses28) == (new.group, new.days28, new.doses28)
        assert new.doses.last28.incomplete >= old.doses.last28.incomplete
        pairs = ((old.doses.last28.value, new.doses.last28.value), (old.doses.last28.high, new.doses.last28.high))
        for was, now in pairs:
            assert was is None or now is None or replace(was, at_least=now.at_least) == now
            assert was is None or now is None or now.at_least >= was.at_least
