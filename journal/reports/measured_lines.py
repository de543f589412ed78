"""What was measured at home: the last value with its day, how many there are, and each high blood pressure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journal.core.entries import Measurement
from journal.guidance.blood_pressure import Pressure, pressure_table
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
    Thing.SLEEP_QUALITY: "Quality of sleep (10 best)",
})  # fmt: skip


def measured_lines(inputs: PageInputs) -> Iterator[tuple[str, str]]:
    """A line a thing, behind blood pressure the high ones, and at the end what the numbers are."""
    texts, entries = inputs.texts, inputs.visit.measured
    if not (every_series := measured(entries)):
        return
    for series in every_series:
        yield texts(_NAMES[series.thing]), _said(inputs, series)
        if series.thing is Thing.BLOOD_PRESSURE:
            yield from _high_ones(inputs)
    first, last = (texts.short_day(entry.at.local.date()) for entry in _ends(entries))
    about = texts(
        "Written down by the patient from {first} to {last}, not checked; n: how often. How it was measured is not "
        "known, and nothing is said of days without a value.",
        first=first, last=last,
    )  # fmt: skip
    if any(series.thing is Thing.SLEEP_QUALITY for series in every_series):
        about += " " + texts("Ratings of sleep among the symptoms have the same scale and are counted apart.")
    yield "", about


def _ends(entries: tuple[Entered, ...]) -> tuple[Entered, Entered]:
    in_order = sorted(entries, key=lambda entry: entry.at.utc_ms)
    return in_order[0], in_order[-1]


def _said(inputs: PageInputs, series: Measured) -> str:
    """ "last 128/82 mmHg on 22 Nov 2026, 08:15; n 12: upper 118–195, lower 76–125." """
    texts = inputs.texts
    value = texts("{value} {unit}", value=_value(texts, series), unit=_unit(texts, series)).strip()
    last = texts("last {value} on {when}", value=value, when=_when(inputs, series.last))
    if series.n == 1:
        return texts("{last}; n 1.", last=last)
    ranges = ", ".join(_ranges(texts, series))
    return texts("{last}; n {n}: {ranges}.", last=last, n=texts.integer(series.n), ranges=ranges)


def _value(texts: Texts, series: Measured) -> str:
    if series.thing is not Thing.BLOOD_PRESSURE:
        return _number(texts, series.thing, getattr(series.last, series.thing))
    assert isinstance(series.last, Measurement)
    return pressure_words(texts, series.last)


def pressure_words(texts: Texts, entry: Measurement) -> str:
    upper, lower = entry.systolic, entry.diastolic
    if upper is not None and lower is not None:
        return texts("{upper}/{lower}", upper=texts.integer(upper), lower=texts.integer(lower))
    if upper is not None:
        return texts("upper {value}", value=texts.integer(upper))
    return texts("lower {value}", value=texts.integer(lower or 0))


def _ranges(texts: Texts, series: Measured) -> Iterator[str]:
    names = (texts("upper"), texts("lower")) if series.thing is Thing.BLOOD_PRESSURE else ("",)
    for name, ends in zip(names, series.ranges, strict=True):
        if ends is not None:
            low, high = (_number(texts, series.thing, end) for end in ends)
            yield texts("{name} {low}–{high}", name=name, low=low, high=high).strip()


def _number(texts: Texts, thing: Thing, number: int) -> str:
    return texts.number(number) if thing in _THOUSANDTHS else texts.integer(number)


def _unit(texts: Texts, series: Measured) -> str:
    if series.thing is Thing.WEIGHT:
        return texts(WEIGHT_UNITS[series.unit]) if series.unit is not None else ""
    units = {Thing.BLOOD_PRESSURE: texts("mmHg"), Thing.PULSE: texts("a minute"), Thing.SLEEP: texts("hours")}
    return units.get(series.thing, "")


def _when(inputs: PageInputs, entry: Entered) -> str:
    local = entry.at.local
    when = inputs.texts("{day}, {time}", day=inputs.texts.short_day(local.date()), time=inputs.texts.time(local))
    return inputs.dated_at(when, entry.at)


def pressure_on_page_1(inputs: PageInputs) -> Sentence | None:
    """ "Blood pressure: highest 195/125 on 12 Nov, last 150/95 on 19 Nov" "and 1 more from 180 or 120 on: next pages".

    None: no one is high, and nothing is said.
    """
    texts, high = inputs.texts, _high(inputs)
    if not high:
        return None
    every = [entry for entry in inputs.visit.measured if isinstance(entry, Measurement) and any(_pressures_of(entry))]
    highest, last = highest_pressures(every), max(every, key=lambda entry: entry.at.utc_ms)
    more = sum(entry not in highest and entry != last for entry in high)
    limit = pressure_limit()
    others = texts.plural(
        "and {n} more reading from {upper} or {lower} on: next pages",
        "and {n} more readings from {upper} or {lower} on: next pages",
        more, upper=texts.integer(limit.systolic), lower=texts.integer(limit.diastolic),
    ) if more else ""  # fmt: skip
    values = " ".join(_days_of(inputs, highest, last, len(every)))
    return Sentence(texts("Blood pressure: {values}", values=values), others)


def _days_of(inputs: PageInputs, highest: Sequence[Measurement], last: Measurement, n: int) -> Iterator[str]:
    """One only where they are the same."""
    texts = inputs.texts
    named = texts(" and ").join(_on_day(inputs, entry) for entry in highest)
    if n == 1:
        yield named
    elif highest == [last]:
        yield texts("highest and last {value}", value=named)
    else:
        yield texts("highest {value},", value=named)
        yield texts("last {value}", value=_on_day(inputs, last))


def highest_pressures(entries: Iterable[Measurement]) -> list[Measurement]:
    """With the highest upper number, and with the highest lower one if that is another; the newest of equal ones."""
    newest_first = sorted(entries, key=lambda entry: -entry.at.utc_ms)
    by_upper = max(newest_first, key=_pressures_of)
    by_lower = max(newest_first, key=lambda entry: _pressures_of(entry)[::-1])
    return [by_upper] if by_upper.diastolic == by_lower.diastolic else [by_upper, by_lower]


def _pressures_of(entry: Measurement) -> tuple[int, int]:
    """Upper and lower number, 0 for one that was not written down."""
    return entry.systolic or 0, entry.diastolic or 0


def _on_day(inputs: PageInputs, entry: Measurement) -> str:
    day = inputs.day(entry.at.local.date())
    words = inputs.texts("{value} on {day}", value=pressure_words(inputs.texts, entry), day=day)
    return inputs.dated_at(words, entry.at)


def pressure_limit() -> Pressure:
    """From how much on the pages name each one.

    What is high in a pregnancy is named on everybody's pages: so one that is left out hides none, and is not betrayed.
    """
    return pressure_table().in_pregnancy


def _high(inputs: PageInputs) -> list[Measurement]:
    """The newest first."""
    limit = pressure_limit()
    high = [entry for entry in inputs.visit.measured if isinstance(entry, Measurement) and limit.reached_by(entry)]
    return sorted(high, key=lambda entry: -entry.at.utc_ms)


def _high_ones(inputs: PageInputs) -> Iterator[tuple[str, str]]:
    """Each with its day, and from how much on they are named."""
    texts, high, limit = inputs.texts, _high(inputs), pressure_limit()
    if not high:
        return
    named = first_of(texts, high, _HIGH, lambda entry: _on(inputs, entry))
    term = texts("Upper number {upper} or more, or lower number {lower} or more",
                 upper=texts.integer(limit.systolic), lower=texts.integer(limit.diastolic))  # fmt: skip
    yield term, f"{'; '.join(named)}."


def _on(inputs: PageInputs, entry: Measurement) -> str:
    return inputs.texts("{value} on {when}", value=pressure_words(inputs.texts, entry), when=_when(inputs, entry))
