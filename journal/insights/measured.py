"""What was measured at home, in short: of each thing the last value, how often, and the lowest and the highest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from journal.core.care import WeightUnit
from journal.core.entries import CheckIn, Measurement

Entered = Measurement | CheckIn  # a daily check-in asks for sleep, too


class Thing(StrEnum):
    """What can be measured, in the order of the pages."""

    BLOOD_PRESSURE = "blood_pressure"
    PULSE = "pulse"
    WEIGHT = "weight"
    SLEEP = "sleep"
    SLEEP_QUALITY = "quality"


_FIELDS = {
    Thing.BLOOD_PRESSURE: ("systolic", "diastolic"),
    Thing.PULSE: ("pulse",),
    Thing.WEIGHT: ("weight",),
    Thing.SLEEP: ("sleep",),
    Thing.SLEEP_QUALITY: ("quality",),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """``n`` entries have it, ``last`` is the newest. ``ranges``: lowest and highest of each of its fields, None: never.

    A weight in pounds is another thing than one in kilograms: nothing is converted.
    """

    thing: Thing
    unit: WeightUnit | None
    n: int
    last: Entered
    ranges: tuple[tuple[int, int] | None, ...]


def measured(entries: Iterable[Entered]) -> list[Measured]:
    """Each thing that was measured."""
    by_thing: dict[tuple[Thing, WeightUnit | None], list[Entered]] = {}
    for entry in sorted(entries, key=lambda entry: entry.at.utc_ms):
        for thing, fields in _FIELDS.items():
            if any(number is not None for number in _numbers(entry, fields)):
                unit = entry.weight_unit if thing is Thing.WEIGHT and isinstance(entry, Measurement) else None
                by_thing.setdefault((thing, unit), []).append(entry)
    order = [*Thing]
    of_things = sorted(by_thing.items(), key=lambda item: (order.index(item[0][0]), item[0][1] or ""))
    return [Measured(thing, unit, len(of), of[-1], _ranges(thing, of)) for (thing, unit), of in of_things]


def _ranges(thing: Thing, entries: list[Entered]) -> tuple[tuple[int, int] | None, ...]:
    columns = zip(*(_numbers(entry, _FIELDS[thing]) for entry in entries), strict=True)
    known = [[number for number in column if number is not None] for column in columns]
    return tuple((min(numbers), max(numbers)) if numbers else None for numbers in known)


def _numbers(entry: Entered, fields: tuple[str, ...]) -> list[int | None]:
    return [getattr(entry, field, None) for field in fields]
