"""A declared form of what is easily saved twice: of what stands there already it asks once before it saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.entries import Care, Entry, Intake, LabResult
from journal.core.moments import moment_now
from journal.core.substances import Taken
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.declared_placed import DeclaredTimedForm
from journal.ui.entries.saved_already import asked_again, saved_already
from journal.ui.kit.bridge import Bridge

if TYPE_CHECKING:
    from journal.ui.entries.declared import Declaration


class AsksAgain(DeclaredForm):
    """No leaves the form as it is."""

    def __init__(self, bridge: Bridge, kind: Declaration, draft_key: str = "") -> None:
        super().__init__(bridge, kind, draft_key)
        self._sure = False  # that it is to be saved a second time

    def _asks_about(self, entry: Entry) -> bool:
        return super()._asks_about(entry) or self._asks_again(entry)

    def _asks_again(self, entry: Entry) -> bool:
        new = self._editing is None and not self._sure
        if not new or not isinstance(entry, Intake | Care | LabResult):
            return False
        same = saved_already(self.bridge.logbook, entry)
        if same is None:
            return False
        drinks = isinstance(same, Intake) and same.what is Taken.ALCOHOL
        again = self.texts("Save them again") if drinks else self.texts("Save it again")
        question = asked_again(self.texts, same, moment_now(self.bridge.clock))
        self.ask(question, [(self.texts("No"), self.take_keyboard), (again, self._save_again)])
        return True

    def _save_again(self) -> None:
        self._sure = True
        self.save()
        self._sure = False


class TimedAskingForm(AsksAgain, DeclaredTimedForm):
    """Of something at a moment."""
