"""What was taken and not said: never 0 g, never "not recorded", never left out of what is known."""

from __future__ import annotations

from dataclasses import replace

from journal.core.entries import DayMarkKind, Symptom
from journal.core.symptoms import BY_CODE
from journal.insights.cells import figure_text
from journal.insights.plain import plain_cards
from journal.insights.summary import Change, Comparison, Direction, Figure, Missing
from journal.insights.wording import use_sentence
from journal.texts import english
from tests.insights.sheet import PAIN, PERIOD, SYMPTOMS, TEA_HERB, YELLOW, Sheet

TEXTS = english()
NAMES = {each.id: each.id for each in SYMPTOMS}


def weekends_without(grams: float | None, **more: object) -> Sheet:
    """Three doses on five days of each week, two days confirmed without."""
    sheet = Sheet()
    for day in range(84):
        if day % 7 < 2:
            sheet.mark(day, DayMarkKind.NONE_TODAY)
        else:
            for hour in (8, 12, 16):
                sheet.dose(day, grams, hour, **more)  # type: ignore[arg-type]
    return sheet


def test_days_without_do_not_make_unknown_amounts_zero() -> None:
    rows = weekends_without(None).summary().rows
    assert rows["amount"].last28 == Figure(None, 8, missing=Missing.NOT_SAID)
    assert rows["amount"].change == Change(None, Comparison.TOO_FEW_WEEKS, Missing.NOT_SAID)
    assert rows["largest_day"].last28 == Figure(None, 8, missing=Missing.NOT_SAID)
    assert rows["doses"].last28.value == 3


def test_control_known_amounts_count_beside_days_without() -> None:
    rows = weekends_without(2.0).summary().rows
    assert (rows["amount"].last28.value, rows["amount"].last28.n) == (6.0, 28)
    assert rows["largest_day"].last28 == Figure(6.0, 28)


def test_doses_without_a_product_are_not_unrecorded() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 3.0, product=None)
    summary = sheet.summary()
    assert summary.rows["doses"].last28 == Figure(None, 0, missing=Missing.NOT_SAID)
    assert figure_text(TEXTS, "doses", summary.rows["doses"].last28) == "— (not said)"
    assert "not recorded" not in str(use_sentence(TEXTS, summary))
    said = {card.key: card.text for card in plain_cards(TEXTS, summary, NAMES)}
    assert said["doses"].startswith("Not known in the last 28 days: on most days of use")


def test_amounts_not_said_beside_doses_that_are() -> None:
    assert "3 doses a day (28 days), amount not said" in str(use_sentence(TEXTS, weekends_without(None).summary()))


def test_a_day_whose_number_is_not_known_is_no_day_without() -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.mark(day, DayMarkKind.NONE_TODAY if day < 5 else DayMarkKind.NUMBER_NOT_KNOWN)
    rows = sheet.summary().rows
    assert rows["days_without"].last28 == Figure(5, 28, of=28)
    assert rows["amount"].last28.missing is rows["doses"].last28.missing is Missing.NOT_SAID


def test_one_dose_a_day_leaves_no_gap_unsaid() -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day)
    assert sheet.summary().rows["gap"].last28.missing is Missing.TOO_FEW


def test_the_largest_day_is_at_least_what_is_known_of_it() -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 5.0)
    sheet.dose(3, 30.0, hour=12)
    sheet.dose(3, None, hour=16)
    largest = sheet.summary().rows["largest_day"].last28
    assert largest == Figure(35.0, 28, at_least=True)
    assert figure_text(TEXTS, "largest_day", largest) == "at least 35.0"


def test_a_difference_that_cannot_be_seen_is_not_clear() -> None:
    sheet = Sheet()
    for day in range(56):
        sheet.dose(day, 9.039 if day < 28 else 9.0)
    change = sheet.summary().rows["amount"].change
    assert change is not None and change.comparison is Comparison.WITHIN
    sheet = Sheet()
    for day in range(56):
        sheet.dose(day, 9.1 if day < 28 else 9.0)
    change = sheet.summary().rows["amount"].change
    assert change is not None and change.comparison is Comparison.HIGHER


def test_weeks_of_nothing_do_not_hide_a_trend() -> None:
    sheet = Sheet()
    for day in range(84):
        if day < 45:
            sheet.mark(day, DayMarkKind.NONE_TODAY)
        else:
            sheet.dose(day, (day - 40) / 4)
    assert sheet.summary().trends["amount"].direction is Direction.FALLING


def test_doses_of_another_kind_are_mentioned() -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day)
    sheet.dose(3, hour=12, product=TEA_HERB)
    _, doses, _ = plain_cards(TEXTS, sheet.summary(), NAMES)
    assert doses.text.endswith(" Not counted: 1 dose of a product of another kind in the last 28 days.")


def test_a_trend_of_some_weeks_is_said_of_these() -> None:
    sheet = Sheet()
    for day in range(35, 84):
        sheet.dose(day, 12 - day / 8)
    (amount, *_) = plain_cards(TEXTS, sheet.summary(), NAMES)
    assert amount.text == (
        "Rising over 7 of these 12 weeks; the others have too few known days. Not recorded in the last 28 days."
    )


def test_a_warning_symptom_is_never_the_main_one() -> None:
    hidden = Symptom(id="dark", code="suicidal_thoughts", kind=BY_CODE["suicidal_thoughts"].kind, main=True)
    sheet = Sheet()
    for day in range(10):
        sheet.rating(day, 6, symptom=hidden)
        sheet.rating(day, 5)
    summary = sheet.summary((hidden, replace(PAIN, main=False), YELLOW))
    assert summary.main == PAIN.id and summary.period == PERIOD
