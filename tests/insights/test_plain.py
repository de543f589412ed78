"""The plain voice: the change word of every other surface, numbers with n, and nothing that was not recorded denied."""

import re

import pytest
from hypothesis import given

from journal.core.amounts import Basis
from journal.insights.change_words import change_sentence
from journal.insights.groups import Group
from journal.insights.plain import Card, kind_not_said, not_recorded, plain_cards
from journal.insights.summary import Summary
from journal.texts import english
from tests.insights.random_journals import sheets
from tests.insights.sheet import PAIN, SEVEN_OH, SYMPTOMS, UNSAID, Sheet

TEXTS = english()
NAMES = {symptom.id: symptom.id for symptom in SYMPTOMS} | {PAIN.id: "Lower back pain"}


def cards(sheet: Sheet, group: Group | None = None) -> dict[str, Card]:
    return {card.key: card for card in plain_cards(TEXTS, sheet.summary(), NAMES, group)}


def steady(days: range, grams: float | None = 2.0) -> Sheet:
    sheet = Sheet()
    for day in days:
        sheet.dose(day, grams)
        sheet.dose(day, grams, hour=12)
    return sheet


def test_a_group_in_words() -> None:
    sheet = steady(range(40))
    sheet.dose(0, None, hour=20)
    sheet.rating(0, 5)
    shown = cards(sheet)
    assert shown["amount"].title == "Leaf: amount per day taken"
    assert shown["amount"].text == (
        "The same in the last 28 days as in the 28 days before. "
        "Last 28 days: 4.0 g a day (28 days, 1 known in part). The 28 days before: 4.0 (12 days). "
        "Last 7 days: 4.0 (7 days, 1 known in part)."
    )
    assert shown["doses"].text == (
        "The same in the last 28 days as in the 28 days before. Last 28 days: 2 doses a day (28 days). "
        "The 28 days before: 2 (12 days). Last 7 days: 2 (7 days). "
        "Taken on 28 of 28 known days in the last 28; on 12 of 12 in the 28 before. Days taken: same."
    )
    assert shown["gap"].title == "Hours between doses, all products"
    assert "Last 28 days: 4.0 hours (29 gaps)." in shown["gap"].text
    assert shown["main"].title == "Lower back pain"
    assert "Last 28 days: too few recorded (n = 1)." in shown["main"].text


def test_one_is_one() -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.0)
    shown = cards(sheet)
    assert "Last 28 days: 1 dose a day (28 days)." in shown["doses"].text
    assert "Median 1 [1–1] doses a day" in shown["doses"].numbers[0]


def test_the_most_used_group_leads_and_others_are_told_on_request() -> None:
    sheet = steady(range(84))
    for day in range(20):
        for hour in (9, 10, 11):
            sheet.dose(day, 0.015, hour, SEVEN_OH, Basis.LABEL)
    assert cards(sheet)["amount"].title.startswith("Leaf")
    seven = cards(sheet, Group.SEVEN_OH)
    assert seven["amount"].text.startswith("New on 12 May 2026. Too early to say where it goes: begun in the 56 days")
    assert "Last 28 days: 45 mg a day (20 days)." in seven["amount"].text
    assert seven["gap"] == cards(sheet)["gap"]


def test_a_group_that_is_not_taken_any_more() -> None:
    text = cards(steady(range(40, 60)))["amount"].text
    assert text.startswith("Last taken on 21 Apr 2026. ")
    assert "Last 28 days: no day with it recorded." in text and "Last 7 days" not in text


def test_amounts_of_which_none_is_said() -> None:
    shown = cards(steady(range(28), None))
    assert shown["amount"].text == "Amount not said on 28 of 28 days taken in the last 28."
    assert shown["doses"].text.startswith("Too few weeks") or "2 doses a day (28 days)" in shown["doses"].text


def test_what_is_not_recorded_is_never_said_to_be_none() -> None:
    shown = cards(Sheet())
    assert shown["amount"].text == "No doses recorded in this period."
    assert "Last 28 days: not recorded." in shown["main"].text
    nothing = {card.key: card for card in plain_cards(TEXTS, Sheet().summary(()), NAMES)}
    assert nothing["main"].text == "No main symptom rated in this period."


def test_a_journal_that_begins_on_bad_days() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.rating(day, 9 if day >= 70 else 5)
    assert "people often begin to write on bad days" in cards(sheet)["main"].text


def test_what_the_figures_leave_open() -> None:
    sheet = steady(range(84))
    assert (kind_not_said(TEXTS, sheet.summary()), not_recorded(TEXTS, sheet.summary())) == ("", "")
    sheet.dose(3, product=UNSAID)
    assert kind_not_said(TEXTS, sheet.summary()).startswith("Kind not said on 1 of 84 days with doses.")
    assert "Entries on 70 of 84 days." in not_recorded(TEXTS, steady(range(70)).summary())


@pytest.mark.parametrize("group", [None, *Group])
def test_a_group_without_doses_in_the_period_is_not_invented(group: Group | None) -> None:
    shown = cards(Sheet(), group)
    assert shown["amount"].text == shown["doses"].text == "No doses recorded in this period."


@given(sheets())
def test_the_word_is_that_of_the_measure_and_every_number_has_its_n(sheet: Sheet) -> None:
    summary = sheet.summary()
    for group in summary.groups:
        shown = {card.key: card for card in plain_cards(TEXTS, summary, NAMES, group.group)}
        assert change_sentence(TEXTS, group.doses) in shown["doses"].text
        assert group.amount is None or change_sentence(TEXTS, group.amount) in shown["amount"].text
        assert all(_counted(word) for card in shown.values() for word in card.text.split(". "))
    _never_denied(summary)


def _counted(sentence: str) -> bool:
    """A window's number is followed by the days or gaps it stands on."""
    if not re.match(r"(Last (7|28) days|The 28 days before): (at least )?\d", sentence):
        return True
    return re.search(r"\(\d+ (day|gap)s?(, \d+ known in part)?\)", sentence) is not None


def _never_denied(summary: Summary) -> None:
    text = " ".join(card.text for card in plain_cards(TEXTS, summary, NAMES))
    assert not re.search(r"\bnone\b|usual week|within", text)
