"""Scrolling to one of several parts so that none of them begins above the edge, and no line is cut by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

_ABOVE = 4  # px between the upper edge and what stands below it: less than any spacing, so that nothing else is seen


def bring_whole_into_sight(wanted: QWidget, parts: Sequence[QWidget], lines: Sequence[QWidget]) -> None:
    """All of it is in sight, with as many whole ``parts`` above it as there is room for; else it begins at the edge.

    Where there is too little below it to scroll so far, one of the ``lines`` that the parts are made of stands there.
    """
    for area, inside in _around(wanted):
        bar, first = area.verticalScrollBar(), _top(wanted, inside)
        wanted_last, furthest = first + wanted.height(), min(first, bar.maximum())
        room = area.viewport().height()
        fitting = [top for top in _tops(parts, inside) if top <= furthest and wanted_last <= top + room]
        begins = first - _ABOVE <= bar.maximum()
        if not fitting and not begins:
            fitting = [top for top in _tops(lines, inside) if top <= furthest][-1:]
        bar.setValue(min(fitting, default=max(0, first - _ABOVE)))


def _around(widget: QWidget) -> Iterator[tuple[QScrollArea, QWidget]]:
    """What scrolls it, from the inside out, with what that holds."""
    holder = widget.parentWidget()
    while holder is not None:
        inside = holder.widget() if isinstance(holder, QScrollArea) else None
        if isinstance(holder, QScrollArea) and inside is not None:
            yield holder, inside
        holder = holder.parentWidget()


def _tops(widgets: Sequence[QWidget], inside: QWidget) -> list[int]:
    return sorted({0, *(max(0, _top(widget, inside) - _ABOVE) for widget in widgets)})


def _top(widget: QWidget, inside: QWidget) -> int:
    return widget.mapTo(inside, QPoint()).y()
