"""One quiet question on Today at most: the kind of a product, where it is not said and was not asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from journal.core.changes import ChangeSet
from journal.core.kinds import questions
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.widgets import Card, clear_layout
from journal.ui.products.kind_memory import first_question

if TYPE_CHECKING:
    from journal.core.kinds import Question

_CONCERNS = {"product", "setting", "trash"}


class KindSuggestion(Card):
    """Below the day's entries; "Not now" and every answer take it away for good. The last used product comes first."""

    answered = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(16, 4)
        self._bridge = bridge
        self._question: Question | None = None
        self.hide()
        self.look()

    def hear(self, change: ChangeSet) -> None:
        """Look again where a change may concern it."""
        if change.kinds & _CONCERNS:
            self.look()

    def look(self) -> None:
        """Find what is to be asked, if anything; the same question stays as it is, with the keyboard in it."""
        found = self._found()
        if found == self._question:
            return
        self._question = found
        clear_layout(self.body)
        self.setVisible(found is not None)
        if found is not None:
            self._ask(found)

    def _found(self) -> Question | None:
        if not self._bridge.can_write:
            return None
        products = [each for each in self._bridge.logbook.products() if not each.archived]
        return first_question(self._bridge.logbook, products) if any(map(questions, products)) else None

    def _ask(self, question: Question) -> None:
        # Most journals have nothing to ask, and the day is shown before anything else.
        from journal.ui.products.kind_question import KindQuestion

        asking = KindQuestion(self._bridge, question, named=True)
        asking.answered.connect(self.answered)
        self.body.addWidget(asking)
        asking.show()
