"""Today loses nothing that is typed: not to another form, not to a change made elsewhere, not to a journal at work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Dose, Note
from journal.logbook import Logbook
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.form import Form
from journal.ui.kit.timed_form import TimedForm
from journal.ui.shell.body import Body
from journal.ui.today.panel import FormPanel
from tests.journals import ago, note
from tests.ui.conftest import Known, OpenWindow, ctrl, keys

BUSY = "Save or cancel this first."
TWO, FOUR = Amount("2 g", 2000, Dimension.MASS), Amount("4 g", 4000, Dimension.MASS)


def panel_of(body: Body) -> FormPanel:
    assert body.today is not None
    return body.today.panel


def form_of(body: Body) -> Form:
    form = panel_of(body).form
    assert form is not None
    return form


def note_form(body: Body) -> NoteForm:
    form = form_of(body)
    assert isinstance(form, NoteForm)
    return form


def dose_opened_here_and_changed_elsewhere(body: Body, book: Logbook, known: Known) -> Dose:
    dose = Dose(at=ago(book, 60), product=known.green.id, amount=TWO)
    book.save(dose)
    panel_of(body).edit([dose])
    book.save(replace(dose, amount=FOUR))
    return dose


def stored(book: Logbook, dose: Dose) -> Dose:
    found = book.get(dose.id)
    assert isinstance(found, Dose)
    return found


# --- another form ----------------------------------------------------------------------------------------------------


def test_a_copy_waits_for_the_half_typed_note(body: Body, plain_book: Logbook) -> None:
    other = note(plain_book, "a", 30)
    keys(ctrl(Qt.Key.Key_K), "a long new note")
    panel_of(body).copy([other])
    assert note_form(body).note.text() == "a long new note" and form_of(body).message.text() == BUSY


@pytest.mark.slow
def test_a_copy_waits_for_a_note_that_another_form_put_aside(body: Body, plain_book: Logbook) -> None:
    other = note(plain_book, "a", 30)
    keys(ctrl(Qt.Key.Key_K), "a long new note", ctrl(Qt.Key.Key_R))
    panel_of(body).copy([other])
    assert note_form(body).note.text() == "a long new note" and form_of(body).message.text() == BUSY


def test_another_entry_waits_for_the_one_being_changed(body: Body, plain_book: Logbook) -> None:
    first, second = note(plain_book, "a", 30), note(plain_book, "b", 20)
    panel_of(body).edit([first])
    note_form(body).note.setPlainText("a, and much more")
    panel_of(body).edit([second])
    assert note_form(body).note.text() == "a, and much more" and form_of(body).message.text() == BUSY
    form_of(body).save()
    panel_of(body).edit([second])
    assert note_form(body).note.text() == "b" and not form_of(body).message.text()
    assert plain_book.get(first.id) == replace(first, text="a, and much more")


@pytest.mark.slow
def test_a_change_put_aside_by_a_new_dose_comes_back(body: Body, plain_book: Logbook, known: Known) -> None:
    first = note(plain_book, "a", 30)
    panel_of(body).edit([first])
    note_form(body).note.setPlainText("a, and much more")
    keys(ctrl(Qt.Key.Key_D), Qt.Key.Key_Escape)
    panel_of(body).edit([first])
    assert note_form(body).note.text() == "a, and much more"
    assert form_of(body).message.text() == "This was typed today 10:30 and not saved yet. Save it, or cancel."


@pytest.mark.slow
def test_a_form_with_nothing_typed_gives_its_place(body: Body, plain_book: Logbook) -> None:
    first, second = note(plain_book, "a", 30), note(plain_book, "b", 20)
    panel_of(body).edit([first])
    panel_of(body).edit([second])
    assert note_form(body).note.text() == "b"


def test_a_form_stays_where_its_draft_cannot_be_written(body: Body, plain_book: Logbook) -> None:
    first = note(plain_book, "a", 30)
    keys(ctrl(Qt.Key.Key_K), "typed during an import")
    with plain_book._file.writing():
        keys(ctrl(Qt.Key.Key_D))
        panel_of(body).edit([first])
    assert note_form(body).note.text() == "typed during an import" and form_of(body).message.text()


# --- a change made elsewhere -----------------------------------------------------------------------------------------


def test_a_newer_amount_is_not_replaced_without_a_question(body: Body, plain_book: Logbook, known: Known) -> None:
    dose = dose_opened_here_and_changed_elsewhere(body, plain_book, known)
    form_of(body).save()
    assert stored(plain_book, dose).amount == FOUR
    message = form_of(body).message
    assert message.text().startswith("This was changed or deleted elsewhere after you opened it here.")
    assert [each.text() for each in message.buttons()] == ["Do not save yet", "Save this form"]
    message.buttons()[0].click()
    assert stored(plain_book, dose).amount == FOUR and not message.text()
    form_of(body).save()
    message.buttons()[1].click()
    assert stored(plain_book, dose).amount == TWO and panel_of(body).form is None


def test_an_entry_deleted_elsewhere_does_not_come_back_without_a_question(body: Body, plain_book: Logbook) -> None:
    first = note(plain_book, "a", 30)
    panel_of(body).edit([first])
    note_form(body).note.setPlainText("a, and much more")
    plain_book.delete([first.id])
    form_of(body).save()
    found = plain_book.get(first.id)
    assert isinstance(found, Note) and found.deleted_ms is not None and form_of(body).message.buttons()


@pytest.mark.slow
def test_a_draft_of_what_changed_since_asks_too(
    body: Body, plain_book: Logbook, known: Known, open_window: OpenWindow
) -> None:
    dose = Dose(at=ago(plain_book, 60), product=known.green.id, amount=TWO)
    plain_book.save(dose)
    panel_of(body).edit([dose])
    form = form_of(body)
    assert isinstance(form, TimedForm)
    form.time.set_text("-30 min")
    assert panel_of(body).keep_draft()
    plain_book.save(replace(dose, amount=FOUR))
    again = open_window(plain_book)
    form_of(again).save()
    assert stored(plain_book, dose).amount == FOUR and len(form_of(again).message.buttons()) == 2


@pytest.mark.slow
def test_what_nobody_else_changed_is_saved_at_once(body: Body, plain_book: Logbook) -> None:
    first = note(plain_book, "a", 30)
    panel_of(body).edit([first])
    note_form(body).note.setPlainText("a, and much more")
    form_of(body).keep_draft()
    keys(ctrl(Qt.Key.Key_D), Qt.Key.Key_Escape)
    panel_of(body).edit([first])
    form_of(body).save()
    assert panel_of(body).form is None and plain_book.get(first.id) == replace(first, text="a, and much more")
