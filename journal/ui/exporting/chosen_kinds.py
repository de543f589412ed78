"""Which kinds of entries go into a file: all of them, or those that are ticked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.kinds import KINDS
from journal.texts import Texts
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import quiet_label

_ALL, _SOME = "all", "some"


class ChosenKinds(QWidget):
    """Two pills; below the second a tick for each kind of the Diary, and one for everything else."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        choices = [(_ALL, texts("All kinds of entries")), (_SOME, texts("Only some…"))]
        self.chips = ChipRow(texts("Kinds of entries"), choices)
        self.chips.set_value(_ALL)
        self.boxes = {code: TickBox(texts(kind.plural)) for code, kind in ENTRY_KINDS.items()}
        self.lists = TickBox(texts("Products, symptoms, medicines and other lists"))
        self._ticks = QWidget()
        ticks = QVBoxLayout(self._ticks)
        ticks.setContentsMargins(0, 0, 0, 0)
        ticks.setSpacing(4)
        for box in (*self.boxes.values(), self.lists):
            ticks.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit())
        ticks.addWidget(quiet_label(texts("What these entries name comes along, such as their product."), wrap=True))
        self._ticks.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.chips)
        body.addWidget(self._ticks)
        self.chips.changed.connect(lambda _key: self._choose())

    def choose_some(self) -> None:
        """Show the ticks, as the second pill does."""
        self.chips.set_value(_SOME)
        self._choose()

    def kinds(self, usual: frozenset[str]) -> frozenset[str]:
        """The chosen ones out of those that usually go into such a file."""
        if self.chips.value() != _SOME:
            return usual
        ticked = {code for code, box in self.boxes.items() if box.is_ticked()}
        others = KINDS.keys() - self.boxes.keys() if self.lists.is_ticked() else set[str]()
        return usual & (ticked | others)

    def _choose(self) -> None:
        self._ticks.setVisible(self.chips.value() == _SOME)
        self.changed.emit()
