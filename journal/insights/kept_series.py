"""Every series of numbers beside doses and ratings: scores of check-ins, sleep, measurements and lab results."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from journal.core.check_ins import QUESTIONNAIRES
from journal.core.entries import CheckIn, LabResult, Measurement
from journal.core.health import Lab
from journal.core.journal_day import journal_day
from journal.core.plaintext import folded

# Of a measurement, and of a daily check-in: the field, and what its number is divided by.
_MEASURED = {"systolic": 1, "diastolic": 1, "pulse": 1, "sleep": 1000, "quality": 1}
_DAILY = {"sleep": 1000, "quality": 1, "function": 1}


@dataclass(frozen=True, slots=True)
class SeriesKey:
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
    """Values in order of time. ``without_number``: entries that gave none: an item skipped, "< 5", "positive".

    ``in_part``: those of a questionnaire of which only some items were answered, in order of time, by journal day.
    """

    key: SeriesKey
    values: tuple[Value, ...]
    without_number: int
    in_part: tuple[tuple[dt.date, CheckIn], ...] = ()


def kept_series(
    check_ins: Iterable[CheckIn],
    measurements: Iterable[Measurement],
    lab_results: Iterable[LabResult],
    day_start: int,
    with_private: bool = True,
) -> list[KeptSeries]:
    """Every series that has an entry, scores first, then what was measured, then lab results as they were added."""
    values_of: dict[SeriesKey, list[Value | None]] = {}
    answered = [check_in for check_in in check_ins if with_private or not check_in.private]
    kept = (
        *_of_check_ins(answered, day_start),
        *_of_measurements(
            (measurement for measurement in measurements if with_private or not measurement.private), day_start
        ),
        *_of_lab_results(lab_result for lab_result in lab_results if with_private or not lab_result.private),
    )
    for key, value in kept:
        values_of.setdefault(key, []).append(value)
    return [_series(key, values, _in_part(key, answered, day_start)) for key, values in values_of.items()]


def _series(key: SeriesKey, values: list[Value | None], in_part: tuple[tuple[dt.date, CheckIn], ...]) -> KeptSeries:
    known = sorted((value for value in values if value is not None), key=lambda value: (value.day, value.order))
    return KeptSeries(key, tuple(known), len(values) - len(known), in_part)


def _in_part(key: SeriesKey, answered: Iterable[CheckIn], day_start: int) -> tuple[tuple[dt.date, CheckIn], ...]:
    in_part = [check_in for check_in in answered if check_in.instrument == key.code and check_in.answered_in_part]
    in_order = sorted(in_part, key=lambda check_in: check_in.at.utc_ms)
    return tuple((journal_day(check_in.at, day_start), check_in) for check_in in in_order)


_Kept = Iterator[tuple[SeriesKey, Value | None]]


def _of_check_ins(check_ins: Iterable[CheckIn], day_start: int) -> _Kept:
    for check_in in check_ins:
        day, order = journal_day(check_in.at, day_start), check_in.at.utc_ms
        if check_in.instrument in QUESTIONNAIRES:
            score = check_in.score
            yield SeriesKey(check_in.instrument), None if score is None else Value(day, order, score)
        yield from _fields(check_in, _DAILY, day, order)


def _of_measurements(measurements: Iterable[Measurement], day_start: int) -> _Kept:
    for measurement in measurements:
        day, order = journal_day(measurement.at, day_start), measurement.at.utc_ms
        yield from _fields(measurement, _MEASURED, day, order)
        if measurement.weight is not None:
            yield (
                SeriesKey("weight", measurement.weight_unit or ""),
                Value(day, order, Fraction(measurement.weight, 1000)),
            )


def _fields(entry: CheckIn | Measurement, fields: dict[str, int], day: dt.date, order: int) -> _Kept:
    for field, divided in fields.items():
        number = getattr(entry, field)
        if number is not None:
            yield SeriesKey(field), Value(day, order, Fraction(number, divided))


def _of_lab_results(lab_results: Iterable[LabResult]) -> _Kept:
    """The same name and unit in other letters is the same series; it is called as it was written first.

    Words without a unit ("positive") are counted with the numbers of the same test, if these have one unit only.
    """
    called: dict[tuple[str, str, str], SeriesKey] = {}
    words: list[tuple[tuple[str, str, str], SeriesKey]] = []
    for lab_result in lab_results:
        name, unit = (lab_result.name if lab_result.what is Lab.OWN else ""), lab_result.number_unit
        place, key = (lab_result.what, folded(unit), folded(name)), SeriesKey(lab_result.what, unit, name)
        number = lab_result.number
        if number is None and not unit:
            words.append((place, key))
        else:
            yield called.setdefault(place, key), None if number is None else _result(lab_result, number)
    for test_words, key in words:
        same_test = [known for other, known in called.items() if (other[0], other[2]) == (test_words[0], test_words[2])]
        yield (same_test[0] if len(same_test) == 1 else called.setdefault(test_words, key)), None


def _result(lab_result: LabResult, number: int) -> Value:
    return Value(lab_result.day, lab_result.recorded_ms, Fraction(number, 1000), lab_result.normal)
