"""Health in a window that is too low for its head and its cards: one bar scrolls both, and the form has its room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from journal.core.entries import Substance
from journal.logbook import Logbook
from journal.ui.health.screen import HealthScreen
from journal.ui.kit.theme import apply_theme
from journal.ui.shell.body import Body
from journal.ui.shell.places import HEALTH
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


def bars(screen: HealthScreen) -> list[bool]:
    """Whether the cards and the page around them can be scrolled."""
    around = screen.parentWidget()
    while not isinstance(around, QScrollArea):
        assert around is not None
        around = around.parentWidget()
    return [area.verticalScrollBar().isVisible() for area in (screen.page.area, around)]


def test_there_is_one_bar_at_every_height(health: HealthScreen, large: None) -> None:
    for width, height in ((1366, 768), (900, 600), (1366, 700), (1900, 1500), (900, 600)):
        health.window().resize(width, height)
        settle()
        assert sorted(bars(health)) == [False, True], (width, height)


def test_with_room_the_cards_scroll_below_their_head(health: HealthScreen) -> None:
    health.window().resize(1240, 620)
    settle()
    assert bars(health) == [True, False]
