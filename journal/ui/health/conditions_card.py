"""The card Conditions: what the list of interactions says of each; that there is none, or no allergy, is a tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from journal.core.entries import Condition, Entry
from journal.core.health import ConditionKind, Subject
from journal.ui.health.part import Part, Rows
from journal.ui.health.row_hints import Beside, beside_conditions, check_of, with_hints
from journal.ui.health.stating_card import NO_ALLERGIES, NO_CONDITIONS, StatingCard
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.tasks import run_in_background, while_alive

if TYPE_CHECKING:
    from journal.guidance.interactions import Circumstance
    from journal.guidance.matching import Checked


class ConditionsCard(StatingCard):
    """Neither tick is offered while the list says otherwise. Without a condition no list is read."""

    def __init__(self, bridge: Bridge, part: Part) -> None:
        super().__init__(bridge, part)
        self._entries: Sequence[Entry] = ()
        self._beside: Mapping[Circumstance, Beside] = {}
        self._asked = 0
        self.add_tick(Subject.NO_CONDITIONS, NO_CONDITIONS, lambda entry: not _is_allergy(entry))
        self.add_tick(Subject.NO_ALLERGIES, NO_ALLERGIES, _is_allergy)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        super().show_entries(entries)
        self._asked += 1
        if entries:
            logbook = self.bridge.logbook
            run_in_background(lambda: check_of(logbook), while_alive(self, partial(self._checked, self._asked)))

    def _checked(self, ticket: int, checked: Checked) -> None:
        """Show what was found beside the conditions; not of a list that has changed meanwhile."""
        if ticket == self._asked:
            self._beside = beside_conditions(self.texts, checked)
            super().show_entries(self._entries)

    def _rows_of(self, entries: Sequence[Entry]) -> Rows:
        return with_hints(super()._rows_of(entries), self._beside, self.bridge.logbook.today())


def _is_allergy(entry: Entry) -> bool:
    return isinstance(entry, Condition) and entry.what is ConditionKind.ALLERGY
