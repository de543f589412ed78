"""A digit on a scale answers it, and the keyboard goes on to what is asked next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from journal.ui.kit.scale import RatingScale

_SECOND_DIGIT_MS = 900  # as long as a 0 behind a 1 makes it 10


class DigitGoesOn(QObject):
    """``goes_on`` with the digit that was typed for the next question already, or with None."""

    goes_on = Signal(object)  # int or None

    def __init__(self, scale: RatingScale) -> None:
        super().__init__(scale)
        scale.goes_on = True
        self.one_alone = QTimer(self)
        self.one_alone.setSingleShot(True)
        self.one_alone.setInterval(_SECOND_DIGIT_MS)
        self.one_alone.timeout.connect(lambda: self.goes_on.emit(None) if scale.hasFocus() else None)
        scale.changed.connect(self.one_alone.stop)
        scale.digit_typed.connect(self._typed)
        scale.one_stands.connect(lambda digit: self.goes_on.emit(digit))

    def _typed(self, digit: int) -> None:
        if digit == 1:
            self.one_alone.start()
        else:
            self.goes_on.emit(None)
