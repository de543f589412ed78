"""Where a menu opens so that all of it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


def place_inside(window: QWidget, menu: QMenu, place: QPoint) -> QPoint:
    """The place nearest to the wished one at which all of the menu lies in the window, if that is large enough."""
    first, last = window.mapToGlobal(QPoint()), window.mapToGlobal(QPoint(window.width(), window.height()))
    size = menu.sizeHint()
    left = max(first.x(), min(place.x(), last.x() - size.width()))
    return QPoint(left, max(first.y(), min(place.y(), last.y() - size.height())))
