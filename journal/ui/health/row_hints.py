"""What stands beside a medicine or a condition of the list: what it was recognised as, and one quiet hint."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from journal.core.entries import Condition
from journal.guidance.interaction_words import OWN_LEVEL_INSIDE, THE_PRODUCT, is_own_level
from journal.guidance.interactions import Circumstance, Level, condition_sentences
from journal.guidance.left_off import without_stopping
from journal.guidance.level_words import level_inside
from journal.guidance.matching import Checked, CheckedName
from journal.guidance.own_list import check_journal, circumstance_of
from journal.guidance.recognising import folded_name
from journal.guidance.values import Statement
from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.health.part import Rows
from journal.ui.health.row_view import Row


@dataclass(frozen=True, slots=True)
class Beside:
    """The class in words, "" where there is none; the hint is a sentence."""

    known_as: str
    hint: str


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
    return replace(row, below=below, hint=beside.hint)


def beside_names(texts: Texts, checked: Checked) -> Mapping[str, Beside]:
    """What stands beside each name, by its folded form."""
    every = (*checked.names, *checked.not_checked)
    return {folded_name(name.given): Beside(_known_as(name), _hint(texts, name)) for name in every}


def _known_as(name: CheckedName) -> str:
    """What it is made of, where the name does not say so, and the class that says most of it."""
    parts = [", ".join(name.recognised.generics), *(finding.of.name for finding in name.findings[:1])]
    parts_by_folded = {folded_name(part): part for part in parts if part}
    parts_by_folded.pop(folded_name(name.given), None)
    return " · ".join(parts_by_folded.values())


def _hint(texts: Texts, name: CheckedName) -> str:
    if name.recognised.meant:
        meant = texts(" or ").join(name.recognised.meant)
        return texts("Name not recognised. Did you mean {names}? Then change the name.", names=meant)
    if not name.recognised.is_known:
        return texts("Name not recognised. Check the spelling or ask a pharmacist.")
    if name.level is Level.NOTHING_IN_LIST:
        return texts("Recognised; nothing in the list of interactions. That does not mean it is safe.")
    if name.level is Level.PRODUCT:
        return texts(THE_PRODUCT)
    return " · ".join(_level_in_words(texts, name))


def _level_in_words(texts: Texts, name: CheckedName) -> Iterator[str]:
    """The level in words; a prescribed medicine always says whom to talk to, whatever the level."""
    yield texts("In the list of interactions: {level}", level=level_inside(texts, name))
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


def condition_hints(texts: Texts) -> Mapping[Circumstance, str]:
    """What to do first with each condition; a job for a worker, since the list of interactions is read for it."""
    return {code: _condition_hint(texts, sentences) for code, sentences in condition_sentences().items()}


def _condition_hint(texts: Texts, sentences: Sequence[Statement]) -> str:
    sources = {source for sentence in sentences for source in sentence.sources}
    # Whether to stop depends on the signs that were noted: the checked list says that.
    what_to_do = without_stopping(sentences[0].text).rstrip(".")
    first = texts("In the list of interactions: {level}", level=what_to_do)
    return f"{first} · {_counted(texts, len(sources))}"


def with_hints(rows: Rows, hints: Mapping[Circumstance, str], today: dt.date) -> Rows:
    """The rows of conditions with their hints; what has ended has none."""
    return Rows([_with_hint(row, hints, today) for row in rows.now], rows.earlier)


def _with_hint(row: Row, hints: Mapping[Circumstance, str], today: dt.date) -> Row:
    code = circumstance_of(row.entry, today) if isinstance(row.entry, Condition) else None
    return replace(row, hint=hints.get(code, "")) if code is not None else row
