"""All of something, or some of it: two pills, and below the second what says which."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.kit.chip_row import ChipRow

_ALL, _SOME = "all", "some"


class AllOrSome(QWidget):
    """All of it at first. ``which`` is shown where only some is wanted; what stands in it is the subclass's."""

    changed = Signal()
    some_wanted = Signal()

    def __init__(self, name: str, everything: str, some: str) -> None:
        super().__init__()
        self.chips = ChipRow(name, [(_ALL, everything), (_SOME, some)])
        self.chips.set_value(_ALL)
        self.which = QWidget()
        self.which.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.chips)
        body.addWidget(self.which)
        self.chips.changed.connect(lambda _key: self._choose())

    def choose_some(self) -> None:
        """As the second pill does."""
        self.chips.set_value(_SOME)
        self._choose()

    def wants_some(self) -> bool:
        """Whether what is below the pills counts."""
        return self.chips.value() == _SOME

    def _choose(self) -> None:
        self.which.setVisible(self.wants_some())
        if self.wants_some():
            self.some_wanted.emit()
        self.changed.emit()
