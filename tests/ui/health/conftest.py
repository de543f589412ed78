"""Health on a real journal: three medicines, of which one has ended, and what is known by the end of November."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Condition, Substance
from journal.core.health import ConditionKind
from journal.core.substances import Source
from journal.logbook import Logbook
from journal.texts import Texts, english
from journal.ui.health.list_card import ListCard
from journal.ui.health.screen import HealthScreen
from journal.ui.health.substances_card import SubstancesCard
from tests.ui import fits
from tests.ui.conftest import BridgeTo
from tests.ui.workers import let_workers_end

OpenScreen = Callable[..., HealthScreen]


@dataclass(frozen=True)
class Taken:
    """What the journal holds."""

    sertraline: Substance
    beer: Substance
    ended: Substance
    back: Condition


@pytest.fixture
def taken(plain_book: Logbook) -> Taken:
    sertraline = Substance(
        name="Sertraline <b>", amount="50 mg", how_often="mornings", source=Source.PRESCRIBED, reason="mood",
        since=dt.date(2024, 3, 1),
    )  # fmt: skip
    beer = Substance(name="beer", amount="2 or 3, weekends")
    ended = Substance(name="Gabapentin", since=dt.date(2025, 1, 1), until=dt.date(2026, 9, 30))
    back = Condition(what=ConditionKind.PAIN, place="Lower back", since=dt.date(2019, 1, 1))
    plain_book.save(sertraline, beer, ended, back)
    return Taken(sertraline, beer, ended, back)


@pytest.fixture
def open_screen(qtbot: QtBot, bridge_to: BridgeTo) -> OpenScreen:
    def show(book: Logbook, texts: Texts | None = None, width: int = 1040, height: int = 780) -> HealthScreen:
        screen = HealthScreen(bridge_to(book, texts or english()))
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.activateWindow()
        with qtbot.waitActive(screen):
            pass
        screen.shown()
        settle()
        screen.resize(width, height)  # what was shown first may have needed more room
        settle()
        return screen

    return show


@pytest.fixture
def screen(taken: Taken, plain_book: Logbook, open_screen: OpenScreen) -> HealthScreen:
    return open_screen(plain_book)


def settle() -> None:
    """Until everything is read and laid out, and forms have the keyboard."""
    for _ in range(2):
        let_workers_end()
        fits.settle()


def substances(screen: HealthScreen) -> SubstancesCard:
    card = screen.card("substance")
    assert isinstance(card, SubstancesCard)
    return card


def rows(card: ListCard) -> list[str]:
    """The titles of the rows, as they are read."""
    return [view.row.title for view in card.views()]


def words(card: QWidget) -> str:
    """What the card, or the whole screen, says."""
    return "\n".join(each.text() for each in card.findChildren(QLabel) if each.isVisible())
