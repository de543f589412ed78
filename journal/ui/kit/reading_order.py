"""Puts a widget between others so that a screen reader reads it there, too."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from journal.ui.kit.layout_order import widgets_in


def insert_to_be_read(column: QBoxLayout, place: int, widget: QWidget) -> None:
    """Put a widget at this place of a column; a screen reader comes to it there.

    It goes through widgets in the order of their parent's list, which is that in which they were made.
    """
    column.insertWidget(place, widget)
    after = [neighbour for neighbour in widgets_in(column) if column.indexOf(neighbour) == place + 1]
    if after:
        widget.stackUnder(after[0])
