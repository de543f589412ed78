"""What was measured at home: the last value with its day, how many there are, and each high blood pressure."""

from __future__ import annotations

from collections.abc import Iterator

from journal.core.entries import Measurement
from journal.core.health import ConditionKind
from journal.guidance.blood_pressure import Pressure, high_pressures, pressure_table
from journal.insights.measured import Entered, Measured, Thing, measured
from journal.insights.wording import Sentence
from journal.reports.page_inputs import PageInputs
from journal.texts import Texts
from journal.texts.health_names import WEIGHT_UNITS
from journal.texts.listing import first_of
from journal.texts.marked import marked

_HIGH = 8  # named with their days; the others are counted
_THOUSANDTHS = (Thing.WEIGHT, Thing.SLEEP)
_NAMES = marked({
    Thing.BLOOD_PRESSURE: "Blood pressure",
    Thing.PULSE: "Pulse",
    Thing.WEIGHT: "Weight",
    Thing.SLEEP: "Sleep",
    Thing.SLEEP_QUALITY: "Quality of sleep, 0 worst, 10 best",
})  # fmt: skip


def measured_lines(inputs: PageInputs) -> Iterator[tuple[str, str]]:
    """A line a thing, behind blood pressure the high ones, and at the end what the numbers are."""
    texts, entries = inputs.texts, inputs.visit.measured
    if not (found := measured(entries)):
        return
    for each in found:
        yield texts(_NAMES[each.thing]), _said(inputs, each)
        if each.thing is Thing.BLOOD_PRESSURE:
            yield from _high_ones(inputs)
    first, last = (texts.short_day(entry.at.local.date()) for entry in _ends(entries))
    yield "", texts(
        "Written down by the patient from {first} to {last}, not checked; n: how often. How it was measured is not "
        "known, and nothing is said of days without a value.",
        first=first, last=last,
    )  # fmt: skip


def _ends(entries: tuple[Entered, ...]) -> tuple[Entered, Entered]:
    in_order = sorted(entries, key=lambda entry: entry.at.utc_ms)
    return in_order[0], in_order[-1]


def _said(inputs: PageInputs, each: Measured) -> str:
    """ "last 128/82 mmHg on 22 Nov 2026, 08:15; n 12: upper 118–195, lower 76–125." """
    texts = inputs.texts
    value = texts("{value} {unit}", value=_value(texts, each), unit=_unit(texts, each)).strip()
    last = texts("last {value} on {when}", value=value, when=_when(inputs, each.last))
    if each.n == 1:
        return texts("{last}; n 1.", last=last)
    ranges = ", ".join(_ranges(texts, each))
    return texts("{last}; n {n}: {ranges}.", last=last, n=texts.integer(each.n), ranges=ranges)


def _value(texts: Texts, each: Measured) -> str:
    if each.thing is not Thing.BLOOD_PRESSURE:
        return _number(texts, each.thing, getattr(each.last, each.thing))
    assert isinstance(each.last, Measurement)
    return _pressure(texts, each.last)


def _pressure(texts: Texts, entry: Measurement) -> str:
    upper, lower = entry.systolic, entry.diastolic
    if upper is not None and lower is not None:
        return texts("{upper}/{lower}", upper=texts.integer(upper), lower=texts.integer(lower))
    if upper is not None:
        return texts("upper {value}", value=texts.integer(upper))
    return texts("lower {value}", value=texts.integer(lower or 0))


def _ranges(texts: Texts, each: Measured) -> Iterator[str]:
    names = (texts("upper"), texts("lower")) if each.thing is Thing.BLOOD_PRESSURE else ("",)
    for name, ends in zip(names, each.ranges, strict=True):
        if ends is not None:
            low, high = (_number(texts, each.thing, end) for end in ends)
            yield texts("{name} {low}–{high}", name=name, low=low, high=high).strip()


def _number(texts: Texts, thing: Thing, number: int) -> str:
    return texts.number(number) if thing in _THOUSANDTHS else texts.integer(number)


def _unit(texts: Texts, each: Measured) -> str:
    if each.thing is Thing.WEIGHT:
        return texts(WEIGHT_UNITS[each.unit]) if each.unit is not None else ""
    units = {Thing.BLOOD_PRESSURE: texts("mmHg"), Thing.PULSE: texts("a minute"), Thing.SLEEP: texts("hours")}
    return units.get(each.thing, "")


def _when(inputs: PageInputs, entry: Entered) -> str:
    local = entry.at.local
    return inputs.texts("{day}, {time}", day=inputs.texts.short_day(local.date()), time=inputs.texts.time(local))


def newest_high_pressure(inputs: PageInputs) -> Sentence | None:
    """For page 1: "Blood pressure: 195/125 on 12 Nov" "and 2 more: next pages"; None: nothing is said."""
    texts, high = inputs.texts, _high(inputs)
    if not high:
        return None
    more = len(high) - 1
    others = texts.plural("and {n} more: next pages", "and {n} more: next pages", more) if more else ""
    value, day = _pressure(texts, high[0]), inputs.day(high[0].at.local.date())
    return Sentence(texts("Blood pressure: {value} on {day}", value=value, day=day), others)


def _high(inputs: PageInputs) -> list[Measurement]:
    """The newest first. From less on where the pages tell of a pregnancy, and only there."""
    return [each.measured for each in high_pressures(inputs.visit.measured, _pregnancy_is_told(inputs))]


def _pregnancy_is_told(inputs: PageInputs) -> bool:
    return any(condition.what is ConditionKind.PREGNANCY for condition in inputs.visit.conditions)


def _high_ones(inputs: PageInputs) -> Iterator[tuple[str, str]]:
    """Each with its day, and from how much on they are named."""
    texts, table, high = inputs.texts, pressure_table(), _high(inputs)
    if not high:
        return
    limit: Pressure = table.in_pregnancy if _pregnancy_is_told(inputs) else table.high
    named = first_of(texts, high, _HIGH, lambda entry: _on(inputs, entry))
    term = texts("Upper number {upper} or more, or lower number {lower} or more",
                 upper=texts.integer(limit.systolic), lower=texts.integer(limit.diastolic))  # fmt: skip
    yield term, f"{'; '.join(named)}."


def _on(inputs: PageInputs, entry: Measurement) -> str:
    return inputs.texts("{value} on {when}", value=_pressure(inputs.texts, entry), when=_when(inputs, entry))
