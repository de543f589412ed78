"""A single card in the middle of the window, for screens that ask before the journal is open."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import Card


def centred(card: Card, width: int) -> QScrollArea:
    """The card at most ``width`` wide (px at 100 %), narrower where the window is; it scrolls where it is too tall."""
    area = scrolling(in_the_middle(card, width))
    area.let_width_decide()
    return area


def in_the_middle(card: Card, width: int) -> QWidget:
    """The same for a card that holds by itself what scrolls."""
    card.setMaximumWidth(theme().px(width))
    card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    holder = QWidget()
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(card, 1000)
    across.addStretch(1)
    down = QVBoxLayout(holder)
    down.setContentsMargins(12, 12, 12, 12)
    down.addStretch(2)
    down.addLayout(across)
    down.addStretch(3)
    return holder
