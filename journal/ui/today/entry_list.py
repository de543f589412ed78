"""The day's entries: time, icon, a bold line and a quiet one, and a menu on every row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from journal.ui.entries.diary_rows import Row
from journal.ui.entries.line import Line
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.icons import paint_icon
from journal.ui.kit.row_painting import draw_words, paint_ground, text_height, wrapping
from journal.ui.kit.single_selection import keep_selection_on_current
from journal.ui.kit.theme import appearance, theme

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
RowRole, LineRole = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class EntryModel(QAbstractListModel):
    """The rows of one day with their words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[Row, Line]] = ()

    def show_rows(self, rows: Sequence[tuple[Row, Line]]) -> None:
        """Other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @called_by_qt
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @called_by_qt
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, line = self._rows[index.row()]
        return {
            RowRole: row, LineRole: line, Qt.ItemDataRole.DisplayRole: line.title,
            Qt.ItemDataRole.AccessibleTextRole: line.spoken,
        }.get(role)  # fmt: skip


class EntryDelegate(QStyledItemDelegate):
    """Rows as high as their text at the list's width."""

    @called_by_qt
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, EntryList)
        return QSize(1, Boxes(QRect(0, 0, view.maximumViewportSize().width(), 0), index.data(LineRole)).height)

    @called_by_qt
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, line, box = index.data(RowRole), index.data(LineRole), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, box, index.row() > 0, option.state, chosen=False)
        _paint_entry(painter, Boxes(box, line), row, line)
        painter.restore()


class Boxes:
    """Where the parts of one row stand."""

    def __init__(self, box: QRect, line: Line) -> None:
        px = theme().px
        self.bold, self.normal = theme().font(14, bold=True), theme().font(14)
        top = box.top() + px(12)
        time_width = max(px(48), QFontMetrics(self.normal).horizontalAdvance(_widest(line.time)))
        side = px(26)
        self.time = QRect(box.left() + px(6), top, time_width, px(24))
        self.badge = QRectF(self.time.right() + px(10), top - px(1), side, side)
        left = int(self.badge.right()) + px(10)
        right = box.right() - px(44)
        self.more = QRect(box.right() - px(38), top - px(4), px(32), px(32))
        self.title = self._text(line.title, self.bold, QRect(left, top, right - left, 0))
        quiet = " · ".join(part for part in (line.detail, line.fact) if part)
        self.quiet = quiet
        below = self.title.bottom() + px(2)
        self.detail = self._text(quiet, self.normal, QRect(left, below, right - left, 0))
        self.height = max(self.detail.bottom(), self.title.bottom(), int(self.badge.bottom())) + px(12) - box.top()

    def _text(self, text: str, font: QFont, box: QRect) -> QRect:
        if not text:
            return QRect(box.left(), box.top(), box.width(), 0)
        return QRect(box.left(), box.top(), box.width(), text_height(text, font, box.width()))


def _paint_entry(painter: QPainter, boxes: Boxes, row: Row, line: Line) -> None:
    shown = theme()
    rating = line.rated
    painter.setPen(shown.color("quiet"))
    painter.setFont(boxes.normal)
    painter.drawText(boxes.time, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line.time)
    draw_words(painter, boxes.detail, boxes.quiet, wrapping(boxes.quiet, boxes.normal, boxes.detail.width()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.color("mark_ground" if rating else "accent_ground"))
    painter.drawEllipse(boxes.badge)
    inset = boxes.badge.width() * 0.22
    inner = boxes.badge.adjusted(inset, inset, -inset, -inset)
    paint_icon(painter, inner, line.icon, shown.mark if rating else shown.accent)
    painter.setPen(shown.color("text"))
    painter.setFont(boxes.bold)
    draw_words(painter, boxes.title, line.title, wrapping(line.title, boxes.bold, boxes.title.width()))
    dots = QRectF(boxes.more).adjusted(shown.px(7), shown.px(7), -shown.px(7), -shown.px(7))
    paint_icon(painter, dots, "more", shown.quiet)


class EntryList(QListView):
    """As high as its rows; the screen around it scrolls. Enter edits, Delete deletes, the menu key opens the menu."""

    edit_wanted = Signal(object)  # Row
    delete_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._entries = EntryModel(self)
        self.setModel(self._entries)
        self.setItemDelegate(EntryDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        keep_selection_on_current(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        appearance().changed.connect(self._measure)
        self.doubleClicked.connect(lambda index: self.edit_wanted.emit(index.data(RowRole)))

    def show_rows(self, rows: Sequence[tuple[Row, Line]]) -> None:
        """Show a day's rows; the keyboard stays in the place where it was."""
        place = self.currentIndex().row()
        self._entries.show_rows(rows)
        if rows and place >= 0:
            self.setCurrentIndex(self._entries.index(min(place, len(rows) - 1)))
        self._measure()

    def _measure(self) -> None:
        model = self._entries
        lines = (model.index(number).data(LineRole) for number in range(model.rowCount()))
        width = self.maximumViewportSize().width()
        self.setFixedHeight(sum(Boxes(QRect(0, 0, width, 0), line).height for line in lines) + 4)
        self.scheduleDelayedItemsLayout()

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._current()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit(row)
        elif row is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit(row)
        else:
            super().keyPressEvent(event)

    @called_by_qt
    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self._entries.rowCount():
            self.setCurrentIndex(self._entries.index(0))

    @called_by_qt
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            more = Boxes(self.visualRect(index), index.data(LineRole)).more
            if more.contains(event.position().toPoint()):
                self.menu_wanted.emit(index.data(RowRole), self.viewport().mapToGlobal(more.bottomLeft()))

    @called_by_qt
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self._current()
        if row is not None:
            at = self.visualRect(self.currentIndex())
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(at.center()) if by_key else event.globalPos())

    def _current(self) -> Row | None:
        index = self.currentIndex()
        row = index.data(RowRole) if index.isValid() else None
        return row if isinstance(row, Row) else None


def _widest(time: str) -> str:
    """The widest text that a time in this format can be, so that all times have one width."""
    return "00:00 pm" if len(time) > 5 else "00:00"
