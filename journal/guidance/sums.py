"""What adds up with kratom where a list holds two or more of one kind: heart rhythm, serotonin, sodium, sleepiness.

No text gives a level for such a sum; what is known of each with kratom is said of them together, and whom to call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from journal.guidance.interactions import InteractionClass, classes, interaction_table
from journal.guidance.markdown import PageFault
from journal.guidance.matching import Checked
from journal.guidance.recognising import recognise
from journal.guidance.values import Statement
from journal.texts import Texts
from journal.texts.marked import marked

_NAMED: Mapping[str, str] = marked({
    "rhythm": "These can act on heart rhythm: {names}.",
    "serotonin": "These act on serotonin: {names}.",
    "low-sodium": "These can lower sodium: {names}.",
    "sleepiness": "These can make you sleepy: {names}.",
})  # fmt: skip
Named = tuple[str, Sequence[InteractionClass]]  # a name as it is shown, and the classes that speak of it


@dataclass(frozen=True, slots=True)
class SumKind:
    """One kind: the classes whose members act so, and what is said where there are two or more of them.

    ``needs``: classes of which one must be among them, as the others are spoken of elsewhere; none for any.
    """

    code: str
    classes: frozenset[str]
    needs: frozenset[str]
    sentences: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """Two or more names of one kind."""

    kind: SumKind
    names: tuple[str, ...]

    def words(self, texts: Texts) -> str:
        """Which ones they are."""
        return texts(_NAMED[self.kind.code], names=", ".join(self.names))


@cache
def sum_kinds() -> tuple[SumKind, ...]:
    """Every kind, as it lies in the table. Raises PageFault for a kind or a class that is not known."""
    kinds = []
    for code, fields in interaction_table()["sum"].items():
        needs = frozenset(fields.get("needs", ()))
        of = needs | _classes_of(fields["classes"])
        if code not in _NAMED or not of <= classes().keys():
            raise PageFault(f"sum {code}: it is not known, or one of its classes is not")
        statements = tuple(Statement(text, tuple(sources)) for text, *sources in fields["sentences"])
        kinds.append(SumKind(code, of, needs, statements))
    return tuple(kinds)


def _classes_of(named: str | Sequence[str]) -> frozenset[str]:
    """ "sedative" stands for every class that makes sleepy."""
    if named == "sedative":
        return frozenset(of.id for of in classes().values() if of.sedative)
    return frozenset(named)


def sums_in(checked: Checked) -> list[Sum]:
    """What adds up in a check, for the window and the command line; a class that was looked up is nothing taken."""
    return list(
        sums_of(
            (name.given, [finding.of for finding in name.findings]) for name in checked.names if not name.whole_class
        )
    )


def sums_of(named: Iterable[Named]) -> Iterator[Sum]:
    """The kinds of which two or more are there; one medicine stands once in each, by the first of its names."""
    named = list(named)
    for kind in sum_kinds():
        names = _first_names(
            name for name, of in named if any(interaction_class.id in kind.classes for interaction_class in of)
        )
        ids = {interaction_class.id for _, of in named for interaction_class in of}
        if len(names) > 1 and (not kind.needs or kind.needs & ids):
            yield Sum(kind, names)


def _first_names(names: Iterable[str]) -> tuple[str, ...]:
    """Of names of one medicine, as the person's list and an intake may have them, the first."""
    by_medicine = dict[object, str]()
    for name in names:
        recognised = recognise(name)
        is_whole = recognised.is_known and not recognised.unknown
        by_medicine.setdefault(frozenset(recognised.generics) if is_whole else name, name)
    return tuple(by_medicine.values())
