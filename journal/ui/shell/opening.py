"""What the window shows before the journal is open, and when it cannot be opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.widgets import Card, heading, label, plain_button, primary_button
from journal.ui.today.header import ActionRow, DayHeader


class OpeningPage(QWidget):
    """Today without its entries: painted before anything of the journal is read."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.header = DayHeader(texts, _nothing, _nothing, _nothing)
        self.action_row = ActionRow(texts)
        for part in (self.header, self.action_row):
            part.setEnabled(False)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(self.header)
        body.addWidget(self.action_row)
        body.addStretch(1)


class CannotOpenPage(QWidget):
    """Why the journal cannot be opened, in plain words, and what can be done now."""

    def __init__(self, texts: Texts, why: str, again: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__()
        card = Card(24, 16)
        card.body.addWidget(heading(texts("The journal cannot be opened"), "title"))
        words = label(why, wrap=True)
        words.setTextInteractionFlags(words.textInteractionFlags().TextSelectableByMouse)
        card.body.addWidget(words)
        self.again = primary_button(texts("Try again"), "", again)
        line = QHBoxLayout()
        line.addWidget(self.again)
        line.addWidget(plain_button(texts("Quit"), leave))
        line.addStretch(1)
        card.body.addLayout(line)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        body.addStretch(1)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.again


def _nothing() -> None:
    return None


