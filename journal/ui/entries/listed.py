"""The kinds of entries that stand in lists of their own instead of the Diary, with their forms."""

from __future__ import annotations

from journal.core.entries import Entry, kind_of
from journal.core.kinds import KINDS
from journal.ui.entries.by_code import by_code
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.health import ConditionKind
from journal.ui.entries.own_help import ContactKind, HelpKind, PlanKind
from journal.ui.entries.person import PersonKind
from journal.ui.entries.substances import SubstanceKind
from journal.ui.entries.visit import AttemptKind, BatchKind, QuestionKind

# Products, their units and symptoms have screens of their own.
_ELSEWHERE = {"product", "unit", "symptom"}
_WANTED = [kind.code for kind in KINDS.values() if kind.deletable and not kind.in_diary and kind.code not in _ELSEWHERE]

LISTED_KINDS: dict[str, DeclaredKind] = by_code(
    (
        SubstanceKind(), ConditionKind(), QuestionKind(), AttemptKind(), BatchKind(), HelpKind(), ContactKind(),
        PlanKind(),
    ),
    _WANTED,
)  # fmt: skip


# What the person says of themselves is one entry, which is never deleted.
PERSON = PersonKind()
KINDS_ON_LISTS: dict[str, DeclaredKind] = {**LISTED_KINDS, PERSON.code: PERSON}


def listed_kind_of(entry: Entry) -> DeclaredKind | None:
    """The kind of an entry that stands in such a list."""
    return KINDS_ON_LISTS.get(kind_of(entry))
