"""Everything that is said about safety, one row each: where it stands, its sources, and when it was checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from journal.guidance.help_lines import KINDS, Country, HelpLine, countries
from journal.guidance.interactions import InteractionClass, classes, condition_said
from journal.guidance.shipped import page, pages, sources
from journal.guidance.values import Mark, Page, Statement
from journal.guidance.warning_signs import WarningSign, signs, stopping
from journal.texts.marked import marked

Kind = Literal["statement", "sign", "interaction", "number", "line"]
# Why a row names no source.
Without = Literal["", "no-fact", "proposed", "common-knowledge", "not-verified"]

WITHOUT: dict[Without, str] = {
    "": "",
    "no-fact": marked("states no fact"),
    "proposed": marked("proposed, for review by a pharmacist and a clinician"),
    "common-knowledge": marked("common knowledge"),
    "not-verified": marked("no verified line"),
}
_MISSING = {"poison": "poison centre", "crisis": "crisis line", "drug_help": "help with alcohol and other drugs"}
# The page on which the table of warning signs is shown; both are held against their sources together.
_PAGE_OF_SIGNS = "emergency-signs"
# A number is called again, and what a line or an interaction rests on is read again, as often as a page is reviewed.
_GOOD_FOR = dt.timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Row:
    """``of`` is the code of a page, sign, class or country. ``checked`` None: nobody has to read it again."""

    kind: Kind
    of: str
    said: str
    sources: tuple[str, ...]
    without: Without
    checked: dt.date | None
    review_by: dt.date | None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """How each source was read."""
        return tuple(sources()[source].mark for source in self.sources)

    def overdue(self, today: dt.date) -> bool:
        """Whether it should have been checked again before ``today``."""
        return self.review_by is not None and today > self.review_by


def register(language: str = "en") -> tuple[Row, ...]:
    """Every row: pages, warning signs, interactions, and the numbers and lines of each country."""
    lines = chain.from_iterable(map(of_country, countries()))
    return tuple(chain(_of_pages(pages(language)), _of_signs(language), of_interactions(), lines))


def due(rows: Iterable[Row], today: dt.date) -> list[Row]:
    """The rows past their review date, the longest overdue first."""
    late = [(row.review_by, row) for row in rows if row.review_by is not None and row.overdue(today)]
    return [row for _, row in sorted(late, key=lambda dated: dated[0])]


def _of_pages(shown: Iterable[Page]) -> Iterator[Row]:
    for each in shown:
        for statement in each.statements():
            without: Without = "" if statement.sources else "no-fact"
            yield Row("statement", each.code, statement.text, statement.sources, without, each.reviewed, each.review_by)


def _of_signs(language: str) -> Iterator[Row]:
    on = page(_PAGE_OF_SIGNS, language)
    for sign in signs(language):
        for said in dict.fromkeys(_texts_of(sign)):
            yield Row("sign", sign.code, f"{sign.name}. {said}", sign.sources, "", on.reviewed, on.review_by)
    shared = stopping(language)
    for said, named in (
        (f"{shared.no_more_with} {shared.no_more}", shared.no_more_sources),
        (f"{shared.others_of} {shared.others}", shared.others_sources),
    ):
        yield Row("sign", "stopping", said, named, "", on.reviewed, on.review_by)


def _texts_of(sign: WarningSign) -> Iterator[str]:
    """Every text of the table about it; ``{number}`` and ``{crisis}`` stand for the country's."""
    yield sign.now.text
    yield from (said.text for said in (sign.asked_yes, sign.passed) if said is not None)
    yield from (said.text for _, said in sign.passed_within)
    yield sign.why


def of_interactions() -> Iterator[Row]:
    """The levels of each class, which are proposed, and its sentences; then those beside a list."""
    for each in classes().values():
        by = each.reviewed + _GOOD_FOR
        yield Row("interaction", each.id, _levels(each), (), "proposed", each.reviewed, by)
        yield from (_of_interaction(each.id, f"{each.name}. ", said, each.reviewed) for said in each.said)
    reviewed = min(each.reviewed for each in classes().values())
    for code, sentences in condition_said().items():
        yield from (_of_interaction(code.value, "", said, reviewed) for said in sentences)


def _levels(of: InteractionClass) -> str:
    columns = [";".join(of.levels(prescribed)) for prescribed in (False, True)]
    return f"{of.name}. Not prescribed: {columns[0]}. Prescribed: {columns[1]}."


def _of_interaction(of: str, lead: str, said: Statement, reviewed: dt.date) -> Row:
    without: Without = "" if said.sources else "no-fact"
    return Row("interaction", of, lead + said.text, said.sources, without, reviewed, reviewed + _GOOD_FOR)


def of_country(country: Country) -> Iterator[Row]:
    """Its emergency number, its lines, and for each kind of which there is none that none was verified."""
    number = f"{country.name}: {country.emergency}."
    said = f"{number} {country.also}." if country.also else number
    yield Row("number", country.code, said, (), "common-knowledge", None, None)
    yield from (_of_line(country, line) for line in country.lines)
    for kind in country.missing(KINDS):
        yield Row("line", country.code, f"{country.name}: {_MISSING[kind]}.", (), "not-verified", None, None)


def _of_line(country: Country, line: HelpLine) -> Row:
    said = f"{line.name}: {line.number}. {line.about}. {line.hours}."
    by = line.checked + _GOOD_FOR
    return Row("line", country.code, said, line.sources, "", line.checked, by)
