"""A digit on a scale answers it, and the keyboard goes on to what is asked next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from journal.texts import Texts
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.widgets import announce


class WaitsForZero(QObject):
    """While a 1 waits for its 0, the line beside the digits says so. No clock decides: slow hands type 10, too."""

    def __init__(self, scale: RatingScale, line: QLabel, words: str) -> None:
        """``line``: what its digits mean; ``words``: what to do about a 1."""
        super().__init__(scale)
        self._scale, self._line, self.words = scale, line, words
        self._before = line.text()
        scale.waits.connect(self._show)

    def _show(self, waits: bool) -> None:
        if waits:
            self._before = self._line.text()
            announce(self._scale, self.words)
        self._line.setText(self.words if waits else self._before)


class DigitGoesOn(QObject):
    """``goes_on`` with the digit that was typed for the next question already, or with None.

    A 1 stays where it is until something else is pressed: a 0 makes it 10, another digit is the next answer.
    """

    goes_on = Signal(object)  # int or None

    def __init__(self, texts: Texts, scale: RatingScale, line: QLabel) -> None:
        super().__init__(scale)
        scale.goes_on = True
        self._texts, self._scale = texts, scale
        self._said = WaitsForZero(scale, line, texts("1, or 0 for 10; Enter goes on"))
        scale.digit_typed.connect(self._typed)
        scale.one_stands.connect(self.goes_on)

    def end_here(self) -> None:
        """Nothing is asked behind it: Enter is the form's, and another digit answers it anew."""
        self._scale.goes_on = False
        self._said.words = self._texts("1, or 0 for 10; Enter saves")

    def _typed(self, digit: int) -> None:
        if digit != 1:
            self.goes_on.emit(None)
