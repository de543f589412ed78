"""Waiting for a widget's next paint event; a timer alone would fire before it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import later


class PaintWatch(QObject):
    """Calls ``then`` once, when the widget and its children have painted next."""

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._then = widget, then
        widget.installEventFilter(self)

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and watched is self._widget:
            self._widget.removeEventFilter(self)
            # The children paint after this event; the timer fires when all of them have.
            later(self, 0, self._finish)
        return False

    def _finish(self) -> None:
        self.deleteLater()
        self._then()
