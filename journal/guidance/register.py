"""Everything that is said about safety, one row each: where it stands, its sources, and when it was checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from journal.guidance.blood_pressure import PressureTable, pressure_table
from journal.guidance.help_lines import KINDS, Country, HelpLine, countries
from journal.guidance.interactions import (
    STATES,
    InteractionClass,
    classes,
    condition_sentences,
    conditions_in_short,
    for_now_sentences,
    joined_statements,
    taken_sentences,
    together_sentences,
)
from journal.guidance.number_on_page import with_number
from journal.guidance.shipped import page, pages, sources
from journal.guidance.signs_in_words import crisis_in, number_in
from journal.guidance.sums import sum_kinds
from journal.guidance.values import Mark, Page, Statement
from journal.guidance.warning_signs import WarningSign, signs, stopping
from journal.texts import Texts
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
    sentence: str
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
    """Every row: pages, warning signs, blood pressure, interactions, and the numbers and lines of each country."""
    lines = chain.from_iterable(map(of_country, countries()))
    danger = chain(_of_signs(language), _of_pressures(language))
    return tuple(chain(_of_pages(pages(language)), danger, of_interactions(), lines))


def due(rows: Iterable[Row], today: dt.date) -> list[Row]:
    """The rows past their review date, the longest overdue first."""
    late = [(row.review_by, row) for row in rows if row.review_by is not None and row.overdue(today)]
    return [row for _, row in sorted(late, key=lambda dated: dated[0])]


def said_in(texts: Texts, row: Row, place: Country) -> str:
    """Its sentence with the numbers of the chosen country, as everywhere else; a row about a country stays as it is."""
    if row.kind in ("number", "line"):
        return row.sentence
    filled = row.sentence.replace("{number}", number_in(texts, place)).replace("{crisis}", crisis_in(texts, place))
    return with_number(filled, place)


def _of_pages(shown: Iterable[Page]) -> Iterator[Row]:
    for this_page in shown:
        for statement in this_page.statements():
            without: Without = "" if statement.sources else "no-fact"
            yield Row(
                "statement", this_page.code, statement.text, statement.sources, without,
                this_page.reviewed, this_page.review_by,
            )  # fmt: skip


def _of_signs(language: str) -> Iterator[Row]:
    on = page(_PAGE_OF_SIGNS, language)
    for sign in signs(language):
        for text in dict.fromkeys(_texts_of(sign)):
            yield Row("sign", sign.code, f"{sign.name}. {text}", sign.sources, "", on.reviewed, on.review_by)
    shared = stopping(language)
    for text, named in (
        (f"{shared.no_more_with} {shared.no_more}", shared.no_more_sources),
        (f"{shared.no_more_with} {shared.no_more_unnamed}", shared.no_more_sources),
        (f"{shared.goes_on_with} {shared.goes_on}", shared.goes_on_sources),
        (shared.ask_first, shared.ask_first_sources),
        (f"{shared.sleepy_with} {shared.sleepy}", shared.sleepy_sources),
        (f"{shared.others_of} {shared.others}", shared.others_sources),
    ):
        yield Row("sign", "stopping", text, named, "", on.reviewed, on.review_by)


def _texts_of(sign: WarningSign) -> Iterator[str]:
    """Every text of the table about it; ``{number}`` and ``{crisis}`` stand for the country's."""
    yield sign.now.text
    yield from (
        words.text for words in (sign.asked_yes, sign.together, sign.together_passed, sign.passed) if words is not None
    )
    yield from (words.text for _, words in sign.passed_within)
    yield from (text for text in (sign.you, sign.meanwhile) if text)
    yield sign.why


def _of_pressures(language: str) -> Iterator[Row]:
    """Every text about a very high blood pressure, which is held against its sources with the signs."""
    on, table = page(_PAGE_OF_SIGNS, language), pressure_table(language)
    for words in (table.call, table.today, table.again, table.earlier, table.first, table.pregnant):
        yield _of_pressure(words.text, table, on)
    yield _of_pressure(table.why, table, on)
    raised = f"In pregnancy, a blood pressure of {table.raised.systolic}/{table.raised.diastolic} or more."
    for text in (table.raised_now.text, table.raised_today.text, table.seizure.text, table.raised_why):
        sentence = f"{raised} {text}"
        yield Row("sign", "blood-pressure", sentence, table.raised_sources, "", on.reviewed, on.review_by)


def _of_pressure(text: str, table: PressureTable, on: Page) -> Row:
    high = f"{table.high.systolic}/{table.high.diastolic}"
    sentence = f"A blood pressure of {high} or more. {text}"
    return Row("sign", "blood-pressure", sentence, table.sources, "", on.reviewed, on.review_by)


def of_interactions() -> Iterator[Row]:
    """The levels of each class, which are proposed, and its sentences; then those beside a list."""
    for class_ in classes().values():
        by = class_.reviewed + _GOOD_FOR
        yield Row("interaction", class_.id, _levels(class_), (), "proposed", class_.reviewed, by)
        yield _of_interaction(class_.id, f"{class_.name}. In short: ", _in_short(class_), class_.reviewed)
        yield from (
            _of_interaction(class_.id, f"{class_.name}. ", statement, class_.reviewed) for statement in class_.sentences
        )
        yield from (
            Row("interaction", class_.id, f"{class_.name}. Of this kind: {member}.", sources, "", class_.reviewed, by)
            for member, sources in class_.member_sources
        )
    reviewed = min(class_.reviewed for class_ in classes().values())
    yield from (_of_interaction("together", "", statement, reviewed) for statement in together_sentences())
    yield from (
        _of_interaction(f"sum-{kind.code}", "", statement, reviewed)
        for kind in sum_kinds() for statement in kind.sentences
    )  # fmt: skip
    yield from (_of_interaction("taken", "", statement, reviewed) for statement in taken_sentences())
    yield from (_of_interaction("for-now", "", statement, reviewed) for statement in for_now_sentences())
    of_conditions = dict.fromkeys(
        (code, statement)
        for state in STATES
        for code, statements in condition_sentences(state).items()
        for statement in statements
    )
    yield from (_of_interaction(code.value, "", statement, reviewed) for code, statement in of_conditions)
    yield from (
        _of_interaction(code.value, "", statement, reviewed)
        for code in condition_sentences() for statement in joined_statements(code)
    )  # fmt: skip
    in_short = conditions_in_short().items()
    yield from (_of_interaction(code.value, "In short: ", statement, reviewed) for code, statement in in_short)


def _levels(of: InteractionClass) -> str:
    columns = [";".join(of.levels(prescribed)) for prescribed in (False, True)]
    own = f" Level proposed by this program, no source found: {', '.join(of.own_level)}." if of.own_level else ""
    return f"{of.name}. Not prescribed: {columns[0]}. Prescribed: {columns[1]}.{own}"


def _in_short(of: InteractionClass) -> Statement:
    return Statement(f"{of.in_short}.", of.sources)


def _of_interaction(of: str, lead: str, statement: Statement, reviewed: dt.date) -> Row:
    without: Without = "" if statement.sources else "no-fact"
    return Row("interaction", of, lead + statement.text, statement.sources, without, reviewed, reviewed + _GOOD_FOR)


def of_country(country: Country) -> Iterator[Row]:
    """Its emergency number, its lines, and for each kind of which there is none that none was verified."""
    number = f"{country.name}: {country.emergency}."
    sentence = f"{number} {country.also}." if country.also else number
    yield Row("number", country.code, sentence, (), "common-knowledge", None, None)
    yield from (_of_line(country, line) for line in country.lines)
    for kind in country.missing(KINDS):
        yield Row("line", country.code, f"{country.name}: {_MISSING[kind]}.", (), "not-verified", None, None)


def _of_line(country: Country, line: HelpLine) -> Row:
    sentence = f"{line.name}: {line.number}. {line.about}. {line.hours}."
    by = line.checked + _GOOD_FOR
    return Row("line", country.code, sentence, line.sources, "", line.checked, by)
