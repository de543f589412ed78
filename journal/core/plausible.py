"""Values that are more often a slip than true: a form asks about them once, and what the person confirms is saved."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from journal.core.amounts import SIGNS, Dimension, plain_number
from journal.core.belonging import fields_of_another_option
from journal.core.care import Care, CareKind, Measurement, WeightUnit
from journal.core.check_ins import CheckIn
from journal.core.entries import Dose, Person, Unit
from journal.core.entry import Entry
from journal.core.health import Condition, ConditionKind, Lab, LabResult
from journal.core.own_help import Contact, Help
from journal.core.plaintext import is_number_as_name
from journal.core.printed_ranges import is_backwards, names_limits
from journal.core.printed_values import value_and_unit
from journal.core.substances import Intake, Substance, Taken
from journal.core.typed_numbers import printed_number

# The lowest and highest value that is not asked about; thousandths where the field holds thousandths.
_USUAL: Mapping[str, tuple[int, int]] = {
    "systolic": (60, 260), "diastolic": (30, 160), "pulse": (30, 220), "sleep": (0, 24_000),
    "minutes": (0, 24 * 60), "drinks": (0, 20_000),
}  # fmt: skip
_BELOW_ZERO = ("-", "\u2212")  # a value as printed
_NUMBER_ALONE = re.compile(r"[1-9]\d+([.,]\d+)?", re.ASCII)  # a single digit is so many tablets
_FAR_AHEAD = dt.timedelta(days=5 * 365)  # hardly anything is planned so long before
_COMPARED = re.compile(r"(?:<=|>=|[<>≤≥=~]) ?")
# Counts of cells are written in thousands, or the unit has the power of ten.
_TOO_LARGE = re.compile(r"[0-9.,]+e[+-]?[0-9]+|[0-9]{8,}", re.IGNORECASE)
# Of one dose; above it a point is missing more often than so much was taken, or the unit is another one.
_LARGE_DOSE = {Dimension.MASS: 40_000, Dimension.VOLUME: 1_000_000, Dimension.COUNT: 100_000}
_USUAL_WEIGHT = {WeightUnit.KG: (25_000, 350_000), WeightUnit.LB: (55_000, 770_000)}


class Why(StrEnum):
    """What is asked."""

    UNUSUAL = "unusual"  # is this number right?
    NO_UNIT = "no_unit"  # of what?
    SWAPPED = "swapped"  # is the upper value below the lower one?
    OF_ANOTHER = "of_another"  # does it belong to what was chosen?
    NO_NAME = "no_name"  # of what, or to what? The value is the kind of thing
    NO_DIGIT = "no_digit"  # which number is to be called?
    PASSED = "passed"  # is a day that is over still ahead?
    FAR_AHEAD = "far_ahead"  # is a day really so many years ahead?
    NO_DAY = "no_day"  # for which day? The kind of thing is planned for one
    RANGE_BACKWARDS = "range_backwards"  # is the range's lower end above its upper one?
    NO_RANGE = "no_range"  # is this how the laboratory prints its range?
    NUMBER_NAMES = "number_names"  # is this the name? It may have been meant for another field


@dataclass(frozen=True, slots=True)
class Doubt:
    """What to ask about a field's value; ``value`` as the field holds it."""

    why: Why
    field: str
    value: int | str | dt.date

    @property
    def mended_in(self) -> str:
        """The field in which the answer is written: of what has no unit, that of the unit if there is one."""
        return _UNIT_FIELDS.get(self.field, self.field) if self.why is Why.NO_UNIT else self.field


_UNIT_FIELDS: Mapping[str, str] = {"value": "unit", "weight": "weight_unit"}


def doubts(entry: Entry, today: dt.date | None = None) -> list[Doubt]:
    """Everything to be asked before this is saved, in the order of the fields.

    ``today``: for what a person says now.
    """
    asked = _DOUBTS.get(type(entry))
    said_now = [] if today is None else list(_of_what_is_said(entry, today))
    misplaced = [_of_another(entry, field) for field in fields_of_another_option(entry)] if entry.only_for else []
    return [*said_now, *([] if asked is None else asked(entry)), *misplaced]


def doubts_in_file(entry: Entry, today: dt.date) -> list[Doubt]:
    """The same of what comes from a file, of which less is asked: a plan may have passed since it was written."""
    far_ahead = (doubt for doubt in _of_what_is_said(entry, today) if doubt.why is Why.FAR_AHEAD)
    return [*far_ahead, *doubts(entry)]


def _of_what_is_said(entry: Entry, today: dt.date) -> Iterator[Doubt]:
    name = getattr(entry, "name", "")
    if is_number_as_name(name):
        yield Doubt(Why.NUMBER_NAMES, "name", name)
    match entry:
        case Person(next_visit=dt.date() as visit):
            yield from _of_plan("next_visit", visit, today)
        case Condition(what=ConditionKind.PLANNED_OPERATION, planned=None):
            yield Doubt(Why.NO_DAY, "planned", entry.what)
        case Condition(what=ConditionKind.PLANNED_OPERATION, planned=dt.date() as planned):
            yield from _of_plan("planned", planned, today)
        case Condition(until=dt.date() as until) | Substance(until=dt.date() as until) if _is_far_ahead(until, today):
            yield Doubt(Why.FAR_AHEAD, "until", until)
        case Help(text=text) if is_number_as_name(text):
            yield Doubt(Why.NUMBER_NAMES, "text", text)
        case Contact(phone=phone) if phone and not any(sign.isdigit() for sign in phone):
            yield Doubt(Why.NO_DIGIT, "phone", phone)
        case Unit(quantity=int() as quantity, spread=int() as spread, dimension=dimension) if spread >= quantity:
            yield Doubt(Why.UNUSUAL, "spread", f"{plain_number(spread)} {SIGNS[dimension]}")
        case Intake(what=Taken.PAINKILLER, amount=amount) if _NUMBER_ALONE.fullmatch(amount):
            yield Doubt(Why.NO_UNIT, "amount", amount)


def _of_plan(field: str, day: dt.date, today: dt.date) -> Iterator[Doubt]:
    if day < today:
        yield Doubt(Why.PASSED, field, day)
    elif _is_far_ahead(day, today):
        yield Doubt(Why.FAR_AHEAD, field, day)


def _is_far_ahead(day: dt.date, today: dt.date) -> bool:
    return day - today > _FAR_AHEAD


def _of_another(entry: Entry, field: str) -> Doubt:
    value = getattr(entry, field)
    return Doubt(Why.OF_ANOTHER, field, value if isinstance(value, int) else str(value))


def _unusual(entry: object, *fields: str) -> Iterator[Doubt]:
    for field in fields:
        value = getattr(entry, field)
        low, high = _USUAL[field]
        if value is not None and not low <= value <= high:
            yield Doubt(Why.UNUSUAL, field, value)


def _of_measurement(entry: Entry) -> Iterator[Doubt]:
    assert isinstance(entry, Measurement)
    yield from _unusual(entry, "systolic", "diastolic", "pulse")
    if entry.systolic is not None and entry.diastolic is not None and entry.systolic < entry.diastolic:
        yield Doubt(Why.SWAPPED, "systolic", entry.systolic)
    if entry.weight is not None:
        yield from _of_weight(entry.weight, entry.weight_unit)
    yield from _unusual(entry, "sleep")


def _of_weight(weight: int, unit: WeightUnit | None) -> Iterator[Doubt]:
    if unit is None:
        yield Doubt(Why.NO_UNIT, "weight", weight)
    elif not _USUAL_WEIGHT[unit][0] <= weight <= _USUAL_WEIGHT[unit][1]:
        yield Doubt(Why.UNUSUAL, "weight", weight)


def _of_lab_result(entry: Entry) -> Iterator[Doubt]:
    assert isinstance(entry, LabResult)
    if entry.what is Lab.OWN and not entry.name:
        yield Doubt(Why.NO_NAME, "name", entry.what)
    if _is_hardly_printed(entry):
        yield Doubt(Why.UNUSUAL, "value", entry.value)
    elif printed_number(_COMPARED.sub("", entry.value, count=1)) is not None and not entry.number_unit:
        yield Doubt(Why.NO_UNIT, "value", entry.value)
    if is_backwards(entry.normal):
        yield Doubt(Why.RANGE_BACKWARDS, "normal", entry.normal)
    elif _is_hardly_a_range(entry):
        yield Doubt(Why.NO_RANGE, "normal", entry.normal)


def _is_hardly_a_range(result: LabResult) -> bool:
    """No limits stand in it; of an own test words may be what is usual, such as "negative"."""
    in_words = result.what is Lab.OWN and not any(map(str.isdigit, result.normal))
    return bool(result.normal) and not in_words and not names_limits(result.normal)


def _is_hardly_printed(result: LabResult) -> bool:
    """Nothing that a laboratory writes as this value: words are a result of some tests, none of the built-in ones."""
    value = result.value
    if result.what is not Lab.OWN and (value.startswith(_BELOW_ZERO) or not any(map(str.isdigit, value))):
        return True
    if _TOO_LARGE.fullmatch(value_and_unit(value, result.unit)[0]):
        return True
    return bool(value.strip("+-\u2212")) and not any(map(str.isalnum, value))


def _of_condition(entry: Entry) -> Iterator[Doubt]:
    assert isinstance(entry, Condition)
    if entry.what in (ConditionKind.ALLERGY, ConditionKind.OTHER) and not (entry.name or entry.note):
        yield Doubt(Why.NO_NAME, "name", entry.what)


def _of_care(entry: Entry) -> Iterator[Doubt]:
    assert isinstance(entry, Care)
    if entry.what is CareKind.OWN and not (entry.name or entry.note):
        yield Doubt(Why.NO_NAME, "name", entry.what)
    yield from _unusual(entry, "minutes")


def _of_intake(entry: Entry) -> Iterator[Doubt]:
    assert isinstance(entry, Intake)
    if entry.what is Taken.OWN and not (entry.name or entry.substance or entry.note):
        yield Doubt(Why.NO_NAME, "name", entry.what)
    yield from _unusual(entry, "drinks")


def _of_dose(entry: Entry) -> Iterator[Doubt]:
    assert isinstance(entry, Dose)
    amount = entry.amount
    if amount.quantity is not None and amount.dimension and amount.quantity > _LARGE_DOSE[amount.dimension]:
        yield Doubt(Why.UNUSUAL, "amount", amount.text or plain_number(amount.quantity))


_DOUBTS: Mapping[type[Entry], Callable[[Entry], Iterator[Doubt]]] = {
    Dose: _of_dose,
    Measurement: _of_measurement,
    LabResult: _of_lab_result,
    Condition: _of_condition,
    CheckIn: lambda entry: _unusual(entry, "sleep"),
    Care: _of_care,
    Intake: _of_intake,
}
