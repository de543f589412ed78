"""High blood pressures in the box of warning symptoms: who reads only the box must not take it for an all-clear."""

from __future__ import annotations

from journal.insights.measured_near import PressureNear
from journal.reports.measured_lines import highest_pressures, pressure_limit, pressure_words
from journal.reports.page_inputs import PageInputs
from journal.reports.warning_items import PLACES

_NAMED = 3  # with their days; the others are counted


def pressure_in_box(inputs: PageInputs) -> str:
    """ "Blood pressure 195/125 on 12 Nov, 08:15, 190/110 on 2 Nov, 21:30 (before this period)."; or nothing."""
    texts, limit = inputs.texts, pressure_limit()
    high = [near for near in inputs.pressures if limit.reached_by(near.measured)]
    if not high:
        return ""
    highest = highest_pressures(near.measured for near in high)
    newest = [near for near in high if near.measured not in highest][: max(0, _NAMED - len(highest))]
    named = [near for near in high if near.measured in highest or near in newest]
    values = ", ".join(_on_day(inputs, near) for near in named)
    if more := len(high) - len(named):
        counted = texts.plural(
            "and {n} more reading from {upper} or {lower} on", "and {n} more readings from {upper} or {lower} on",
            more, upper=texts.integer(limit.systolic), lower=texts.integer(limit.diastolic),
        )  # fmt: skip
        values = texts("{values} {counted}", values=values, counted=counted)
    return texts("Blood pressure {values}.", values=values)


def _on_day(inputs: PageInputs, near: PressureNear) -> str:
    texts = inputs.texts
    when = inputs.short_when(near.measured.at.local)
    words = texts("{value} on {when}", value=pressure_words(texts, near.measured), when=when)
    if near.when not in PLACES:
        return words
    return texts("{said} {place}", said=words, place=texts(PLACES[near.when]))
