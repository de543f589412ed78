"""What is said of something that was just saved: quiet, above the screen, alike at every level of urgency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.widgets import announce, label

_SIDE, _ABOVE, _BETWEEN = 12, 10, 4
_RING = 2  # px, of the keyboard's ring around what scrolls
_BESIDE_FROM = 560  # px at 100 %: the buttons stand beside the first lines where there is so much room
_SHARE = 0.38  # of the window's height, at most
_LARGE_SHARE = 0.48  # where letters are so large that nothing of the rest would be seen else


class QuietNotice(QFrame):
    """The first lines and the buttons are always in sight; what follows scrolls where it is long.

    ``lines`` are roles and words: what it is about, what to do first, and the rest. ``more`` and ``leads_to`` are the
    words of the button that leads further, and where that is. Nothing takes the keyboard from its place.
    """

    never_scroll = 2  # of the lines
    always_in_sight = 0  # of those that scroll
    closed = Signal()
    more_wanted = Signal()

    def __init__(self, texts: Texts, name: str, lines: Iterable[tuple[str, str]], more: str, leads_to: str) -> None:
        super().__init__()
        self.setProperty("role", "info")
        self.setAccessibleName(name)
        self._lines = list(lines)
        self._first = QWidget()
        first = _column(self._first)
        first.setContentsMargins(_RING, 0, 0, 0)  # in line with what scrolls below
        for role, words in self._lines[: self.never_scroll]:
            first.addWidget(label(words, role, wrap=True))
        first.addStretch(1)
        self._rest = [label(words, role, wrap=True) for role, words in self._lines[self.never_scroll :]]
        inside = QWidget()
        rest = _column(inside)
        for line in self._rest:
            rest.addWidget(line)
        rest.addStretch(1)
        self.scroller = scrolling(inside)
        self.scroller.setProperty("role", "reader")
        self.scroller.setAccessibleName(self.accessibleName())
        self.scroller.set_lowest(0)
        self.scroller.let_width_decide()
        self.more = button(more, self.more_wanted.emit)
        self.more.setAccessibleDescription(leads_to)
        self.close_button = plain_button(texts("Close"), self.closed.emit)
        self.close_button.setAccessibleDescription(self.accessibleName())
        self._top = SideBySide(_BESIDE_FROM, 8)
        self._top.add(self._first, 1)
        self._top.add(flowing(self.more, self.close_button))
        body = QVBoxLayout(self)
        body.setContentsMargins(_SIDE, _ABOVE, _SIDE, _ABOVE)
        body.setSpacing(0)
        body.addWidget(self._top)
        body.addWidget(self.scroller)

    def words(self) -> str:
        """All that it says."""
        return " ".join(words for _, words in self._lines)

    def read_out(self) -> None:
        """Let a screen reader hear it; the keyboard stays where it is."""
        announce(self, self.words())

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """As high as the words, or as much of the window as leaves room to write, and no line cut in half."""
        width = self.contentsRect().width() - 2 * _SIDE
        bar = self.scroller.verticalScrollBar().sizeHint().width()
        inside = max(1, width - bar - 2 * _RING)
        ends = list(self._line_ends(self._rest, inside))
        above = self._top.layout()
        assert above is not None
        taken = above.totalHeightForWidth(max(1, width)) + 2 * (_ABOVE + _RING)
        rooms = [round(self.window().height() * share) - taken for share in (_SHARE, _LARGE_SHARE)]
        fitting = next(filter(None, ([end for end in ends if end <= room] for room in rooms)), [])
        least = list(self._line_ends(self._rest[: self.always_in_sight], inside))
        fitting = max(fitting, least, key=len)
        scrolls = len(fitting) < len(ends)
        self.scroller.setFixedHeight(fitting[-1] + 2 * _RING if fitting else 0)
        self.scroller.setVisible(bool(fitting))  # without room for a line "Read more" leads to it
        self.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def _line_ends(self, labels: Iterable[QLabel], width: int) -> Iterator[int]:
        """Where each line of these ends, from the top of what may scroll."""
        top = 0
        for words in labels:
            height = words.heightForWidth(width)
            lines = max(1, round(height / words.fontMetrics().lineSpacing()))
            yield from (top + height * line // lines for line in range(1, lines + 1))
            top += height + _BETWEEN

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _column(of: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(of)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(_BETWEEN)
    return made
