"""What belongs to another option than the chosen one is known for every kind that has such fields."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import pytest

from journal.core.belonging import fields_of_another_option, refuse_fields_of_another_option
from journal.core.entries import Condition, Entry, Intake, LabResult
from journal.core.fields import Choice
from journal.core.health import ConditionKind, Lab
from journal.core.kinds import KINDS
from journal.core.moments import DAY_MS, Moment
from journal.core.plausible import Doubt, Why, doubts
from journal.core.refusal import Refused
from journal.core.substances import Taken

DAY = dt.date(2026, 11, 30)
AT = Moment(20_000 * DAY_MS, 0, "UTC")


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        (LabResult(day=DAY, what=Lab.ALT, name="CRP", value="8", unit="mg/L"), ["name"]),
        (LabResult(day=DAY, what=Lab.OWN, name="CRP", value="8", unit="mg/L"), []),
        (Condition(what=ConditionKind.ALLERGY, name="nuts", place="lower back", planned=DAY), ["place", "planned"]),
        (Condition(what=ConditionKind.PAIN, place="lower back"), []),
        (Intake(at=AT, what=Taken.PAINKILLER, drinks=3000), ["drinks"]),
        (Intake(at=AT, what=Taken.PAINKILLER, drinks=0), ["drinks"]),
        (Intake(at=AT, what=Taken.ALCOHOL, drinks=3000), []),
    ],
)
def test_fields_of_another_option_are_named_and_asked_about(entry: Entry, fields: list[str]) -> None:
    assert list(fields_of_another_option(entry)) == fields
    assert [doubt.field for doubt in doubts(entry) if doubt.why is Why.OF_ANOTHER] == fields


def test_commands_refuse_them_and_say_where_they_belong() -> None:
    drinks = Intake(at=AT, what=Taken.PAINKILLER, drinks=3000)
    with pytest.raises(Refused) as refused:
        refuse_fields_of_another_option(drinks)
    assert refused.value.code == "not-of-this-option"
    assert refused.value.values == {"key": "drinks", "chosen": "painkiller", "options": "alcohol"}
    assert doubts(drinks)[-1] == Doubt(Why.OF_ANOTHER, "drinks", 3000)


def test_each_declared_field_and_option_is_there() -> None:
    for kind in KINDS.values():
        declared = {field.name: field for field in kind.fields}
        for name, (choice, options) in kind.cls.only_for.items():
            field = declared[choice].declared
            assert name in declared and isinstance(field, Choice)
            assert issubclass(field.options, StrEnum) and options <= set(field.options)
