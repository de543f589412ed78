"""What stands beside the day while no form is open: quiet questions, each only while it applies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from journal.ui.kit.scroll_area import scrolling


class Aside(QWidget):
    """A column of cards. Where there is no room beside the day, they stand below it.

    ``beside`` is what the screen puts next to the day; it is seen only with a card that is, so that the day has the
    whole width otherwise.
    """

    def __init__(self, cards: Sequence[QWidget], below: QLayout) -> None:
        super().__init__()
        self._cards, self._below = cards, below
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        inside = QWidget()
        self._room = QVBoxLayout(inside)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.addWidget(self)
        self.beside = scrolling(inside)

    def arrange(self, narrow: bool, form_open: bool) -> None:
        """Beside the day, or below it. An open form has its place: nothing else is asked meanwhile."""
        place = self._below if narrow else self._room
        if place.indexOf(self) < 0:
            place.addWidget(self)
        self.setVisible(not form_open)
        self.beside.setVisible(not narrow and not form_open and not self.is_empty())

    def is_empty(self) -> bool:
        """Whether none of the cards applies."""
        return all(card.isHidden() for card in self._cards)
