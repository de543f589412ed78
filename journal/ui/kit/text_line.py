"""A text field keeps Undo and Redo only while it has typing of its own to take back or to do again."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.push_button import ENTER_KEYS
from journal.ui.kit.tab_order import bring_into_sight

_OWN = "own_undo"  # of what has Undo to itself with all that is in it
_ADDED = "added_last"
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def means_undo(event: QEvent) -> bool:
    """Whether these are the keys of Undo."""
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def means_redo(event: QEvent) -> bool:
    """Whether these are the keys of Redo."""
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Redo)


def passes_on(event: QEvent, undoable: bool, redoable: bool) -> bool:
    """Whether a field leaves the keys to what is around it, which then says why nothing is taken back or done again."""
    if event.type() not in _KEYS:
        return False
    return (means_undo(event) and not undoable) or (means_redo(event) and not redoable)


def keep_undo(widget: QWidget) -> None:
    """Within this widget the keys of Undo may be its own, as within a text field."""
    widget.setProperty(_OWN, True)


def is_typed_in(focused: QWidget | None) -> bool:
    """Whether the keyboard is in a field of text."""
    return isinstance(focused, QLineEdit | QPlainTextEdit) or (isinstance(focused, QComboBox) and focused.isEditable())


def has_added(field: QLineEdit, step: int) -> None:
    """What was typed here is saved as this step, and the next can be typed: its typing is forgotten with that."""
    field.setText("")
    field.setProperty(_ADDED, step)


def added_last(focused: QWidget | None) -> int | None:
    """The step that was saved from this field, while nothing else is typed in it: Undo there can mean only that."""
    if not isinstance(focused, QLineEdit) or focused.text():
        return None
    step = focused.property(_ADDED)
    return step if isinstance(step, int) else None


def may_keep_undo(focused: QWidget | None) -> bool:
    """Whether, with the keyboard there, Undo may take back typing and not what was saved."""
    if is_typed_in(focused):
        return True
    while focused is not None and not focused.property(_OWN):
        focused = focused.parentWidget()
    return focused is not None


def why_held_back(texts: Texts, unsaved: bool) -> str:
    """What a form says that keeps the keys from what was saved before it was opened."""
    if unsaved:
        return texts("This is not saved yet. Save it or cancel it; then Undo takes back what was saved before.")
    return texts("What you typed here is taken back. Close this with Cancel; then Undo takes back what was saved.")


def ends_composing(event: QEvent) -> bool:
    """Enter while a word is put together (Japanese, Chinese, Korean): the word is taken, and nothing is saved yet."""
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or event.key() not in ENTER_KEYS:
        return False
    QGuiApplication.inputMethod().commit()
    event.accept()
    return True


class TextLine(QLineEdit):
    """One line of text; typing brings it back into sight where it was scrolled away.

    Its example is there only while it is empty: screen readers take it for a description.
    """

    _composing = False  # letters stand there that are not in the text yet

    def __init__(self) -> None:
        super().__init__()
        self._example = ""
        self.textChanged.connect(self._show_example)

    @called_by_qt
    def setPlaceholderText(self, example: str) -> None:
        self._example = example
        self._show_example(self.text())

    def _show_example(self, text: str) -> None:
        super().setPlaceholderText("" if text else self._example)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.text().strip():
            bring_into_sight(self)

    @called_by_qt
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    @called_by_qt
    def event(self, event: QEvent) -> bool:
        if self._composing and ends_composing(event):
            self._composing = False
            return True
        if passes_on(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)
