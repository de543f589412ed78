"""Drinks, painkillers and questions from Today."""

from __future__ import annotations

from PySide6.QtCore import Qt

from journal.core.entries import CheckIn, Intake, Question
from journal.core.substances import Taken
from journal.logbook import Logbook
from journal.ui.shell.body import Body
from tests.ui.conftest import keys


def test_alcohol_is_two_presses(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    body.today.aside.something_else.taken[Taken.ALCOHOL].click()
    keys(Qt.Key.Key_Return)
    (intake,) = plain_book.days(plain_book.today(), plain_book.today())[0].entries["intake"]
    assert isinstance(intake, Intake)
    assert (intake.what, intake.drinks, intake.amount) == (Taken.ALCOHOL, None, "")


def test_a_question_is_noted_ticked_and_comes_back_with_undo(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    questions = body.today.aside.questions
    questions.field.setText("Can I cut down before the operation?")
    questions.add.click()
    (question,) = plain_book.listed(Question)
    assert list(questions.ticks) == [question.id]
    assert questions.field.text() == ""
    questions.ticks[question.id].box.click()
    (asked,) = plain_book.listed(Question)
    assert asked.asked_on == plain_book.today()
    assert questions.ticks == {}
    plain_book.undo()
    assert list(questions.ticks) == [question.id]


def test_the_weekly_check_in_is_offered_until_it_is_put_off(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    due = body.today.aside.check_in_due
    assert due.isVisible()
    due.put_off.click()
    (kept,) = plain_book.days(plain_book.today(), plain_book.today())[0].entries["check_in"]
    assert isinstance(kept, CheckIn)
    assert kept.score is None
    assert not due.isVisible()
    plain_book.undo()
    assert due.isVisible()
