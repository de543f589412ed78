"""What this program's own list says of what is taken, quoted on the pharmacist's sheet with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.core.substances import Source
from journal.guidance.interaction_words import NOT_STUDIED, adding_up_words, evidence_words
from journal.guidance.interactions import RANK, InteractionClass, is_only_the_product, together_sentences
from journal.guidance.recognising import recognise
from journal.guidance.shipped import sources
from journal.guidance.sums import sums_of
from journal.reports.pharmacist_taken import Row
from journal.reports.visit_shown import TakenBeside
from journal.texts import Texts

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


def classes_to_print(taken: Sequence[tuple[TakenBeside, str]]) -> list[tuple[InteractionClass, list[str]]]:
    """The classes of what is printed above with the names in them, those to ask about first."""
    named: dict[str, list[tuple[TakenBeside, str]]] = {}
    of: dict[str, InteractionClass] = {}
    for item, name in taken:
        if is_only_the_product(recognise(item.name).generics):
            continue
        for class_ in item.known.classes:
            named.setdefault(class_.id, []).append((item, name))
            of[class_.id] = class_
    ordered = sorted(of.values(), key=lambda class_: _first_asked(class_, [item for item, _ in named[class_.id]]))
    return [(class_, [*dict.fromkeys(name for _, name in named[class_.id])]) for class_ in ordered]


def _first_asked(of: InteractionClass, taken: Sequence[TakenBeside]) -> tuple[int, int]:
    """By the level as it is taken, and then by what may raise it."""
    columns = {column for item in taken for column in _columns(item)}
    return (
        min(RANK[of.base(column)] for column in columns),
        min(RANK[level] for column in columns for level in of.levels(column)),
    )


def _columns(item: TakenBeside) -> tuple[bool, ...]:
    """Prescribed, not prescribed, or both where it is not said."""
    if item.listed is None or item.listed.source is None:
        return True, False
    return (item.listed.source is Source.PRESCRIBED,)


def interaction_row(texts: Texts, of: InteractionClass, names: Sequence[str], cited: Cited) -> Row:
    """A class: the names in it, what it does with kratom, how well that is known, and where it is said."""
    source = cited.numbers(of.sources[:_SOURCES_OF_ONE]) or texts("no source found")
    return Row(", ".join(names), (of.name, of.mechanism or texts(NOT_STUDIED), evidence_words(texts, of), source))


def adding_up_lines(texts: Texts, names: Sequence[str], cited: Cited) -> Iterator[str]:
    """That these and kratom add up, quoted as what the list says of several; nothing where one alone makes sleepy."""
    if len(names) > 1:
        sentences = (f"{sentence.text} {cited.numbers(sentence.sources[:_SOURCES_OF_ONE])}"
                for sentence in together_sentences())  # fmt: skip
        yield " ".join([adding_up_words(texts, names), *sentences])


def sum_lines(texts: Texts, taken: Sequence[tuple[TakenBeside, str]], cited: Cited) -> Iterator[str]:
    """That several act on heart rhythm or on serotonin, with what is known of that with kratom."""
    for total in sums_of((name, item.known.classes) for item, name in taken):
        first = total.kind.sentences[0]
        yield f"{total.words(texts)} {first.text} {cited.numbers(first.sources[:_SOURCES_OF_ONE])}"


def below_quotes(texts: Texts, rows: Sequence[Row], taken: Sequence[tuple[TakenBeside, str]]) -> Iterator[str]:
    """What is said below the rows: of what is recognised and in no row that there is nothing to quote."""
    unlisted = [name for item, name in taken if item.known.recognised and not item.known.classes]
    if not rows:
        yield texts("This program’s list has nothing to quote for what is written above.")
    elif unlisted:
        yield texts("Recognised, with nothing to quote in this program’s list: {names}.",
                    names=", ".join(dict.fromkeys(unlisted)))  # fmt: skip
    yield texts(
        "Not listed does not mean safe. Medicines are looked at with kratom, not with each other. No prescribed "
        "medicine should be stopped because of this sheet."
    )
