"""Places that were not seen yet come in turns: what is asked for last is what is shown."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from journal.ui.diary.screen import DiaryScreen
from journal.ui.products.screen import ProductsScreen
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.settings.screen import SettingsScreen
from journal.ui.shell.body import Body
from journal.ui.shell.places import PRODUCTS, Place


@pytest.mark.slow
def test_a_place_is_marked_at_once_and_its_screen_follows(body: Body, qtbot: QtBot) -> None:
    body.go("diary")
    assert body.navigation.current() == "diary"
    assert body.stack.currentWidget() is not body.today and body.findChildren(DiaryScreen) == []
    qtbot.waitUntil(lambda: isinstance(body.stack.currentWidget(), DiaryScreen))


@pytest.mark.slow
def test_what_was_seen_before_is_there_at_once(body: Body) -> None:
    seen = body.reach(PRODUCTS)
    body.go("today")
    assert body.stack.currentWidget() is body.today
    body.go("products")
    assert body.stack.currentWidget() is seen


def test_the_place_that_was_asked_for_last_is_shown(body: Body, qtbot: QtBot) -> None:
    body.go("products")
    body.go("settings")
    qtbot.waitUntil(lambda: isinstance(body.stack.currentWidget(), SettingsScreen))
    qtbot.wait(50)
    assert isinstance(body.stack.currentWidget(), SettingsScreen) and body.navigation.current() == "settings"
    body.go("diary")
    body.go("today")
    qtbot.wait(50)
    assert body.stack.currentWidget() is body.today and body.navigation.current() == "today"


@pytest.mark.slow
def test_emergency_does_not_wait_for_what_was_coming_and_leads_back_to_it(body: Body, qtbot: QtBot) -> None:
    body.go("products")
    body.go("emergency")
    emergency = body.stack.currentWidget()
    assert isinstance(emergency, EmergencyScreen)
    qtbot.wait(50)
    assert body.stack.currentWidget() is emergency and body.navigation.current() == "emergency"
    emergency.closed.emit()
    assert isinstance(body.stack.currentWidget(), ProductsScreen) and body.navigation.current() == "products"


def test_a_dose_is_asked_for_while_a_screen_is_coming(body: Body, qtbot: QtBot) -> None:
    body.go("settings")
    body.act("dose")
    qtbot.wait(50)
    assert body.stack.currentWidget() is body.today and body.today is not None and body.today.panel.form is not None


def test_a_day_is_opened_while_another_place_is_coming(body: Body, qtbot: QtBot) -> None:
    body.go("settings")
    body.open_day(dt.date(2026, 11, 22))
    qtbot.wait(50)
    assert isinstance(body.stack.currentWidget(), DiaryScreen) and body.navigation.current() == "diary"


@pytest.mark.slow
def test_the_code_of_a_screen_is_imported_by_a_worker(
    body: Body, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Soon after the start it is not there yet, and importing it takes a tenth of a second."""
    asked: list[str] = []
    monkeypatch.setattr(Place, "is_loaded", lambda _place: False)
    monkeypatch.setattr(Place, "load", lambda place: asked.append(place.key))
    body.go("products")
    qtbot.waitUntil(lambda: isinstance(body.stack.currentWidget(), ProductsScreen))
    assert asked == ["products"]
    body.show_page(EmergencyScreen(body.texts, None))
    body.go("products")
    qtbot.wait(20)
    assert asked == ["products"]


@pytest.mark.slow
def test_a_page_without_a_journal_ends_what_was_coming(body: Body, qtbot: QtBot) -> None:
    body.go("diary")
    page = EmergencyScreen(body.texts, None)
    body.show_page(page)
    qtbot.wait(50)
    assert body.stack.currentWidget() is page
