"""What stands beside a medicine or a condition of the list: what it was recognised as, its level, and why in short."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from journal.core.entries import Condition
from journal.guidance.interaction_words import OWN_LEVEL_INSIDE, THE_PRODUCT, is_own_level
from journal.guidance.interactions import Circumstance, Level, conditions_in_short
from journal.guidance.left_off import without_stopping
from journal.guidance.level_words import LEVELS, level_titles
from journal.guidance.matching import Checked, CheckedName
from journal.guidance.own_list import check_journal, circumstance_of
from journal.guidance.recognising import folded_name
from journal.guidance.said_of_conditions import soon_of
from journal.guidance.unknown_parts import unknown_in_short
from journal.guidance.values import Statement
from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.health.part import Rows
from journal.ui.health.row_view import Row


@dataclass(frozen=True, slots=True)
class Beside:
    """The class in words, "" where there is none, the level, and the hint. ``about``: where the list says more."""

    known_as: str
    hint: str
    level: str = ""
    about: str = ""


def check_of(logbook: Logbook) -> Checked:
    """The whole check; a job for a worker, since the list of interactions is read for it."""
    return check_journal(logbook)


def with_check(rows: Rows, beside: Mapping[str, Beside]) -> Rows:
    """The rows with what stands beside their names; what has ended is not checked any more."""
    return Rows([_with(row, beside.get(folded_name(row.title))) for row in rows.now], rows.earlier)


def _with(row: Row, beside: Beside | None) -> Row:
    if beside is None:
        return row
    below = " · ".join(part for part in (beside.known_as, row.below) if part)
    return replace(row, below=below, level=beside.level, hint=beside.hint, about=beside.about)


def beside_names(texts: Texts, checked: Checked) -> Mapping[str, Beside]:
    """What stands beside each name, by its folded form."""
    every = (*checked.names, *checked.not_checked)
    return {folded_name(name.given): _beside(texts, name) for name in every}


def _beside(texts: Texts, name: CheckedName) -> Beside:
    if not name.findings:
        hint = " · ".join(filter(None, [_hint_alone(texts, name), unknown_in_short(texts, name.recognised)]))
        return Beside(_known_as(name), hint)
    return Beside(
        _known_as(name), " · ".join(_why(texts, name)), " · ".join(level_titles(texts, name)), folded_name(name.given)
    )


def _known_as(name: CheckedName) -> str:
    """What it is made of, where the name does not say so, and the class that says most of it."""
    parts = [", ".join(name.recognised.generics), *(finding.of.name for finding in name.findings[:1])]
    parts_by_folded = {folded_name(part): part for part in parts if part}
    parts_by_folded.pop(folded_name(name.given), None)
    return " · ".join(parts_by_folded.values())


def _hint_alone(texts: Texts, name: CheckedName) -> str:
    """What is said of a name for which there is no level."""
    if name.recognised.meant:
        meant = texts(" or ").join(name.recognised.meant)
        return texts("Name not recognised. Did you mean {names}? Then change the name.", names=meant)
    if not name.recognised.is_known:
        return texts("Name not recognised. Check the spelling or ask a pharmacist.")
    if name.level is Level.PRODUCT:
        return texts(THE_PRODUCT)
    return texts("Recognised; nothing in the list of interactions. That does not mean it is safe.")


def _why(texts: Texts, name: CheckedName) -> Iterator[str]:
    """Why in short; a prescribed medicine always says whom to talk to, whatever the level."""
    yield name.findings[0].of.in_short
    if unknown := unknown_in_short(texts, name.recognised):
        yield unknown
    if name.prescribed:
        yield texts("talk to your prescriber or pharmacist")
    if any(is_own_level(name, finding) for finding in name.findings):
        yield texts(OWN_LEVEL_INSIDE)
    sources = {source for finding in name.findings for sentence in finding.of.sentences for source in sentence.sources}
    if sources:
        yield _counted(texts, len(sources))


def _counted(texts: Texts, sources: int) -> str:
    return texts.plural("{n} source", "{n} sources", sources)


# --- conditions ------------------------------------------------------------------------------------------------------


def beside_conditions(texts: Texts, checked: Checked) -> Mapping[Circumstance, Beside]:
    """How soon, why in short, and what to do first, for each condition that is written down."""
    return {code: _beside_condition(texts, code, sentences) for code, sentences in checked.conditions}


def _beside_condition(texts: Texts, code: Circumstance, sentences: Sequence[Statement]) -> Beside:
    why = conditions_in_short()[code]
    sources = {source for sentence in (*sentences, why) for source in sentence.sources}
    # Whether to stop depends on the signs that were noted: the checked list says that.
    what_to_do = without_stopping(sentences[0].text).rstrip(".")
    hint = " · ".join([why.text, what_to_do, _counted(texts, len(sources))])
    return Beside("", hint, texts(LEVELS[soon_of(sentences)]), str(code))


def with_hints(rows: Rows, beside: Mapping[Circumstance, Beside], today: dt.date) -> Rows:
    """The rows of conditions with what stands beside them; nothing beside what has ended."""
    return Rows([_with(row, _of_condition(row, beside, today)) for row in rows.now], rows.earlier)


def _of_condition(row: Row, beside: Mapping[Circumstance, Beside], today: dt.date) -> Beside | None:
    code = circumstance_of(row.entry, today) if isinstance(row.entry, Condition) else None
    return None if code is None else beside.get(code)
