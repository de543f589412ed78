"""The button below what is read in Safety that puts its topic onto the questions for the next visit."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Question
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing


class AddQuestion(QWidget):
    """Saves a question that names the topic, once as long as it is open; Undo takes it back."""

    def __init__(self, bridge: Bridge, topic: str) -> None:
        super().__init__()
        self._bridge, self._texts = bridge, bridge.texts
        self._question = self._texts("About “{topic}”: what does it mean for me?", topic=topic)
        self.add = button(self._texts("Add to my questions"), self._add)
        self.add.setAccessibleDescription(self._question)
        self.add.setEnabled(bridge.can_write)
        self.message = InlineMessage()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(flowing(self.add))
        body.addWidget(self.message)

    def _add(self) -> None:
        logbook = self._bridge.logbook
        if any(question.text == self._question and question.asked_on is None for question in logbook.listed(Question)):
            self.message.show_message(self._texts("It is on your list already: Today, “To discuss at the visit”."))
            return
        if self._bridge.attempt(lambda: logbook.save(Question(text=self._question)), self.message) is not None:
            self.message.show_message(
                self._texts("Added to Today, “To discuss at the visit”: {question}", question=self._question)
            )
