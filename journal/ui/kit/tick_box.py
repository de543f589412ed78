"""A tick whose words wrap, which a check box's own text does not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.widgets import label

_GAP = 4  # px between the ring of the box that has the keyboard and the words


class TickBox(QWidget):
    """A check box and its words; a click on either ticks it."""

    toggled = Signal(bool)

    def __init__(self, words: str, ticked: bool = False) -> None:
        super().__init__()
        self._waiting = ticked  # for the tick of the other
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self.box.setChecked(ticked)
        self.box.toggled.connect(self.toggled)
        self.words = label(words, wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        line.addWidget(self.box)
        line.addWidget(self.words, 1)
        self.setFocusProxy(self.box)

    def is_ticked(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def tick(self, on: bool = True) -> None:
        """Tick it, or take the tick away."""
        self.box.setChecked(on)

    def depend_on(self, other: TickBox) -> None:
        """Greyed and without a tick while the other has none; its tick comes back with the other's."""
        other.toggled.connect(self._follow)
        self._follow(other.is_ticked())

    def _follow(self, on: bool) -> None:
        if on == self.isEnabled():
            return
        if not on:
            self._waiting = self.is_ticked()
        self.setEnabled(on)
        self.tick(on and self._waiting)

    @called_by_qt
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()
