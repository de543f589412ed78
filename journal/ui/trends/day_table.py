"""A chart's numbers as a table: the same days, to be read row by row and copied."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import announce, label, row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROWS_SEEN = 12
_BESIDE = 8  # px at 100 % at each side of a cell's words
_NUMBER = re.compile(r"\d+([.,]\d+)?")
_NEARLY = 3  # letters that a text may be shorter than the longest and still be wider


class DayRows(QAbstractTableModel):
    """Columns with names, one row a day."""

    def __init__(self) -> None:
        super().__init__()
        self.names: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()
        self.numbers: Sequence[bool] = ()  # which columns hold one number a day

    def show_rows(self, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Other days."""
        self.beginResetModel()
        self.names, self.rows = names, rows
        # The last one takes the room that is left, and holds several numbers a day: it stays at the left.
        self.numbers = [
            column < len(names) - 1 and any(_NUMBER.fullmatch(row[column]) for row in rows)
            for column in range(len(names))
        ]
        self.endResetModel()

    @called_by_qt
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @called_by_qt
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.names)

    @called_by_qt
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        return None

    @called_by_qt
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return self.names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.numbers[column] else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class _View(QTableView):
    opened = Signal(int)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class DayTable(QWidget):
    """The table, and a button that copies it as CSV. ``day_chosen`` carries the date on which Enter was pressed."""

    day_chosen = Signal(object)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._csv = ""
        self._day: Callable[[int], dt.date | None] | None = None
        self.rows = DayRows()
        self.view = self._made_view()
        self.copy = button(texts("Copy as CSV"), self.copy_csv)
        self.copied = label(role="quiet", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        line = row(self.copy)
        line.addWidget(self.copied, 1)
        body.addLayout(line)
        body.addWidget(self.view, 1)
        appearance().changed.connect(self._measure)
        self._measure()

    def _made_view(self) -> _View:
        view = _View()
        view.setModel(self.rows)
        view.setAccessibleName(self._texts("Table by day"))
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setAlternatingRowColors(True)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        view.opened.connect(self._open)
        view.doubleClicked.connect(lambda index: self._open(index.row()))
        return view

    def show_table(
        self, names: Sequence[str], rows: Sequence[Sequence[str]], as_csv: str, day: Callable[[int], dt.date | None]
    ) -> None:
        """Show these rows, the latest in view; ``day`` says which day a row is."""
        self._csv, self._day = as_csv, day
        self.rows.show_rows(names, rows)
        self._fit_columns()
        self.copied.setText("")
        self.view.scrollToBottom()
        if rows:
            self.view.setCurrentIndex(self.rows.index(len(rows) - 1, 0))

    def copy_csv(self) -> None:
        """All rows onto the clipboard."""
        QGuiApplication.clipboard().setText(self._csv)
        words = self._texts.plural("{n} day was copied.", "{n} days were copied.", len(self.rows.rows))
        self.copied.setText(words)
        announce(self, words)

    def _open(self, number: int) -> None:
        day = self._day(number) if self._day is not None else None
        if day is not None:
            self.day_chosen.emit(day)

    def _measure(self) -> None:
        line, beside = theme().px(28), theme().px(_BESIDE)
        self.view.setStyleSheet(
            f"QTableView::item, QHeaderView::section {{ padding: 0 {beside}px; }} QHeaderView::section {{ border: none;"
            f" background: {theme().card}; border-bottom: 1px solid {theme().edge}; min-height: {line}px; }}"
        )
        self.view.verticalHeader().setDefaultSectionSize(line)
        self.view.setMinimumHeight(line * _ROWS_SEEN)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """As wide as the widest cell of all rows: a number that is cut says something else."""
        cells, head = self.view.fontMetrics(), self.view.horizontalHeader().fontMetrics()
        for column, name in enumerate(self.rows.names):
            texts = _longest({row[column] for row in self.rows.rows})
            wanted = max([head.horizontalAdvance(name), *(cells.horizontalAdvance(text) for text in texts)])
            self.view.setColumnWidth(column, wanted + 3 * theme().px(_BESIDE))


def _longest(texts: set[str]) -> list[str]:
    """The texts that may be the widest, of which there can be thousands."""
    length = max(map(len, texts), default=0)
    return [text for text in texts if len(text) >= length - _NEARLY]
