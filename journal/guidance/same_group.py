"""What is said in one quiet line of a medicine whose class has spoken before: its level, and what it stands beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from journal.core.entries import Entry, Substance
from journal.core.moments import MINUTE_MS
from journal.guidance.help_lines import Country
from journal.guidance.interaction_words import in_a_row
from journal.guidance.interactions import RANK, Level
from journal.guidance.level_words import level_inside, private_with_kratom
from journal.guidance.matching import CheckedName
from journal.guidance.own_list import ReadJournal, check_journal
from journal.guidance.recognising import folded_name
from journal.guidance.signs_in_words import number_in
from journal.guidance.values import Statement
from journal.texts import Texts

# What was first written so short a time ago was added just now, and not changed.
_JUST_NOW_MS = MINUTE_MS
# When to call, and that starting it can bring on withdrawal: said of each medicine, also where its class has spoken.
_ALWAYS_SAID = re.compile(r"\{number\}|\bcall\b|\bdoctor today\b|\bwithdrawal\b", re.IGNORECASE)


class DatesEntries(ReadJournal, Protocol):
    """An open journal that tells when its entries were first written."""

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of these was first written."""


class Silent(NamedTuple):
    """A name that was added, and ``beside``, what the list holds of the same class; "" for nothing that may be named.

    ``private``: the name is marked so and is not said.
    """

    name: CheckedName
    beside: str
    private: bool


def silent_after(journal: DatesEntries, saved: Sequence[Entry]) -> tuple[Silent, ...]:
    """The medicines that were just added and have a level of their own; for a save of which no class speaks."""
    added = {folded_name(entry.name) for entry in just_added(journal, saved)}
    if not added:
        return ()
    names = check_journal(journal).names
    private = {folded_name(substance.name) for substance in journal.listed(Substance) if substance.private}
    return tuple(
        Silent(name, _same_class(name, names, private | added), folded_name(name.given) in private)
        for name in names
        if folded_name(name.given) in added and RANK[name.level] <= RANK[Level.ASK_FIRST]
    )


def just_added(journal: DatesEntries, saved: Sequence[Entry]) -> Iterator[Substance]:
    """The medicines and other things among these that were first written down just now."""
    substances = [entry for entry in saved if isinstance(entry, Substance) and entry.deleted_ms is None]
    written: Mapping[str, int] = journal.first_written([entry.id for entry in substances]) if substances else {}
    earliest = journal.clock.now_ms() - _JUST_NOW_MS
    return (entry for entry in substances if written.get(entry.id, 0) >= earliest)


def _same_class(name: CheckedName, names: Iterable[CheckedName], unnamed: set[str]) -> str:
    """What else is on the list of the class that gives the level."""
    of = name.findings[0].of.id
    same = (
        other.given
        for other in names
        if folded_name(other.given) not in unnamed and any(finding.of.id == of for finding in other.findings)
    )
    return next(same, "")


def silent_words(texts: Texts, silent: Sequence[Silent]) -> str:
    """One line: "Zopiclone is in the same group as Zolpidem: call today."."""
    hidden = [silent_name.name for silent_name in silent if silent_name.private]
    lines = [_line(texts, silent_name) for silent_name in silent if not silent_name.private]
    if hidden:
        lines.append(texts("{sentence}.", sentence=private_with_kratom(texts, hidden)))
    return " ".join(lines)


def _line(texts: Texts, silent: Silent) -> str:
    name, level = silent.name.given, level_inside(texts, silent.name)
    if silent.beside:
        return texts("{name} is in the same group as {other}: {level}.", name=name, other=silent.beside, level=level)
    return texts("{name} in the list of interactions: {level}.", name=name, level=level)


def silent_lines(
    texts: Texts, silent: Sequence[Silent], country: Country, sources_line: Callable[[Texts, Iterable[str]], str]
) -> Iterator[tuple[str, str]]:
    """Role and words of each line: the one line, then what is never left out, and from where. None of it is private."""
    yield "small", silent_words(texts, silent)
    sentences = tuple(
        dict.fromkeys(
            sentence for silent_name in silent if not silent_name.private for sentence in _always_said(silent_name.name)
        )
    )
    if sentences:
        yield "", in_a_row(sentences, number_in(texts, country))
        sources = dict.fromkeys(source for sentence in sentences for source in sentence.sources)
        yield "small", sources_line(texts, sources)


def _always_said(name: CheckedName) -> Iterator[Statement]:
    """What may not be missing however short it is said."""
    for finding in name.findings:
        yield from (sentence for sentence in finding.of.sentences if _ALWAYS_SAID.search(sentence.text))
