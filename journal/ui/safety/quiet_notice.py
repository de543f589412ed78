"""What is said of something that was just saved: quiet, above the screen, alike at every level but for an emergency."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.key_names import MORE_KEY, key_name
from journal.ui.kit.scroll_area import ScrollArea, scrolling
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.widgets import announce, label

_SIDE, _ABOVE, _BETWEEN = 12, 10, 4
_ABOVE_IN_LOW, _EDGE = 6, 1
_RING = 2  # px, of the keyboard's ring around what scrolls
_BESIDE_FROM = 560  # px at 100 %: the buttons stand beside the first lines where there is so much room
_SHARE = 1 / 3  # of the window's height, at most
_FEW_LINES = 4  # fewer to scroll through are a slit
Line = tuple[str, str]  # role and words
_FIRST_LINES = 3
_LARGE_SHARE = 0.48  # where letters are so large that little of the rest would be seen else


class QuietNotice(QFrame):
    """The first lines and the buttons are always in sight; what follows scrolls where it is long.

    ``lines`` are roles and words: what it is about, what to do first, and the rest. ``more`` and ``leads_to`` are the
    words of the button that leads further, and where that is. Nothing takes the keyboard from its place.

    ``room`` tells how much height there is at most, with the whole of an open form or (True) with a part of it: an
    emergency is worth that. Where it is too little for the first lines, these scroll, too.
    """

    never_scroll = 2  # of the lines
    always_in_sight = 0  # of those that scroll
    closed = Signal()
    more_wanted = Signal()
    room: Callable[[bool], int] | None = None

    def __init__(
        self,
        texts: Texts,
        name: str,
        lines: Iterable[tuple[str, str]],
        more: str,
        leads_to: str,
        folded: bool = False,
    ) -> None:
        """``folded``: what follows the first lines is shown when it is asked for, by a button or its key."""
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
        self._first_again = [label(words, role, wrap=True) for role, words in self._lines[: self.never_scroll]]
        self.scroller = self._scrolled()
        self.more = button(more, self.more_wanted.emit)
        self.more.setAccessibleDescription(leads_to)
        self.unfold = self._unfolding(texts) if folded and self._rest else None
        self.close_button = plain_button(texts("Close"), self.closed.emit)
        self.close_button.setAccessibleDescription(self.accessibleName())
        self._lay_out()

    def _lay_out(self) -> None:
        self._top = SideBySide(_BESIDE_FROM, 8)
        self._top.add(self._first, 1)
        asked = () if self.unfold is None else (self.unfold,)
        self._buttons = flowing(self.more, *asked, self.close_button)
        self._top.add(self._buttons)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(_SIDE, _ABOVE, _SIDE, _ABOVE)
        self._body.setSpacing(0)
        self._body.addWidget(self._top)
        self._body.addWidget(self.scroller)
        self.scroller.setVisible(self.unfold is None)  # before the first layout: it would keep the room of it all

    def _scrolled(self) -> ScrollArea:
        """The rest, and above it the first lines once more, which are seen where all has to scroll."""
        inside = QWidget()
        rest = _column(inside)
        for line in self._first_again:
            line.hide()
            rest.addWidget(line)
        for line in self._rest:
            rest.addWidget(line)
        rest.addStretch(1)
        scroller = scrolling(inside)
        scroller.setProperty("role", "reader")
        scroller.setAccessibleName(self.accessibleName())
        scroller.set_lowest(0)
        scroller.let_width_decide()
        return scroller

    def _unfolding(self, texts: Texts) -> QPushButton:
        """The button that shows what follows the first lines, and takes it away again."""
        key = key_name(MORE_KEY)
        self._unfold_words = texts("More {key}", key=key), texts("Less {key}", key=key)
        made = plain_button(self._unfold_words[False])
        made.setCheckable(True)
        made.setAccessibleDescription(self.accessibleName())
        made.toggled.connect(self._turn)
        QShortcut(QKeySequence(MORE_KEY), self, activated=made.toggle)  # type: ignore[call-overload]
        return made

    def _turn(self, unfolded: bool) -> None:
        assert self.unfold is not None
        self.unfold.setText(self._unfold_words[unfolded])
        self.fit()
        if unfolded:
            announce(self, " ".join(line.text() for line in self._rest))

    def _following(self) -> list[QLabel]:
        """What is shown below the first lines."""
        return self._rest if self.unfold is None or self.unfold.isChecked() else []

    def stand_out(self) -> None:
        """It begins with an emergency: the most urgent notice is not the faintest thing on the screen."""
        self.setProperty("role", "caution")

    @property
    def stands_out(self) -> bool:
        """Whether it begins with an emergency."""
        return bool(self.property("role") == "caution")

    def lines(self) -> list[str]:
        """All that it says."""
        return [words for _, words in self._lines]

    def words(self) -> str:
        """The same in one."""
        return " ".join(self.lines())

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
        rest = self._following()
        for line in self._rest:
            line.setVisible(line in rest)
        taken = self._stacked_in(width)
        least = list(self._line_ends(rest[: self.always_in_sight], inside))
        here = None if self.room is None else self.room(self.stands_out)
        following = list(self._line_ends(rest, inside))
        hides_rest = bool(following) and following[0] > round(self.window().height() * _LARGE_SHARE) - taken - 2 * _RING
        all_scrolls = here is not None and (hides_rest or taken + (least[-1] if least else 0) > here)
        self._scroll_all(all_scrolls)
        if all_scrolls and here is not None:
            ends = list(self._line_ends([*self._first_again, *rest], inside))
            most = min(here, round(self.window().height() * _LARGE_SHARE))
            below = most - self._height_of(self._buttons, width) - 2 * (_ABOVE_IN_LOW + _RING + _EDGE)
            fitting = [end for end in ends if end <= below] or ends[:1]
        else:
            ends = following
            fitting = max(self._by_share(ends, taken, here), least, key=len)
        self.scroller.let_width_decide()  # anew: while all of it was folded away there was no width to decide
        scrolls = len(fitting) < len(ends)
        self.scroller.setFixedHeight(fitting[-1] + 2 * _RING if fitting else 0)
        self.scroller.setVisible(bool(fitting))  # without room for a line "Read more" leads to it
        self.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def wanted(self, outer: int) -> int:
        """How high it would like to be in this width, whatever else needs room."""
        width = outer - 2 * (_SIDE + _EDGE)
        bar = self.scroller.verticalScrollBar().sizeHint().width()
        taken = self._stacked_in(width)
        ends = list(self._line_ends(self._following(), max(1, width - bar - 2 * _RING)))
        fitting = self._by_share(ends, taken)
        return taken + (fitting[-1] + 2 * _RING if fitting else 0)

    def _by_share(self, ends: Sequence[int], taken: int, here: int | None = None) -> list[int]:
        """Of what follows the first lines as many as its share of the window, and the room ``here``, are enough for."""
        around = taken + 2 * _RING
        shares = [round(self.window().height() * share) for share in (_SHARE, _LARGE_SHARE)]
        rooms = [(share if here is None else min(share, here)) - around for share in shares]
        fitted = [[end for end in ends if end <= room] for room in rooms]
        enough = min(_FEW_LINES, len(ends))
        return next((words for words in fitted if len(words) >= enough), fitted[-1])

    def _stacked_in(self, width: int) -> int:
        """Set the buttons beside or below the first lines; how high these are then."""
        self._top.stack(False)
        taken = self._least_above(width)
        if taken > round(self.window().height() * _SHARE) and not self._top.narrow:
            self._top.stack(True)  # words that have all of the width for themselves take fewer lines
            taken = self._least_above(width)
        return taken

    def _least_above(self, width: int) -> int:
        """How high the first lines, the buttons and the margins are together."""
        if self._top.narrow:
            words = self._height_of(self._first, width) + 8 + self._height_of(self._buttons, width)
        else:
            flow = self._buttons.layout()
            assert isinstance(flow, FlowLayout)
            beside = width - flow.one_line() - 8
            words = max(self._height_of(self._first, beside), self._height_of(self._buttons, width))
        return words + 2 * (_ABOVE_IN_LOW if self._top.stacked else _ABOVE) + 2 * _EDGE

    def _height_of(self, widget: QWidget, width: int) -> int:
        layout = widget.layout()
        assert layout is not None
        return layout.totalHeightForWidth(max(1, width))

    def _scroll_all(self, all_of_it: bool) -> None:
        """In a very small window the words stand above the buttons, and all of them scroll."""
        ways = QBoxLayout.Direction
        above = _ABOVE_IN_LOW if all_of_it or self._top.stacked else _ABOVE
        self._body.setContentsMargins(_SIDE, above, _SIDE, above)
        self._body.setDirection(ways.BottomToTop if all_of_it else ways.TopToBottom)
        self._first.setVisible(not all_of_it)
        for line in self._first_again:
            line.setVisible(all_of_it)

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


def in_sight(first: Sequence[str]) -> list[Line]:
    """Of what to do about an emergency what is never folded away: which it is, the number, and what to do oneself."""
    return emergency_lines(first)[:_FIRST_LINES]


def folded_away(
    first: Sequence[str], more: Sequence[Line] = (), below: Sequence[Line] = (), then: Sequence[Line] = ()
) -> list[Line]:
    """The rest of it: what somebody beside the person does, and ``more`` that belongs to it; ``then`` comes after.

    ``below`` is what stands in sight below the emergency: neither may be read as said of the other, so that each is
    named again where it goes on.
    """
    rest = [*emergency_lines(first)[_FIRST_LINES:], *more]
    if not (rest and below):
        return [*rest, *then]
    return [("strong", first[0]), *rest, *below, *then]


def after_emergency(texts: Texts, first: Sequence[str], lines: Sequence[Line]) -> tuple[int, list[Line]]:
    """What to do about an emergency, and below it what else is said; how many of the lines are never folded away."""
    then = ("", texts("Do that first. Then, about what you wrote down:"))
    head = [*in_sight(first), then, *lines[:1]]
    return len(head), [*head, *folded_away(first, below=lines[:1], then=lines[1:])]


def emergency_lines(first: Sequence[str]) -> list[Line]:
    """What to do about an emergency, as the first lines of a notice: which it is, and then what to do."""
    return [("" if place else "strong", words) for place, words in enumerate(first)]


def _column(of: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(of)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(_BETWEEN)
    return made
