"""The window of the manual: the tasks at the left, the chosen page at the right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import primary_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.key_names import key_name
from journal.ui.kit.on_screen import fit_on_screen
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.tab_order import move_in_reading_order
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import Card, clear_layout, hairline, heading, label, quiet_label, row
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety.prose import Prose, Sentence
from journal.ui.shell.manual import Line, ManualPage, Part, Piece, manual

_SIZE, _LIST_WIDTH, _BESIDE_FROM, _ANY_WIDTH = (940, 700), 240, 580, 16_777_215
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -100, Qt.Key.Key_End: 100}


class TaskButton(WrapButton):
    """A page of the list. Up, Down, Home and End go to another one, so that the list is one stop of the Tab key."""

    moved = Signal(int)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class ManualReader(QDialog):
    """Shows the manual. Not modal: a page can be followed while it is read. There is one for each window."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.pages = manual()
        self.setWindowTitle(texts("Manual"))
        self._group = QButtonGroup(self)
        self.items = [self._item(number, page) for number, page in enumerate(self.pages)]
        self._group.idToggled.connect(self._toggled)
        self._shown, self._shown_area = _filled(scroll_name=texts("Page of the manual"))
        self._list, self._list_area = _filled()
        for item in self.items:
            self._list.body.addWidget(item)
        self._list.body.addStretch(1)
        self._lay_out()
        appearance().changed.connect(self._follow_theme)
        self.show_page(0)
        fit_on_screen(self, self._fitting_size())

    def open(self) -> None:
        """Show it without shutting the journal off, or give it the keyboard again. It lies above the window anyway."""
        self.showNormal()
        self.activateWindow()

    # --- building ---

    def _item(self, number: int, page: ManualPage) -> TaskButton:
        item = TaskButton(page.title)
        item.make_one_of(self._group)
        self._group.setId(item, number)
        item.again.connect(lambda: self.show_page(number))
        item.moved.connect(lambda by: self._move(number + by))
        return item

    def _lay_out(self) -> None:
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(14)
        self._beside.addWidget(self._list_area)
        self._beside.addWidget(self._shown_area, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 16, 16, 16)
        body.setSpacing(12)
        body.addWidget(heading(self._texts("Manual"), "title"))
        body.addLayout(self._beside, 1)
        body.addLayout(row(None, primary_button(self._texts("Close"), "Esc", self.reject)))

    def _fitting_size(self) -> QSize:
        """As large as its text asks for, never larger than the screen."""
        return QSize(*(max(length, theme().px(length * 3 // 4)) for length in _SIZE))

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """The page stands beside the list, or below it where the window is narrow or the text large."""
        narrow = self.width() < theme().px(_BESIDE_FROM)
        ways = QBoxLayout.Direction
        self._beside.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._beside.setStretch(1, 2 if narrow else 1)
        self._beside.setStretch(0, 1 if narrow else 0)
        width = theme().px(_LIST_WIDTH)
        self._list_area.setMinimumWidth(0 if narrow else width)
        self._list_area.setMaximumWidth(_ANY_WIDTH if narrow else width)

    def _follow_theme(self) -> None:
        self._measure()
        self.show_page(self.current)

    # --- pages ---

    @property
    def current(self) -> int:
        """The number of the page that is shown, from 0."""
        return next((number for number, item in enumerate(self.items) if item.isChecked()), 0)

    def show_page(self, number: int) -> None:
        """Show a page from its beginning."""
        with QSignalBlocker(self._group):
            self.items[number].setChecked(True)
        for place, item in enumerate(self.items):
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == number else Qt.FocusPolicy.ClickFocus)
        page = self.pages[number]
        clear_layout(self._shown.body)
        self._shown.body.addWidget(label(page.title, "heading", wrap=True))
        self._shown.body.addWidget(quiet_label(page.purpose, wrap=True))
        self._shown.body.addWidget(hairline())
        for part in page.parts:
            for widget in part_widgets(part):
                self._shown.body.addWidget(widget)
        self._shown.body.addStretch(1)
        self._shown_area.verticalScrollBar().setValue(0)

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.show_page(number)

    def _move(self, number: int) -> None:
        number = min(max(0, number), len(self.items) - 1)
        self.show_page(number)
        item = self.items[number]
        item.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list_area.ensureVisible(0, item.mapTo(self._list, QPoint()).y() + item.height(), 0, item.height())

    # --- keyboard ---

    @called_by_qt
    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_in_reading_order(self, forward) or super().focusNextPrevChild(forward)


def _filled(scroll_name: str = "") -> tuple[Card, QScrollArea]:
    """A card that scrolls; with a name it takes the keyboard, so that the arrow keys scroll it."""
    card = Card(16 if scroll_name else 8, 8 if scroll_name else 2)
    area = scrolling(card)
    area.setProperty("role", "reader")
    if scroll_name:
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(scroll_name)
    return card, area


# --- lines -----------------------------------------------------------------------------------------------------------


def part_widgets(part: Part) -> Iterator[QWidget]:
    """A part of a page as widgets, one below the other."""
    match part.kind:
        case "heading":
            yield label(part.lines[0][0].text, "strong", wrap=True)
        case "steps":
            yield from (_numbered(number, Prose(sentences(line))) for number, line in enumerate(part.lines, 1))
        case "bullets":
            yield from (Prose(sentences(line), bullet=True) for line in part.lines)
        case "words":
            yield from (Prose(sentences(line)) for line in part.lines)


def _numbered(number: int, prose: Prose) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(4, 0, 0, 0)
    line.setSpacing(8)
    figure = label(f"{number}.", "strong")
    figure.setMinimumSize(theme().px(22), theme().px(21))  # as high as the first line beside it
    line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(prose, 1)
    return holder


def sentences(line: Line) -> list[Sentence]:
    """The line with keys and names in heavier type. Prose sets blanks between its sentences, so the line is cut there.

    Example: "Press `F2`, then go." becomes "Press", "F2," in heavier type, "then go."
    """
    words: list[tuple[str, bool]] = [("", False)]
    for piece in line:
        first, *more = said(piece).split(" ")
        heavier = piece.kind != "words"
        # What follows without a blank, such as a comma, belongs to the word before it.
        words[-1] = (words[-1][0] + first, words[-1][1] or (heavier and bool(first)))
        words += [(word, heavier) for word in more]
    written = [word for word in words if word[0]]
    runs = groupby(written, key=lambda word: word[1])
    return [Sentence(" ".join(word for word, _ in run), strong=strong) for strong, run in runs]


def said(piece: Piece) -> str:
    """The piece as it is read; a key is called what the menus of this system call it."""
    return key_name(piece.text) if piece.kind == "key" else piece.text
