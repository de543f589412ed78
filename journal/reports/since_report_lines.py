"""What changed since the last report, in words: never that something did not change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from journal.core.entries import LabResult
from journal.core.rough_days import RoughDay
from journal.insights.warning_signs import Noted, When
from journal.reports.page_inputs import PageInputs
from journal.reports.since_report import SinceReport
from journal.reports.warning_items import PLACES
from journal.texts.health_names import CONDITIONS, LABS


def since_report_lines(inputs: PageInputs) -> Iterator[tuple[str, str]]:
    """What is new, what has an end, and new laboratory values."""
    texts, since = inputs.texts, inputs.since_report
    if since is None:
        return
    lines = [
        (texts("Warning symptoms from that day on"), [_sign(inputs, noted) for noted in since.signs]),
        (texts("New"), [*_begun(inputs, since), *_products(inputs, since)]),
        (texts("Ended"), [_dated(inputs, substance.name, substance.until) for substance in since.ended]),
        (texts("Laboratory"), list(dict.fromkeys(_lab(inputs, lab) for lab in since.labs))),
    ]
    listed = [(term, f"{'; '.join(words)}.") for term, words in lines if words]
    yield from listed or [("", texts("Nothing is listed here."))]
    # The same whether something is left out or not.
    yield "", texts(
        "It went out on {day}. Looked at: warning symptoms; medicines, other substances and conditions by their dates; "
        "laboratory values; products first taken. Nothing is said of anything else, entries can be left out, and what "
        "was changed without a date is not seen here.",
        day=texts.short_day(since.report),
    )  # fmt: skip


def _sign(inputs: PageInputs, noted: Noted) -> str:
    """ "fainting on 12 Nov 2026", "chest pain on 3 days, the last 19 Nov 2026"; when and what was said is on page 1."""
    texts, name, day = inputs.texts, inputs.inside_name(noted.symptom), inputs.texts.short_day(noted.last.at.date())
    words = texts.plural("{name} on {day}", "{name} on {n} days, the last {day}", len(noted.days), name=name, day=day)
    return texts("{said} {place}", said=words, place=texts(PLACES[When.LATER])) if noted.last.when is When.LATER else (
        words
    )  # fmt: skip


def _begun(inputs: PageInputs, since: SinceReport) -> Iterator[str]:
    texts = inputs.texts
    yield from (_dated(inputs, substance.name, substance.since) for substance in since.begun)
    for condition in since.conditions:
        kind = texts(CONDITIONS[condition.what])
        name = texts("{kind}: {name}", kind=kind, name=condition.name) if condition.name else kind
        yield _dated(inputs, name, condition.since)


def _products(inputs: PageInputs, since: SinceReport) -> Iterator[str]:
    """First taken after it; only those that the pages name anyway."""
    for new in since.products:
        if new.product in inputs.products:
            yield inputs.texts("{name} first taken on {day}", name=inputs.products[new.product],
                               day=inputs.texts.short_day(new.day))  # fmt: skip


def _lab(inputs: PageInputs, lab: LabResult) -> str:
    return _dated(inputs, lab.name or inputs.texts(LABS[lab.what]), lab.day)


def _dated(inputs: PageInputs, name: str, day: dt.date | None) -> str:
    words = inputs.printed.words(name)
    if isinstance(day, RoughDay):
        return inputs.texts("{what} in {year}", what=words, year=inputs.texts.short_day(day))
    return words if day is None else inputs.texts("{what} on {day}", what=words, day=inputs.texts.short_day(day))
