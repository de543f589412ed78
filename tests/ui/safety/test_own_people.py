"""Own people and own plan: one step from Emergency, and beside the line with thoughts of suicide."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Contact, Plan
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.happening import HappeningNow
from journal.ui.shell.body import Body
from tests.journals import START_MS
from tests.signs import noted
from tests.ui.fits import cut, settle, shown, unnamed

SAM = Contact(name="Sam", phone="555 0100", note="also at night")
FIRST = Plan(heading="First", text="Go to the kitchen, call Sam.")


def read(place: QWidget) -> str:
    return " ".join(each.text() for each in place.findChildren(QLabel) if each.isVisible())


def emergency(body: Body) -> EmergencyScreen:
    body.go("emergency")
    settle()
    made = body.stack.currentWidget()
    assert isinstance(made, EmergencyScreen)
    return made


def test_they_are_one_step_away_and_not_shown_before_it(body: Body, plain_book: Logbook) -> None:
    plain_book.save(SAM)
    plain_book.save(FIRST)
    made = emergency(body)
    assert "Sam" not in read(made) and "kitchen" not in read(made)
    assert made.people is not None
    made.people.click()
    settle()
    said = read(made.own_card)
    assert all(each in said for each in ("Sam", "555", "also at night", "First", "kitchen"))
    copied = QGuiApplication.focusObject()
    assert copied in made.own_card.findChildren(QWidget)


def test_coming_back_they_are_hidden_again(body: Body, plain_book: Logbook) -> None:
    plain_book.save(SAM)
    made = emergency(body)
    assert made.people is not None
    made.people.click()
    body.go("today")
    settle()
    assert "Sam" not in read(emergency(body))


def test_where_nothing_is_written_down_it_says_where_there_is_room(body: Body) -> None:
    made = emergency(body)
    assert made.people is not None
    made.people.click()
    settle()
    assert read(made.own_card).count("Nothing is written down here.") == 2


def test_without_a_journal_there_is_no_such_button(qtbot: QtBot) -> None:
    made = EmergencyScreen(english(), "US")
    shown(qtbot, made)
    assert made.people is None
    assert "My people" not in read(made)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("width", [360, 700, 1100])
def test_long_ones_fit(qtbot: QtBot, width: int) -> None:
    people = [Contact(name="A" * 120, phone="1" * 40, note="n" * 200), SAM]
    made = EmergencyScreen(english(), "US", own_help=lambda: (people, [Plan(heading="H" * 120, text="t" * 400)]))
    made.complete()
    shown(qtbot, made, width)
    assert made.people is not None
    made.people.click()
    settle()
    assert cut(made) == [] and unnamed(made) == []


def test_thoughts_of_suicide_get_the_persons_people_beside_the_line(qtbot: QtBot) -> None:
    made = HappeningNow(english(), [noted("suicidal_thoughts")], "US", "", lambda: START_MS, people=lambda: [SAM])
    shown(qtbot, made)
    assert "Sam" in read(made) and "988" in read(made)
    other = HappeningNow(english(), [noted("chest_pain")], "US", "", lambda: START_MS, people=lambda: [SAM])
    shown(qtbot, other)
    assert "Sam" not in read(other)


def test_the_card_on_today_reads_them_from_the_journal(body: Body, plain_book: Logbook) -> None:
    plain_book.save(SAM)
    assert body.today is not None
    body.today.ask_about([noted("suicidal_thoughts")])
    settle()
    assert "Sam" in read(body.today.question)
