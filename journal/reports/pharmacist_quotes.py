"""What this program's own list says of what is taken, quoted on the pharmacist's sheet with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.guidance.interaction_words import NOT_STUDIED, adding_up_words, evidence_words
from journal.guidance.interactions import RANK, InteractionClass, is_only_the_product, together_sentences
from journal.guidance.recognising import recognise
from journal.guidance.shipped import sources
from journal.reports.pharmacist_taken import Row
from journal.reports.visit_shown import TakenBeside
from journal.texts import Texts

MOST_INTERACTIONS = 10
_SOURCES_OF_ONE = 2


class Cited:
    """Sources by the number under which they stand at the end."""

    def __init__(self) -> None:
        self._ids: list[str] = []

    def numbers(self, ids: Sequence[str]) -> str:
        """ "[1, 2]"."""
        self._ids += [source for source in ids if source not in self._ids]
        return f"[{', '.join(str(self._ids.index(source) + 1) for source in ids)}]" if ids else ""

    def lines(self) -> Iterator[str]:
        """Where each stands."""
        for number, source_id in enumerate(self._ids, 1):
            source = sources()[source_id]
            year = "" if source.year is None else f", {source.year}"
            yield f"[{number}] {source.organisation}: {source.title}{year}. {source.address}"


def classes_to_print(taken: Sequence[tuple[TakenBeside, str]]) -> tuple[list[tuple[InteractionClass, list[str]]], int]:
    """The classes of what is printed above with the names in them, those to ask about first, and how many are more."""
    named: dict[str, list[str]] = {}
    of: list[InteractionClass] = []
    for item, name in taken:
        if is_only_the_product(recognise(item.name).generics):
            continue
        for class_ in item.known.classes:
            named.setdefault(class_.id, []).append(name)
            of.append(class_)
    ordered = sorted({class_.id: class_ for class_ in of}.values(), key=_first_asked)
    rows = [(class_, [*dict.fromkeys(named[class_.id])]) for class_ in ordered]
    return rows[:MOST_INTERACTIONS], len(rows[MOST_INTERACTIONS:])


def _first_asked(of: InteractionClass) -> int:
    return min(RANK[level] for column in (True, False) for level in of.levels(column))


def interaction_row(texts: Texts, of: InteractionClass, names: Sequence[str], cited: Cited) -> Row:
    """A class: the names in it, what it does with kratom, how well that is known, and where it is said."""
    source = cited.numbers(of.sources[:_SOURCES_OF_ONE]) or texts("no source found")
    return Row(", ".join(names), (of.name, of.mechanism or texts(NOT_STUDIED), evidence_words(texts, of), source))


def adding_up_lines(texts: Texts, names: Sequence[str], cited: Cited) -> Iterator[str]:
    """That these and kratom add up, quoted as what the list says of several; nothing where one alone makes sleepy."""
    if len(names) > 1:
        said = (f"{sentence.text} {cited.numbers(sentence.sources[:_SOURCES_OF_ONE])}"
                for sentence in together_sentences())  # fmt: skip
        yield " ".join([adding_up_words(texts, names), *said])


def below_quotes(texts: Texts, rows: Sequence[Row], more: int) -> Iterator[str]:
    """What is said below the rows."""
    if not rows:
        yield texts("This program’s list has nothing to quote for what is written above.")
    if more:
        yield texts.plural("{n} more class of what is written above is in the program’s list and has no room here.",
                           "{n} more classes of what is written above are in the program’s list and have no room "
                           "here.", more)  # fmt: skip
    yield texts("Not listed does not mean safe. No prescribed medicine should be stopped because of this sheet.")
