"""The field in which a symptom to add is typed or chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.fields import PASTED_LIMIT, DropDown
from journal.ui.kit.push_button import ENTER_KEYS


class SymptomField(DropDown):
    """A symptom to add or to go to: one that is built in or in the journal, or any words."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # Else the longest name of all decides how wide the form must be.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        edit = self.lineEdit()
        assert edit is not None
        edit.setAccessibleName(name)
        edit.setMaxLength(PASTED_LIMIT)
        edit.setPlaceholderText(name)

    def typed(self) -> str:
        """What was typed, without the end that Qt proposes behind it."""
        edit, text = self.lineEdit(), self.currentText()
        assert edit is not None
        proposed = edit.selectionStart() > 0 and edit.selectionEnd() == len(text)
        return text[: edit.selectionStart()] if proposed else text

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The form's Enter would save the rating while a name is being typed, and Qt's arrow keys take a name at once.
        if event.key() in ENTER_KEYS:
            self.activated.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._open_at_typed()
        else:
            super().keyPressEvent(event)

    @called_by_qt
    def focusOutEvent(self, event: QFocusEvent) -> None:
        # Qt takes a known name when the keyboard leaves: by Tab unasked, and after Enter a second time.
        self.blockSignals(True)
        super().focusOutEvent(event)
        self.blockSignals(False)

    def _open_at_typed(self) -> None:
        text = self.currentText()
        ways = (Qt.MatchFlag.MatchStartsWith, Qt.MatchFlag.MatchContains) if text else ()
        index = next((number for way in ways if (number := self.findText(text, way)) >= 0), -1)
        if index >= 0:
            self.setCurrentIndex(index)
        self.showPopup()
