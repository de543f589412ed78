"""Text fields and drop-down lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
)

from journal.core.plaintext import clean_name
from journal.core.refusal import Refused
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.icons import paint_icon
from journal.ui.kit.text_line import TextLine, ends_composing, passes_on
from journal.ui.kit.theme import appearance, theme

_NARROWEST = 120  # px at 100 %, of a drop-down


PASTED_LIMIT = 10_000  # letters: what is longer than a name may be is refused in words, and not cut unseen


def line_edit(name: str, placeholder: str = "", limit: int = 0) -> QLineEdit:
    """A one-line text field with its accessible name."""
    made = TextLine()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    if limit:
        made.setMaxLength(limit)
    return made


def too_long(edits: Iterable[QLineEdit]) -> QLineEdit | None:
    """The first in which more is typed than a name may have."""
    for edit in edits:
        try:
            clean_name(edit.text())
        except Refused:
            return edit
    return None


_SCROLLING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class DropDown(QComboBox):
    """A drop-down list with our own arrow, which the mouse wheel and the keys that scroll pass by unchanged."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # On Linux and macOS Qt gives a screen reader the chosen entry in place of the name, and the name of its label.
        self._label = QLabel(name)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(self)

    @called_by_qt
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ParentChange:
            # Qt looks for the label among what has the same parent.
            self._label.setParent(self.parentWidget())
            self._label.hide()
        return super().event(event)

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(14)
        box = QRectF(self.width() - side - theme().px(8), (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), box, "down", theme().quiet)

    @called_by_qt
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING:
            event.ignore()  # it goes on to the page around it
        else:
            super().keyPressEvent(event)


class Choice(DropDown):
    """One entry out of a list, each with a key."""

    def __init__(self, name: str, choices: Sequence[tuple[object, str]] = ()) -> None:
        super().__init__(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other entries; the chosen one stays chosen if it is still there. No signal."""
        chosen = self.value()
        self.blockSignals(True)
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.set_value(chosen)
        self.blockSignals(False)

    def value(self) -> Any:
        """The chosen key."""
        return self.currentData()

    def set_value(self, key: object) -> None:
        """Choose an entry; an unknown key leaves the first."""
        self.setCurrentIndex(next((n for n in range(self.count()) if self.itemData(n) == key), 0))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        # Where room is short the end of the chosen entry is left out; the open list shows all of it.
        return QSize(min(super().minimumSizeHint().width(), theme().px(_NARROWEST)), super().minimumSizeHint().height())

    @called_by_qt
    def showPopup(self) -> None:
        # The list is as wide as its longest entry, however narrow the field is.
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + theme().px(32))
        super().showPopup()


class NoteEdit(QPlainTextEdit):
    """Free text over several lines. Tab moves on; with ``enter_saves`` Shift+Enter makes the new line."""

    def __init__(self, name: str, placeholder: str = "", lines: int = 2, enter_saves: bool = True) -> None:
        super().__init__()
        self._lines, self._enter_saves = lines, enter_saves
        self._given, self._shown = "", ""
        self._composing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Show a text, which stays letter for letter as it is until it is edited."""
        self.setPlainText(text)
        self._given, self._shown = text, self.toPlainText()

    def show_typed(self, text: str) -> None:
        """Show a draft's text, to be written on at its end: nothing changes where it stands here already."""
        if text != self.text():
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)

    def text(self) -> str:
        """What stands here; Qt would turn no-break spaces into plain ones even where nothing was edited."""
        shown = self.toPlainText()
        return self._given if shown == self._shown else shown

    @called_by_qt
    def sizeHint(self) -> QSize:
        return QSize(120, self._lines * QFontMetrics(self.font()).lineSpacing() + theme().px(22))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @called_by_qt
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    @called_by_qt
    def event(self, event: QEvent) -> bool:
        if self._composing and ends_composing(event):
            self._composing = False
            return True
        written = self.document()
        if passes_on(event, written.isUndoAvailable(), written.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or self._leaves_to_form(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _leaves_to_form(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return True
        return self._enter_saves and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
