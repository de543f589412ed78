"""Doses of the running day: up to now, by group, with "at least" where more was taken than is known."""

import datetime as dt

import pytest

from journal.core.amounts import Dimension
from journal.core.entries import DayMarkKind
from journal.insights.after_period import (
    Later,
    LaterGroup,
    Measured,
    first_day_after,
    last_dose,
    later_doses,
    unknown_since,
)
from journal.insights.groups import Group
from journal.insights.summary import Span
from journal.insights.without_private import without_private
from tests.insights.sheet import LAST, LEAF, PRODUCTS, SECOND_LEAF, SEVEN_OH, SHOT, Sheet

TODAY = LAST + dt.timedelta(days=1)
ON_TODAY = -1  # days back from the last one


def found(sheet: Sheet, hour: float = 20) -> Later:
    facts = without_private(sheet.facts(Span(TODAY, TODAY)))
    return later_doses(facts, PRODUCTS, sheet.at(ON_TODAY, hour), TODAY)


def test_only_the_day_after_the_period_is_looked_at() -> None:
    period = Span(LAST, LAST)
    assert first_day_after(period, TODAY) == TODAY
    assert first_day_after(period, LAST) == TODAY  # a dose there was taken before a journey, or by another clock
    assert first_day_after(period, TODAY + dt.timedelta(days=1)) is None


def test_nothing_written_down_is_nothing_to_tell() -> None:
    sheet = Sheet()
    sheet.mark(ON_TODAY)
    assert found(sheet) == Later() and not found(sheet).any


def test_groups_are_never_added_and_later_doses_are_not_told() -> None:
    sheet = Sheet()
    sheet.dose(ON_TODAY, 2, hour=8, product=SECOND_LEAF)
    sheet.dose(ON_TODAY, 3, hour=9, product=LEAF)
    sheet.dose(ON_TODAY, 0.015, hour=10, product=SEVEN_OH)
    sheet.dose(ON_TODAY, 10, hour=20, product=SHOT, dimension=Dimension.VOLUME)
    sheet.dose(ON_TODAY, 2, hour=20.1)
    assert found(sheet).groups == (
        LaterGroup(Group.LEAF, ("leaf2", "leaf"), 2, (Measured(Dimension.MASS, 5000, 2),), False),
        LaterGroup(Group.EXTRACT, ("shot",), 1, (Measured(Dimension.VOLUME, 10_000, 1),), False),
        LaterGroup(Group.SEVEN_OH, ("seven",), 1, (Measured(Dimension.MASS, 15, 1),), False),
    )
    assert found(sheet).ahead == 1
    assert len(found(sheet, hour=21).groups[0].products) == 2


@pytest.mark.parametrize("open_by", ["unweighed", "kind not said", "private", "number not known"])
def test_what_is_known_in_part_is_at_least(open_by: str) -> None:
    sheet = Sheet()
    sheet.dose(ON_TODAY, 2)
    if open_by == "unweighed":
        sheet.dose(ON_TODAY, None, hour=9)
    elif open_by == "kind not said":
        sheet.dose(ON_TODAY, 1, hour=9, product=None)
    elif open_by == "private":
        sheet.dose(ON_TODAY, 1, hour=9, private=True)
    else:
        sheet.mark(ON_TODAY, DayMarkKind.NUMBER_NOT_KNOWN)
    later = found(sheet)
    leaf, *others = later.groups
    assert leaf.measured == (Measured(Dimension.MASS, 2000, 1),)
    assert (leaf.doses, leaf.open) == ((2, False) if open_by == "unweighed" else (1, True))
    assert [each.group for each in others] == ([Group.NOT_SAID] if open_by == "kind not said" else [])
    assert (later.left_out, later.more) == (int(open_by == "private"), open_by == "number not known")


def test_an_amount_of_which_nothing_is_known_is_none() -> None:
    sheet = Sheet()
    sheet.dose(ON_TODAY, None)
    (leaf,) = found(sheet).groups
    assert (leaf.doses, leaf.measured) == (1, ())


def test_private_doses_only_are_counted_and_nothing_else() -> None:
    sheet = Sheet()
    sheet.dose(ON_TODAY, 2, hour=8, private=True)
    sheet.dose(ON_TODAY, 2, hour=23, private=True)
    assert found(sheet) == Later(left_out=1)
    assert found(sheet).any


@pytest.mark.parametrize(
    ("hour", "withheld", "said"),
    [(20, None, (ON_TODAY, 9)), (8, None, (0, 22)), (20, 10, None), (20, 8, (ON_TODAY, 9))],
)
def test_the_last_dose_is_not_named_where_a_later_one_is_withheld(
    hour: float, withheld: float | None, said: tuple[int, float] | None
) -> None:
    sheet = Sheet()
    sheet.dose(0, 2, hour=22)
    sheet.dose(ON_TODAY, 2, hour=9)
    sheet.dose(ON_TODAY, 2, hour=21)  # dated later than now
    if withheld is not None:
        sheet.dose(ON_TODAY, 2, hour=withheld, private=True)
    period, after = (without_private(sheet.facts(Span(day, day))) for day in (LAST, TODAY))
    assert last_dose(period, after, sheet.at(ON_TODAY, hour)) == (None if said is None else sheet.at(*said))


@pytest.mark.parametrize(
    ("last", "marks", "unknown"),
    [
        (0, {}, True), (ON_TODAY, {}, False), (0, {ON_TODAY: DayMarkKind.NONE_TODAY}, False),
        (2, {ON_TODAY: DayMarkKind.NONE_TODAY}, True), (0, {ON_TODAY: DayMarkKind.DO_NOT_REMEMBER}, True),
        (2, {1: DayMarkKind.NONE_TODAY, 0: DayMarkKind.NONE_TODAY}, True),
        (2, dict.fromkeys((1, 0, ON_TODAY), DayMarkKind.NONE_TODAY), False),
        (2, {1: DayMarkKind.NUMBER_NOT_KNOWN}, False),
    ],
)  # fmt: skip
def test_a_day_since_the_last_dose_is_unknown_until_it_is_marked(
    last: int, marks: dict[int, DayMarkKind], unknown: bool
) -> None:
    """32 hours after the last dose that was written down read as 32 hours without any."""
    sheet = Sheet()
    sheet.dose(last, 2, hour=11)
    for day, mark in marks.items():
        sheet.mark(day, mark)
    period, after = (sheet.facts(span) for span in (Span(LAST - dt.timedelta(days=27), LAST), Span(TODAY, TODAY)))
    assert unknown_since(period, after, sheet.at(last, 11), TODAY) is unknown
