"""The line above Save that says what will be saved, whatever the fields above it are scrolled to."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton

from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.words import Paragraph

_MOST_LINES = 2
_ROUNDING = 2  # Qt breaks a line whose width it rounded down


class SavedLine(Paragraph):
    """A name, of which words are left out at its end where two lines are too few, and what follows it, always whole.

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
        names = [self._name, *self._shorter_names()]
        words = next((joined for joined in map(self._joined, names) if self._fits(joined)), self._joined(names[-1]))
        if words != self.text():
            self.setText(words)

    def _shorter_names(self) -> list[str]:
        """Without its last words; of the first word, which may be long itself, what has room in one line."""
        words = self._name.split()
        first = (
            self.fontMetrics().elidedText(f"{words[0]}…", Qt.TextElideMode.ElideRight, self._room()) if words else ""
        )
        return [*(f"{' '.join(words[:count])}…" for count in range(len(words) - 1, 0, -1)), first]

    def _fits(self, words: str) -> bool:
        metrics, room = self.fontMetrics(), self._room()
        place, wrapped = QRect(0, 0, room, 9999), Qt.TextFlag.TextWordWrap
        used = metrics.boundingRect(place, wrapped, words)
        # Measured, because lines are rounded up where the font's spacing is rounded down.
        most = metrics.boundingRect(place, wrapped, "\n".join("x" * _MOST_LINES)).height()
        return used.width() <= room and used.height() <= most

    def _room(self) -> int:
        return max(1, self.contentsRect().width() - _ROUNDING)

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
