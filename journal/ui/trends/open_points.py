"""What the figures leave open: days that were not recorded, and doses of which the kind was not said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.widgets import label, row


class OpenPoints(QWidget):
    """Sentences, and a way to the products. ``kinds_wanted``: the person wants to say of which kind they are."""

    kinds_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.kind_missing, self.unrecorded = label(wrap=True), label(role="quiet", wrap=True)
        self.say_kinds = button(texts("Say the kind in Products"), self.kinds_wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kind_missing)
        column.addLayout(row(self.say_kinds, None))
        column.addWidget(self.unrecorded)

    def show_points(self, kind_missing: str, unrecorded: str) -> None:
        """Show these sentences; hidden without any."""
        for line, words in ((self.kind_missing, kind_missing), (self.unrecorded, unrecorded)):
            line.setText(words)
            line.setVisible(bool(words))
        self.say_kinds.setVisible(bool(kind_missing))
        self.setVisible(bool(kind_missing or unrecorded))

    def has_points(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.kind_missing.text() or self.unrecorded.text())
