"""What screens with cards are laid out with: a column that scrolls, and buttons side by side."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from journal.ui.kit.flow import FlowLayout


class Column(QWidget):
    """What scrolls: as high as its parts are at the width that it has.

    Qt would ask for the height of chips and buttons that wrap as if each stood in a line of its own.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def side_by_side(*widgets: QWidget) -> QWidget:
    """Widgets in a line that wraps."""
    made = QWidget()
    flow = FlowLayout(made)
    for each in widgets:
        flow.addWidget(each)
    return made
