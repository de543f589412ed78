"""The form of a condition: of a planned operation its day is asked where pain has its place, and no time of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.health import ConditionKind
from journal.ui.entries.listed_once import ListedOnceForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.kept_place import OneOf, keep_place
from journal.ui.kit.widgets import group

if TYPE_CHECKING:
    from journal.ui.entries.declared import Declaration

_TIME = ("since", "until")


class ConditionForm(ListedOnceForm):
    """What belongs to the choice alone stands right below it; what was typed elsewhere stays in sight."""

    _of_choice: OneOf | None = None  # until all fields are made

    def __init__(self, bridge: Bridge, kind: Declaration, draft_key: str = "") -> None:
        super().__init__(bridge, kind, draft_key)
        self._place, self._planned = group(*self._parts["place"]), group(*self._parts["planned"])
        of_choice = self._of_choice = OneOf(self._place, self._planned)
        self.content.insertWidget(self.content.indexOf(self._parts["name"][0]), of_choice)
        for name in _TIME:
            keep_place(*self._parts[name])
        self._show_what_belongs()

    def _show_what_belongs(self) -> None:
        super()._show_what_belongs()
        if self._of_choice is not None:
            self._show_parts(self._of_choice)

    def _show_parts(self, of_choice: OneOf) -> None:
        what = self.inputs["what"].value()
        of_operation = what is ConditionKind.PLANNED_OPERATION
        kept = bool(self.inputs["planned"].state()) and what is not ConditionKind.PAIN
        of_choice.show_part(self._planned if of_operation or kept else self._place)
        for name in _TIME:
            for part in self._parts[name]:
                part.setVisible(not of_operation or bool(self.inputs[name].state()))
