"""Values as they are said on the command line; a refusal names what can be said instead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

from journal.core.amounts import plain_number
from journal.core.check_ins import QUESTIONNAIRES, CheckIn, Instrument, field_that_does_not_fit
from journal.core.entries import Entry
from journal.core.fields import Day, Field, Free, Name, Number, Whole
from journal.core.kinds import declared
from journal.core.moments import FIRST_DAY, out_of_range, refuse_out_of_range
from journal.core.pairs import pair_in
from journal.core.printed_values import value_and_unit
from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.typed import read_day, read_hours, read_number

_FAR_BACK = dt.timedelta(days=40)  # a nearer day is what was meant


def in_words(field: Field) -> str:
    """What a refusal calls the field: "birth year", and not as the files and options spell it."""
    return field.name.replace("_", " ")


def whole(text: str, field: Field, low: int, high: int) -> int:
    """A whole number of the field's range."""
    digits = text.strip()
    if not digits.isdecimal() or not low <= int(digits) <= high:
        raise Refused("whole-out-of-range", field=in_words(field), text=digits[:40], low=low, high=high)
    return int(digits)


def thousandths(text: str, field: Field, low: int, high: int) -> int:
    """A number of the field's range, in thousandths."""
    negative = text.strip().startswith(("-", "−"))
    read = read_hours if isinstance(field.declared, Number) and field.declared.hours else read_number
    number = low - 1 if negative else read(text)
    if not low <= number <= high:
        raise Refused(
            "number-out-of-range", field=in_words(field), text=text.strip()[:40],
            low=plain_number(low), high=plain_number(high),
        )  # fmt: skip
    return number


def taken_apart(asked: Mapping[str, Any], fields: Iterable[Field]) -> dict[str, Any]:
    """What was said, with what was said as one (195/125, 131 U/L) each part under its own field."""
    values = dict(asked)
    for field in fields:
        unit = field.declared.with_unit if isinstance(field.declared, Name) else ""
        value = values.get(field.name)
        if (
            unit
            and isinstance(value, str)
            and (apart := value_and_unit(value, str(values.get(unit) or "")))[0] != value
        ):
            values[field.name], values[unit] = apart
        other = field.declared.above if isinstance(field.declared, Whole) else ""
        both = pair_in(str(values[field.name])) if other and field.name in values and other not in values else None
        if both is not None:
            values[field.name], values[other] = both
    return values


def refuse_empty_and_out_of_range(entry: Entry) -> None:
    """Refuse what saving would refuse too, and say what is wanted: missing words, days, answers of a check-in."""
    for field in declared(entry).fields:
        value = getattr(entry, field.name)
        match field.declared:
            case Name(required=True) | Free(required=True) if not value.strip():
                raise Refused("text-empty", field=field.name)
            case Day(of_entry=True):
                refuse_out_of_range(value)
    if isinstance(entry, CheckIn):
        if field_that_does_not_fit(entry) == "answers":
            raise _wrong_answers(entry)
        _refuse_day_without_answers(entry)


def _refuse_day_without_answers(check_in: CheckIn) -> None:
    """A daily check-in that says nothing; of the others every item may be skipped, and that is kept."""
    numbers = (check_in.sleep, check_in.quality, check_in.function)
    has_answers = check_in.helped or check_in.note or any(number is not None for number in numbers)
    if check_in.instrument is Instrument.DAILY and not has_answers:
        raise Refused("nothing-said")


def _wrong_answers(check_in: CheckIn) -> Refused:
    questions = QUESTIONNAIRES.get(check_in.instrument)
    if questions is None:
        return Refused("answers-of-daily", instrument=check_in.instrument)
    return Refused(
        "answers-wanted", instrument=check_in.instrument, n=questions.items, highest=questions.highest,
        given=", ".join(check_in.answers)[:40] or "–",
    )  # fmt: skip


def said_of_year(texts: Texts, text: str, day: dt.date, today: dt.date) -> list[str]:
    """Of a day typed without its year that lies in an earlier one: which day it was taken for; () for any other."""
    names_year = str(day.year) in text or re.search(rf"[./-] ?{day:%y}\b", text) is not None
    if names_year or day.year == today.year or today - day < _FAR_BACK:
        return []
    return [texts("“{text}” was taken for {day}.", text=text.strip()[:40], day=texts.short_day(day))]


def past_day(texts: Texts, text: str, today: dt.date) -> dt.date:
    """A date from 1970 on that is not after today; Refused: day-not-iso, day-out-of-range or day-in-future."""
    day = read_day(texts, text, today)
    if day < FIRST_DAY:
        raise out_of_range("day-out-of-range")
    if day > today:
        raise Refused("day-in-future", day=day)
    return day
