"""A text field keeps Undo and Redo only while it has typing of its own to take back or to do again."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from journal.ui.kit.called_by_qt import called_by_qt

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def means_undo(event: QEvent) -> bool:
    """Whether these are the keys of Undo."""
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def means_redo(event: QEvent) -> bool:
    """Whether these are the keys of Redo."""
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Redo)


def passes_on(event: QEvent, undoable: bool, redoable: bool) -> bool:
    """Whether a field leaves the keys to what is around it: its form, or the journal's own Undo and Redo."""
    if event.type() not in _KEYS:
        return False
    return (means_undo(event) and not undoable) or (means_redo(event) and not redoable)


class TextLine(QLineEdit):
    """One line of text."""

    @called_by_qt
    def event(self, event: QEvent) -> bool:
        if passes_on(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)
