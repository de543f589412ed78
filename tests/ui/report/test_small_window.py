"""In a small window the pages are in sight or one press away, and one bar scrolls what lies below each other."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.ui.kit.theme import apply_theme
from journal.ui.report.screen import ReportScreen
from tests.ui.report.conftest import OpenScreen, active, settled

BESIDE, NARROW = (664, 521), (520, 560)  # px of the screen itself in a window of 900×600, and in a narrower one


def shown(qtbot: QtBot, screen: ReportScreen, size: tuple[int, int]) -> ReportScreen:
    screen.resize(*size)
    settled(qtbot, screen)
    return screen


def in_sight(screen: ReportScreen) -> int:
    """How many px of the height of the pages are seen."""
    return screen.preview.visibleRegion().boundingRect().height()


def bars(screen: ReportScreen) -> list[QScrollArea]:
    areas = screen.findChildren(QScrollArea)
    return [area for area in areas if area.isVisible() and area.verticalScrollBar().isVisible()]


def test_in_a_window_of_900_the_pages_stand_beside_the_choices(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen
) -> None:
    screen = shown(qtbot, open_screen(weeks), BESIDE)
    qtbot.waitUntil(lambda: in_sight(screen) == screen.preview.height() > 300)
    assert not screen.to_pages.isVisible() and screen.preview.size_of_page.isVisible()
    assert screen._sheet not in bars(screen)


def test_the_choices_end_where_their_last_line_does(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen) -> None:
    screen = shown(qtbot, open_screen(weeks), (1150, 700))
    inside, last = screen.what, screen.choices.lock

    def below() -> int:
        return inside.height() - last.mapTo(inside, last.rect().bottomLeft()).y()

    qtbot.waitUntil(lambda: below() < 40)
    screen.choices.boxes["entries"].tick()
    screen.choices.one_by_one.unfold.click()
    settled(qtbot, screen)
    qtbot.waitUntil(lambda: below() < 40)


@pytest.mark.slow
def test_narrower_one_bar_scrolls_and_a_button_leads_to_the_pages(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen
) -> None:
    screen = shown(qtbot, open_screen(weeks), NARROW)
    qtbot.waitUntil(lambda: bars(screen) == [screen._sheet])
    assert screen.preview.area.viewport().height() >= screen.preview.pages.height()
    assert not screen.preview.size_of_page.isVisible()
    screen.to_pages.click()
    qtbot.waitUntil(lambda: in_sight(screen) > 200)
    assert screen.preview.number.text() == f"{screen.preview.page_count()} pages"
    shown(qtbot, screen, BESIDE)
    qtbot.waitUntil(lambda: in_sight(screen) == screen.preview.height())
    assert screen.preview.size_of_page.isVisible()


@pytest.mark.slow
def test_with_large_letters_the_button_leads_there_too(
    qtbot: QtBot, qapp: QApplication, weeks: Logbook, open_screen: OpenScreen
) -> None:
    apply_theme(qapp, "light", 200)
    screen = shown(qtbot, open_screen(weeks), BESIDE)
    qtbot.waitUntil(lambda: bars(screen) == [screen._sheet])
    assert screen.to_pages.isVisible()
    screen.to_pages.click()
    qtbot.waitUntil(lambda: in_sight(screen) > 50)


def test_the_keyboard_stays_with_the_news_where_they_move(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen
) -> None:
    screen = open_screen(weeks)
    active(qtbot, screen)
    shown(qtbot, screen, BESIDE)
    outcome = screen.outgoing.outcome
    outcome.say("The pages went to the printer.")
    button = outcome.message.buttons()[0]
    for size in (NARROW, BESIDE):
        assert QApplication.focusWidget() is button
        before = outcome.parentWidget()
        shown(qtbot, screen, size)
        assert outcome.parentWidget() is not before and button.isVisible()
    assert QApplication.focusWidget() is button
