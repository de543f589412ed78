"""What is asked about a value that is more often a slip than true: on a form, before an import, after a command."""

from __future__ import annotations

import datetime as dt

from journal.core.fields import Number
from journal.core.health import ConditionKind
from journal.core.kinds import KINDS
from journal.core.plausible import Doubt, Why
from journal.texts.language import Texts


def doubt_question(texts: Texts, kind: str, doubt: Doubt, caption: str = "") -> str:
    """What is asked, the field by its caption on a form, else by the name that it has in files."""
    if doubt.why is Why.SWAPPED:
        return texts("The upper value is below the lower one. Is that right?")
    if doubt.why is Why.RANGE_BACKWARDS:
        return texts("The range “{text}” ends below where it begins. Is that right?", text=doubt.value)
    if doubt.why is Why.NO_RANGE:
        sentence = "“{text}” is not read as a range, such as 7-56 or < 40. Is it printed so?"
        return texts(sentence, text=doubt.value)
    if doubt.why is Why.NO_NAME:
        if doubt.value == ConditionKind.ALLERGY:
            return texts("Allergy to what? The name is not said.")
        return texts("What is it? The name is not said.")
    if doubt.why is Why.NO_DIGIT:
        return texts("“{text}” holds no number to call. Is that right?", text=doubt.value)
    if doubt.why is Why.NO_DAY:
        return texts("For which day is it planned? The day is not said.")
    if doubt.why is Why.NUMBER_NAMES:
        return texts("“{name}” is a number. Is it the name?", name=doubt.value)
    field_name = caption or doubt.field.replace("_", " ")
    if doubt.why is Why.NO_UNIT:
        number = doubted_number(texts, kind, doubt)
        return texts("{what}: {number} of what? The unit is not said.", what=field_name, number=number)
    if doubt.why is Why.FAR_AHEAD:
        return texts("{what}: {day} is years ahead. Is that right?", what=field_name, day=_day(texts, doubt))
    if isinstance(doubt.value, dt.date):
        return texts("{what}: {day} has passed. Is that right?", what=field_name, day=texts.short_day(doubt.value))
    if doubt.why is Why.OF_ANOTHER:
        number = doubted_number(texts, kind, doubt)
        return texts("{what}: does “{number}” belong to what is chosen?", what=field_name, number=number)
    return texts("{what}: is {number} right?", what=field_name, number=doubted_number(texts, kind, doubt))


def doubt_remark(texts: Texts, kind: str, doubt: Doubt) -> str:
    """The same question where nobody can answer before the value is kept: it says that it was saved."""
    if doubt.why is Why.RANGE_BACKWARDS:
        return texts("Saved, but the range “{text}” ends below where it begins. Is that right?", text=doubt.value)
    if doubt.why is Why.NO_RANGE:
        sentence = "Saved, but “{text}” is not read as a range, such as 7-56 or < 40. Is it printed so?"
        return texts(sentence, text=doubt.value)
    if doubt.why is Why.NO_NAME:
        if doubt.value == ConditionKind.ALLERGY:
            return texts("Saved, but allergy to what? The name is not said.")
        return texts("Saved, but what is it? The name is not said.")
    if doubt.why is Why.NO_DIGIT:
        return texts("Saved, but “{text}” holds no number to call. Is that right?", text=doubt.value)
    if doubt.why is Why.NO_DAY:
        return texts("Saved, but for which day is it planned? The day is not said.")
    if doubt.why is Why.FAR_AHEAD:
        what = doubt.field.replace("_", " ")
        return texts("Saved, but {what} {day} is years ahead. Is that right?", what=what, day=_day(texts, doubt))
    if doubt.why is Why.NUMBER_NAMES:
        return texts("Saved, but “{name}” is a number. Is it the name?", name=doubt.value)
    if isinstance(doubt.value, dt.date):
        what, day = doubt.field.replace("_", " "), texts.short_day(doubt.value)
        return texts("Saved, but {what} {day} has passed. Is that right?", what=what, day=day)
    number = doubted_number(texts, kind, doubt)
    if doubt.why is Why.NO_UNIT:
        field = doubt.field.replace("_", " ")
        return texts("Saved, but {what} {number} of what? The unit is not said.", what=field, number=number)
    if doubt.why is Why.SWAPPED:
        return texts("Saved, but the upper value is below the lower one. Is that right?")
    return texts("Saved, but is {what} {number} right?", what=doubt.field.replace("_", " "), number=number)


def _day(texts: Texts, doubt: Doubt) -> str:
    assert isinstance(doubt.value, dt.date)
    return texts.short_day(doubt.value)


def doubted_number(texts: Texts, kind: str, doubt: Doubt) -> str:
    """The value as it is read: what is kept in thousandths as a number, a value as printed as it stands."""
    if not isinstance(doubt.value, int):
        return str(doubt.value)
    field = next(field for field in KINDS[kind].fields if field.name == doubt.field)
    return texts.number(doubt.value) if isinstance(field.declared, Number) else texts.integer(doubt.value)
