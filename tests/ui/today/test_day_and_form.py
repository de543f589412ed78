"""In a window with room for one of them, a line says that the open form, or a question about a sign, is hidden."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from journal.core.entries import Answer, Symptom
from journal.core.symptoms import SymptomKind
from journal.guidance.warning_signs import signs
from journal.logbook import Logbook
from journal.texts.names import SYMPTOMS_INSIDE
from journal.ui.shell.body import Body
from journal.ui.today.screen import TodayScreen
from tests.journals import saved
from tests.ui.conftest import OpenWindow, ctrl, keys, target
from tests.ui.fits import settle
from tests.ui.sign_cards import question, rate
from tests.ui.today.test_sign_question_in_sight import out_of_sight, seen, sized

SIZES = [(520, 480, 100), (900, 600, 200)]
SMALL = pytest.mark.parametrize(("width", "height", "percent"), SIZES)
PAIN = Qt.Key.Key_Down, "7"
NOTE = ctrl(Qt.Key.Key_K)


def today_of(body: Body) -> TodayScreen:
    assert body.today is not None
    return body.today


def form_is_first(today: TodayScreen) -> bool:
    form = today.panel.form
    return form is not None and form.isVisible() and form.isAncestorOf(target()) and today._places.day.isHidden()


def question_is_first(body: Body) -> bool:
    card, today = question(body), today_of(body)
    return (
        card is not None
        and out_of_sight(card.parts[0]) == []
        and card.isAncestorOf(target())
        and (today.panel.isHidden())
    )


@pytest.mark.quick_every(2)
@SMALL
def test_a_form_that_is_opened_says_that_a_question_waits(opened: Body, width: int, height: int, percent: int) -> None:
    sized(opened, width, height, percent)
    rate(opened, *PAIN)
    keys(NOTE, "half typed")
    settle()
    today = today_of(opened)
    assert form_is_first(today) and today.waiting.text() == "A question about chest pain is waiting"
    assert seen(today.waiting)
    sized(opened, width + 20, height, percent)
    assert form_is_first(today) and seen(today.waiting)
    today.waiting.button.click()
    settle()
    assert question_is_first(opened) and today.waiting.text() == "Go on with what you were writing"
    today.waiting.button.click()
    settle()
    assert form_is_first(today)


@pytest.mark.quick_every(2)
@SMALL
def test_after_a_restart_the_question_is_seen_first_and_then_the_form(
    opened: Body, plain_book: Logbook, open_window: OpenWindow, width: int, height: int, percent: int
) -> None:
    rate(opened, *PAIN)
    keys(NOTE, "half typed")
    opened.keep_drafts()
    again = open_window(plain_book)
    sized(again, width, height, percent)
    assert question_is_first(again) and seen(today_of(again).waiting)
    card = question(again)
    assert card is not None
    card.parts[0].answers[Answer.PASSED].click()
    settle()
    assert card.isVisible() and today_of(again).panel.isHidden()  # what the answer says is read first
    keys(Qt.Key.Key_Escape)
    settle()
    assert form_is_first(today_of(again)) and today_of(again).waiting.text() == ""


def test_thoughts_of_suicide_are_not_named_in_the_line(opened: Body, plain_book: Logbook) -> None:
    saved(plain_book, Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=-1))
    sized(opened, *SIZES[0])
    rate(opened, *PAIN)
    keys(NOTE)
    assert today_of(opened).waiting.text() == "A question is waiting"


def test_the_line_follows_the_answer(opened: Body) -> None:
    sized(opened, *SIZES[0])
    rate(opened, *PAIN)
    card = question(opened)
    assert card is not None
    card.parts[0].answers[Answer.YES].click()
    keys(NOTE)
    settle()
    assert today_of(opened).waiting.text() == "Advice about chest pain is still open"
    opened.undo()
    assert today_of(opened).waiting.text() == "A question about chest pain is waiting"
    opened.undo()  # the rating
    assert today_of(opened).waiting.text() == ""


def test_every_sign_has_its_words_for_the_line() -> None:
    rows_without_rating = ["child", "pregnant"]
    assert [each.code for each in signs() if each.code not in SYMPTOMS_INSIDE] == rows_without_rating


@pytest.mark.parametrize("come", [lambda body: keys(ctrl(Qt.Key.Key_1)), lambda body: body.act("note")])
def test_whoever_comes_to_today_sees_its_top(body: Body, come: Callable[[Body], object]) -> None:
    body.window().resize(900, 600)
    settle()
    day = today_of(body)._places.day
    for again in (False, True):
        day.verticalScrollBar().setValue(day.verticalScrollBar().maximum())
        assert day.verticalScrollBar().value() > 0, again
        keys(ctrl(Qt.Key.Key_2))
        settle()
        come(body)
        settle()
        if today_of(body).panel.form is not None:
            keys(Qt.Key.Key_Escape)
            settle()
        assert today_of(body).isVisible() and day.verticalScrollBar().value() == 0
