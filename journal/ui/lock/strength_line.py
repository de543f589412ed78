"""Below a new passphrase: what those who guess would try first."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal.logbook.passphrase_strength import Strength, strength_of
from journal.texts import Texts
from journal.texts.passphrase_words import strength_words
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.kit.widgets import label

_SETTLED_MS = 400
_JUDGED_FROM = 4  # letters; fewer are only begun


class StrengthLine(QWidget):
    """Follows what is typed in ``field`` once the typing pauses; a worker judges it, and refuses nothing."""

    def __init__(self, texts: Texts, field: QLineEdit) -> None:
        super().__init__()
        self._texts, self._field = texts, field
        self.words = label(role="quiet", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.words)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._judge)
        field.textChanged.connect(lambda _text: self._typed())
        self.words.hide()

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        """The estimator is loaded before anybody waits for it."""
        super().showEvent(event)
        run_in_background(lambda: strength_of("loading"), lambda _strength: None)

    def _typed(self) -> None:
        self.words.hide()
        if len(self._field.text()) >= _JUDGED_FROM:
            self._settled.start()
        else:
            self._settled.stop()

    def _judge(self) -> None:
        typed = self._field.text()
        run_in_background(lambda: strength_of(typed), while_alive(self, lambda strength: self._say(typed, strength)))

    def _say(self, typed: str, strength: Strength) -> None:
        if typed == self._field.text():
            patterns = [pattern.value for pattern in strength.found]
            self.words.setText(strength_words(self._texts, strength.is_too_low, strength.could_be_higher, patterns))
            self.words.show()
