"""What else can be said of a dose: what was in the stomach, the reasons, and whether its note is private."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Dose, Stomach
from journal.core.plaintext import clean_name
from journal.texts import Texts
from journal.texts.names import STOMACHS
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.fields import line_edit
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label

_BETWEEN = ";"


class MorePart(QWidget):
    """All of it is optional and never filled from last time. Untouched, an entry's own reasons are kept as they are."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._given: tuple[str, ...] = ()
        stomachs = [(stomach, texts(STOMACHS[stomach])) for stomach in Stomach]
        self.stomach = ChipRow(texts("Stomach"), stomachs, optional=True)
        self.reasons = line_edit(texts("Reasons"), texts("optional, several with ; between"), 1000)
        self.private = TickBox(texts("Private: leave the note of this dose out of reports"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(label(texts("Stomach"), "small"))
        body.addWidget(self.stomach)
        body.addWidget(label(texts("Reasons"), "small"))
        body.addWidget(self.reasons)
        body.addWidget(self.private)
        self.stomach.changed.connect(self.changed)
        self.reasons.textChanged.connect(self.changed)
        self.private.toggled.connect(self.changed)

    def show_dose(self, dose: Dose) -> None:
        """Show what is said of this dose."""
        self._given = dose.reasons
        self.stomach.set_value(dose.stomach)
        self.reasons.setText(_joined(dose.reasons))
        self.private.tick(dose.private)

    @property
    def empty(self) -> bool:
        """Whether nothing is said."""
        return self.stomach.value() is None and not self.reasons.text().strip() and not self.private.is_ticked()

    def said(self) -> tuple[Stomach | None, tuple[str, ...]]:
        """The stomach and the reasons."""
        chosen, typed = self.stomach.value(), self.reasons.text()
        if typed == _joined(self._given):
            reasons = self._given
        else:
            reasons = tuple(filter(None, map(clean_name, typed.split(_BETWEEN))))
        return (chosen if isinstance(chosen, Stomach) else None), reasons

    def state(self) -> dict[str, Any]:
        """What was typed and chosen."""
        stomach, private = self.stomach.value(), self.private.is_ticked()
        return {"stomach": str(stomach) if stomach else None, "reasons": self.reasons.text(), "private": private}

    def restore(self, state: dict[str, Any]) -> None:
        """Show a state again; one that an earlier version kept says nothing of this."""
        self.private.tick(state.get("private", self.private.is_ticked()))
        stomach = state.get("stomach")
        self.stomach.set_value(Stomach(stomach) if stomach else None)
        self.reasons.setText(state.get("reasons") or "")


def _joined(reasons: tuple[str, ...]) -> str:
    return f"{_BETWEEN} ".join(reasons)
