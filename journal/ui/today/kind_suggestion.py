"""One quiet question on Today at most: the kind of a product, where it is not said and was not asked before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from journal.core.changes import ChangeSet
from journal.core.product_kinds import questions
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.widgets import Card, clear_layout

if TYPE_CHECKING:
    from journal.core.entries import Product
    from journal.core.product_kinds import Question

_CONCERNS = {"product", "setting", "trash"}


class KindSuggestion(Card):
    """Below the day's entries; every answer takes it away for good, and "Not now" all others for that day too.

    ``known`` gives all products of the journal; the last used one is asked about first.
    """

    answered = Signal()

    def __init__(self, bridge: Bridge, known: Callable[[], Iterable[Product]]) -> None:
        super().__init__(16, 4)
        self._bridge, self._known = bridge, known
        self._put_off: dt.date | None = None  # the day of the last "Not now"
        self._question: Question | None = None
        self.hide()
        self.look()

    def journal_changed(self, change: ChangeSet) -> None:
        """Look again where a change may concern it."""
        if change.kinds & _CONCERNS:
            self.look()

    def look(self) -> None:
        """Find what is to be asked, if anything; the same question stays as it is, with the keyboard in it."""
        question = self._found()
        if question == self._question:
            return
        self._question = question
        clear_layout(self.body)
        self.setVisible(question is not None)
        if question is not None:
            self._ask(question)

    def _found(self) -> Question | None:
        logbook = self._bridge.logbook
        # Most journals have nothing to ask; only for the others the order of use is looked up.
        if not self._bridge.can_write or self._put_off == logbook.today() or not any(map(questions, self._known())):
            return None
        from journal.core.entries import Product
        from journal.ui.products.kind_memory import first_question

        return first_question(
            logbook, [product for product in self._bridge.readable_list(Product) if not product.archived]
        )

    def _ask(self, question: Question) -> None:
        # Made only once there is a question, because the day is shown first.
        from journal.ui.products.kind_question import KindQuestion

        asking = KindQuestion(self._bridge, question, named=True)
        asking.answered.connect(self.answered)
        asking.put_off.connect(self._rest)
        self.body.addWidget(asking)
        asking.show()

    def _rest(self) -> None:
        self._put_off = self._bridge.logbook.today()
