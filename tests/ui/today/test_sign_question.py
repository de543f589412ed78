"""Is this happening now: asked on Today after a warning sign was saved, never instead."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from journal.core.entries import Answer, Rating, Symptom
from journal.core.moments import HOUR_MS
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.shell.body import Body
from tests.journals import FixedClock, ago
from tests.ui.conftest import Known, OpenWindow, ctrl, keys
from tests.ui.fits import cut, settle, words
from tests.ui.sign_cards import answer_of, diary, press, question, rate, ratings, visible

ENTER = Qt.Key.Key_Return


def test_yes_leads_to_the_emergency_page_and_back(opened: Body) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    keys(ENTER)
    asked = question(opened)
    assert asked is not None
    (more,) = [each for each in asked.findChildren(QPushButton) if each.text() == "Emergency"]
    more.setFocus()
    keys(ENTER)
    assert opened.navigation.current() == "emergency"
    keys(Qt.Key.Key_Escape)
    assert opened.navigation.current() == "today" and "911" in words(asked)


def test_it_is_saved_first_and_then_asked(opened: Body, plain_book: Logbook, chest_pain: Symptom) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    assert ratings(plain_book) == [(chest_pain.id, 7)]
    asked = question(opened)
    assert asked is not None and asked.isVisible() and asked.parts[0].first.hasFocus()
    assert asked.parts[0].title() == "Chest pain, today 10:30"
    keys(Qt.Key.Key_Space)
    assert "911" in words(asked)
    keys(Qt.Key.Key_Escape)
    settle()
    assert question(opened) is None and ratings(plain_book) == [(chest_pain.id, 7)]
    plain_book.undo()  # the answer, then the rating
    plain_book.undo()
    assert ratings(plain_book) == []


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("typed", [("5",), (Qt.Key.Key_Down, "0"), (Qt.Key.Key_Down, Qt.Key.Key_Up, "4")])
def test_what_is_not_there_or_no_warning_is_not_asked(
    opened: Body, plain_book: Logbook, typed: tuple[str, ...]
) -> None:
    rate(opened, *typed)
    assert len(ratings(plain_book)) == 1 and question(opened) is None


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("code", ["itching", None])
def test_a_warning_that_nobody_here_knows_is_saved_and_not_asked(
    code: str | None, known: Known, plain_book: Logbook, open_window: OpenWindow
) -> None:
    strange = Symptom(code=code, name="Strange", kind=SymptomKind.WARNING, position=0)
    plain_book.save(strange)
    plain_book.save(replace(known.nausea, hidden=True))
    body = open_window(plain_book)
    rate(body, Qt.Key.Key_Down, "7")
    assert ratings(plain_book) == [(strange.id, 7)] and question(body) is None


def test_the_next_entry_is_not_kept_waiting(opened: Body, plain_book: Logbook) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    rate(opened, "3")
    assert len(ratings(plain_book)) == 2
    assert question(opened) is not None  # it stays until it is answered


def test_a_second_warning_stands_beside_the_first(opened: Body) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    first = question(opened)
    assert first is not None
    first.parts[0].first.click()
    rate(opened, Qt.Key.Key_Down, "8")
    asked = question(opened)
    assert asked is first and [each.given for each in asked.parts] == [Answer.YES, None]
    assert asked.parts[1].first.hasFocus() and "911" in visible(asked)


def test_a_second_warning_joins_a_question_that_is_still_open(opened: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=-1))
    rate(opened, Qt.Key.Key_Down, "7")
    rate(opened, Qt.Key.Key_Down, Qt.Key.Key_Down, "8")
    asked = question(opened)
    assert asked is not None and [each.noted.code for each in asked.parts] == ["chest_pain", "dark_urine"]


@pytest.mark.slow
def test_what_was_days_ago_is_asked_too(opened: Body, plain_book: Logbook, chest_pain: Symptom) -> None:
    old = Rating(at=ago(plain_book, 25 * 60), symptom=chest_pain.id, value=3)
    plain_book.save(old)
    assert opened.today is not None
    opened.today.show_day(plain_book.today() - dt.timedelta(days=1))
    opened.today.panel.edit([old])
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    asked = question(opened)
    assert asked is not None
    asked.parts[0].answers[Answer.PASSED].click()
    assert "See a doctor today. It was within the last three days." in words(asked)


@pytest.mark.slow
def test_after_midnight_the_heading_names_the_weekday_and_in_the_morning_yesterday(
    opened: Body, plain_book: Logbook, clock: FixedClock
) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None and asked.parts[0].title() == visible(asked)[0] == "Chest pain, today 10:30"
    clock.ms += 14 * HOUR_MS  # half past midnight: the same journal day
    assert opened.today is not None
    opened.today.tick()
    assert visible(asked)[0] == "Chest pain, Sun 10:30" and asked.parts[0].first.hasFocus()
    opened.today.turn(-1)
    assert visible(asked)[0] == "Chest pain, Sun 10:30"  # Today is still that Sunday
    clock.ms += 10 * HOUR_MS
    opened.today.tick()
    assert visible(asked)[0] == "Chest pain, yesterday 10:30"
    clock.ms += 48 * HOUR_MS
    opened.today.tick()
    assert visible(asked)[0] == "Chest pain, 22 Nov 10:30"


def test_a_change_asks_about_what_is_new_or_was_never_answered(
    opened: Body, plain_book: Logbook, chest_pain: Symptom
) -> None:
    recent = Rating(at=ago(plain_book, 30), symptom=chest_pain.id, value=3, answer=Answer.PASSED)
    plain_book.save(recent)
    assert opened.today is not None
    opened.today.panel.edit([recent])
    keys(ENTER)
    settle()
    assert question(opened) is None and answer_of(plain_book, recent) is Answer.PASSED
    opened.today.panel.edit([recent])
    keys(Qt.Key.Key_Down, "8", ENTER)
    settle()
    assert question(opened) is not None and answer_of(plain_book, recent) is None


@pytest.mark.slow
def test_another_number_of_none_asks_nothing_and_forgets_the_answer(
    opened: Body, plain_book: Logbook, chest_pain: Symptom
) -> None:
    recent = Rating(at=ago(plain_book, 30), symptom=chest_pain.id, value=3, answer=Answer.PASSED)
    plain_book.save(recent)
    assert opened.today is not None
    opened.today.panel.edit([recent])
    keys(Qt.Key.Key_Down, "0", ENTER)
    settle()
    assert question(opened) is None and answer_of(plain_book, recent) is None


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.PASSED, Answer.KNOWN])
def test_the_answer_is_kept_with_the_rating_and_undo_takes_it_back(
    opened: Body, plain_book: Logbook, answer: Answer
) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    (rating,) = plain_book.days(plain_book.today(), plain_book.today())[0].ratings
    asked = question(opened)
    assert asked is not None
    asked.parts[0].answers[answer].click()
    assert answer_of(plain_book, rating) is answer
    assert plain_book.undo_step is not None and plain_book.undo_step.label == "rating.answered"
    opened.undo()
    settle()
    assert answer_of(plain_book, rating) is None
    assert question(opened) is asked and asked.parts[0].given is None and asked.parts[0].answers[answer].isVisible()
    opened.undo()  # the rating itself: nothing is left to ask about
    settle()
    assert question(opened) is None


@pytest.mark.slow
def test_undo_of_something_else_asks_nothing(opened: Body, plain_book: Logbook) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    keys(Qt.Key.Key_Escape)
    settle()
    rate(opened, "3")
    opened.undo()
    settle()
    assert question(opened) is None


@pytest.mark.slow
def test_what_is_palpitations_asks_by_its_row(opened: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="palpitations", kind=SymptomKind.SIDE_EFFECT, position=-1))
    rate(opened, Qt.Key.Key_Down, "2")
    asked = question(opened)
    assert asked is not None and "faintness or short breath: call 911" in press(asked, Answer.YES)


@pytest.mark.slow
def test_there_is_room_for_it_at_any_text_size(opened: Body) -> None:
    opened.set_look(text_size=200)
    opened.main.resize(700, 860)
    rate(opened, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None and cut(asked) == []
    asked.parts[0].first.click()
    settle()
    assert cut(asked) == []


@pytest.mark.slow
@pytest.mark.parametrize("narrow", [False, True])
def test_the_question_comes_before_an_open_form_that_has_all_the_room(opened: Body, narrow: bool) -> None:
    opened.main.resize(700 if narrow else 1240, 860)
    keys(ctrl(Qt.Key.Key_K), "typed before")
    diary(opened).pane.add("rating", None)
    settle()
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    asked, today = question(opened), opened.today
    assert asked is not None and asked.isVisible() and asked.parts[0].first.hasFocus() and cut(asked) == []
    assert today is not None and today.panel.form is not None
    keys(Qt.Key.Key_Escape)
    settle()
    assert question(opened) is None and today.panel.form.isVisible() and today._places.day.isHidden() is narrow
