"""A list of copies or files of the journal under a title, as the settings show each kind of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.tab_order import first_place
from journal.ui.kit.widgets import clear_layout, hairline, label

_SHOWN = 8  # at first, as in the list of backups; the others are asked for


class ListedCopies(QWidget):
    """A line, the title, what belongs to all of them (``body``), and below that the rows: there may be hundreds."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts, self._all = texts, False
        self.listed: list[Path] = []
        self.shown_rows: list[QWidget] = []
        self._title = label(role="strong", wrap=True)
        self.body, self._list = QVBoxLayout(), QVBoxLayout()
        self.body.setSpacing(10)
        self._list.setSpacing(8)
        self.more = plain_button("", self._show_all)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(hairline())
        column.addWidget(self._title)
        column.addLayout(self.body)
        column.addLayout(self._list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_files(self, files: list[Path]) -> None:
        """List these, and nothing at all where there is none."""
        if files != self.listed:
            self.listed = files
            self._fill()
        self.setVisible(bool(files))

    def make_row(self, file: Path) -> QWidget:
        """The row of one of them; subclasses make it."""
        raise NotImplementedError

    def _fill(self) -> None:
        shown = self.listed if self._all else self.listed[:_SHOWN]
        clear_layout(self._list)
        self.shown_rows = [self.make_row(file) for file in shown]
        for row in self.shown_rows:
            self._list.addWidget(row)
        others = len(self.listed) - len(shown)
        self.more.setText(self._texts.plural("Show {n} more", "Show {n} more", others))
        self.more.setVisible(others > 0)

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        if len(self.shown_rows) > _SHOWN:
            row = self.shown_rows[_SHOWN]
            row.show()  # at once, so that the keyboard can be put there
            place = first_place(row)
            if place is not None:
                place.setFocus(Qt.FocusReason.OtherFocusReason)
