"""The question about a value that may be a slip: on a form, before an import, and after a command has saved it."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.plausible import Doubt, Why
from journal.texts import english
from journal.texts.doubts import doubt_question, doubt_remark, doubted_number

TEXTS = english()


@pytest.mark.parametrize(
    ("kind", "doubt", "question"),
    [
        ("measurement", Doubt(Why.UNUSUAL, "pulse", 1200), "pulse: is 1,200 right?"),
        ("measurement", Doubt(Why.UNUSUAL, "weight", 7_500), "weight: is 7.5 right?"),
        ("measurement", Doubt(Why.NO_UNIT, "weight", 80_000), "weight: 80 of what? The unit is not said."),
        (
            "measurement",
            Doubt(Why.SWAPPED, "systolic", 70),
            "The upper value is below the lower one. Is that right?",
        ),
        ("lab_result", Doubt(Why.NO_UNIT, "value", "< 5"), "value: < 5 of what? The unit is not said."),
        ("lab_result", Doubt(Why.UNUSUAL, "value", "-3"), "value: is -3 right?"),
        (
            "lab_result",
            Doubt(Why.RANGE_BACKWARDS, "normal", "40-7"),
            "The range “40-7” ends below where it begins. Is that right?",
        ),
        (
            "lab_result",
            Doubt(Why.NO_RANGE, "normal", "56"),
            "“56” is not read as a range, such as 7-56 or < 40. Is it printed so?",
        ),
        ("lab_result", Doubt(Why.NO_NAME, "name", "own"), "What is it? The name is not said."),
        ("condition", Doubt(Why.NO_NAME, "name", "allergy"), "Allergy to what? The name is not said."),
        ("contact", Doubt(Why.NO_DIGIT, "phone", "call me"), "“call me” holds no number to call. Is that right?"),
        ("intake", Doubt(Why.NO_UNIT, "amount", "400"), "amount: 400 of what? The unit is not said."),
        ("substance", Doubt(Why.NUMBER_NAMES, "name", "37.5"), "“37.5” is a number. Is it the name?"),
        (
            "person",
            Doubt(Why.PASSED, "next_visit", dt.date(2026, 11, 3)),
            "next visit: 3 Nov 2026 has passed. Is that right?",
        ),
        (
            "condition",
            Doubt(Why.FAR_AHEAD, "planned", dt.date(2090, 1, 1)),
            "planned: 1 Jan 2090 is years ahead. Is that right?",
        ),
        ("condition", Doubt(Why.NO_DAY, "planned", "x"), "For which day is it planned? The day is not said."),
    ],
)
def test_the_question_names_the_value_as_it_is_read(kind: str, doubt: Doubt, question: str) -> None:
    assert doubt_question(TEXTS, kind, doubt) == question


def test_a_form_says_its_own_caption() -> None:
    doubt = Doubt(Why.UNUSUAL, "drinks", 99_500)
    assert doubt_question(TEXTS, "intake", doubt, "Drinks") == "Drinks: is 99.5 right?"
    assert doubted_number(TEXTS, "intake", doubt) == "99.5"


@pytest.mark.parametrize(
    ("kind", "doubt", "remark"),
    [
        ("measurement", Doubt(Why.UNUSUAL, "pulse", 1200), "Saved, but is pulse 1,200 right?"),
        ("measurement", Doubt(Why.NO_UNIT, "weight", 80_000), "Saved, but weight 80 of what? The unit is not said."),
        ("condition", Doubt(Why.NO_NAME, "name", "allergy"), "Saved, but allergy to what? The name is not said."),
        ("condition", Doubt(Why.NO_NAME, "name", "other"), "Saved, but what is it? The name is not said."),
        ("substance", Doubt(Why.NUMBER_NAMES, "name", "37.5"), "Saved, but “37.5” is a number. Is it the name?"),
        (
            "measurement",
            Doubt(Why.SWAPPED, "systolic", 70),
            "Saved, but the upper value is below the lower one. Is that right?",
        ),
        (
            "contact",
            Doubt(Why.NO_DIGIT, "phone", "call me"),
            "Saved, but “call me” holds no number to call. Is that right?",
        ),
        (
            "person",
            Doubt(Why.PASSED, "next_visit", dt.date(2026, 11, 3)),
            "Saved, but next visit 3 Nov 2026 has passed. Is that right?",
        ),
        (
            "condition",
            Doubt(Why.FAR_AHEAD, "planned", dt.date(2090, 1, 1)),
            "Saved, but planned 1 Jan 2090 is years ahead. Is that right?",
        ),
        (
            "condition",
            Doubt(Why.NO_DAY, "planned", "x"),
            "Saved, but for which day is it planned? The day is not said.",
        ),
    ],
)
def test_a_command_says_that_it_was_saved_and_asks(kind: str, doubt: Doubt, remark: str) -> None:
    assert doubt_remark(TEXTS, kind, doubt) == remark
