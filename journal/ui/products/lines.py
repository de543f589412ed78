"""A list of lines that wrap: a bold title, quiet words below it, and facts at the right where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.row_painting import draw_words, paint_ground, text_height, wrapping
from journal.ui.kit.single_selection import keep_selection_on_current
from journal.ui.kit.theme import appearance, theme

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
ShownRole = Qt.ItemDataRole.UserRole
_TOP = Qt.AlignmentFlag.AlignTop
_BESIDE_FROM = 420
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Shown:
    """One line; ``key`` is the entry's id.

    Two things are a few words with an edge around them: ``kind``, beside the title, and ``badge``: what is still to be
    said.
    """

    key: str
    title: str
    detail: str = ""
    facts: tuple[str, ...] = ()
    badge: str = ""
    kind: str = ""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.kind, self.badge, self.detail, *self.facts) if part)


class LineModel(QAbstractListModel):
    """The lines as they are now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[Shown] = ()

    def show_lines(self, lines: Sequence[Shown]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    @called_by_qt
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @called_by_qt
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        by_role: dict[int, object] = {
            ShownRole: line, Qt.ItemDataRole.DisplayRole: line.title, Qt.ItemDataRole.AccessibleTextRole: line.spoken,
        }  # fmt: skip
        return by_role.get(role)


class Boxes:
    """Where the parts of one line stand, and how high it is."""

    def __init__(self, box: QRect, line: Shown) -> None:
        px = theme().px
        self.bold, self.normal = theme().font(14, bold=True), theme().font(14)
        left, top, right = box.left() + px(10), box.top() + px(10), box.right() - px(10)
        self.parts: list[tuple[str, QRect, bool, bool]] = []  # text, place, bold, at the right
        self.badges: list[QRect] = []  # the edges around their words
        beside = box.width() >= px(_BESIDE_FROM)
        side = self._facts(line.facts, top, right, box.width() // 2) if beside and line.facts else QRect()
        end = side.left() - px(12) if side.isValid() else right
        below = [line.detail] if beside else [line.detail, *line.facts]
        y = self._add(line.title, QRect(left, top, end - left, 0), bold=True)
        y = max(y, self._add_kind(line, left, top, y, end))
        for text in below:
            y = self._add(text, QRect(left, y, end - left, 0))
        if line.badge:
            y = self._add_badge(line.badge, left, y, end)
        self.height = max(y, side.bottom()) + px(10) - box.top()

    def _facts(self, facts: Sequence[str], top: int, right: int, most: int) -> QRect:
        """The facts at the right, in at most half of the width."""
        widest = max(QFontMetrics(self.normal).horizontalAdvance(fact) for fact in facts) + 2
        box = QRect(right - min(widest, most), top, min(widest, most), 0)
        y = top
        for fact in facts:
            y = self._add(fact, QRect(box.left(), y, box.width(), 0), at_right=True)
        box.setBottom(y)
        return box

    def _add_kind(self, line: Shown, left: int, top: int, below: int, right: int) -> int:
        """The kind beside a title that leaves room for it, else below."""
        if not line.kind:
            return top
        px, normal = theme().px, QFontMetrics(self.normal)
        beside = left + QFontMetrics(self.bold).horizontalAdvance(line.title) + px(10)
        if beside + normal.horizontalAdvance(line.kind) + px(18) <= right:
            return self._add_badge(line.kind, beside, top - px(4), right)
        return self._add_badge(line.kind, left, below, right)

    def _add_badge(self, text: str, left: int, top: int, right: int) -> int:
        """As wide as its words."""
        side, above = theme().px(8), theme().px(2)
        wide = min(QFontMetrics(self.normal).horizontalAdvance(text) + 2, right - left - 2 * side)
        words = QRect(left + side, top + 2 * above, wide, 0)
        end = self._add(text, words, bold=False)
        self.badges.append(self.parts[-1][1].adjusted(-side, -above, side, above))
        return end + above

    def _add(self, text: str, box: QRect, bold: bool = False, at_right: bool = False) -> int:
        """A part as high as its text in the box's width; answers with where the next one begins."""
        if not text:
            return box.top()
        box.setHeight(text_height(text, self.bold if bold else self.normal, box.width()))
        self.parts.append((text, box, bold, at_right))
        return box.bottom() + 1 + theme().px(2)


class LineDelegate(QStyledItemDelegate):
    """Lines as high as their text at the list's width; the chosen one stands on the accent ground."""

    @called_by_qt
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, LineList)
        return QSize(1, Boxes(QRect(0, 0, view.viewport().width(), 0), index.data(ShownRole)).height)

    @called_by_qt
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, box, index.row() > 0, option.state, chosen)
        boxes = Boxes(box, index.data(ShownRole))
        painter.setPen(QPen(theme().color("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for edge in boxes.badges:
            painter.drawRoundedRect(QRectF(edge).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        for text, place, bold, at_right in boxes.parts:
            font = boxes.bold if bold else boxes.normal
            painter.setFont(font)
            painter.setPen(theme().color("text" if bold else "quiet"))
            side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
            draw_words(painter, place, text, wrapping(text, font, place.width()) | side.value)
        painter.restore()


class LineList(QListView):
    """Enter or F2 opens a line, Delete deletes it, Alt with an arrow key moves it where the order is the person's.

    ``full_height``: as high as its lines, so that what is around it scrolls.
    """

    chosen = Signal(str)  # the key of the line that the keyboard is on, "" for none
    opened = Signal()
    deleted = Signal()
    moved = Signal(int)

    def __init__(self, name: str, movable: bool = False, full_height: bool = False) -> None:
        super().__init__()
        self._movable, self._full_height = movable, full_height
        if full_height:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setUniformItemSizes(False)
        self.setItemDelegate(LineDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self._lines = LineModel(self)
        self.setModel(self._lines)
        keep_selection_on_current(self)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        appearance().changed.connect(self._measure)

    def show_lines(self, lines: Sequence[Shown]) -> None:
        """Show these; the keyboard stays on the line it was on, else in its place."""
        if list(lines) == list(self._lines.lines):
            return
        key, place = self.key(), self.currentIndex().row()
        self._lines.show_lines(lines)
        keys = [line.key for line in lines]
        if lines:
            self._go(keys.index(key) if key in keys else min(max(0, place), len(lines) - 1))
        self._measure()
        if not lines:
            self.chosen.emit("")

    def key(self) -> str:
        """The key of the line that the keyboard is on, "" for none."""
        index = self.currentIndex()
        return self._lines.lines[index.row()].key if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Put the keyboard's place on this line, if it is there."""
        for number, line in enumerate(self._lines.lines):
            if line.key == key:
                self._go(number)

    def lines(self) -> Sequence[Shown]:
        """What is shown."""
        return self._lines.lines

    def _go(self, number: int) -> None:
        self.setCurrentIndex(self._lines.index(number))

    def _measure(self) -> None:
        if self._full_height:
            width = self.viewport().width()
            self.setFixedHeight(sum(Boxes(QRect(0, 0, width, 0), line).height for line in self._lines.lines) + 4)
        self.scheduleDelayedItemsLayout()

    @called_by_qt
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.key())

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    @called_by_qt
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._lines.lines:
            self._go(0)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.key() and self._key(event)):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = _STEPS.get(Qt.Key(event.key()))
        if self._movable and alt and step:
            self.moved.emit(step)
        elif event.key() in _OPEN:
            self.opened.emit()
        elif event.key() in _DELETE:
            self.deleted.emit()
        else:
            return False
        return True
