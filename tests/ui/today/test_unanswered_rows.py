"""A warning sign whose question was closed says so in its row on Today, and can be answered there."""

from __future__ import annotations

from dataclasses import replace

from journal.core.entries import Answer, Rating, Symptom
from journal.core.moments import moment_now
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.entries.line import Line
from journal.ui.shell.body import Body
from journal.ui.today.entry_list import LineRole, RowRole
from journal.ui.today.screen import TodayScreen
from tests.journals import FixedClock, saved
from tests.ui.fits import settle
from tests.ui.sign_cards import question


def noted(book: Logbook, clock: FixedClock, code: str, answer: Answer | None = None) -> Rating:
    symptom = saved(book, Symptom(code=code, kind=SymptomKind.WARNING, position=6))
    rating = Rating(at=moment_now(clock), symptom=symptom.id, value=6, answer=answer)
    book.save(rating)
    settle()
    return rating


def screen(body: Body) -> TodayScreen:
    assert body.today is not None
    return body.today


def line(body: Body) -> Line:
    found = screen(body).list.model().index(0, 0).data(LineRole)
    assert isinstance(found, Line)
    return found


def menu(body: Body) -> list[str]:
    row = screen(body).list.model().index(0, 0).data(RowRole)
    return [each.text() for each in screen(body).row_menu(row).actions()]


def test_a_closed_question_leaves_its_row_saying_so(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    rating = noted(plain_book, clock, "chest_pain")
    assert line(body).fact == "not answered" and line(body).spoken.endswith(", not answered")
    row = screen(body).list.model().index(0, 0).data(RowRole)
    again = next(each for each in screen(body).row_menu(row).actions() if each.text() == "Answer again")
    again.trigger()
    settle()
    card = question(body)
    assert card is not None and card.part_of(rating.id) is not None
    plain_book.save(replace(rating, answer=Answer.PASSED))
    settle()
    assert line(body).fact == "" and "Answer again" in menu(body)


def test_a_masked_rating_stays_masked(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    noted(plain_book, clock, "suicidal_thoughts")
    assert (line(body).title, line(body).fact) == ("Private rating", "")
    assert "Answer again" not in menu(body)


def test_another_rating_has_nothing_to_answer(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    noted(plain_book, clock, "fatigue")
    assert line(body).fact == "" and "Answer again" not in menu(body)
