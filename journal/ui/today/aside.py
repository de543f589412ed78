"""What stands beside the day while no form is open: quiet questions, and what else can be written down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from journal.ui.kit.scroll_area import scrolling


class Aside(QWidget):
    """A column of cards. Where there is no room beside the day, they stand below it.

    ``beside`` is what the screen puts next to the day.
    """

    def __init__(self, cards: Sequence[QWidget], below: QLayout) -> None:
        super().__init__()
        self._below = below
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
        self.beside.setVisible(not narrow and not form_open)
