"""Which choices of a sheet there are: only what was written down, and is not private, can be printed or left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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
    SheetKind,
    SheetOptions,
)
from journal.texts import Texts
from journal.texts.health_names import CONDITIONS as CONDITION_NAMES
from journal.texts.marked import marked

_ORGANS = {
    ConditionKind.LIVER, ConditionKind.KIDNEY, ConditionKind.HEART, ConditionKind.BREATHING,
    ConditionKind.SLEEP_APNOEA, ConditionKind.SEIZURES,
}  # fmt: skip
# The kinds of conditions that a choice of the sheet prints.
_PLACED: Mapping[SheetKind, Collection[ConditionKind]] = {
    SheetKind.PHARMACIST: _ORGANS,
    SheetKind.EMERGENCY: {ConditionKind.SEIZURES, ConditionKind.HEART, ConditionKind.LIVER},
}
_UNNAMED = {ConditionKind.MENTAL_HEALTH, ConditionKind.PAIN, ConditionKind.OTHER}
_OTHERS = marked("Other conditions")


def written_down(journal: SheetJournal, options: SheetOptions, made_at: Moment) -> frozenset[str]:
    """The fields of those choices of this sheet for which there is something to print, and whether of medicines."""
    fields = frozenset(choice.field for choice in CHOICES[options.kind]) | {MEDICINES}
    facts = sheet_facts(journal, replace(options, shown=fields, private_printed=SURE), made_at)
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


def without_a_place(texts: Texts, journal: SheetJournal, options: SheetOptions, made_at: Moment) -> tuple[str, ...]:
    """What a person has that this sheet has no line for, whatever is chosen; of private entries nothing.

    The list stands on the screen, where others may read it: some kinds are "other conditions" there.
    """
    facts, placed = sheet_facts(journal, options, made_at), _PLACED[options.kind]
    now = [
        condition.what for condition in facts.conditions if condition.until is None or condition.until >= facts.today
    ]
    unplaced = dict.fromkeys(
        texts(_OTHERS if what in _UNNAMED else CONDITION_NAMES[what]) for what in now if what not in placed
    )
    if options.kind is SheetKind.EMERGENCY and facts.operations:
        unplaced[texts(CONDITION_NAMES[ConditionKind.PLANNED_OPERATION])] = None
    return tuple(texts("{what} (no place on it)", what=what) for what in unplaced)


def _is_there(facts: SheetFacts, field: str) -> bool:
    conditions = {condition.what for condition in facts.conditions}
    there = {
        MEDICINES: any(taken.choice == MEDICINES for taken in facts.taken),
        ALCOHOL: facts.alcohol is not None or any(taken.choice == ALCOHOL for taken in facts.taken),
        CANNABIS: any(taken.choice == CANNABIS for taken in facts.taken),
        OTHER: any(taken.choice == OTHER for taken in facts.taken),
        CONDITIONS: bool(conditions & _ORGANS or facts.seizure_days),
        SEIZURES: ConditionKind.SEIZURES in conditions or bool(facts.seizure_days),
        HEART: ConditionKind.HEART in conditions,
        LIVER: ConditionKind.LIVER in conditions,
        PREGNANCY: bool(facts.pregnancies),
        LABS: bool(facts.labs),
        QUESTIONS: bool(facts.questions),
        CONTACT: bool(facts.contacts),
        AMOUNTS: bool(facts.products) or any(taken.listed and taken.listed.amount for taken in facts.taken),
    }
    return there[field]
