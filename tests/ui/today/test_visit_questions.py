"""Questions for the visit on Today, with real keys: ticked, found again under "Asked before", asked again."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.core.entries import Question
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.undo import change_label
from journal.ui.kit.theme import apply_theme
from journal.ui.shell.body import Body
from journal.ui.today.visit_questions import VisitQuestions
from tests.ui.conftest import ctrl, keys, target, tick
from tests.ui.fits import settle


@pytest.fixture
def questions(body: Body, plain_book: Logbook) -> VisitQuestions:
    """Two questions, the older one first."""
    assert body.today is not None
    made = body.today.aside.questions
    settle()
    for text in ("Is it the tablets?", "May I drive?"):
        made.field.setFocus()
        keys(text, Qt.Key.Key_Return)
        tick(plain_book, 1)
    settle()
    return made


def stored(book: Logbook) -> dict[str, dt.date | None]:
    return {question.text: question.asked_on for question in book.listed(Question)}


def tick_first(questions: VisitQuestions) -> None:
    next(iter(questions.ticks.values())).box.setFocus()
    keys(Qt.Key.Key_Space)
    settle()


def test_enter_with_nothing_typed_says_so(questions: VisitQuestions, plain_book: Logbook) -> None:
    questions.field.setFocus()
    keys(Qt.Key.Key_Return)
    assert questions.message.text() == "Type a question first." and target() is questions.field
    assert len(stored(plain_book)) == 2


def test_a_long_question_leaves_the_field_in_its_place(questions: VisitQuestions, plain_book: Logbook) -> None:
    plain_book.save(long := Question(text="why " * 2500))
    settle()
    words = questions.ticks[long.id].words.text()
    assert len(words) < 400 and words.endswith("why…") and long.text in stored(plain_book)


def test_a_second_space_ticks_no_second_question(questions: VisitQuestions, plain_book: Logbook) -> None:
    tick_first(questions)
    assert target() is questions.before.fold
    keys(Qt.Key.Key_Space)
    settle()
    assert stored(plain_book) == {"Is it the tablets?": plain_book.today(), "May I drive?": None}


@pytest.mark.parametrize("ticked", [1, 2])
def test_undo_takes_a_tick_back_and_says_what_it_was(
    questions: VisitQuestions, plain_book: Logbook, ticked: int
) -> None:
    for _ in range(ticked):
        tick_first(questions)
    assert len(questions.ticks) == 2 - ticked and target() is questions.before.fold
    step = plain_book.undo_step
    assert step is not None and change_label(english(), step.label, step.arguments) == "question ticked as asked"
    keys(ctrl(Qt.Key.Key_Z))
    assert len(questions.ticks) == 3 - ticked


def test_what_was_asked_is_folded_below_and_can_be_asked_again(questions: VisitQuestions, plain_book: Logbook) -> None:
    assert not questions.before.isVisible()
    tick_first(questions)
    before = questions.before
    assert before.fold.isVisible() and before.fold.text() == "Asked before (1)" and before.again == {}
    assert not before.fold.icon().isNull()
    before.fold.setFocus()
    keys(Qt.Key.Key_Space)
    settle()
    (again,) = before.again.values()
    assert again.isVisible() and again.accessibleName() == "Ask again: Is it the tablets?"
    again.setFocus()
    keys(Qt.Key.Key_Space)
    settle()
    assert set(stored(plain_book).values()) == {None} and len(questions.ticks) == 2
    assert not before.isVisible() and questions.isAncestorOf(target())
    keys(ctrl(Qt.Key.Key_Z))
    assert before.isVisible() and not before.fold.isChecked()


def test_of_many_that_were_asked_the_newest_are_shown(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    before, today = body.today.aside.questions.before, plain_book.today()
    plain_book.save(*(Question(text=f"No. {n}", asked_on=today - dt.timedelta(days=n)) for n in range(23)))
    assert before.fold.text() == "Asked before (23)"
    before.fold.click()
    asked = [plain_book.get(question_id) for question_id in before.again]
    assert [each.text for each in asked if isinstance(each, Question)] == [f"No. {n}" for n in range(20)]
    assert before.more.text() == "and 3 more"


def test_the_same_question_stays_one(questions: VisitQuestions, plain_book: Logbook) -> None:
    questions.field.setFocus()
    keys("may I  drive", Qt.Key.Key_Return)
    assert len(stored(plain_book)) == 2 and questions.field.text() == ""
    assert questions.message.text() == "This question is on the list already."
    keys("Something new", Qt.Key.Key_Return)
    assert len(stored(plain_book)) == 3 and not questions.message.isVisible()


def test_one_that_was_asked_is_offered_to_be_asked_again(questions: VisitQuestions, plain_book: Logbook) -> None:
    tick_first(questions)
    questions.field.setFocus()
    keys("Is it the tablets?", Qt.Key.Key_Return)
    assert "You asked this on" in questions.message.text() and len(stored(plain_book)) == 2
    assert questions.field.text() == "Is it the tablets?"
    questions.message.buttons()[0].click()
    assert set(stored(plain_book).values()) == {None} and questions.field.text() == ""


@pytest.mark.parametrize("size", [(1366, 768), (900, 600), (640, 480)])
def test_a_key_leads_to_the_field_from_anywhere(body: Body, plain_book: Logbook, size: tuple[int, int]) -> None:
    body.window().resize(*size)
    keys(ctrl(Qt.Key.Key_2))
    settle()
    body.act("question")
    settle()
    assert body.today is not None
    field = body.today.aside.questions.field
    assert target() is field and not field.visibleRegion().isEmpty()
    keys("May I drive?", Qt.Key.Key_Return)
    assert list(stored(plain_book)) == ["May I drive?"]


def test_a_form_that_is_open_waits_meanwhile(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    body.act("note")
    keys("Half a note")
    body.act("question")
    settle()
    assert target() is body.today.aside.questions.field and body.today.panel.form is None
    assert "Not saved yet: Note" in body.today.unsaved.text()


@pytest.mark.parametrize(
    ("size", "percent"),
    [
        ((900, 600), 200),
        pytest.param((900, 600), 100, marks=pytest.mark.slow),
        pytest.param((1240, 600), 200, marks=pytest.mark.slow),
        pytest.param((1366, 768), 200, marks=pytest.mark.slow),
    ],
)
def test_at_the_field_it_is_said_what_waits_to_be_saved(
    body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_theme(qapp, "light", percent)
    body.window().resize(*size)
    assert body.today is not None
    body.act("note")
    keys("Half a note")
    body.act("question")
    settle()
    questions = body.today.aside.questions
    assert questions.message.text() == "Not saved yet: Note."
    for part in (questions.message, questions.field):  # both whole, once the page has its height
        qtbot.waitUntil(lambda part=part: part.visibleRegion().boundingRect() == part.rect())  # type: ignore[misc]
    keys("May I drive?", Qt.Key.Key_Return)
    assert questions.message.text() and target() is questions.field
    questions.message.buttons()[0].click()
    settle()
    assert body.today.panel.form is not None and body.today.panel.form.dirty
    body.today.panel.form.save()
    settle()
    assert questions.isVisible() and questions.message.text() == "" == body.today.unsaved.text()
