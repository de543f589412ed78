"""What the pages leave out, and what handing them over means: beside the buttons that save and print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.theme import appearance
from journal.ui.kit.widgets import label

_LINES = 2  # of the list that are seen at once


class StaysOut(QWidget):
    """Two paragraphs; the list is there once the pages were made.

    It always has the same place: what stands below does not move away under the pointer when the list grows, which
    scrolls then.
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.list = label(wrap=True)
        self.list.hide()
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.list)
        inside.addStretch(1)
        self.area = scrolling(holder)
        self.area.let_width_decide()
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setProperty("role", "reader")
        self.area.setAccessibleName(texts("What the pages leave out"))
        keeps = texts("What you hand over may be kept. You may ask what is written down before you show it.")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(self.area)
        body.addWidget(label(keeps, "small", wrap=True))
        appearance().changed.connect(self._fit)
        self._fit()

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.list.ensurePolished()
        self.area.setFixedHeight(_LINES * self.list.fontMetrics().lineSpacing() + 8)

    def show_list(self, names: Sequence[str], *more: str, first: str = "") -> None:
        """Everything that stays out of the pages as they are chosen now, and what else is to be known, in sentences.

        ``first``: what must be seen without scrolling.
        """
        listed = self._texts("Left out: {what}.", what="; ".join(names)) if names else ""
        words = " ".join(filter(None, (first, listed, *more)))
        self.list.setText(words)
        self.list.setVisible(bool(words))
        self.area.setAccessibleDescription(words)
