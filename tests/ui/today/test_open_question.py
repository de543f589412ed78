"""What Today asks in a form stands until it is answered, and a form that gave its place to another one is seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Rating, Substance, Symptom
from journal.core.substances import Source
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.tasks import working
from journal.ui.shell.body import Body
from journal.ui.today.screen import TodayScreen
from tests.journals import ago, note
from tests.signs import noted
from tests.ui.conftest import Known, ctrl, keys
from tests.ui.fits import settle

ENTER = Qt.Key.Key_Return


def today_of(body: Body) -> TodayScreen:
    assert body.today is not None
    return body.today


@pytest.fixture
def asked(body: Body, plain_book: Logbook, known: Known) -> Body:
    """The same dose twice: whether it is meant is asked."""
    keys(ctrl(Qt.Key.Key_D), "2 g", ENTER, ctrl(Qt.Key.Key_D), ENTER)
    settle()
    assert asks(body)
    return body


def asks(body: Body) -> bool:
    form = today_of(body).panel.form
    return isinstance(form, DoseForm) and form.message.asks


def doses(book: Logbook) -> list[Dose]:
    return list(book.days(book.today(), book.today())[0].doses)


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_K])
def test_another_form_waits_for_the_answer(asked: Body, plain_book: Logbook, key: Qt.Key) -> None:
    keys(ctrl(key))
    settle()
    form = today_of(asked).panel.form
    assert asks(asked) and form is not None
    assert form.message.buttons()[0].hasFocus()
    said = form.message.text()
    assert said.startswith("Answer this first. ")
    keys(ctrl(key))
    assert form.message.text() == said
    keys(Qt.Key.Key_Tab, ENTER)  # Save it again
    assert len(doses(plain_book)) == 2
    keys(ctrl(key))
    assert today_of(asked).panel.form is not None and not asks(asked)


def test_it_stands_while_the_person_is_elsewhere(asked: Body) -> None:
    for place in ("diary", "safety", "emergency", "today"):
        asked.go(place)
        settle()
    assert asks(asked)


def test_a_half_typed_form_is_seen_after_another_one_was_saved(body: Body, plain_book: Logbook, known: Known) -> None:
    today = today_of(body)
    keys(ctrl(Qt.Key.Key_K), "half a sentence", ctrl(Qt.Key.Key_D))
    assert today.unsaved.text() == ""
    keys("2 g", ENTER)
    settle()
    assert today.unsaved.text() == "Not saved yet: Note. Go on with it"
    today.unsaved.button.click()
    assert isinstance(today.panel.form, NoteForm) and today.panel.form.note.text() == "half a sentence"
    assert today.unsaved.text() == ""
    today.panel.form.save()
    assert today.unsaved.text() == ""


@pytest.mark.quick_every(2)
@pytest.mark.parametrize(("width", "height"), [(1366, 738), (900, 570)])
def test_what_there_is_to_ask_about_is_in_sight(
    body: Body, plain_book: Logbook, qtbot: QtBot, width: int, height: int
) -> None:
    plain_book.save(Substance(name="Xanax", source=Source.PRESCRIBED))
    qtbot.waitUntil(lambda: not working())
    assert body.notices is not None
    body.notices.close()
    body.main.resize(width, height)
    settle()
    shown = today_of(body).aside.to_ask.button
    assert shown.isVisible() and not shown.visibleRegion().isEmpty()
    body.main.resize(1366 + 900 - width, height)
    settle()
    assert shown.isVisible() and not shown.visibleRegion().isEmpty()


def test_a_sign_is_still_asked_about_in_sight_after_another_entry_in_a_small_window(
    body: Body, plain_book: Logbook, known: Known
) -> None:
    for number in range(12):
        plain_book.save(note(plain_book, f"note {number}", 30 + number))
    body.main.resize(900, 570)
    settle()
    today = today_of(body)
    pain = Symptom(code="chest_pain", kind=SymptomKind.WARNING)
    rating = Rating(at=ago(plain_book, 0), symptom=pain.id, value=5)
    plain_book.save(pain, rating)
    today.ask_about([replace(noted("chest_pain"), rating=rating)])
    settle()
    answers = today.question
    assert not answers.visibleRegion().isEmpty()
    keys(ctrl(Qt.Key.Key_K), "a short note")
    form = today.panel.form
    assert form is not None
    bar = today._places.day.verticalScrollBar()
    bar.setValue(bar.maximum())  # as the keyboard does where a hidden form hands it on
    form.save()
    settle()
    assert not answers.visibleRegion().isEmpty()
