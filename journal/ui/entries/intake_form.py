"""The form of something else that was taken: of drinks that stand there already it asks once before it saves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.entries import Entry, Intake
from journal.core.moments import moment_now
from journal.ui.entries.declared_placed import DeclaredTimedForm
from journal.ui.entries.same_drinks import drinks_already_there, same_drinks_near
from journal.ui.kit.bridge import Bridge

if TYPE_CHECKING:
    from journal.ui.entries.declared import Declaration


class IntakeForm(DeclaredTimedForm):
    """No leaves the form as it is."""

    def __init__(self, bridge: Bridge, kind: Declaration, draft_key: str = "") -> None:
        super().__init__(bridge, kind, draft_key)
        self._sure = False  # that they are to be saved a second time

    def _asks_about(self, entry: Entry) -> bool:
        return super()._asks_about(entry) or self._asks_again(entry)

    def _asks_again(self, entry: Entry) -> bool:
        new = self._editing is None and not self._sure
        same = same_drinks_near(self.bridge.logbook, entry) if new and isinstance(entry, Intake) else None
        if same is None:
            return False
        question = drinks_already_there(self.texts, same, moment_now(self.bridge.clock))
        no, again = (self.texts("No"), self.take_keyboard), (self.texts("Save them again"), self._save_again)
        self.ask(question, [no, again])
        return True

    def _save_again(self) -> None:
        self._sure = True
        self.save()
        self._sure = False
