"""Which kinds of entries go into a file: all of them, or those that are ticked."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from journal.core.kinds import KINDS
from journal.texts import Texts
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.exporting.all_or_some import AllOrSome
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import quiet_label


class ChosenKinds(AllOrSome):
    """Below the second pill a tick for each kind of the Diary, and one for everything else."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts("Kinds of entries"), texts("All kinds of entries"), texts("Only some…"))
        self.boxes = {code: TickBox(texts(kind.plural)) for code, kind in ENTRY_KINDS.items()}
        self.lists = TickBox(texts("Products, symptoms, medicines and other lists"))
        ticks = QVBoxLayout(self.which)
        ticks.setContentsMargins(0, 0, 0, 0)
        ticks.setSpacing(4)
        for box in (*self.boxes.values(), self.lists):
            ticks.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit())
        ticks.addWidget(quiet_label(texts("What these entries name comes along, such as their product."), wrap=True))

    def kinds(self, usual: frozenset[str]) -> frozenset[str]:
        """The chosen ones out of those that usually go into such a file."""
        if not self.wants_some():
            return usual
        ticked = {code for code, box in self.boxes.items() if box.is_ticked()}
        others = KINDS.keys() - self.boxes.keys() if self.lists.is_ticked() else set[str]()
        return usual & (ticked | others)
