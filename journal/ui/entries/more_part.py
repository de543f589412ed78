"""What else can be said of a dose: what was in the stomach, the reasons, and whether its note is private."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Dose, Stomach
from journal.texts import Texts
from journal.texts.names import STOMACHS
from journal.ui.entries.reasons_part import ReasonsPart
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label


class MorePart(QWidget):
    """All of it is optional and never filled from last time."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        stomachs = [(stomach, texts(STOMACHS[stomach])) for stomach in Stomach]
        self.stomach = ChipRow(texts("Stomach"), stomachs, optional=True)
        self.reasons = ReasonsPart(texts)
        self.private = TickBox(texts("Private: leave this dose out of reports, which count it"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(label(texts("Stomach"), "small"))
        body.addWidget(self.stomach)
        body.addWidget(label(texts("Reasons, several if you like"), "small"))
        body.addWidget(self.reasons)
        body.addWidget(self.private)
        self.stomach.changed.connect(self.changed)
        self.reasons.changed.connect(self.changed)
        self.private.toggled.connect(self.changed)

    def show_dose(self, dose: Dose) -> None:
        """Show what is said of this dose."""
        self.stomach.set_value(dose.stomach)
        self.reasons.show_reasons(dose.reasons)
        self.private.tick(dose.private)

    @property
    def empty(self) -> bool:
        """Whether nothing is said."""
        return self.stomach.value() is None and self.reasons.empty and not self.private.is_ticked()

    def stomach_and_reasons(self) -> tuple[Stomach | None, tuple[str, ...]]:
        """The stomach and the reasons."""
        chosen = self.stomach.value()
        return (chosen if isinstance(chosen, Stomach) else None), self.reasons.all_reasons()

    def state(self) -> dict[str, Any]:
        """What was typed and chosen."""
        stomach, private = self.stomach.value(), self.private.is_ticked()
        return {"stomach": str(stomach) if stomach else None, "private": private, **self.reasons.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Show a state again; one that an earlier version kept says nothing of this."""
        self.private.tick(state.get("private", self.private.is_ticked()))
        stomach = state.get("stomach")
        self.stomach.set_value(Stomach(stomach) if stomach else None)
        self.reasons.restore(state)
