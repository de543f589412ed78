"""What stands beside a medicine of the list: what it was recognised as, and one quiet hint, alike at every level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from journal.guidance.interaction_words import LEVELS_INSIDE, THE_PRODUCT
from journal.guidance.interactions import Level
from journal.guidance.matching import Checked, CheckedName
from journal.guidance.own_list import check_journal
from journal.guidance.recognising import folded_name
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
    yield texts("In the list of interactions: {level}", level=texts(LEVELS_INSIDE[name.level]))
    if name.prescribed:
        yield texts("talk to your prescriber or pharmacist")
    sources = {source for finding in name.findings for sentence in finding.of.sentences for source in sentence.sources}
    if sources:
        yield texts.plural("{n} source", "{n} sources", len(sources))
