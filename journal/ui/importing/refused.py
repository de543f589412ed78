"""Rows in words, one below the other, in a list that takes the keyboard: those left out, those that may be slips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListView, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import primary_button
from journal.ui.kit.on_screen import fit_on_screen
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import label

_BROKEN = 3  # lines that one line is broken into at most, as a rule


class Lines(QListView):
    """Lines to read with the arrow keys, thousands of them if need be."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._lines = QStringListModel(self)
        self.setModel(self._lines)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setSpacing(2)

    def show_lines(self, lines: Sequence[str], at_most: int = 0, grows: bool = False) -> None:
        """Show these, in a place for ``at_most`` lines (0: as high as there is room); none hides the list.

        ``grows``: higher where there is room, as lines may be broken.
        """
        self._lines.setStringList(list(lines))
        self.setVisible(bool(lines))
        if at_most:
            least = theme().px(24) * min(len(lines), at_most) + theme().px(12)
            self.setMinimumHeight(least)
            self.setMaximumHeight(_BROKEN * least if grows else least)

    def lines(self) -> list[str]:
        """What it shows."""
        return self._lines.stringList()


class RowsDialog(QDialog):
    """All rows of a sort, where only the first fit into the message."""

    def __init__(self, texts: Texts, title: str, named: str, rows: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.list = Lines(named)
        self.list.show_lines(rows)
        close = primary_button(texts("Close"), "Esc", self.accept)
        body = QVBoxLayout(self)
        body.setSpacing(12)
        body.addWidget(label(title, "heading", wrap=True))
        body.addWidget(self.list, 1)
        for part in self.below_list():
            body.addWidget(part)
        body.addWidget(flowing(*self.beside_close(), close, far="all"))
        fit_on_screen(self, QSize(theme().px(640), theme().px(480)))

    def below_list(self) -> Sequence[QWidget]:
        """What stands between the list and the buttons."""
        return ()

    def beside_close(self) -> Sequence[QWidget]:
        """Other buttons."""
        return ()


class DoubtfulDialog(RowsDialog):
    """All values of a file that may be slips."""

    def __init__(self, texts: Texts, name: str, rows: Sequence[str], parent: QWidget | None = None) -> None:
        title = texts("Values in {name} that may be slips", name=name)
        super().__init__(texts, title, texts("Values that may be slips"), rows, parent)
