"""A section of the settings: cards below each other, no wider than reads well."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import Card, heading, label
from journal.ui.products.column import Column

_WIDEST = 680


class SettingsPage(QWidget):
    """Subclasses put cards into it; what cannot be done is said in ``message`` at its top."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.texts = texts
        self.message = InlineMessage()
        self._column = Column()
        self.cards = QVBoxLayout(self._column)
        self.cards.setContentsMargins(0, 0, 0, 8)
        self.cards.setSpacing(14)
        self.cards.addWidget(self.message)
        self.cards.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        self.area = scrolling(self._column)
        body.addWidget(self.area)
        appearance().changed.connect(self._measure)
        self._measure()

    def add_card(self, title: str, *parts: QWidget) -> Card:
        """A card with a heading and these parts below each other."""
        card = Card(spacing=10)
        card.body.addWidget(heading(title))
        for part in parts:
            card.body.addWidget(part)
        self.cards.insertWidget(self.cards.count() - 1, card)
        return card

    def say(self, text: str, role: str = "quiet") -> QWidget:
        """A paragraph that can be marked with the mouse."""
        made = label(text, role, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def refresh(self) -> None:
        """Read anew what is shown; called when the page comes into view and after changes."""

    def first_field(self) -> QWidget | None:
        """Where the keyboard goes when the section is chosen by its name."""
        return None

    def _measure(self) -> None:
        self._column.setMaximumWidth(theme().px(_WIDEST))
