"""What a review and a release need: every statement with its sources, pages that are due, and what is not in order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from journal.guidance.blood_pressure import pressure_table
from journal.guidance.help_lines import Country, countries
from journal.guidance.interactions import sources_of_interactions
from journal.guidance.phrases import amounts_in, forbidden_phrases
from journal.guidance.rules import never_said, stopping_faults
from journal.guidance.shipped import pages, sources
from journal.guidance.values import Heading, Page, Source, Statement

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REPORTED = re.compile(r"\breported\b", re.IGNORECASE)


def statements_table(language: str = "en") -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Every statement in reading order: page code, sentence, ids of its sources, their marks."""
    known = sources()
    return [
        (page.code, statement.text, statement.sources, tuple(known[source].mark for source in statement.sources))
        for page in pages(language)
        for statement in page.statements()
    ]


def due_for_review(today: dt.date, of: Iterable[Page] | None = None) -> list[Page]:
    """The pages past their review date on ``today``, the longest overdue first."""
    due = [page for page in (pages() if of is None else of) if page.overdue(today)]
    return sorted(due, key=lambda page: page.review_by)


def faults(language: str = "en") -> list[str]:
    """What is not in order in what came with the program; empty in a release."""
    elsewhere = {
        *sources_of_interactions(),
        *pressure_table(language).sources,
        *pressure_table(language).raised_sources,
    }
    return list(faults_in(pages(language), sources(), countries(), elsewhere))


def faults_in(
    pages: Iterable[Page],
    sources: Mapping[str, Source],
    countries: Iterable[Country],
    also_used: Iterable[str] = (),
) -> Iterator[str]:
    """One sentence for each fault: unknown and unused sources, forbidden phrases, amounts, facts that are too bold.

    ``also_used`` are the ids of sources that stand elsewhere than on a page or a line.
    """
    pages, countries = tuple(pages), tuple(countries)
    for page in pages:
        yield from (f"{page.code}: {fault}" for fault in _page_faults(page, sources))
    for country in countries:
        yield from (f"{country.code}: {fault}" for fault in _country_faults(country, sources))
    used = {source for page in pages for statement in page.statements() for source in statement.sources}
    used |= {source for country in countries for line in country.lines for source in line.sources}
    used |= set(also_used)
    yield from (f"source {unused} is not used" for unused in sorted(sources.keys() - used))


def _page_faults(page: Page, sources: Mapping[str, Source]) -> Iterator[str]:
    for statement in page.statements():
        yield from _statement_faults(statement, sources)
    yield from stopping_faults(page)
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    for text in [page.title, page.summary, *headings, *(sentence.text for sentence in page.statements())]:
        yield from _wording_faults(text)


def _statement_faults(statement: Statement, sources: Mapping[str, Source]) -> Iterator[str]:
    unknown = [source for source in statement.sources if source not in sources]
    yield from (f"unknown source {name} after {statement.text!r}" for name in unknown)
    marks = {sources[source].mark for source in statement.sources if source in sources}
    if "V2" in marks and not (_REPORTED.search(statement.text) and _YEAR.search(statement.text)):
        yield f'read only as others tell it, so it needs "reported" and a year: {statement.text!r}'
    if not statement.sources and re.search(r"\d", statement.text.replace("7-OH", "")):
        yield f"a figure without a source: {statement.text!r}"


def _wording_faults(text: str) -> Iterator[str]:
    yield from (f"forbidden {phrase!r} in {text!r}" for phrase in forbidden_phrases(text, "guidance"))
    yield from (f"an amount, {amount!r}, in {text!r}" for amount in amounts_in(text))
    yield from (f"never said: {phrase!r} in {text!r}" for phrase in never_said(text))


def _country_faults(country: Country, sources: Mapping[str, Source]) -> Iterator[str]:
    if not country.emergency.isdecimal():
        yield f"the emergency number {country.emergency!r} is not made of digits"
    for line in country.lines:
        for name in line.sources or (line.source,):
            if name not in sources:
                yield f"unknown source {name} of {line.name}"
            elif sources[name].mark != "V":
                yield f"{line.name} is not verified"
        yield from _wording_faults(f"{line.name}. {line.about}")
