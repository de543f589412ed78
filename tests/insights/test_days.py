"""What each journal day is known to hold: used, none, something else, nothing; by group and dimension."""

from journal.core.amounts import Dimension
from journal.core.entries import Content, DayMarkKind, Product, ProductKind
from journal.insights.days import DayFigures, DayState, day_figures
from journal.insights.groups import Group
from journal.insights.without_private import without_private
from tests.insights.sheet import LEAF, PRODUCTS, SEVEN_OH, SHOT, TEA_HERB, UNSAID, Sheet


def last_day(sheet: Sheet, products: dict[str, Product] | None = None) -> DayFigures:
    return day_figures(without_private(sheet.facts()), products or PRODUCTS)[-1]


def test_amounts_are_summed_by_group_and_dimension_and_never_across() -> None:
    sheet = Sheet()
    sheet.dose(0, 2.5)
    sheet.dose(0, 1.5, hour=9)
    sheet.dose(0, None, hour=10)
    sheet.dose(0, 3, hour=11, dimension=Dimension.COUNT)
    sheet.dose(0, 0.5, hour=12, product=SHOT)
    day = last_day(sheet)
    assert (day.doses, set(day.groups)) == (5, {Group.LEAF, Group.EXTRACT})
    leaf, extract = day.groups[Group.LEAF], day.groups[Group.EXTRACT]
    assert (leaf.doses, leaf.known(Dimension.MASS), leaf.known(Dimension.COUNT)) == (4, 4000, 3000)
    assert (extract.doses, extract.known(Dimension.MASS), extract.known(Dimension.VOLUME)) == (1, 500, 0)
    assert (leaf.complete(Dimension.MASS), extract.complete(Dimension.MASS)) == (False, True)


def test_a_day_with_a_dose_of_no_said_kind_is_open_for_every_other_group() -> None:
    for product in (None, UNSAID, TEA_HERB):
        sheet = Sheet()
        sheet.dose(0)
        sheet.dose(0, hour=9, product=product)
        day = last_day(sheet)
        assert not day.open_for(Group.NOT_SAID)
        assert all(day.open_for(group) for group in Group if group is not Group.NOT_SAID)
    sheet = Sheet()
    sheet.dose(0)
    sheet.dose(0, hour=9, product=SEVEN_OH)
    assert not any(last_day(sheet).open_for(group) for group in Group)


def test_a_tablet_belongs_to_what_it_holds_or_to_no_said_kind() -> None:
    states = {}
    for content in (None, *Content):
        tablet = Product(id="tablet", name="Tablet", kind=ProductKind.TABLET, content=content)
        sheet = Sheet()
        sheet.dose(0, product=tablet)
        (states[content],) = last_day(sheet, {"tablet": tablet}).groups
    assert states == {
        None: Group.NOT_SAID, Content.LEAF: Group.LEAF, Content.EXTRACT: Group.EXTRACT,
        Content.SEVEN_OH: Group.SEVEN_OH,
    }  # fmt: skip


def test_states_and_more_than_is_known() -> None:
    for marks, state, more, known in (
        ((), DayState.EMPTY, False, False),
        ((DayMarkKind.NOTHING_TO_REPORT,), DayState.OTHER, False, False),
        ((DayMarkKind.DO_NOT_REMEMBER,), DayState.OTHER, False, False),
        ((DayMarkKind.NONE_TODAY,), DayState.NONE, False, True),
        ((DayMarkKind.NUMBER_NOT_KNOWN,), DayState.OTHER, True, True),
    ):
        sheet = Sheet()
        for mark in marks:
            sheet.mark(0, mark)
        day = last_day(sheet)
        assert (day.state, day.more, day.with_or_without) == (state, more, known)
    sheet.dose(0, product=LEAF)
    assert (last_day(sheet).state, last_day(sheet).more) == (DayState.USE, True)


def test_doses_of_a_day_that_is_not_remembered_may_not_be_all() -> None:
    sheet = Sheet()
    sheet.dose(0, product=LEAF)
    assert not last_day(sheet).more
    sheet.mark(0, DayMarkKind.DO_NOT_REMEMBER)
    assert (last_day(sheet).state, last_day(sheet).more) == (DayState.USE, True)


def test_a_withheld_dose_leaves_its_day_with_more_than_is_listed() -> None:
    sheet = Sheet()
    sheet.dose(0, private=True)
    sheet.mark(0)  # said before or after it: a page cannot say "none" of that day
    day = last_day(sheet)
    assert (day.state, day.more, day.doses) == (DayState.OTHER, True, 0)
    sheet.dose(0)
    assert (last_day(sheet).state, last_day(sheet).more, last_day(sheet).doses) == (DayState.USE, True, 1)
