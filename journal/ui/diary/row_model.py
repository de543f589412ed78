"""What every list of diary rows is for its view: a row by its number, and its words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.ui.diary.day_lines import line_of
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.called_by_qt import called_by_qt

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole
LineRole = Qt.ItemDataRole.UserRole + 1


class DiaryRows(QAbstractListModel):
    """What the delegate and the details pane need of any list of diary rows."""

    def __init__(self, bridge: Bridge, names: Names, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._names = bridge, names

    def row(self, number: int) -> Row | None:
        """The row with this number, None outside of the list."""
        raise NotImplementedError

    def line(self, number: int) -> Line | None:
        """Its words."""
        row = self.row(number)
        return None if row is None else line_of(self._bridge.texts, self._names, row)

    @called_by_qt
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == RowRole:
            return self.row(index.row())
        if role not in (LineRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.line(index.row())
        if line is None or role == LineRole:
            return line
        return line.spoken

    @called_by_qt
    def flags(self, index: Index) -> Qt.ItemFlag:
        # A header can be reached by the arrow keys and read out, but not deleted with the entries around it.
        row = self.row(index.row())
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        selectable = bool(row.entries)
        reachable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return reachable | Qt.ItemFlag.ItemIsSelectable if selectable else reachable
