"""Labels that show all of their words in any room: in one line where they can, else in several."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy

_WIDEST_WORD = 12  # letters; longer ones are a person's own, or a path, and must not widen the window
_BREAKS = re.compile(r"[\s\u200b]+|(?<=[-/])")
_ROUNDING = 2  # Qt breaks a line whose width it rounded down


class Paragraph(QLabel):
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
        return QSize(
            min(widest_word(self), _WIDEST_WORD * self.fontMetrics().averageCharWidth()), self.fontMetrics().height()
        )


class Line(QLabel):
    """As wide as its text; breaks it between words where that much room is not there."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        # Qt would ask for a block of several lines.
        self.ensurePolished()
        written = self.fontMetrics().size(0, self.text())
        edges = self.contentsMargins()
        return QSize(
            written.width() + edges.left() + edges.right() + (_ROUNDING if self.text() else 0),
            max(written.height(), self.fontMetrics().height()) + edges.top() + edges.bottom(),
        )

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(widest_word(self), self.fontMetrics().height())


def widest_word(label: QLabel) -> int:
    """The narrowest that a label can be without cutting a word, in pixels."""
    words = [each for each in _BREAKS.split(label.text()) if each]
    widest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return widest + _ROUNDING if words else 0
