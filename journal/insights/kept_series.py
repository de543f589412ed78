"""Every series of numbers beside doses and ratings: scores of check-ins, sleep, measurements and lab results."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from journal.core.check_ins import QUESTIONNAIRES
from journal.core.entries import CheckIn, LabResult, Measurement
from journal.core.health import Lab
from journal.core.moments import journal_day
from journal.core.plaintext import folded

# Of a measurement, and of a daily check-in: the field, and what its number is divided by.
_MEASURED = {"systolic": 1, "diastolic": 1, "pulse": 1, "sleep": 1000, "quality": 1}
_DAILY = {"sleep": 1000, "quality": 1, "function": 1}


@dataclass(frozen=True, slots=True)
class What:
    """What a series is of: a code, and for a lab result its ``unit`` and the ``name`` of one of their own.

    Codes: those of questionnaires and lab results, ``systolic``, ``diastolic``, ``pulse``, ``weight`` (with its unit),
    ``sleep``, ``quality`` (of sleep) and ``function``. What has another unit is another series: nothing is converted.
    """

    code: str
    unit: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A number on a journal day; ``order`` tells those of one day apart in time.

    ``normal``: of a lab result the laboratory's own range, as it was printed.
    """

    day: dt.date
    order: int
    number: Fraction
    normal: str = ""


@dataclass(frozen=True, slots=True)
class KeptSeries:
    """Values in order of time. ``without_number``: entries that gave none: an item skipped, "< 5", "positive"."""

    what: What
    values: tuple[Value, ...]
    without_number: int


def kept_series(
    check_ins: Iterable[CheckIn],
    measurements: Iterable[Measurement],
    lab_results: Iterable[LabResult],
    day_start: int,
    with_private: bool = True,
) -> list[KeptSeries]:
    """Every series that has an entry, scores first, then what was measured, then lab results as they were added."""
    found: dict[What, list[Value | None]] = {}
    said = (
        *_of_check_ins((each for each in check_ins if with_private or not each.private), day_start),
        *_of_measurements((each for each in measurements if with_private or not each.private), day_start),
        *_of_lab_results(each for each in lab_results if with_private or not each.private),
    )
    for what, value in said:
        found.setdefault(what, []).append(value)
    return [_series(what, values) for what, values in found.items()]


def _series(what: What, values: list[Value | None]) -> KeptSeries:
    known = sorted((each for each in values if each is not None), key=lambda each: (each.day, each.order))
    return KeptSeries(what, tuple(known), len(values) - len(known))


_Said = Iterator[tuple[What, Value | None]]


def _of_check_ins(check_ins: Iterable[CheckIn], day_start: int) -> _Said:
    for each in check_ins:
        day, order = journal_day(each.at, day_start), each.at.utc_ms
        if each.instrument in QUESTIONNAIRES:
            score = each.score
            yield What(each.instrument), None if score is None else Value(day, order, score)
        yield from _fields(each, _DAILY, day, order)


def _of_measurements(measurements: Iterable[Measurement], day_start: int) -> _Said:
    for each in measurements:
        day, order = journal_day(each.at, day_start), each.at.utc_ms
        yield from _fields(each, _MEASURED, day, order)
        if each.weight is not None:
            yield What("weight", each.weight_unit or ""), Value(day, order, Fraction(each.weight, 1000))


def _fields(entry: CheckIn | Measurement, fields: dict[str, int], day: dt.date, order: int) -> _Said:
    for field, divided in fields.items():
        number = getattr(entry, field)
        if number is not None:
            yield What(field), Value(day, order, Fraction(number, divided))


def _of_lab_results(lab_results: Iterable[LabResult]) -> _Said:
    """The same name and unit in other letters is the same series; it is called as it was written first."""
    called: dict[tuple[str, str, str], What] = {}
    for each in lab_results:
        name = each.name if each.what is Lab.OWN else ""
        what = called.setdefault((each.what, folded(each.unit), folded(name)), What(each.what, each.unit, name))
        number = each.number
        yield what, None if number is None else _result(each, number)


def _result(each: LabResult, number: int) -> Value:
    return Value(each.day, each.recorded_ms, Fraction(number, 1000), each.normal)
