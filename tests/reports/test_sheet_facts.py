"""What a sheet is made of: products of 28 days, medians of full days, and nothing private."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journal.core.entries import Condition, Contact, DayMarkKind, Entry, Product
from journal.core.health import ConditionKind
from journal.core.moments import moment_at
from journal.insights.groups import Group
from journal.insights.windows import span_back
from journal.reports.asked_twice import SURE
from journal.reports.sheet_doses import DaysKnown
from journal.reports.sheet_facts import SheetFacts, sheet_facts
from journal.reports.sheet_options import SheetKind, SheetOptions
from tests.insights.sheet import LEAF, PERIOD, PRODUCTS, SEVEN_OH, SHOT, SYMPTOMS, Sheet
from tests.reports.extremes import OnPaper
from tests.reports.made_sheets import MADE, TODAY, everything


def facts(doses: Sheet, *entries: Entry, **options: Any) -> SheetFacts:
    kind = SheetKind.PHARMACIST
    return sheet_facts(OnPaper(doses, SYMPTOMS, entries), SheetOptions(kind, **options), MADE)


def test_the_window_is_the_28_full_days_before_today() -> None:
    found = facts(Sheet())
    assert (found.today, found.last28) == (TODAY, span_back(PERIOD.last, 28))


def test_before_the_day_begins_it_is_still_the_day_before() -> None:
    night = moment_at(MADE.utc_ms - 6 * 3_600_000, "UTC")
    found = sheet_facts(OnPaper(Sheet(), SYMPTOMS), SheetOptions(SheetKind.PHARMACIST), night)
    assert found.today == PERIOD.last


def test_the_median_is_of_the_full_days_on_which_it_was_taken() -> None:
    doses = Sheet()
    for day, count in ((0, 1), (1, 2), (2, 2), (3, 4), (27, 9)):
        for number in range(count):
            doses.dose(day, hour=6 + number)
    doses.dose(-1, hour=8)  # today
    doses.dose(28, hour=8)  # too long ago
    (leaf,) = facts(doses).products
    assert (leaf.product, leaf.doses, leaf.days, leaf.a_day) == (LEAF, 19, 6, 2.0)
    assert leaf.since == span_back(PERIOD.last, 29).first


def test_what_was_only_taken_today_is_there_without_a_median() -> None:
    doses = Sheet()
    doses.dose(-1, hour=8, product=SHOT)
    doses.dose(-1, hour=10, product=SEVEN_OH)  # dated after this moment
    (shot,) = facts(doses).products
    assert (shot.product, shot.a_day, shot.since) == (SHOT, None, TODAY)


def test_a_private_product_and_a_private_dose_are_nowhere() -> None:
    doses = Sheet()
    for day in range(10):
        doses.dose(day)
        doses.dose(day, product=SHOT, private=True)
        doses.dose(day + 10, product=SEVEN_OH)
        doses.mark(day + 10)
    whole = OnPaper(doses, SYMPTOMS)
    found = sheet_facts(_OneHidden(doses, SYMPTOMS), SheetOptions(SheetKind.PHARMACIST), MADE)
    assert [each.product for each in found.products] == [LEAF]
    assert [each.group for each in found.figures.groups] == [Group.LEAF]
    assert found.days == DaysKnown(taken=10, without=0), "nothing is said of days with private doses"
    shown = sheet_facts(whole, SheetOptions(SheetKind.PHARMACIST), MADE)
    assert shown.days == DaysKnown(taken=20, without=0)


class _OneHidden(OnPaper):
    """Where 7-OH is a private product."""

    def all_products(self) -> list[Product]:
        return [replace(each, private=each is SEVEN_OH) for each in PRODUCTS.values()]


def test_the_days_of_each_group_are_counted_in_the_28_days() -> None:
    doses = Sheet()
    for day in (-1, 0, 0, 5, 27, 28):
        doses.dose(day)
    doses.dose(5, product=SHOT)
    doses.dose(6, product=SHOT, private=True)
    assert facts(doses).days_of == {Group.LEAF: 3, Group.EXTRACT: 1}


def test_days_without_are_those_that_were_said_to_be() -> None:
    doses = Sheet()
    doses.dose(0)
    doses.mark(0)
    doses.mark(1)
    doses.mark(2, private=True)
    doses.mark(3, DayMarkKind.NUMBER_NOT_KNOWN)
    doses.mark(4, DayMarkKind.NUMBER_NOT_KNOWN, private=True)
    doses.mark(28)
    assert facts(doses).days == DaysKnown(taken=2, without=1)


def test_most_days_first_and_what_names_no_product_last() -> None:
    doses = Sheet()
    for day in range(3):
        doses.dose(day, product=SHOT)
        doses.dose(day, product=None)
    doses.dose(5)
    assert [each.product for each in facts(doses).products] == [SHOT, LEAF, None]


def test_a_condition_that_is_over_counts_on_and_a_pregnancy_that_is_over_does_not() -> None:
    over = PERIOD.first
    entries = (
        Condition(what=ConditionKind.SEIZURES, until=over),
        Condition(what=ConditionKind.PREGNANCY, private=True, until=over),
        Condition(what=ConditionKind.BREASTFEEDING), Condition(what=ConditionKind.ALLERGY, private=True),
    )  # fmt: skip
    found = facts(Sheet(), *entries, shown=everything(SheetKind.PHARMACIST))
    assert [each.what for each in found.conditions] == [ConditionKind.SEIZURES]
    assert [each.what for each in found.pregnancies] == [ConditionKind.BREASTFEEDING]
    assert found.allergies == ()
    assert facts(Sheet(), *entries).pregnancies == ()


def test_a_private_pregnancy_needs_a_second_yes() -> None:
    entries = (Condition(what=ConditionKind.PREGNANCY, private=True), Condition(what=ConditionKind.BREASTFEEDING))
    asked = everything(SheetKind.PHARMACIST)
    assert facts(Sheet(), *entries, shown=asked).pregnancies == entries[1:]
    assert facts(Sheet(), *entries, shown=asked, private_printed=SURE).pregnancies == entries
    assert facts(Sheet(), *entries, private_printed=SURE).pregnancies == ()


def test_an_operation_that_is_over_is_not_planned() -> None:
    kind = ConditionKind.PLANNED_OPERATION
    entries = (Condition(what=kind, planned=PERIOD.last), Condition(what=kind, planned=TODAY), Condition(what=kind))
    assert facts(Sheet(), *entries).operations == entries[1:]


def test_own_people_stand_in_their_order_without_the_private_ones() -> None:
    entries = (Contact(name="b", position=2), Contact(name="a", position=1), Contact(name="c", private=True))
    assert [each.name for each in facts(Sheet(), *entries).contacts] == ["a", "b"]
