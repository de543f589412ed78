"""A note that nobody edits stays as it was written."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from journal.ui.kit.fields import NoteEdit


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
