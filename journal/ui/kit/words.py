"""Labels that show all of their words in any room: in one line where they can, else in several."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy

from journal.texts.unbroken import holds_number, unbroken

_WIDEST_WORD = 12  # letters; longer ones are a person's own, or a path, and must not widen the window
# Where Qt may break a line: not at a no-break space, and not between a hyphen and a digit.
_BREAKS = re.compile(r"(?:(?!\u00a0)[\s\u200b])+|(?<=[-/])(?!\d)")
_ROUNDING = 2  # Qt breaks a line whose width it rounded down


class Words(QLabel):
    """Shows telephone numbers and amounts unbroken, and tells its words as they were given.

    What is selected in it is copied with ordinary spaces; Qt sees to that.
    """

    def __init__(self, text: str) -> None:
        super().__init__(unbroken(text))
        self._said = text

    def text(self) -> str:
        return self._said

    def setText(self, text: str) -> None:
        self._said = text
        super().setText(unbroken(text))

    def shown(self) -> str:
        """The words with what keeps their numbers in one piece."""
        return super().text()


class Paragraph(Words):
    """Takes the width that it is given, and the height that its text needs there."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        # Qt would ask for the height at the smallest width, a column of single words.
        self.ensurePolished()
        metrics = self.fontMetrics()
        words = min(widest_word(self), _WIDEST_WORD * metrics.averageCharWidth())
        return QSize(max(words, widest_number(self)), metrics.height())


class Line(Words):
    """As wide as its text; breaks it between words where that much room is not there."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        # Qt would ask for a block of several lines.
        self.ensurePolished()
        written = self.fontMetrics().size(0, self.shown())
        edges = self.contentsMargins()
        return QSize(
            written.width() + edges.left() + edges.right() + (_ROUNDING if self.text() else 0),
            max(written.height(), self.fontMetrics().height()) + edges.top() + edges.bottom(),
        )

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(widest_word(self), self.fontMetrics().height())


def widest_word(label: Words) -> int:
    """The narrowest that a label can be without cutting a word, in pixels."""
    return _widest(label, [each for each in _BREAKS.split(label.shown()) if each])


def widest_number(label: Words) -> int:
    """The narrowest that a label can be without cutting a telephone number or an amount, in pixels."""
    return _widest(label, [each for each in _BREAKS.split(label.shown()) if holds_number(each)])


def _widest(label: QLabel, words: list[str]) -> int:
    widest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return widest + _ROUNDING if words else 0
