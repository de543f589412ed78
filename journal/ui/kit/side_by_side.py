"""Parts side by side where there is room, below each other where there is not."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.theme import appearance, theme

BESIDE_FROM = 760  # px at 100 %: a list, and beside it a form or details
DETAILS_SHARE = 33  # percent of the width that what stands beside a list has in a wide window
_WIDEST = 560  # px at 100 %, about 70 characters: longer lines are hard to read
_LOWEST = 160  # px at 100 %: lower, a list or a form could not be read
_ANY_SIZE = 16_777_215


class _Part(NamedTuple):
    widget: QWidget
    stretch: int
    width: int
    below: int
    lowest: int
    share: int

    def beside(self, room: int) -> int:
        """Its width in px where it stands beside others in so much room."""
        return max(theme().px(self.width), min(room * self.share // 100, theme().px(_WIDEST)))


class SideBySide(QWidget):
    """Lines its parts up from ``room`` px (at 100 %) on; narrower, they stand below each other."""

    turned = Signal(bool)  # whether it is narrow; with every change of its width

    def __init__(self, room: int = BESIDE_FROM, spacing: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.stacked = False  # below each other however wide it is
        self._parts: list[_Part] = []
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        appearance().changed.connect(self.fit)

    def add(
        self, widget: QWidget, stretch: int = 0, width: int = 0, below: int = 0, lowest: int = _LOWEST, share: int = 0
    ) -> None:  # fmt: skip
        """One more part.

        ``stretch`` is its share of the width that is left, or ``width`` what it has of it (px at 100 %), which grows to
        ``share`` percent of all as long as its lines are not too long; ``below`` is
        its share of the height where the parts stand below each other, for parts that scroll, and ``lowest`` the least
        of it (px at 100 %; 0: what it asks for itself).
        """
        self._line.addWidget(widget)
        self._parts.append(_Part(widget, stretch, width, below, lowest, share))
        self.fit()

    @property
    def narrow(self) -> bool:
        """Whether the parts stand below each other."""
        return self.stacked or self.width() < theme().px(self._room)

    def stack(self, always: bool) -> None:
        """Whether they stand below each other however wide it is."""
        if always != self.stacked:
            self.stacked = always
            self.fit()

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Line them up or not, as there is room: its size has changed, or what stands in a part."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if self.narrow else ways.LeftToRight)
        for part in self._parts:
            self._line.setStretchFactor(part.widget, part.below if self.narrow else part.stretch)
            if part.width:
                beside = part.beside(self.width())
                part.widget.setMinimumWidth(0 if self.narrow else beside)
                part.widget.setMaximumWidth(_ANY_SIZE if self.narrow else beside)
            if isinstance(flow := part.widget.layout(), FlowLayout) and not part.stretch:
                part.widget.setMinimumWidth(0 if self.narrow else flow.one_line())
            if part.below:
                lowest = part.lowest if self.narrow else _LOWEST
                part.widget.setMinimumHeight(theme().px(lowest) if lowest else 0)
        self.turned.emit(self.narrow)


def flowing(*widgets: QWidget, spacing: int = 8, far: str = "") -> QWidget:
    """Small things in a line that wraps; at its far end stands what ``far`` says: "" nothing, the "last", or "all"."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing, far)
    for widget in widgets:
        flow.addWidget(widget)
    return holder
