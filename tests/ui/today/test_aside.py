"""What stands beside the day follows it, and never comes to a screen whose journal is gone."""

from __future__ import annotations

from unittest import mock

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose
from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.today.screen import TodayScreen
from tests.journals import FixedClock
from tests.ui.conftest import BridgeTo, Known


def test_the_day_is_shown_before_what_stands_beside_it(
    qtbot: QtBot, known: Known, plain_book: Logbook, bridge_to: BridgeTo
) -> None:
    screen = TodayScreen(bridge_to(plain_book, english()))
    qtbot.addWidget(screen)
    assert not screen._aside.filled and all(each.isEnabled() for each in screen.action_row.buttons)
    screen.show()
    assert not screen._aside.filled
    qtbot.waitUntil(lambda: screen._aside.filled)
    qtbot.waitUntil(lambda: screen.aside.something_else.isVisibleTo(screen))  # Qt shows what a layout was given later


def test_it_is_there_for_whoever_asks_at_once(
    qtbot: QtBot, known: Known, plain_book: Logbook, bridge_to: BridgeTo
) -> None:
    screen = TodayScreen(bridge_to(plain_book, english()))
    qtbot.addWidget(screen)
    assert screen.aside.questions is screen.aside.questions
    assert screen.aside.something_else in screen.findChildren(QWidget)


def test_a_screen_that_goes_at_once_reads_nothing_more(
    qtbot: QtBot, known: Known, plain_book: Logbook, bridge_to: BridgeTo
) -> None:
    screen = TodayScreen(bridge_to(plain_book, english()))
    qtbot.addWidget(screen)
    screen.show()
    screen.hide()
    plain_book.close()
    qtbot.wait(30)
    assert not screen._aside.filled


def test_a_screen_whose_journal_is_closed_reads_nothing_more(
    qtbot: QtBot, known: Known, plain_book: Logbook, bridge_to: BridgeTo
) -> None:
    screen = TodayScreen(bridge_to(plain_book, english()))
    qtbot.addWidget(screen)
    screen.show()
    plain_book.close()
    qtbot.wait(100)
    assert screen.isVisible() and not screen._aside.filled


def test_the_day_is_not_read_again_when_it_comes(
    qtbot: QtBot, known: Known, plain_book: Logbook, bridge_to: BridgeTo, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = TodayScreen(bridge_to(plain_book, english()))
    qtbot.addWidget(screen)
    read = mock.Mock(wraps=plain_book.days)
    monkeypatch.setattr(plain_book, "days", read)
    assert screen.aside.filled and not read.called
    screen.refresh()
    assert read.called


def test_what_changed_out_of_sight_is_read_when_it_comes(
    qtbot: QtBot, known: Known, plain_book: Logbook, bridge_to: BridgeTo, clock: FixedClock
) -> None:
    screen = TodayScreen(bridge_to(plain_book, english()))
    qtbot.addWidget(screen)
    plain_book.save(Dose(at=moment_now(clock), product=known.green.id))
    assert screen.list.model().rowCount() == 0
    assert screen.aside.filled and screen.list.model().rowCount() == 1


def test_what_else_stands_before_the_questions_of_the_visit_however_the_window_turned(
    qtbot: QtBot, known: Known, plain_book: Logbook, bridge_to: BridgeTo
) -> None:
    screen = TodayScreen(bridge_to(plain_book, english()))
    qtbot.addWidget(screen)
    screen.resize(1200, 900)
    screen.show()
    aside = screen.aside
    for width in (1200, 660, 1200):
        screen.resize(width, 900)
        qtbot.waitUntil(lambda: aside.something_else.isVisible() and aside.questions.isVisible())
        qtbot.waitUntil(lambda: height_of(aside.something_else) < height_of(aside.questions))


def height_of(widget: QWidget) -> int:
    return widget.mapToGlobal(QPoint()).y()
