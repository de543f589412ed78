"""What scrolls of the first start, so that how far one is, what is refused and the way on are always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.scroll_area import ScrollArea, show_ground_below

_LOWEST = 56  # px at 100 %


class StepArea(ScrollArea):
    """As high as the step in it at the width that it has, where there is so much room."""

    def __init__(self) -> None:
        super().__init__()
        self._holder = QWidget()
        self._body = QVBoxLayout(self._holder)
        self._body.setContentsMargins(0, 0, 0, 0)
        show_ground_below(self)
        self.setWidget(self._holder)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._holder.setAutoFillBackground(False)
        self.set_lowest(_LOWEST)
        self.let_width_decide()

    def add(self, step: QWidget) -> None:
        """One more step; which of them is shown is not decided here."""
        self._body.addWidget(step, 0, Qt.AlignmentFlag.AlignTop)

    def to_top(self) -> None:
        """Another step begins at its beginning."""
        self.verticalScrollBar().setValue(0)

    @called_by_qt
    def sizeHint(self) -> QSize:
        wanted = self._body.totalHeightForWidth(max(1, self.viewport().width()))
        return QSize(self._holder.sizeHint().width(), wanted)

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
