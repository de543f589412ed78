"""The report screen on a journal of some weeks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.reports import pdf
from journal.texts import Texts, english
from journal.ui.report.screen import ReportScreen
from tests.ui.conftest import BridgeTo
from tests.ui.trends.weeks import fill

OpenScreen = Callable[..., ReportScreen]
PASSWORD = "pässword 1"
YESTERDAY = dt.date(2026, 11, 21)


@pytest.fixture
def weeks(plain_book: Logbook) -> Logbook:
    fill(plain_book, 60)
    return plain_book


@pytest.fixture
def same_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real pages, made once for all tests that do not look at what is on them."""
    real = pdf.make_pdf

    def made_once(*arguments: Any) -> bytes:
        if not _made:
            _made.append(real(*arguments))
        return _made[0]

    monkeypatch.setattr(pdf, "make_pdf", made_once)


_made: list[bytes] = []


@pytest.fixture
def open_screen(qtbot: QtBot, bridge_to: BridgeTo) -> OpenScreen:
    def show(book: Logbook, texts: Texts | None = None, width: int = 1040, paper: str | None = None) -> ReportScreen:
        screen = ReportScreen(bridge_to(book, texts or english()), paper)
        qtbot.addWidget(screen)
        screen.resize(width, 900)
        screen.show()
        settled(qtbot, screen)
        return screen

    return show


def settled(qtbot: QtBot, screen: ReportScreen) -> None:
    """Wait until the pages as they are chosen now are made and drawn."""

    def done() -> bool:
        waiting = screen._typed.isActive() or screen._requests.busy
        return not waiting and screen.preview.page_count() > 0 and not screen.preview.busy

    qtbot.waitUntil(done, timeout=30_000)


def words(screen: ReportScreen) -> str:
    """What the pages say, on one line."""
    return " ".join(screen.preview.text().split())


def active(qtbot: QtBot, screen: ReportScreen) -> None:
    """Make its window the one that has the keyboard."""
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)


def type_password(screen: ReportScreen, password: str) -> None:
    """Type it into both fields."""
    screen.choices.lock.password.edit.setText(password)
    screen.choices.lock.again.edit.setText(password)
