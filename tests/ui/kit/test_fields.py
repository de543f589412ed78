"""A note that nobody edits stays as it was written, and what scrolls chooses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.kit.fields import Choice, NoteEdit
from journal.ui.kit.pages import Sheet


def test_a_note_that_is_not_edited_stays_letter_for_letter(qtbot: QtBot) -> None:
    note = NoteEdit("Note")
    qtbot.addWidget(note)
    note.set_text("a\u00a0b\u2028c")
    assert note.text() == "a\u00a0b\u2028c"


def test_a_draft_is_written_on_at_its_end(qtbot: QtBot) -> None:
    note = NoteEdit("Note")
    qtbot.addWidget(note)
    note.show_typed("from second")
    note.insertPlainText(" half")
    assert note.text() == "from second half"


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_a_key_that_scrolls_changes_no_choice(qtbot: QtBot, key: Qt.Key) -> None:
    """The page around it scrolls, as whoever presses it wants to read on."""
    page = QWidget()
    column, choice = QVBoxLayout(page), Choice("Date", [(n, str(n)) for n in range(30)])
    choice.set_value(15)
    for widget in (QWidget(), choice, QWidget()):
        widget.setMinimumHeight(600 if widget is not choice else 0)
        column.addWidget(widget)
    sheet = Sheet(page)
    qtbot.addWidget(sheet)
    sheet.resize(300, 300)
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(lambda: sheet.verticalScrollBar().maximum() > 0)
    choice.setFocus()
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum() // 2)
    before = sheet.verticalScrollBar().value()
    QTest.keyClick(choice, key)
    assert choice.value() == 15
    for end in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(choice, end)
        assert choice.value() == 15
    after = sheet.verticalScrollBar().value()
    assert after > before if key == Qt.Key.Key_PageDown else after < before
