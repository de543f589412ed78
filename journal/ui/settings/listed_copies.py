"""A list of copies or files of the journal under a title, as the settings show each kind of them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.kit.widgets import hairline, label


class ListedCopies(QWidget):
    """A line, the title, and the rows; what belongs to all of them goes below, into ``body``."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label(role="strong", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        self.body.addWidget(hairline())
        self.body.addWidget(self._title)
        self.body.addLayout(self._list)
