"""The same thing twice: by its words, and of conditions only where kind, place and time are the same."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.entry import Entry
from journal.core.health import Condition, ConditionKind
from journal.core.listed_twice import is_same_thing, listed_already
from journal.core.own_help import Contact, Help, Plan

BACK = Condition(what=ConditionKind.PAIN, place="lower back", since=dt.date(2020, 3, 1), until=dt.date(2024, 5, 1))
OPERATION = Condition(what=ConditionKind.PLANNED_OPERATION, planned=dt.date(2027, 3, 4))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Help(text="a walk"), Help(text="A  walk.")),
        (Contact(name="Ada", phone="555 0100"), Contact(name="ada")),
        (BACK, Condition(what=ConditionKind.PAIN, place="Lower back", since=dt.date(2024, 5, 1))),
        (BACK, Condition(what=ConditionKind.PAIN, place="lower back", name="sciatica")),
        (Condition(what=ConditionKind.LIVER), Condition(what=ConditionKind.LIVER, name="hepatitis C")),
        (Condition(what=ConditionKind.ALLERGY, name="bee"), Condition(what=ConditionKind.ALLERGY, name="Bee")),
        (OPERATION, Condition(what=ConditionKind.PLANNED_OPERATION, planned=dt.date(2027, 3, 4), name="knee")),
    ],
)
def test_the_same(one: Entry, other: Entry) -> None:
    assert is_same_thing(one, other) and is_same_thing(other, one)
    assert listed_already(one, [other]) is other
    assert listed_already(one, [one]) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Help(text="a walk"), Help(text="a long walk")),
        (Help(text="Ada"), Contact(name="Ada")),
        (BACK, Condition(what=ConditionKind.PAIN, place="knee")),
        (BACK, Condition(what=ConditionKind.PAIN)),
        (BACK, Condition(what=ConditionKind.PAIN, place="lower back", since=dt.date(2024, 5, 2))),
        (Condition(what=ConditionKind.ALLERGY), Condition(what=ConditionKind.ALLERGY)),
        (Condition(what=ConditionKind.OTHER, name="gout"), Condition(what=ConditionKind.OTHER, name="lupus")),
        (OPERATION, Condition(what=ConditionKind.PLANNED_OPERATION, planned=dt.date(2028, 3, 4))),
        (Plan(heading="Night"), Plan(heading="Night")),
    ],
)
def test_others(one: Entry, other: Entry) -> None:
    assert not is_same_thing(one, other) and listed_already(one, [other]) is None
