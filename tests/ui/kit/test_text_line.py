"""Undo and Redo in a text field: its own typing first, and then the journal's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Note, Question, Substance
from journal.core.moments import moment_now
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from journal.ui.health.parts import PARTS, section_of
from journal.ui.kit.fields import NoteEdit
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.text_line import TextLine
from journal.ui.shell.body import Body
from journal.ui.shell.places import HEALTH, SAFETY, TODAY
from tests.samples import sample
from tests.ui.conftest import ctrl, keys, target
from tests.ui.health.conftest import settle
from tests.ui.scenes import health
from tests.ui.sign_cards import diary

UNDO = ctrl(Qt.Key.Key_Z)
REDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def ratings(book: Logbook) -> int:
    return len(book.days(book.today(), book.today())[0].ratings)


def rated_and_undone(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", Qt.Key.Key_Return, UNDO)


def typed() -> str:
    field = target()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit)
    return field.text()


def notes(book: Logbook) -> list[str]:
    return [note.text for note in book.find(EntryQuery(kinds=("note",))) if isinstance(note, Note)]


def composing(letters: str) -> None:
    """An input method shows letters in the field that are not its text yet."""
    QApplication.sendEvent(target(), QInputMethodEvent(letters, []))


def composed(word: str) -> None:
    """The input method gives the word."""
    event = QInputMethodEvent()
    event.setCommitString(word)
    QApplication.sendEvent(target(), event)


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter, ctrl(Qt.Key.Key_Return)])
def test_enter_while_a_word_is_composed_takes_the_word_and_saves_nothing(
    body: Body, plain_book: Logbook, enter: Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    keys(ctrl(Qt.Key.Key_K))
    composing("あめ")
    keys(enter)
    assert notes(plain_book) == []
    composed("雨")
    keys(ctrl(Qt.Key.Key_Return))
    assert notes(plain_book) == ["雨"]


def test_a_line_of_text_waits_for_the_word_too_and_for_none_that_was_forgotten(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_D))
    line = target()
    assert isinstance(line, QLineEdit)
    composing("に")
    keys(Qt.Key.Key_Return)
    assert target() is line  # not gone on
    keys(Qt.Key.Key_Return)
    assert target() is not line


def below(body: Body) -> str:
    return body._status.saved.text()


UNDO_WAITS = "Leave this field to take back what was saved."
REDO_WAITS = "Leave this field to do again what was taken back."


@pytest.mark.slow
def test_redo_in_a_field_without_typing_never_reaches_the_journal(body: Body, plain_book: Logbook) -> None:
    for opening in (Qt.Key.Key_K, Qt.Key.Key_D):
        rated_and_undone(body)
        assert ratings(plain_book) == 0
        keys(ctrl(opening), REDO)
        assert isinstance(target(), QLineEdit | NoteEdit) and ratings(plain_book) == 0
        assert below(body) == REDO_WAITS
        keys(Qt.Key.Key_Escape, REDO)
        assert ratings(plain_book) == 1 and below(body).startswith("Saved")
        keys(UNDO)


@pytest.mark.slow
def test_redo_does_the_fields_own_typing_again_first(body: Body, plain_book: Logbook) -> None:
    rated_and_undone(body)
    keys(ctrl(Qt.Key.Key_K), "7", UNDO)
    assert typed() == ""
    keys(REDO)
    assert typed() == "7" and ratings(plain_book) == 0
    keys(REDO)  # it is not saved: the journal waits, and says so
    form = body.today.panel.form if body.today is not None else None
    assert form is not None and form.message.text() and ratings(plain_book) == 0


@pytest.mark.slow
def test_undo_in_a_field_of_a_page_never_reaches_the_journal(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", Qt.Key.Key_Return)
    assert body.today is not None
    wait_in(body.today.aside.questions.field, body, plain_book)
    wait_in(diary(body).bar.field, body, plain_book)
    safety, health = body.reach(SAFETY), body.reach(HEALTH)
    # The page puts the keyboard there itself, once it is painted.
    qtbot.waitUntil(lambda: health.page.substances is not None and health.page.substances.line.name.hasFocus())
    wait_in(target(), body, plain_book)
    body.go(SAFETY.key)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in safety.findChildren(QLineEdit)))
    wait_in(next(each for each in safety.findChildren(QLineEdit) if each.isVisible()), body, plain_book)
    body.go(TODAY.key)
    body.today.action_row.buttons[0].setFocus()
    assert below(body).startswith("Saved")
    keys(UNDO)
    assert ratings(plain_book) == 0


def wait_in(field: QWidget, body: Body, book: Logbook) -> None:
    """The first Undo takes back the typing in the field, and more of them nothing."""
    assert isinstance(field, QLineEdit)
    field.setFocus()
    keys("abc", UNDO)
    assert (field.text(), ratings(book)) == ("", 1)
    keys(UNDO, UNDO)
    assert (below(body), ratings(book)) == (UNDO_WAITS, 1)


def test_undo_in_an_empty_field_never_reaches_the_journal(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", Qt.Key.Key_Return)
    diary(body).bar.field.setFocus()
    keys(UNDO)
    assert ratings(plain_book) == 1 and below(body) == UNDO_WAITS
    body._status.undo.click()  # the button says what it does, wherever the keyboard is
    assert ratings(plain_book) == 0


def said(body: Body) -> str:
    return body._status.undo.text()


def test_the_line_below_names_the_keys_only_where_they_undo_what_was_saved(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", Qt.Key.Key_Return)
    assert said(body) == "Undo: rating at 10:30  Ctrl+Z"
    keys(ctrl(Qt.Key.Key_K))
    assert said(body) == "Undo: rating at 10:30" == body._status.undo.accessibleName()
    keys("7", UNDO, UNDO, UNDO)  # one too many never reaches what was saved
    form = body.today.panel.form if body.today is not None else None
    assert form is not None and not form.dirty and "typed here is taken back" in form.message.text()
    assert typed() == "" and ratings(plain_book) == 1
    keys(Qt.Key.Key_Escape)
    assert said(body) == "Undo: rating at 10:30  Ctrl+Z"
    keys(UNDO)
    assert ratings(plain_book) == 0


def test_a_form_in_which_nothing_was_typed_says_nothing_itself(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", Qt.Key.Key_Return)
    for opening in (Qt.Key.Key_K, Qt.Key.Key_D):
        keys(ctrl(opening), UNDO)
        form = body.today.panel.form if body.today is not None else None
        assert form is not None and not form.message.text() and ratings(plain_book) == 1
        assert below(body) == UNDO_WAITS
        keys(Qt.Key.Key_Escape)
        assert below(body).startswith("Saved")


@pytest.mark.slow
def test_where_a_field_holds_nothing_of_its_own_the_search_names_no_keys(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", Qt.Key.Key_Return)
    diary(body).bar.field.setFocus()
    assert said(body) == "Undo: rating at 10:30"
    keys("x", UNDO)
    assert typed() == "" and ratings(plain_book) == 1


def test_typing_brings_the_field_back_into_sight(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    field = TextLine()
    column.addWidget(field)
    column.addSpacing(2000)
    area = scrolling(inside)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    area.verticalScrollBar().setValue(1500)
    assert field.visibleRegion().isEmpty()
    QTest.keyClicks(field, "a")
    assert field.visibleRegion().boundingRect() == field.rect() and field.text() == "a"


def names(book: Logbook) -> list[str]:
    return [substance.name for substance in book.listed(Substance)]


def test_in_the_line_that_added_the_last_entry_undo_takes_that_back_and_no_more(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", Qt.Key.Key_Return)
    page = health(body).page
    assert page.substances is not None
    name = page.substances.line.name
    qtbot.waitUntil(name.hasFocus)
    keys("Zinc", Qt.Key.Key_Return)
    qtbot.waitUntil(name.hasFocus)
    assert (names(plain_book), name.text(), name.isUndoAvailable()) == (["Zinc"], "", False)
    keys(UNDO)
    assert names(plain_book) == []
    keys(REDO)
    assert names(plain_book) == ["Zinc"]
    keys("x", UNDO)  # its own typing first
    assert (names(plain_book), name.text()) == (["Zinc"], "")
    keys(UNDO, UNDO)  # the rating before it was not added here
    assert names(plain_book) == [] and ratings(plain_book) == 1 and below(body) == UNDO_WAITS


def test_a_question_that_was_just_added_is_taken_back_where_it_was_typed(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    field = body.today.aside.questions.field
    field.setFocus()
    keys("May I drive?", Qt.Key.Key_Return)
    assert [question.text for question in plain_book.listed(Question)] == ["May I drive?"] and field.hasFocus()
    keys(UNDO)
    assert plain_book.listed(Question) == [] and field.text() == ""


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("code", [code for code in PARTS if code != "substance"])  # those have the line
def test_after_any_form_of_health_the_same_keys_take_back_what_it_saved(
    body: Body, plain_book: Logbook, qtbot: QtBot, code: str
) -> None:
    screen = health(body, section_of(code).key)
    screen.add(code)
    qtbot.waitUntil(lambda: screen.form is not None and screen.form.isVisible())
    assert screen.form is not None
    screen.form.copy_entries([sample(code, moment_now(plain_book.clock))[-1]])
    screen.form.save()
    while screen.form is not None:  # the sample has what is asked about
        next(button for button in screen.form.message.buttons() if button.text() == "Keep it").click()
    settle()
    assert [each for part in plain_book.slices(code) for each in part]
    focused = QApplication.focusWidget()
    assert focused is not None and screen.isAncestorOf(focused)
    keys(UNDO)
    assert not [each for part in plain_book.slices(code) for each in part]
