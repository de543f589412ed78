"""A window that is too low for a screen's head and what is below it: one bar scrolls both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Substance
from journal.logbook import Logbook
from journal.ui.health.screen import HealthScreen
from journal.ui.kit.theme import apply_theme
from journal.ui.report.screen import ReportScreen
from journal.ui.shell.body import Body
from journal.ui.shell.places import HEALTH, REPORT, TODAY
from journal.ui.today.screen import TodayScreen
from tests.ui.fits import settle


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light", 200)
    yield
    apply_theme(qapp, "light", 100)


@pytest.fixture
def health(body: Body, plain_book: Logbook) -> HealthScreen:
    plain_book.save(*(Substance(name=f"Medicine {number}") for number in range(8)))
    body.go(HEALTH.key)
    settle()
    (screen,) = body.findChildren(HealthScreen)
    return screen


def bars(screen: QWidget, area: QScrollArea) -> list[bool]:
    """Whether what scrolls in a screen and the page around the screen can be scrolled."""
    around = screen.parentWidget()
    while not isinstance(around, QScrollArea):
        assert around is not None
        around = around.parentWidget()
    return [area.verticalScrollBar().isVisible() for area in (area, around)]


def test_there_is_one_bar_at_every_height(health: HealthScreen, large: None) -> None:
    for width, height in ((1366, 768), (900, 600), (1366, 700), (1900, 1500), (900, 600)):
        health.window().resize(width, height)
        settle()
        assert sorted(bars(health, health.page.area)) == [False, True], (width, height)


def test_with_room_the_cards_scroll_below_their_head(health: HealthScreen) -> None:
    health.window().resize(1240, 620)
    settle()
    assert bars(health, health.page.area) == [True, False]


def test_today_scrolls_with_its_buttons_and_alone_beside_a_form(body: Body, large: None) -> None:
    body.go(TODAY.key)
    (today,) = body.findChildren(TodayScreen)
    today.window().resize(900, 600)
    settle()
    assert bars(today, today._places.day) == [False, True]
    today.act("dose")
    today.window().resize(2400, 600)
    settle()
    assert not today._places.is_small
    assert bars(today, today._places.day)[1] is False


def test_report_scrolls_with_its_buttons_and_leads_to_the_pages(body: Body, large: None, qtbot: QtBot) -> None:
    body.go(REPORT.key)
    settle()
    (report,) = body.findChildren(ReportScreen)
    report.window().resize(900, 600)
    settle()
    assert bars(report, report._sheet) == [False, True]
    report.to_pages.click()
    # What stands above them changes once they are made, which takes its time.
    qtbot.waitUntil(lambda: 0 <= top_of(report.preview) < report.window().height() / 3, timeout=60_000)


def test_the_pages_stay_at_the_top_when_the_progress_above_them_goes(body: Body, large: None, qtbot: QtBot) -> None:
    body.go(REPORT.key)
    settle()
    (report,) = body.findChildren(ReportScreen)
    report.window().resize(900, 600)
    qtbot.waitUntil(lambda: report.preview.page_count() > 0 and not report.preview.busy, timeout=60_000)
    settle()
    report.progress.show()
    settle()
    report.to_pages.click()
    report.progress.hide()
    settle()
    assert 0 <= top_of(report.preview) < report.window().height() / 3


def top_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint()).y()
