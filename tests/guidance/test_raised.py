"""Why a level is higher, in words."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.guidance.interaction_words import beside
from journal.guidance.interactions import Circumstance, classes
from journal.guidance.matching import CheckedName, Taken, check
from journal.guidance.raised import because_words
from journal.texts import english

# A level can hang on these; the journal has no place where any of them is written down.
_NEVER_KNOWN = {
    Circumstance.EATING_DISORDER, Circumstance.ALCOHOL_STOP, Circumstance.ABOVE_LABEL, Circumstance.DAILY,
    Circumstance.WHICH_ONE,
}  # fmt: skip
_WHY = "The level is higher because of what is written down: {what}."


def name_of(given: str, *known: Circumstance, prescribed: bool | None = True, beside_it: str = "") -> CheckedName:
    taken = [Taken(each, prescribed) for each in (given, beside_it) if each]
    checked = check(taken, dt.date(2026, 11, 30), 0, dict.fromkeys(known, True))
    return next(name for name in checked.names if name.given == given)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        (name_of("gabapentin", Circumstance.SLEEP_APNOEA), "sleep apnoea"),
        (name_of("gabapentin", beside_it="Xanax"), "something else that makes you sleepy"),
        (name_of("gabapentin", Circumstance.OLDER, Circumstance.LUNG_DISEASE), "a lung disease, an age of 65 or more"),
        (name_of("citalopram", Circumstance.HEART, prescribed=None), "a heart condition"),
        (name_of("paracetamol", Circumstance.LIVER, prescribed=None), "a liver condition"),
        (name_of("Lamictal", Circumstance.SEIZURES), "seizures"),
    ],
)
def test_what_makes_it_higher_stands_behind_whom_to_ask(name: CheckedName, what: str) -> None:
    why = _WHY.format(what=what)
    assert because_words(english(), name) == [why]
    said = beside(english(), name, take_no_more=False)
    assert said.index(why) > 0 and why not in beside(english(), name, take_no_more=False, conditions=False)


@pytest.mark.parametrize(
    "name",
    [
        name_of("gabapentin"),  # only under a condition, which stands in its own sentence
        name_of("Xanax", Circumstance.SLEEP_APNOEA),  # as high without it
        name_of("paracetamol", Circumstance.LIVER),  # prescribed: the other column alone is higher
        name_of("magnesium", Circumstance.LIVER),
    ],
)
def test_what_would_be_as_high_anyway_names_no_reason(name: CheckedName) -> None:
    assert because_words(english(), name) == []


def test_every_condition_that_raises_a_level_has_its_words() -> None:
    """Each member of each class with each reason: wherever one makes a level higher, it is said."""
    for of in classes().values():
        for code in {code for higher in of.higher for code in higher.when} - _NEVER_KNOWN:
            name = name_of(of.members[0], code, prescribed=None)
            assert code in name.because and because_words(english(), name), (of.id, code)
