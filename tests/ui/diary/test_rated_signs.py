"""Warning signs that are written down, answered and shown in the Diary."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from journal.core.entries import Answer, Rating, Symptom
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.shell.body import Body
from tests.journals import ago
from tests.ui.conftest import keys
from tests.ui.fits import settle
from tests.ui.sign_cards import answer_of, asked_on_today, diary, question, ratings

ENTER = Qt.Key.Key_Return


@pytest.mark.slow
def test_what_is_added_in_the_diary_is_asked_about_on_today(opened: Body, plain_book: Logbook) -> None:
    diary(opened).pane.add("rating", None)
    settle()
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    assert len(ratings(plain_book)) == 1 and asked_on_today(opened)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["edit_selected", "copy_selected"])
def test_what_is_changed_or_copied_in_the_diary_is_asked_about(
    how: str, opened: Body, plain_book: Logbook, chest_pain: Symptom
) -> None:
    recent = Rating(at=ago(plain_book, 30), symptom=chest_pain.id, value=0)
    plain_book.save(recent)
    screen = diary(opened)
    assert screen.rows.show_entry(recent)
    getattr(screen.pane, how)()
    settle()
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    assert asked_on_today(opened)


def test_what_was_days_ago_is_asked_about_from_the_diary_too(
    opened: Body, plain_book: Logbook, chest_pain: Symptom
) -> None:
    old = Rating(at=ago(plain_book, 25 * 60), symptom=chest_pain.id, value=0)
    plain_book.save(old)
    screen = diary(opened)
    assert screen.rows.show_entry(old)
    screen.pane.edit_selected()
    settle()
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    assert asked_on_today(opened)


def test_the_answer_is_seen_and_changed_in_the_diary(opened: Body, plain_book: Logbook, chest_pain: Symptom) -> None:
    recent = Rating(at=ago(plain_book, 30), symptom=chest_pain.id, value=7)
    plain_book.save(recent)
    plain_book.save(replace(recent, answer=Answer.YES), label="rating.answered")
    screen = diary(opened)
    assert screen.rows.show_entry(recent)
    details = screen.pane.details
    assert "Answered: happening now" in details.words()
    assert "answer not given → happening now" in details.words()
    details.answer.click()
    settle()
    assert asked_on_today(opened)
    asked = question(opened)
    assert asked is not None
    asked.parts[0].answers[Answer.PASSED].click()
    assert answer_of(plain_book, recent) is Answer.PASSED
    screen = diary(opened)
    assert screen.rows.show_entry(recent)
    assert "Answered: it has passed" in details.words()
    assert "answer happening now → it has passed" in details.words()
    opened.undo()
    assert answer_of(plain_book, recent) is Answer.YES and asked.parts[0].given is Answer.YES


def test_a_private_answer_is_shown_only_when_it_is_opened(opened: Body, plain_book: Logbook) -> None:
    dark = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=0)
    recent = Rating(at=ago(plain_book, 30), symptom=dark.id, value=7, answer=Answer.PASSED)
    plain_book.save(dark, recent)
    screen = diary(opened)
    assert screen.rows.show_entry(recent)
    details = screen.pane.details
    assert "Answered" not in details.words() and details.answer.isHidden()
    details.reveal.click()
    assert "Answered: it has passed" in details.words() and details.answer.isVisible()


def test_what_is_no_warning_sign_has_no_answer(opened: Body, plain_book: Logbook) -> None:
    nausea = Symptom(code="nausea", kind=SymptomKind.SIDE_EFFECT, position=3)
    recent = Rating(at=ago(plain_book, 30), symptom=nausea.id, value=7)
    plain_book.save(nausea, recent)
    screen = diary(opened)
    assert screen.rows.show_entry(recent)
    assert "nswered" not in screen.pane.details.words() and screen.pane.details.answer.isHidden()


def test_a_symptom_of_one_s_own_that_is_called_so_has_its_answer(opened: Body, plain_book: Logbook) -> None:
    own = Symptom(name="pain in my chest", position=3)
    recent = Rating(at=ago(plain_book, 30), symptom=own.id, value=7)
    plain_book.save(own, recent)
    screen = diary(opened)
    assert screen.rows.show_entry(recent)
    assert "Not answered" in screen.pane.details.words()
    screen.pane.details.answer.click()
    settle()
    assert asked_on_today(opened)
