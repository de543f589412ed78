"""A journal of some weeks, and the trends screen on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.texts import Texts, english
from journal.ui.trends.screen import TrendsScreen
from tests.ui.conftest import BridgeTo
from tests.ui.trends.weeks import fill

OpenScreen = Callable[..., TrendsScreen]
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def weeks(plain_book: Logbook) -> Logbook:
    """100 days up to yesterday; every tenth is marked as one without, every seventh has no entry."""
    fill(plain_book, 100)
    return plain_book


@pytest.fixture
def open_screen(qtbot: QtBot, bridge_to: BridgeTo) -> OpenScreen:
    def show(book: Logbook, texts: Texts | None = None, width: int = 1040) -> TrendsScreen:
        screen = TrendsScreen(bridge_to(book, texts or english()))
        qtbot.addWidget(screen)
        screen.resize(width, 900)
        screen.show()
        settled(qtbot, screen)
        return screen

    return show


def settled(qtbot: QtBot, screen: TrendsScreen) -> None:
    """Wait until everything asked for is read and shown."""
    qtbot.waitUntil(
        lambda: screen._shown is not None and not screen._requests.busy and not screen._stale, timeout=20_000
    )
