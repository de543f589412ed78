"""Notes by keys alone: none is lost, none is empty, private ones stay private."""

from __future__ import annotations

from PySide6.QtCore import Qt

from journal.core.entries import Note
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.bridge import Bridge
from journal.ui.shell.body import Body
from tests.journals import ago
from tests.ui.conftest import ctrl, keys

ENTER = Qt.Key.Key_Return


def note_form(body: Body) -> NoteForm:
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, NoteForm)
    return form


def notes(book: Logbook) -> list[Note]:
    return list(book.days(book.today(), book.today())[0].notes)


def only_note(book: Logbook) -> Note:
    (note,) = notes(book)
    return note


def test_a_note_over_two_lines(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_K), "first <img src=x>", ENTER, "second", ctrl(ENTER))
    (note,) = plain_book.days(plain_book.today(), plain_book.today())[0].notes
    assert note.text == "first <img src=x>\nsecond"


def test_a_note_is_made_private_kept_in_the_draft_and_undone(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_K), "for me alone", Qt.Key.Key_Tab, Qt.Key.Key_Space)
    note_form(body).keep_draft()
    assert body.today is not None and body.today.panel.restore("note")
    assert note_form(body).private.is_ticked()
    keys(ctrl(ENTER))
    note = only_note(plain_book)
    assert (note.text, note.private) == ("for me alone", True)
    body.today.panel.edit([note])
    assert note_form(body).private.is_ticked()
    keys(Qt.Key.Key_Tab, Qt.Key.Key_Space, ctrl(ENTER))
    assert not only_note(plain_book).private
    plain_book.undo()
    assert only_note(plain_book) == note


def test_a_copy_of_a_private_note_is_private_and_a_new_one_is_not(body: Body, plain_book: Logbook) -> None:
    note = Note(at=ago(plain_book, 60), text="for me alone", private=True)
    plain_book.save(note)
    form = NoteForm(Bridge(plain_book, english(), body))
    form.copy(note)
    form.save()
    assert [each.private for each in notes(plain_book)] == [True, True]
    form = NoteForm(Bridge(plain_book, english(), body))
    form.open_new()
    form.restore({"note": "an old draft", "time": "", "editing": None})
    form.save()
    assert [each.private for each in notes(plain_book)] == [True, True, False]


def test_an_empty_note_is_not_saved(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_K), "  ", ctrl(ENTER))
    assert plain_book.totals()[0] == 0


def test_a_note_of_a_hundred_thousand_letters_keeps_every_one(body: Body, plain_book: Logbook) -> None:
    text = "$\\frac{1}$ =1+1 \u202enot\u202c <b> " * 4000
    keys(ctrl(Qt.Key.Key_K))
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, NoteForm)
    form.note.setPlainText(text)
    keys(ctrl(ENTER))
    (note,) = plain_book.days(plain_book.today(), plain_book.today())[0].notes
    assert isinstance(note, Note) and note.text == text


def test_a_refused_time_is_said_once(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_K), "a word")
    form = note_form(body)
    form.time.set_text("last night")
    form.save()
    assert form.message.text().startswith("“last night” can be any of several hours.")
    assert form.time.understood() == "" and form.time.choices() == []
    assert [choice.text() for choice in form.message.buttons()][:2] == ["Not yet", "yesterday 22:00"]
    form.message.buttons()[0].click()
    assert form.time.edit.hasFocus()
    form.time.set_text("someday")
    assert form.message.text() == "" and form.time.understood().startswith("“someday” is not a time.")
