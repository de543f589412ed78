"""The list that shows diary rows: one column, rows of one height, arrow keys, a menu on every row."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from journal.ui.diary.delegate import DiaryDelegate, more_width, row_height
from journal.ui.diary.row_model import DiaryRows, Index
from journal.ui.entries.diary_rows import Row
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.theme import appearance, theme

# Selecting reads the rows; a larger selection is counted up to here and cannot be acted upon.
LARGEST_SELECTION = 1000
_NEAR = 30
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_COPY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class DiaryList(QTableView):
    """A table of one column: QListView asks the model for every single row (1.5 s at 330,000), a table for none."""

    opened = Signal()  # Enter or a double click on an entry
    deleted = Signal()
    copied = Signal()
    selected = Signal()
    menu_wanted = Signal(QPoint)  # on the screen
    typed = Signal(str)  # a letter, meant for the find field

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(DiaryDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self._gone_above = 0
        self._set_headers()
        appearance().changed.connect(self._measure)
        self._measure()

    def _set_headers(self) -> None:
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _measure(self) -> None:
        height = row_height(theme())
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)
        self.viewport().update()

    def show_rows(self, model: DiaryRows) -> None:
        """Show another list."""
        if self.model() is model:
            return
        former, shown = self.selectionModel(), self.model()
        if shown is not None:
            shown.rowsRemoved.disconnect(self._after_removal)
        self.setModel(model)
        model.rowsRemoved.connect(self._after_removal)
        if former is not None:
            former.deleteLater()
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.selected.emit())

    def set_words(self, words: tuple[str, ...]) -> None:
        """Underline these words."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, DiaryDelegate)
        delegate.words = words
        self.viewport().update()

    # --- what is selected ---

    def rows(self) -> list[Row]:
        """The selected rows, at most one more than ``LARGEST_SELECTION``, from top to bottom."""
        model = self.model()
        if not isinstance(model, DiaryRows):
            return []
        rows: list[Row] = []
        parts = [(part.top(), part.bottom()) for part in self.selectionModel().selection()]  # type: ignore[attr-defined]
        for top, bottom in sorted(parts):
            for number in range(top, bottom + 1):
                row = model.row(number)
                if row is not None and row.entries:
                    rows.append(row)
                if len(rows) > LARGEST_SELECTION:
                    return rows
        return rows

    def current_row(self) -> Row | None:
        """The row that the keyboard is on, a header too."""
        model = self.model()
        return model.row(self.currentIndex().row()) if isinstance(model, DiaryRows) else None

    def go_to(self, number: int) -> None:
        """Put the keyboard on a row and show it."""
        index = self.model().index(number, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def open_day(self, header: int) -> None:
        """Put the keyboard on the first entry below this header, or on the header of a day without, and that on top."""
        model = self.model()
        below = model.row(header + 1) if isinstance(model, DiaryRows) else None
        self.go_to(header + 1 if below is not None and below.entries else header)
        self.updateGeometries()  # else the scroll bar still has the range of the former list
        self.verticalScrollBar().setValue(header * self.verticalHeader().defaultSectionSize())

    def first_selected(self) -> int:
        """The number of the topmost selected row, 0 if there is none."""
        parts = self.selectionModel().selection()
        return min((part.top() for part in parts), default=0)  # type: ignore[attr-defined]

    def go_near(self, number: int) -> None:
        """To the entry that is now where another one was, or to the next one below or above it."""
        model = self.model()
        if not isinstance(model, DiaryRows):
            return
        below = range(number, min(number + _NEAR, model.rowCount()))
        above = range(min(number, model.rowCount()) - 1, max(-1, number - _NEAR), -1)
        for key in (*below, *above):
            row = model.row(key)
            if row is not None and row.entries:
                self.go_to(key)
                return

    # --- keys and mouse ---

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alone = held == Qt.KeyboardModifier.NoModifier
        if alone and event.key() in _OPEN:
            self.opened.emit()
        elif alone and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        elif alone and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # In a table these go to the first and last column; people mean the first and last row.
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1)
        elif held == _COPY and event.key() == Qt.Key.Key_D:
            self.copied.emit()
        else:
            return False
        return True

    @called_by_qt
    def keyboardSearch(self, search: str) -> None:
        # Qt would go through every row from here on and read the whole journal.
        if search.strip():
            self.typed.emit(search)

    @called_by_qt
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.opened.emit()

    @called_by_qt
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        at_dots = point.x() >= self.viewport().width() - more_width(theme())
        if at_dots and event.button() == Qt.MouseButton.LeftButton and self.rows():
            self.menu_wanted.emit(self.viewport().mapToGlobal(point))

    @called_by_qt
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.rows():
            return
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self._below_current())
        self.menu_wanted.emit(at)

    def _below_current(self) -> QPoint:
        return self.visualRect(self.currentIndex()).bottomLeft() + QPoint(theme().px(60), 0)

    # --- place ---

    @called_by_qt
    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        above = self._first_shown() > start
        super().rowsInserted(parent, start, end)
        if above:
            self._move_by(end - start + 1)

    @called_by_qt
    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        self._gone_above = max(0, min(end + 1, self._first_shown()) - start)
        super().rowsAboutToBeRemoved(parent, start, end)

    def _after_removal(self) -> None:
        self._move_by(-self._gone_above)
        self._gone_above = 0

    def _first_shown(self) -> int:
        """The number of the topmost row in view, by arithmetic: the view lays itself out later."""
        return self.verticalScrollBar().value() // self.verticalHeader().defaultSectionSize()

    def _move_by(self, rows: int) -> None:
        """What is being read stays where it is when rows come or go above it."""
        if rows:
            bar = self.verticalScrollBar()
            self.updateGeometries()
            bar.setValue(bar.value() + rows * self.verticalHeader().defaultSectionSize())

    def top_row(self) -> QModelIndex:
        """The first row in view."""
        return self.indexAt(QPoint(4, 4))
