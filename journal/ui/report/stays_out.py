"""What the pages leave out, and what handing them over means: beside the buttons that save and print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.widgets import label


class StaysOut(QWidget):
    """Two paragraphs; the list is there once the pages were made."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.list = label(wrap=True)
        self.list.hide()
        keeps = texts("What you hand over may be kept. You may ask what is written down before you show it.")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(self.list)
        body.addWidget(label(keeps, "small", wrap=True))

    def show_list(self, names: Sequence[str], *more: str) -> None:
        """Everything that stays out of the pages as they are chosen now, and what else is to be known, in sentences."""
        listed = self._texts("Left out: {what}.", what="; ".join(names)) if names else ""
        words = " ".join(filter(None, (listed, *more)))
        self.list.setText(words)
        self.list.setVisible(bool(words))
