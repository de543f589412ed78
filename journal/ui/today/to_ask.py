"""On Today, how many things there are to ask about and how urgent; it names none and leads to the list that does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal

from journal.core.changes import ChangeSet
from journal.core.refusal import Refused
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.event_loop import later
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.kit.widgets import Card, label, plain

if TYPE_CHECKING:
    from journal.guidance.matching import Checked
    from journal.logbook import Logbook

_CONCERNS = {"substance", "intake", "condition", "statement", "product", "person", "rating", "measurement", "trash"}
_LATER_MS = 1500  # the window is there and can be used before anything is counted


class _Counted(NamedTuple):
    checked: Checked
    in_emergency: bool


class ToAsk(Card):
    """``wanted`` when it is pressed. Where nothing was written down that could be asked about, no table is read."""

    wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(16, 4)
        self._bridge, self._texts = bridge, bridge.texts
        self._asked = 0
        self.button = button("", self.wanted.emit)
        self.button.setAccessibleDescription(self._texts("My list, checked"))
        self.urgency = label("", "small", wrap=True)
        self.body.addWidget(flowing(self.button))
        self.body.addWidget(self.urgency)
        self.hide()
        bridge.changed.connect(self._journal_changed)
        later(self, _LATER_MS, self.look)

    def _journal_changed(self, change: ChangeSet) -> None:
        if change.kinds & _CONCERNS:
            self.look()

    def look(self) -> None:
        """Count again, in a worker; the newest answer holds."""
        self._asked += 1
        logbook, ticket = self._bridge.logbook, self._asked
        run_in_background(lambda: _to_ask(logbook), while_alive(self, lambda counted: self._show(counted, ticket)))

    def _show(self, counted: _Counted | Refused | None, ticket: int) -> None:
        if ticket != self._asked:
            return
        if isinstance(counted, Refused):
            self._bridge.tell_damage(counted)
            counted = None
        if counted is not None:
            from journal.guidance.interaction_words import TO_ASK
            from journal.guidance.urgency import most_urgent

            words = self._texts.plural(*TO_ASK, counted.checked.to_ask)
            self.button.setText(plain(words))
            self.button.setAccessibleName(words)
            # Beside an emergency "call today" would be read as what is to be done about that.
            words = "" if counted.in_emergency else most_urgent(self._texts, counted.checked)
            self.urgency.setText(self._texts("Most urgent of your list: {level}", level=words) if words else "")
            self.urgency.setVisible(bool(words))
        self.setVisible(counted is not None)


def _to_ask(logbook: Logbook) -> _Counted | Refused | None:
    """What is checked, if there is something in it to ask about; why not, where not all of it can be read."""
    try:
        return _checked(logbook)
    except Refused as refused:
        if refused.code != "entries-damaged":
            raise
        return refused


def _checked(logbook: Logbook) -> _Counted | None:
    from journal.core.entries import Condition, Substance
    from journal.core.queries import EntryQuery

    written = bool(logbook.listed(Substance)) or bool(logbook.listed(Condition))
    if not written and not logbook.find(EntryQuery(kinds=("intake",), limit=1)):
        return None
    from journal.guidance.open_emergencies import is_emergency
    from journal.guidance.own_list import check_journal

    checked = check_journal(logbook)
    return _Counted(checked, is_emergency(logbook, logbook.clock.now_ms())) if checked.to_ask else None
