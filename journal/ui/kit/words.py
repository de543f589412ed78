"""Labels that show all of their words in any room: in one line where they can, else in several."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from journal.texts.unbroken import holds_number, unbroken
from journal.ui.kit.called_by_qt import called_by_qt

# Letters; longer words are a person's own, a path, or the name of a substance, and must not widen the window: they
# break. What stands in one line, such as a heading or a button, gives way later than a paragraph.
_WIDEST_WORD, WIDEST_IN_LINE = 12, 24
# Where Qt may break a line: not at a no-break space, and not between a hyphen and a digit.
_BREAKS = re.compile(r"(?:(?!\u00a0)[\s\u200b])+|(?<=[-/])(?!\d)")
_MAY_BREAK, _JOINER = "\u200b", "\u200d"
_ROUNDING = 2  # Qt breaks a line whose width it rounded down


class Words(QLabel):
    """Shows telephone numbers and amounts unbroken; ``text`` returns the words as they were given.

    Other words break where they are wider than the label; Qt would cut them off. What is selected is copied with
    ordinary spaces; Qt sees to that.
    """

    def __init__(self, text: str) -> None:
        super().__init__(unbroken(text))
        self._said = text
        self._measured: tuple[str, QFont, int] | None = None
        self._heights: tuple[QFont, QSize, dict[int, int]] | None = None
        self.setWordWrap(True)

    def text(self) -> str:
        return self._said

    def setText(self, text: str) -> None:
        self._said, self._heights = text, None
        super().setText(unbroken(text))

    def setWordWrap(self, on: bool) -> None:
        self._heights = None
        super().setWordWrap(on)

    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag) -> None:
        self._heights = None
        super().setTextInteractionFlags(flags)

    def shown(self) -> str:
        """The words with what keeps their numbers in one piece."""
        return super().text()

    def widest(self) -> int:
        """The narrowest that it can be without breaking a word, in pixels; measured once for a text and a font."""
        font = self.font()
        if self._measured is None or self._measured[0] != self._said or self._measured[1] != font:
            self._measured = (self._said, font, widest_word(self))
        return self._measured[2]

    def broken(self, width: int = 0) -> str:
        """What is shown, with the places where its words may break in this width (0: in the width that it has)."""
        room = (width or self.width()) - self._edges().width()
        # What can be chosen with the mouse is drawn by Qt alone.
        if self.widest() <= room or self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            return self.shown()
        return breakable(self.shown(), self.fontMetrics(), room)

    def _edges(self) -> QSize:
        return self.size() - self.contentsRect().size()

    @called_by_qt
    def heightForWidth(self, width: int) -> int:
        # Asked for many times while a window is laid out; measured once for a text, a font, edges and a width.
        font, edges = self.font(), self._edges()
        if self._heights is None or self._heights[0] != font or self._heights[1] != edges:
            self._heights = (font, edges, {})
        heights = self._heights[2]
        if width not in heights:
            heights[width] = self._height_in(width)
        return heights[width]

    def _height_in(self, width: int) -> int:
        broken = self.broken(width)
        if broken == self.shown():
            return super().heightForWidth(width)
        edges = self._edges()
        place = QRect(0, 0, width - edges.width(), 100_000)
        return self.fontMetrics().boundingRect(place, Qt.TextFlag.TextWordWrap, broken).height() + edges.height()

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        broken = self.broken()
        if broken == self.shown():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        flags = (self.alignment() | Qt.TextFlag.TextWordWrap).value
        place, role = self.contentsRect(), self.foregroundRole()
        self.style().drawItemText(painter, place, flags, self.palette(), self.isEnabled(), broken, role)


class Paragraph(Words):
    """Takes the width that it is given, and the height that its text needs there."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        # Qt would ask for the height at the smallest width, a column of single words.
        return _least(self, _WIDEST_WORD)


class Line(Words):
    """As wide as its text; breaks it between words where that much room is not there."""

    @called_by_qt
    def sizeHint(self) -> QSize:
        # Qt would ask for a block of several lines.
        self.ensurePolished()
        written = self.fontMetrics().size(0, self.shown())
        edges = self.contentsMargins()
        return QSize(
            written.width() + edges.left() + edges.right() + (_ROUNDING if self.text() else 0),
            max(written.height(), self.fontMetrics().height()) + edges.top() + edges.bottom(),
        )

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return _least(self, WIDEST_IN_LINE)


def _least(words: Words, letters: int) -> QSize:
    """Room for its numbers, and for its words up to so many letters."""
    words.ensurePolished()
    metrics = words.fontMetrics()
    return QSize(max(min(words.widest(), letters * metrics.averageCharWidth()), widest_number(words)), metrics.height())


def widest_word(label: Words) -> int:
    """The narrowest that a label can be without breaking a word, in pixels."""
    return _widest(label, [word for word in _BREAKS.split(label.shown()) if word])


def widest_number(label: Words) -> int:
    """The narrowest that a label can be without cutting a telephone number or an amount, in pixels."""
    return _widest(label, [word for word in _BREAKS.split(label.shown()) if holds_number(word)])


def _widest(label: QLabel, words: list[str]) -> int:
    widest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return widest + _ROUNDING if words else 0


# --- words that are too wide -----------------------------------------------------------------------------------------


def breakable(text: str, metrics: QFontMetrics, room: int) -> str:
    """The text with a place to break after every letter of the words that are wider than the room; never in numbers."""
    parts, begin = [], 0
    for end in (*(gap.start() for gap in _BREAKS.finditer(text)), len(text)):
        parts.append(_apart(text[begin:end], metrics, room))
        begin = end
    return "".join(parts)


def _apart(word: str, metrics: QFontMetrics, room: int) -> str:
    if holds_number(word) or metrics.horizontalAdvance(word.strip(" \n\t")) + _ROUNDING <= room:
        return word
    return _MAY_BREAK.join(letters(word))


def letters(word: str) -> Iterator[str]:
    """Its letters, each with the marks above and below it."""
    now = ""
    for character in word:
        if now and not now.endswith(_JOINER) and unicodedata.category(character) not in ("Mn", "Mc", "Me", "Cf"):
            yield now
            now = ""
        now += character
    if now:
        yield now
