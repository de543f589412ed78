"""What the pages of backups and of a rescue look like: a passphrase above the rest, and all of it in one card."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.kit.screen import Page
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.widgets import Card, label


def asking(words: str, *parts: QWidget) -> QWidget:
    """The passphrase, with what is said above it."""
    asked = QWidget()
    column = QVBoxLayout(asked)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label(words, "small", wrap=True))
    for part in parts:
        column.addWidget(part)
    return asked


def fill(page: Page, title: str, *parts: QWidget) -> None:
    """Put everything into a card that is scrolled where it is longer than the window."""
    card = Card(24, 16)
    card.body.addWidget(label(title, "title", wrap=True))
    for part in parts:
        card.body.addWidget(part)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    body = QVBoxLayout(page)
    body.setContentsMargins(0, 0, 0, 0)
    body.addWidget(scrolling(inside))
