"""Rows of Today: edited, deleted and answered from keys and a menu; an unanswered warning sign says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QMenu

from journal.core.entries import Answer, Rating, Symptom
from journal.core.moments import moment_now
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.line import Line
from journal.ui.shell.body import Body
from journal.ui.today.entry_list import LineRole, RowRole
from journal.ui.today.screen import TodayScreen
from tests.journals import FixedClock, saved
from tests.ui.conftest import ctrl, keys
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
    return [each.text() for each in screen(body).rows.menu(row).actions()]


def test_a_closed_question_leaves_its_row_saying_so(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    rating = noted(plain_book, clock, "chest_pain")
    assert line(body).fact == "not answered" and line(body).spoken.endswith(", not answered")
    row = screen(body).list.model().index(0, 0).data(RowRole)
    again = next(each for each in screen(body).rows.menu(row).actions() if each.text() == "Answer again")
    again.trigger()
    settle()
    card = question(body)
    assert card is not None and card.part_of(rating.id) is not None
    plain_book.save(replace(rating, answer=Answer.PASSED))
    settle()
    assert line(body).fact == "" and "Answer again" in menu(body)


def test_a_masked_rating_stays_masked(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    noted(plain_book, clock, "suicidal_thoughts")
    assert (line(body).title, line(body).fact) == ("Hidden rating", "")
    assert "Answer again" not in menu(body)


def test_another_rating_has_nothing_to_answer(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    noted(plain_book, clock, "fatigue")
    assert line(body).fact == "" and "Answer again" not in menu(body)


@pytest.mark.slow
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of the offscreen plugin
def test_a_rows_menu_opens_inside_the_window(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", Qt.Key.Key_Return)
    today, window = screen(body), body.main
    window.resize(560, 480)  # Qt itself keeps menus on the screen, which is larger
    right, bottom = window.mapToGlobal(window.rect().bottomRight()).toTuple()
    row = today.list.model().index(0, 0).data(RowRole)
    today.rows.open_menu(row, QPoint(right - 10, bottom - 5))
    (menu,) = [each for each in today.findChildren(QMenu) if each.isVisible()]
    shown = QRect(menu.pos(), menu.size())
    menu.close()
    assert shown.right() <= right and shown.bottom() <= bottom


def test_the_list_edits_and_deletes_by_keys(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", Qt.Key.Key_Return)
    screen(body).list.setFocus()
    keys(Qt.Key.Key_Return)
    assert isinstance(screen(body).panel.form, DoseForm)
    keys(Qt.Key.Key_Escape)
    screen(body).list.setFocus()
    keys(Qt.Key.Key_Delete)
    assert plain_book.last_dose() is None
    keys(ctrl(Qt.Key.Key_Z))
    assert plain_book.last_dose() is not None


def test_every_row_has_a_menu(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", Qt.Key.Key_Return)
    row = screen(body).list.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert [each.text() for each in screen(body).rows.menu(row).actions()] == ["Edit", "Copy as new", "Delete"]
