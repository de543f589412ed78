"""What a person changed about whom to call, wherever it is shown: before a journal is open, and in each screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.guidance.own_lines import OwnLines, own_line, stored
from journal.guidance.signs_in_words import country_of
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.computer import Computer
from journal.ui.kit.screen import Page
from journal.ui.lock import UnlockScreen
from journal.ui.safety.banner import EmergencyBanner
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.happening import HappeningNow
from journal.ui.safety.numbers import CopyButton
from journal.ui.safety.screen import SafetyScreen
from journal.ui.safety.sources_view import SourcesView
from journal.ui.settings.screen import SettingsScreen
from journal.ui.shell.body import Body
from journal.ui.shell.places import SAFETY, SETTINGS
from journal.ui.shell.window import MainWindow
from journal.ui.welcome import WelcomeScreen
from tests.journals import START_MS, FixedClock
from tests.signs import all_noted
from tests.ui.conftest import OpenWindow, keys
from tests.ui.fits import cut, settle, shown, unnamed

DAY = dt.date(2026, 11, 22)
CRISIS = "988 Suicide and Crisis Lifeline"
OWN = (
    OwnLines()
    .with_line(own_line("My doctor", "0123 456", "weekdays", DAY))
    .with_changed(("US", "Poison Help"), own_line("Poison centre here", "555 0100", "", DAY))
    .with_number("US", "112", DAY)
)


def visible(root: QWidget) -> list[str]:
    return [each.text() for each in root.findChildren(QLabel) if each.isVisibleTo(root) and each.text()]


def emergency(root: QWidget) -> EmergencyScreen:
    (found,) = root.findChildren(EmergencyScreen)
    return found


# --- before a journal is open ----------------------------------------------------------------------------------------

PAGES: dict[str, Callable[[Path], Page]] = {
    "unlock": lambda folder: UnlockScreen(english(), folder / "mine.leaf"),
    "welcome": lambda folder: WelcomeScreen(english(), folder / "mine.leaf", FixedClock()),
}


@pytest.mark.parametrize("page", PAGES)
def test_they_are_there_after_a_restart_before_a_journal_is_open(page: str, tmp_path: Path, qtbot: QtBot) -> None:
    Computer(tmp_path / "device.ini").change(country="US", help_lines=stored(OWN))
    window = MainWindow(english(), Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    window.body.show_page(PAGES[page](tmp_path))
    window.resize(1240, 900)
    window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    keys(Qt.Key.Key_F1)
    settle()
    made = emergency(window)
    assert {"112", "My doctor", "0123 456", "weekdays", "Poison centre here", CRISIS} <= set(visible(made))
    assert made.change is None  # nowhere to lead to


@pytest.mark.parametrize("text", ["{", "[1]", '{"added":[[1]],"hidden":"all"}'])
def test_damaged_changes_hide_no_shipped_line(qtbot: QtBot, text: str) -> None:
    made = EmergencyScreen(english(), "US", text)
    shown(qtbot, made)
    assert {"911", "1-800-222-1222", "988", "1-800-662-4357"} <= set(visible(made))


# --- with a journal --------------------------------------------------------------------------------------------------


@pytest.fixture
def opened(plain_book: Logbook, open_window: OpenWindow) -> Body:
    body = open_window(plain_book)
    body.set_country("US")
    return body


def lines_section(body: Body) -> SettingsScreen:
    found = body.stack.currentWidget()
    assert isinstance(found, SettingsScreen) and found.stack.currentWidget() is found.lines
    return found


@pytest.mark.slow
def test_emergency_leads_to_where_they_are_changed_by_key(opened: Body) -> None:
    keys(Qt.Key.Key_F1)
    settle()
    made = emergency(opened)
    for _ in range(12):
        keys(Qt.Key.Key_Tab)
        if made.change is not None and made.change.hasFocus():
            break
    keys(Qt.Key.Key_Space)
    settle()
    assert lines_section(opened).lines.emergency.edit.hasFocus()


@pytest.mark.slow
def test_emergency_leads_to_where_they_are_changed_by_mouse(opened: Body) -> None:
    opened.reach(SAFETY)
    opened.go("emergency")
    change = emergency(opened).change
    assert change is not None
    change.click()
    settle()
    lines_section(opened)


def test_what_is_changed_is_shown_everywhere_at_once(opened: Body) -> None:
    opened.reach(SAFETY)
    settings = opened.reach(SETTINGS)
    assert isinstance(settings, SettingsScreen)
    settings.show_section("lines")
    settings.lines.emergency.edit.setText("112")
    settings.lines.emergency.save()
    (safety,) = opened.findChildren(SafetyScreen)
    assert "112" in visible(safety.banner) and "911" not in visible(safety.banner)
    assert opened.today is not None
    opened.today.ask_about(all_noted("chest_pain"))
    (asked,) = opened.today.findChildren(HappeningNow)
    asked.parts[0].first.click()
    assert "112" in visible(asked)
    opened.go("emergency")
    assert "112" in visible(emergency(opened))


def test_the_country_of_emergency_is_that_of_safety(opened: Body) -> None:
    opened.reach(SAFETY)
    opened.set_country("GB")
    settle()
    (safety,) = opened.findChildren(SafetyScreen)
    assert "999" in visible(safety.banner) and "United Kingdom" in visible(safety.banner)


# --- where numbers are shown -----------------------------------------------------------------------------------------


def test_an_own_number_is_copied_as_it_was_typed(qtbot: QtBot) -> None:
    long = OwnLines().with_line(own_line("A" * 200, "1" * 40, "n" * 200, DAY)).with_number("US", "1" * 40, DAY)
    made = EmergencyScreen(english(), "US", stored(long))
    shown(qtbot, made, 560)
    assert sum(each._number == "1" * 40 for each in made.findChildren(CopyButton)) == 2
    assert cut(made) == [] and unnamed(made) == []


def test_thoughts_of_suicide_get_the_crisis_line_and_the_persons_own(qtbot: QtBot) -> None:
    made = HappeningNow(english(), all_noted("suicidal_thoughts"), "US", stored(OWN), lambda: START_MS)
    shown(qtbot, made)
    made.parts[0].first.click()
    assert {"112", CRISIS, "My doctor"} <= set(visible(made)) and "Poison centre here" not in visible(made)


def test_a_renamed_crisis_line_is_still_one_and_a_hidden_one_is_told(qtbot: QtBot) -> None:
    changed = OwnLines().with_changed(("US", CRISIS), own_line("The other line", "555", "", DAY))
    assert [each.name for each in country_of("US", stored(changed)).of_kind("crisis")] == ["The other line"]
    hidden = stored(changed.with_hidden(("US", CRISIS)))
    made = HappeningNow(english(), all_noted("suicidal_thoughts"), "US", hidden, lambda: START_MS)
    shown(qtbot, made)
    made.parts[0].first.click()
    assert any("You have hidden the crisis line." in each for each in visible(made))
    assert "There is no verified crisis line in this program." not in visible(made)


@pytest.mark.slow
def test_safety_shows_them_and_names_no_source_for_them(qtbot: QtBot, plain_book: Logbook) -> None:
    made = SafetyScreen(Bridge(plain_book, english()), "US", stored(OWN))
    shown(qtbot, made)
    made.items["sources"].click()
    settle()
    (view,) = (each for each in made.findChildren(SourcesView) if each.isVisible())
    assert "My doctor" in visible(view) and sum(each.startswith("Source: ") for each in visible(view)) == 3


def test_a_shipped_line_bears_its_source_and_an_own_one_its_day(qtbot: QtBot) -> None:
    made = EmergencyScreen(english(), "US", stored(OWN))
    shown(qtbot, made)
    day = english().short_day(DAY)
    assert {
        f"Checked {day}: American College of Emergency Physicians; Hillsborough County, Florida, on the national line",
        f"Added by you, {day}.",
        f"Changed by you, {day}. It came as Poison Help: 1-800-222-1222.",
        f"Changed by you, {day}. It came as 911.",
    } <= set(visible(made))


def test_the_banner_of_safety_says_that_a_number_was_changed(qtbot: QtBot) -> None:
    made = EmergencyBanner(english(), "US", stored(OWN))
    shown(qtbot, made)
    assert any("It came as 911." in each for each in visible(made)) and cut(made) == []
