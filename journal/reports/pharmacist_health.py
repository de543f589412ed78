"""What the pharmacist's sheet tells of a person's health, and what it asks with boxes because it is not told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journal.core.entries import Condition
from journal.core.health import ConditionKind
from journal.reports.lab_words import with_range
from journal.reports.pharmacist_taken import what_else_is_taken
from journal.reports.seizures_noted import noted_words
from journal.reports.sheet_inputs import SheetInputs, joined
from journal.reports.sheet_options import ALCOHOL, CANNABIS, CONDITIONS, OTHER
from journal.texts.health_names import LABS as LAB_NAMES
from journal.texts.marked import marked

# As the list of what is asked names them; sleep apnoea is breathing, too.
_ORGANS = (
    (marked("Liver"), (ConditionKind.LIVER,)),
    (marked("Kidney"), (ConditionKind.KIDNEY,)),
    (marked("Heart"), (ConditionKind.HEART,)),
    (marked("Breathing, sleep apnoea"), (ConditionKind.BREATHING, ConditionKind.SLEEP_APNOEA)),
    (marked("Seizures"), (ConditionKind.SEIZURES,)),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What has no answer here: two boxes, and a line to write on; ``unit`` stands before the line."""

    label: str
    unit: str = ""


def health_told(inputs: SheetInputs) -> Iterator[tuple[str, str]]:
    """What the person wrote, under a term in bold; what was not told is asked with boxes."""
    texts, facts = inputs.texts, inputs.facts
    if inputs.options.planned:
        yield texts("Planned operation or visit"), joined(_planned(inputs))
    elif facts.operations:
        yield texts("Planned operation"), joined(_planned(inputs))
    if facts.allergies:
        yield texts("Allergies"), joined(_with_dates(inputs, allergy) for allergy in facts.allergies)
    for label, kinds in _ORGANS:
        if answer := _organ(inputs, kinds):
            yield texts(label), answer
    if facts.pregnancies:
        yield texts("Pregnancy, breastfeeding"), joined(_with_dates(inputs, state) for state in facts.pregnancies)
    if facts.labs:
        yield texts("Laboratory values"), joined(_labs(inputs))


def _planned(inputs: SheetInputs) -> Iterator[str]:
    """What was typed for this printing, and every operation that is written down as ahead."""
    yield inputs.printed.words(inputs.options.planned)
    for operation in inputs.facts.operations:
        yield _with_dates(inputs, operation)


def _of(inputs: SheetInputs, kinds: Sequence[ConditionKind]) -> list[Condition]:
    if not inputs.options.prints(CONDITIONS):
        return []
    return [condition for condition in inputs.facts.conditions if condition.what in kinds]


def _organ(inputs: SheetInputs, kinds: Sequence[ConditionKind]) -> str:
    """The conditions, and of seizures when they were noted; "" where nothing is told."""
    noted = ConditionKind.SEIZURES in kinds and inputs.options.prints(CONDITIONS)
    days = inputs.facts.seizure_days if noted else ()
    conditions = [_with_dates(inputs, condition) for condition in _of(inputs, kinds)]
    return joined([*conditions, noted_words(inputs.texts, days)])


def _with_dates(inputs: SheetInputs, condition: Condition) -> str:
    """ "knee on 14 Dec 2026", "fatty liver since 1 May 2024"."""
    dates = inputs.dates(condition.planned, condition.since, condition.until)
    return " ".join([inputs.condition(condition), *dates])


def _labs(inputs: SheetInputs) -> Iterator[str]:
    texts, printed = inputs.texts, inputs.printed
    for lab in inputs.facts.labs:
        name = lab.name or texts(LAB_NAMES[lab.what])
        value = printed.words(" ".join(part for part in (name, lab.value, lab.unit) if part))
        words = texts("{value} on {day}", value=value, day=texts.short_day(lab.day))
        yield with_range(texts, printed, words, lab)


def asked_with_boxes(inputs: SheetInputs) -> Iterator[Asked]:
    """Boxes for whatever is not told above, whether it was never asked, answered with no, or left out."""
    texts, facts = inputs.texts, inputs.facts
    if not facts.operations and not inputs.options.planned:
        yield Asked(texts("Planned operation"), texts("date"))
    if not facts.allergies:
        yield Asked(texts("Allergies"), texts("to"))
    for label, kinds in _ORGANS:
        if not _organ(inputs, kinds):
            yield Asked(texts(label))
    if not facts.pregnancies:
        yield Asked(texts("Pregnant, breastfeeding"))
    choices = {item.choice for item in what_else_is_taken(inputs)}
    for label, choice in _BESIDE:
        if choice not in choices:
            yield Asked(texts(label))
    if not facts.labs:
        yield Asked(texts("Recent laboratory values"))


_BESIDE = ((marked("Alcohol"), ALCOHOL), (marked("Cannabis"), CANNABIS), (marked("Other substances"), OTHER))
