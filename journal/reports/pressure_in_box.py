"""High blood pressures in the box of warning symptoms: who reads only the box must not take it for an all-clear."""

from __future__ import annotations

from journal.guidance.blood_pressure import high_pressures
from journal.insights.measured_near import PressureNear
from journal.reports.measured_lines import highest_pressures, pregnancy_is_told, pressure_limit, pressure_words
from journal.reports.page_inputs import PageInputs
from journal.reports.warning_items import PLACES

_NAMED = 3  # with their days; the others are counted


def pressure_in_box(inputs: PageInputs) -> str:
    """ "Blood pressure 195/125 on 12 Nov, 190/110 on 2 Nov (before this period)."; nothing where none is high."""
    texts, high = inputs.texts, _high(inputs)
    if not high:
        return ""
    highest = highest_pressures(near.measured for near in high)
    newest = [near for near in high if near.measured not in highest][: max(0, _NAMED - len(highest))]
    named = [near for near in high if near.measured in highest or near in newest]
    values = ", ".join(_on_day(inputs, near) for near in named)
    if more := len(high) - len(named):
        limit = pressure_limit(inputs)
        counted = texts.plural(
            "and {n} more reading from {upper} or {lower} on", "and {n} more readings from {upper} or {lower} on",
            more, upper=texts.integer(limit.systolic), lower=texts.integer(limit.diastolic),
        )  # fmt: skip
        values = texts("{values} {counted}", values=values, counted=counted)
    return texts("Blood pressure {values}.", values=values)


def _high(inputs: PageInputs) -> list[PressureNear]:
    """The newest first; in a pregnancy that the pages tell of from less on, as everywhere on them."""
    measured = [near.measured for near in inputs.pressures]
    high = {near.measured.id for near in high_pressures(measured, pregnancy_is_told(inputs)) if not near.is_raised_only}
    return [near for near in inputs.pressures if near.measured.id in high]


def _on_day(inputs: PageInputs, near: PressureNear) -> str:
    texts, day = inputs.texts, near.measured.at.local.date()
    this_year = day.year == inputs.made_at.local.year
    when = texts.day_and_month(day) if this_year else texts.short_day(day)
    words = texts("{value} on {day}", value=pressure_words(texts, near.measured), day=when)
    if near.when not in PLACES:
        return words
    return texts("{said} {place}", said=words, place=texts(PLACES[near.when]))
