"""Parts side by side where there is room, below each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.theme import appearance, theme


class SideBySide(QWidget):
    """Lines its parts up from ``room`` px (at 100 %) on; narrower, they stand below each other."""

    turned = Signal(bool)  # whether it is narrow; with every change of its width

    def __init__(self, room: int, spacing: int = 16) -> None:
        super().__init__()
        self._room = room
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        appearance().changed.connect(self._turn)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """One more part; ``stretch`` is its share of the width that is left."""
        self._line.addWidget(widget, stretch)

    @property
    def narrow(self) -> bool:
        """Whether the parts stand below each other."""
        return self.width() < theme().px(self._room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if self.narrow else ways.LeftToRight)
        self.turned.emit(self.narrow)


def flowing(*widgets: QWidget) -> QWidget:
    """Small things in a line that wraps."""
    holder = QWidget()
    flow = FlowLayout(holder, 8)
    for each in widgets:
        flow.addWidget(each)
    return holder
