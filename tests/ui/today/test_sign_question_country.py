"""The card on Today follows the country and the numbers of the person's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from journal.core.entries import Answer
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.settings.screen import SettingsScreen
from journal.ui.shell.body import Body
from journal.ui.shell.places import SETTINGS, TODAY
from tests.ui.conftest import keys, target
from tests.ui.fits import settle, words
from tests.ui.sign_cards import question, rate, visible


def to_another_country(body: Body, code: str) -> None:
    """As the person does it: Emergency, another country, back."""
    keys(Qt.Key.Key_F1)
    settle()
    body.set_country(code)
    settle()
    front = body.stack.currentWidget()
    assert isinstance(front, EmergencyScreen) and front.isAncestorOf(target())
    keys(Qt.Key.Key_Escape)
    settle()
    assert body.stack.currentWidget() is body.today


@pytest.mark.slow
def test_an_answer_follows_the_country_and_keeps_the_keyboard(opened: Body) -> None:
    opened.set_country("DE")
    rate(opened, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None
    asked.parts[0].first.click()
    assert "112" in visible(asked)
    for kept, country, number in (("Copy", "US", "911"), ("Close", "GB", "999")):
        next(b for b in asked.findChildren(QPushButton) if b.text() == kept and b.isVisible()).setFocus()
        to_another_country(opened, country)
        assert number in visible(asked) and "112" not in visible(asked)
        where = target()
        assert isinstance(where, QPushButton) and where.text() == kept and asked.isAncestorOf(where)


def test_the_question_follows_the_country_before_it_is_answered(opened: Body) -> None:
    opened.set_country("DE")
    rate(opened, Qt.Key.Key_Down, "7")
    to_another_country(opened, "US")
    asked = question(opened)
    assert asked is not None and asked.parts[0].first.hasFocus()
    keys(Qt.Key.Key_Space)
    assert "911" in visible(asked) and "112" not in visible(asked)


@pytest.mark.slow
def test_what_has_passed_follows_the_country_and_leaves_the_keyboard_elsewhere(opened: Body) -> None:
    opened.set_country("DE")
    rate(opened, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None and opened.today is not None
    asked.parts[0].answers[Answer.PASSED].click()
    opened.today.action_row.buttons[1].take_keyboard()
    elsewhere = target()
    to_another_country(opened, "US")
    assert "Call 911. It was within the last 12 hours." in words(asked) and target() is elsewhere


@pytest.mark.slow
def test_an_answer_follows_a_number_of_ones_own(opened: Body) -> None:
    opened.set_country("US")
    rate(opened, Qt.Key.Key_Down, "7")
    keys(Qt.Key.Key_Space)
    settings = opened.reach(SETTINGS)
    assert isinstance(settings, SettingsScreen)
    settings.show_section("lines")
    settings.lines.emergency.edit.setText("112")
    settings.lines.emergency.save()
    opened.reach(TODAY)
    settle()
    asked = question(opened)
    assert asked is not None and "112" in visible(asked) and "911" not in visible(asked)
