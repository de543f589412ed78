"""In a list of which one line is selected, that is the line that keys and buttons are about."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView


def keep_selection_on_current(view: QAbstractItemView) -> None:
    """A screen reader selects a line without moving the keyboard there, or takes the selection away.

    Then the keyboard goes to the selected line, or the line it is on is selected again: else Delete would be about
    another line than the one that looks chosen.
    """
    model = view.selectionModel()

    def follow(newly: QItemSelection, _no_more: QItemSelection) -> None:
        current = model.currentIndex()
        here = [changed for changed in newly.indexes() if changed != current]
        if here:
            view.setCurrentIndex(here[-1])
        elif current.isValid() and not model.hasSelection():
            model.select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    model.selectionChanged.connect(follow)
