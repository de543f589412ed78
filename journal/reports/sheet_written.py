"""Which choices of a sheet there are: only what was written down, and is not private, can be printed or left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from journal.core.health import ConditionKind
from journal.core.moments import Moment
from journal.reports.asked_twice import SURE
from journal.reports.left_out import private_entries
from journal.reports.options import PREGNANCY
from journal.reports.sheet_facts import SheetFacts, SheetJournal, sheet_facts
from journal.reports.sheet_options import (
    ALCOHOL,
    AMOUNTS,
    CANNABIS,
    CHOICES,
    CONDITIONS,
    CONTACT,
    HEART,
    LABS,
    LIVER,
    MEDICINES,
    OTHER,
    QUESTIONS,
    SEIZURES,
    SheetOptions,
)
from journal.texts import Texts

_ORGANS = {
    ConditionKind.LIVER, ConditionKind.KIDNEY, ConditionKind.HEART, ConditionKind.BREATHING,
    ConditionKind.SLEEP_APNOEA, ConditionKind.SEIZURES,
}  # fmt: skip


def written_down(journal: SheetJournal, options: SheetOptions, made_at: Moment) -> frozenset[str]:
    """The fields of those choices of this sheet for which there is something to print, and whether of medicines."""
    fields = frozenset(choice.field for choice in CHOICES[options.kind]) | {MEDICINES}
    facts = sheet_facts(journal, replace(options, shown=fields, private_told=SURE), made_at)
    return frozenset(field for field in fields if _is_there(facts, field))


def left_out_of_sheet(
    texts: Texts, options: SheetOptions, there: Collection[str], one_is_told: bool = False, named: Sequence[str] = ()
) -> tuple[str, ...]:
    """What stays out of this sheet, by its titles; private entries are named whether there are any or not.

    ``one_is_told``: one that is marked private is printed. ``named``: what is left out one by one.
    """
    titles = (
        texts(choice.title)
        for choice in CHOICES[options.kind]
        if choice.field in there and not options.prints(choice.field)
    )
    return (*titles, *named, private_entries(texts, one_is_told))


def _is_there(facts: SheetFacts, field: str) -> bool:
    conditions = {condition.what for condition in facts.conditions}
    there = {
        MEDICINES: any(taken.choice == MEDICINES for taken in facts.taken),
        ALCOHOL: facts.alcohol is not None or any(taken.choice == ALCOHOL for taken in facts.taken),
        CANNABIS: any(taken.choice == CANNABIS for taken in facts.taken),
        OTHER: any(taken.choice == OTHER for taken in facts.taken),
        CONDITIONS: bool(conditions & _ORGANS),
        SEIZURES: ConditionKind.SEIZURES in conditions,
        HEART: ConditionKind.HEART in conditions,
        LIVER: ConditionKind.LIVER in conditions,
        PREGNANCY: bool(facts.pregnancies),
        LABS: bool(facts.labs),
        QUESTIONS: bool(facts.questions),
        CONTACT: bool(facts.contacts),
        AMOUNTS: bool(facts.products),
    }
    return there[field]
