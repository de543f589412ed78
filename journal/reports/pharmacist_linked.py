"""Which of what is taken belongs to a condition that stands on the pharmacist's sheet: tramadol beside seizures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from journal.core.health import ConditionKind
from journal.guidance.interactions import Circumstance, InteractionClass, joined_with
from journal.guidance.recognising import recognise
from journal.reports.pharmacist_quotes import Cited
from journal.reports.sheet_inputs import SheetInputs
from journal.reports.sheet_options import CONDITIONS
from journal.reports.visit_shown import TakenBeside
from journal.texts.marked import marked

_SOURCES_OF_ONE = 2
_BURDEN_LIVER = frozenset({
    "liver-burden", "paracetamol", "alcohol", "kava", "turmeric-supplements", "cannabidiol", "terbinafine",
})  # fmt: skip
_LINKED: Mapping[ConditionKind, str] = marked({
    ConditionKind.SEIZURES: "With the seizures above, these are linked with seizures, too: {names}.",
    ConditionKind.HEART: "With the heart condition above, these can act on heart rhythm: {names}.",
    ConditionKind.SLEEP_APNOEA: "With the sleep apnoea above, these can make sleepy: {names}.",
    ConditionKind.BREATHING: "With the breathing condition above, these can make sleepy: {names}.",
    ConditionKind.LIVER: "With the liver condition above, these can burden the liver: {names}.",
})  # fmt: skip
_BELONGS: Mapping[ConditionKind, Callable[[InteractionClass], bool]] = {
    ConditionKind.HEART: lambda of: of.rhythm,
    ConditionKind.SLEEP_APNOEA: lambda of: of.sedative,
    ConditionKind.BREATHING: lambda of: of.sedative,
    ConditionKind.LIVER: lambda of: of.id in _BURDEN_LIVER,
}


class _Named(NamedTuple):
    name: str
    sources: tuple[str, ...]


def linked_lines(inputs: SheetInputs, taken: Sequence[tuple[TakenBeside, str]], cited: Cited) -> Iterator[str]:
    """A sentence for each condition that is told and has something of what is taken beside it; whatever goes on."""
    for kind, words in _LINKED.items():
        named = [*_named(kind, taken)] if _is_told(inputs, kind) else []
        if named:
            sources = tuple(dict.fromkeys(source for of in named for source in of.sources))[:_SOURCES_OF_ONE]
            names = ", ".join(dict.fromkeys(of.name for of in named))
            yield f"{inputs.texts(words, names=names)} {cited.numbers(sources)}"


def _is_told(inputs: SheetInputs, kind: ConditionKind) -> bool:
    if not inputs.options.prints(CONDITIONS):
        return False
    today = inputs.made_at.local.date()
    there = any(of.what is kind and (of.until is None or of.until >= today) for of in inputs.facts.conditions)
    return there or (kind is ConditionKind.SEIZURES and bool(inputs.facts.seizure_days))


def _named(kind: ConditionKind, taken: Sequence[tuple[TakenBeside, str]]) -> Iterator[_Named]:
    _, of_seizures = joined_with(Circumstance.SEIZURES)
    for item, name in taken:
        if kind is ConditionKind.SEIZURES:
            keys = {*recognise(item.name).generics, *(of.id for of in item.known.classes)} & of_seizures.keys()
            sources = [of_seizures[key] for key in sorted(keys)]
        else:
            sources = [of.sources for of in item.known.classes if _BELONGS[kind](of)]
        if sources:
            yield _Named(name, sources[0])
