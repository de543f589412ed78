"""Small charts of everything with a number, and one of them large: by mouse, by keyboard and for a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.core.check_ins import SKIPPED, CheckIn, Instrument
from journal.core.entries import LabResult, Measurement
from journal.core.health import Lab
from journal.logbook import Logbook
from journal.ui.kit.theme import theme
from journal.ui.trends.screen import TrendsScreen
from tests.ui.fits import NARROW, cut, longer, unnamed
from tests.ui.trends.conftest import OpenScreen, settled
from tests.ui.trends.test_series_of_kinds import WEEK_AGO, at_noon
from tests.ui.trends.weeks import dose_on


@pytest.fixture
def measured(weeks: Logbook) -> Logbook:
    weeks.save(at_noon(WEEK_AGO))
    return weeks


def look(qtbot: QtBot, screen: TrendsScreen) -> TrendsScreen:
    screen.views.set_value("series")
    screen._view_chosen()
    settled(qtbot, screen)
    return screen


@pytest.fixture
def screen(qtbot: QtBot, measured: Logbook, open_screen: OpenScreen) -> TrendsScreen:
    return look(qtbot, open_screen(measured))


def test_each_has_a_chart_of_its_own_with_its_words(screen: TrendsScreen) -> None:
    named = [chart.accessibleName() for chart in screen.small.charts]
    assert named == ["Lower back pain, 0–10", "Blood pressure, upper, mmHg", "Pulse, a minute"]
    assert screen.small.charts[2].accessibleDescription().startswith("1 value; from 70 to 70; last: 70 a minute, ")
    assert screen.small.isVisible() and not screen.chart.isVisible() and not screen.cards.isVisible()


def test_a_questionnaire_without_a_score_is_told_in_every_place(
    qtbot: QtBot, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    at = dose_on(WEEK_AGO, 9).at
    plain_book.save(CheckIn(at=at, instrument=Instrument.PEG, answers=("7", SKIPPED, "5")))
    screen = look(qtbot, open_screen(plain_book))
    (chart,) = screen.small.charts
    assert chart.accessibleName() == "PEG, 0–10" and "no score" in chart.accessibleDescription()
    assert not chart.plot.isVisible() and any("no score" in line.text() for line in chart.findChildren(QLabel))
    assert "PEG (no score in this period)" in [screen.series.itemText(n) for n in range(screen.series.count())]
    chart.click()
    settled(qtbot, screen)
    assert screen._shown is not None and "no score" in screen._shown.chart.description()
    assert any("no score" in row[1] for row in screen._shown.chart.table()[1])


def test_a_number_of_today_alone_is_shown_at_once(qtbot: QtBot, plain_book: Logbook, open_screen: OpenScreen) -> None:
    screen = look(qtbot, open_screen(plain_book))
    assert screen.small.shown_words().startswith("No number is written down in this period.")
    assert screen.up_to.text().endswith(", and today")
    today = plain_book.today()
    plain_book.save(LabResult(day=today, what=Lab.ALT, value="88", unit="U/L"))
    settled(qtbot, screen)
    (chart,) = screen.small.charts
    assert chart.accessibleDescription() == f"1 value; from 88 to 88; last: 88 U/L, {screen.texts.short_day(today)}."


def test_the_pictures_are_drawn(qtbot: QtBot, screen: TrendsScreen) -> None:
    qtbot.waitUntil(lambda: all(chart.plot.image() is not None for chart in screen.small.charts), timeout=20_000)


def test_enter_opens_one_large_and_the_list_goes_back(qtbot: QtBot, screen: TrendsScreen) -> None:
    screen.small.charts[2].setFocus()
    QTest.keyClick(screen.small.charts[2], Qt.Key.Key_Return)
    settled(qtbot, screen)
    assert screen.chart.isVisible() and not screen.small.isVisible()
    assert screen.title.text() == "Pulse" and screen.key_line.text() == "a minute · 1 value"
    assert screen.chart.accessibleName() == "Pulse, a minute"
    while screen.series.currentIndex():
        QTest.keyClick(screen.series, Qt.Key.Key_Up)
    settled(qtbot, screen)
    assert screen.small.isVisible() and not screen.chart.isVisible()


@pytest.mark.slow
def test_the_choice_is_kept_when_the_range_changes_and_something_is_written_down(
    qtbot: QtBot, screen: TrendsScreen, measured: Logbook
) -> None:
    screen.small.charts[2].click()
    settled(qtbot, screen)
    screen.ranges.set_value("28")
    screen.ranges.changed.emit("28")
    settled(qtbot, screen)
    assert screen.title.text() == "Pulse" and screen.chart.isVisible()
    measured.save(Measurement(at=dose_on(WEEK_AGO, 15).at, pulse=66))
    settled(qtbot, screen)
    qtbot.waitUntil(lambda: screen.key_line.text() == "a minute · 2 values on 1 day")


@pytest.mark.slow
def test_typing_finds_a_series(qtbot: QtBot, screen: TrendsScreen) -> None:
    screen.series.setFocus()
    QTest.keyClicks(screen.series, "bil")
    settled(qtbot, screen)
    assert screen.title.text() == "Bilirubin" and "Health" in screen.chart._data.nothing_words()  # type: ignore[union-attr]


def test_the_table_has_a_column_for_each(qtbot: QtBot, screen: TrendsScreen) -> None:
    screen.toggle_table()
    settled(qtbot, screen)
    assert "Pulse, a minute" in list(screen.table.rows.names) and not screen.small.isVisible()


def test_without_a_number_it_says_so(qtbot: QtBot, plain_book: Logbook, open_screen: OpenScreen) -> None:
    screen = look(qtbot, open_screen(plain_book))
    assert screen.small.charts == [] and screen.small._nothing.isVisible()


def test_it_stands_in_one_column_where_there_is_little_room(
    qtbot: QtBot, measured: Logbook, open_screen: OpenScreen
) -> None:
    screen = look(qtbot, open_screen(measured, longer(), width=NARROW))
    qtbot.wait(50)
    assert len({chart.x() for chart in screen.small.charts}) == 1
    assert cut(screen) == [] and unnamed(screen) == []
    assert all(chart.width() <= NARROW for chart in screen.small.charts)


def test_it_stands_side_by_side_where_there_is_room(qtbot: QtBot, screen: TrendsScreen) -> None:
    qtbot.wait(50)
    assert len({chart.y() for chart in screen.small.charts}) == 1
    assert all(chart.width() >= theme().px(240) for chart in screen.small.charts)
