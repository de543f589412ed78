"""Scrolling to something without cutting what stands above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

_ABOVE = 4  # px between the upper edge and what stands below it: less than any spacing, so that nothing else is seen


def bring_whole_into_sight(wanted: QWidget, places: Sequence[QWidget]) -> None:
    """All of it is in sight, with as much of what stands above it as there is room for; else it begins at the edge.

    The upper edge of what scrolls goes through none of the ``places``.
    """
    holder = wanted.parentWidget()
    while holder is not None:
        inside = holder.widget() if isinstance(holder, QScrollArea) else None
        if isinstance(holder, QScrollArea) and inside is not None and inside.isAncestorOf(wanted):
            tops = [max(0, _top(each, inside) - _ABOVE) for each in places]
            first = _top(wanted, inside)
            holder.verticalScrollBar().setValue(_scrolled(holder, first, first + wanted.height(), tops))
        holder = holder.parentWidget()


def _scrolled(area: QScrollArea, first: int, last: int, tops: Sequence[int]) -> int:
    """How far down: the least of the tops from which the end is seen, else the one closest to the beginning."""
    bar, room = area.verticalScrollBar(), area.viewport().height()
    possible = sorted({0, *(each for each in tops if each <= min(first, bar.maximum()))})
    return next((each for each in possible if last <= each + room), possible[-1])


def _top(widget: QWidget, inside: QWidget) -> int:
    return widget.mapTo(inside, QPoint()).y()
