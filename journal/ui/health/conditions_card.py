"""The card Conditions: that there is none, or no allergy, is said by a tick."""

from __future__ import annotations

from journal.core.entries import Condition, Entry
from journal.core.health import ConditionKind, Subject
from journal.ui.health.part import Part
from journal.ui.health.stating_card import NO_ALLERGIES, NO_CONDITIONS, StatingCard
from journal.ui.kit.bridge import Bridge


class ConditionsCard(StatingCard):
    """Neither is offered while the list says otherwise."""

    def __init__(self, bridge: Bridge, part: Part) -> None:
        super().__init__(bridge, part)
        self.add_tick(Subject.NO_CONDITIONS, NO_CONDITIONS, lambda entry: not _is_allergy(entry))
        self.add_tick(Subject.NO_ALLERGIES, NO_ALLERGIES, _is_allergy)


def _is_allergy(entry: Entry) -> bool:
    return isinstance(entry, Condition) and entry.what is ConditionKind.ALLERGY
