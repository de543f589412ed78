"""A layout that wraps, for chips and buttons whose texts grow with language and text size."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QStyle, QWidget

from journal.ui.kit.called_by_qt import called_by_qt


class FlowLayout(QLayout):
    """Items in reading order, a new line where the width ends.

    ``far`` says what of a line stands at its far end: "" nothing, "last" its last item, "all" the whole line.

    What is around it asks for its sizes again and again, so they are kept until Qt says that something in it changed.
    It says so to the layout of a widget, and not to one that stands in another layout.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, far: str = "") -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._far = far
        self._keeps = parent is not None
        self._forget()
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins())

    def _forget(self) -> None:
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._wanted: QSize | None = None

    @called_by_qt
    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    @called_by_qt
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._forget()

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put a widget before the item at this place."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    @called_by_qt
    def count(self) -> int:
        return len(self._items)

    @called_by_qt
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @called_by_qt
    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @called_by_qt
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @called_by_qt
    def hasHeightForWidth(self) -> bool:
        return True

    @called_by_qt
    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width) if self._keeps else None
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return height

    @called_by_qt
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @called_by_qt
    def sizeHint(self) -> QSize:
        if self._wanted is None or not self._keeps:
            self._wanted = self.minimumSize()
            for item in self._items:
                self._wanted = self._wanted.expandedTo(item.sizeHint())
        return self._wanted

    def one_line(self) -> int:
        """The width in which everything stands side by side."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(widths) + self.spacing() * max(0, len(widths) - 1)

    @called_by_qt
    def minimumSize(self) -> QSize:
        if self._least is None or not self._keeps:
            self._least = QSize()
            for item in self._items:
                self._least = self._least.expandedTo(item.minimumSize())
        return self._least

    def _arrange(self, rect: QRect, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            if move:
                self._place(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _wanted(item, width)
            if size.width() > width:
                narrower = max(width, item.minimumSize().width())
                size = QSize(narrower, _height(item, narrower))
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + self.spacing()
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect) -> None:
        used = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
        left_over = max(0, rect.width() - used)
        x = rect.x() + (left_over if self._far == "all" else 0)
        for number, (item, size) in enumerate(line, 1):
            if self._far == "last" and 1 < number == len(line):
                x += left_over
            self._put(item, QRect(QPoint(x, rect.y() + (rect.height() - size.height()) // 2), size))
            x += size.width() + self.spacing()

    def _put(self, item: QLayoutItem, place: QRect) -> None:
        """Where the language is written from the right, the first item stands at the right."""
        holder = self.parentWidget()
        way = holder.layoutDirection() if holder is not None else Qt.LayoutDirection.LeftToRight
        item.setGeometry(QStyle.visualRect(way, self.geometry(), place))


class EqualLayout(FlowLayout):
    """Items of equal width, as many side by side as fit; ``unbroken``: only as many as fit with unbroken words."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, unbroken: bool = False) -> None:
        super().__init__(parent, spacing)
        self._unbroken = unbroken

    def _arrange(self, rect: QRect, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        if not shown:
            return 0
        columns = self._columns(rect.width(), shown)
        width = (rect.width() + self.spacing()) // columns - self.spacing()
        y = rect.y()
        for first in range(0, len(shown), columns):
            line = shown[first : first + columns]
            height = max(_height(item, width) for item in line)
            for column, item in enumerate(line):
                if move:
                    self._put(item, QRect(rect.x() + column * (width + self.spacing()), y, width, height))
            y += height + self.spacing()
        return y - self.spacing() - rect.y()

    def _columns(self, width: int, shown: list[QLayoutItem]) -> int:
        widest = max((item.sizeHint() if self._unbroken else item.minimumSize()).width() for item in shown)
        fitting = max(1, (width + self.spacing()) // (widest + self.spacing()))
        if fitting >= len(shown):
            return len(shown)
        # Four that do not fit side by side look better as two and two than as three and one.
        lines = -(-len(shown) // fitting)
        return -(-len(shown) // lines)


def _wanted(item: QLayoutItem, room: int) -> QSize:
    """What an item asks for; a paragraph, which takes any width and so asks for none, has that of its words."""
    size, words = item.sizeHint(), item.widget()
    if size.width() or not isinstance(words, QLabel):
        return size
    in_one_line = words.fontMetrics().horizontalAdvance(words.text()) + words.fontMetrics().averageCharWidth()
    width = min(room, in_one_line)
    return QSize(width, _height(item, width))


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
