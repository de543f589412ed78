"""A quiet button on Today that shows again what was closed about a warning sign, for as long as the sign is open."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import plain_button
from journal.ui.today.sign_question import SignQuestion


class AdviceAgain(QWidget):
    """One click closes advice that matters: this is the way back. It names no sign, since others can see the screen."""

    def __init__(self, bridge: Bridge, question: SignQuestion) -> None:
        super().__init__()
        self._bridge, self._question = bridge, question
        self.button = plain_button(bridge.texts("Show the closed advice again"), question.show_closed_again)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.button)
        self.hide()
        question.put_away.connect(self.refresh)

    def refresh(self) -> None:
        """Whether there is something to show again; a journal that is only looked at keeps what is closed."""
        self.setVisible(self._bridge.can_write and self._question.has_closed())
