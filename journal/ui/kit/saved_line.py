"""The line above Save that says what will be saved, whatever the fields above it are scrolled to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton

from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.words import Paragraph

_FEWEST_LETTERS = 8  # of a shortened name: less would not tell two products apart
_ROUNDING = 2  # Qt breaks a line whose width it rounded down


class SavedLine(Paragraph):
    """A name, which is shortened in its middle where room is short, and what follows it, which is always shown whole.

    The button that saves bears the same words, unshortened, as its accessible description.
    """

    def __init__(self, texts: Texts, button: QAbstractButton) -> None:
        super().__init__("")
        self._texts, self._button = texts, button
        self._name = self._rest = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "body")
        self.hide()

    def say(self, name: str, rest: str) -> None:
        """Show what will be saved."""
        self._name, self._rest = name, rest
        self.setAccessibleName(self.sentence())
        self._button.setAccessibleDescription(self.sentence())
        self.show()
        self._fit()

    def sentence(self) -> str:
        """The words with the name unshortened."""
        return self._joined(self._name)

    def _joined(self, name: str) -> str:
        return self._texts("{product}, {rest}", product=name, rest=self._rest)

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.contentsRect().width() - _ROUNDING
        words = self.sentence()
        if metrics.horizontalAdvance(words) > room:
            least = _FEWEST_LETTERS * metrics.averageCharWidth()
            left = max(least, room - metrics.horizontalAdvance(self._joined("")))
            words = self._joined(metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, left))
        if words != self.text():
            self.setText(words)

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
