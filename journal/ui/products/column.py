"""What screens with cards are laid out with: a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from journal.ui.kit.called_by_qt import called_by_qt


class Column(QWidget):
    """What scrolls: as high as its parts are at the width that it has.

    Qt would ask for the height of chips and buttons that wrap as if each stood in a line of its own.
    """

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
