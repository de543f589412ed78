"""What is seen of the chart in a window of usual size, at usual and at twice the text size; and a table's columns."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journal.core.amounts import Amount
from journal.core.entries import Dose, Symptom
from journal.core.moments import moment_from_local
from journal.logbook import Logbook
from journal.ui.kit.theme import apply_theme, theme
from journal.ui.shell.body import Body
from journal.ui.shell.places import TRENDS
from journal.ui.trends.screen import TrendsScreen
from tests.ui.conftest import OpenWindow, open_window
from tests.ui.trends.conftest import TODAY, OpenScreen, settled
from tests.ui.trends.weeks import GREEN, rating_on

__all__ = ["open_window"]


def opened(qtbot: QtBot, body: Body) -> TrendsScreen:
    screen = body.reach(TRENDS)
    assert isinstance(screen, TrendsScreen)
    settled(qtbot, screen)
    qtbot.waitUntil(lambda: screen.chart.image() is not None, timeout=20_000)
    return screen


def seen(widget: QWidget) -> QRect:
    """The part of a widget that is not scrolled away or covered, in its own coordinates."""
    return widget.visibleRegion().boundingRect()


def test_the_whole_chart_is_seen_with_what_is_said_of_a_day(
    qtbot: QtBot, weeks: Logbook, open_window: OpenWindow
) -> None:
    screen = opened(qtbot, open_window(weeks))
    assert screen.window().size().toTuple() == (1240, 900)
    assert seen(screen.chart) == screen.chart.rect()
    before = screen.chart._area()
    screen.chart._point(70)
    # The words stand above the chart, where nothing below moves.
    assert before.top() > 0 and before.bottom() == screen.chart.height() and screen.chart._area() == before
    assert screen.chart.height() >= 26 * theme().px(12)


@pytest.mark.slow
def test_in_a_small_window_the_choices_take_two_lines(qtbot: QtBot, weeks: Logbook, open_window: OpenWindow) -> None:
    body = open_window(weeks)
    body.main.resize(900, 600)
    screen = opened(qtbot, body)
    ranges, table = screen.ranges, screen.as_table
    assert abs(ranges.geometry().center().y() - table.geometry().center().y()) <= 3
    assert ranges.geometry().right() < table.geometry().left()
    assert seen(screen.views) == screen.views.rect() and screen.views.mapTo(screen, QPoint()).y() < 130


def test_no_blank_band_stands_between_the_choices(qtbot: QtBot, weeks: Logbook, open_window: OpenWindow) -> None:
    feet = Symptom(name="Burning feet", position=3)
    weeks.save(feet, *(rating_on(TODAY - dt.timedelta(days=days), feet, 3) for days in range(1, 9)))
    body = open_window(weeks)
    body.main.resize(900, 600)
    screen = opened(qtbot, body)
    views, symptoms = screen.views, screen.symptoms
    assert symptoms.isVisible() and symptoms.y() > views.y()
    assert views.height() == views.heightForWidth(views.width())
    assert symptoms.y() - views.geometry().bottom() < 20


@pytest.mark.slow
def test_at_twice_the_text_size_the_chart_is_reached_and_the_last_line_is_whole(
    qtbot: QtBot, qapp: QApplication, weeks: Logbook, open_window: OpenWindow
) -> None:
    apply_theme(qapp, "dark", 200)
    body = open_window(weeks)
    screen = opened(qtbot, body)
    assert seen(body._status) == body._status.rect()
    screen.chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(50)
    assert screen.chart.height() >= 600 and seen(screen.chart).height() >= 600
    screen.as_table.click()
    settled(qtbot, screen)
    screen.table.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(50)
    assert seen(screen.table.view).height() >= 600


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("percent", [100, 200])
def test_no_number_of_the_table_is_cut(
    qtbot: QtBot, qapp: QApplication, weeks: Logbook, open_screen: OpenScreen, percent: int
) -> None:
    far_from_the_rows_in_sight = dt.datetime.combine(TODAY - dt.timedelta(days=62), dt.time(9))
    weeks.save(
        Dose(at=moment_from_local(far_from_the_rows_in_sight, "Europe/Berlin"), product=GREEN.id, amount=Amount())
    )
    apply_theme(qapp, "light", percent)
    screen = open_screen(weeks)
    screen.as_table.click()
    settled(qtbot, screen)
    view, rows = screen.table.view, screen.table.rows
    qtbot.waitUntil(lambda: any("at least" in row[2] for row in rows.rows))
    metrics, beside = view.fontMetrics(), 2 * theme().px(8)
    for column in range(rows.columnCount()):
        widest = max(metrics.horizontalAdvance(row[column]) for row in rows.rows)
        name = view.horizontalHeader().fontMetrics().horizontalAdvance(rows.names[column])
        assert view.columnWidth(column) >= max(widest, name) + beside
    sides = [
        rows.data(rows.index(0, column), Qt.ItemDataRole.TextAlignmentRole) for column in range(rows.columnCount())
    ]
    right = [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides]
    assert right == [False, False, True, True, False]


@pytest.mark.slow
def test_the_first_line_of_the_chart_says_how_to_read_it(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen) -> None:
    chart = open_screen(weeks).chart
    assert chart.sentence() == "Point at a day to read it; a click opens it."
    chart.setFocus()
    assert chart.sentence() == "Arrow keys move by day, Enter opens the day."
    assert chart._index_at(QPoint(chart.width() // 2, 2).toPointF()) is None


def test_the_chart_comes_first_and_its_sentences_stand_beside_or_below_it(
    qtbot: QtBot, weeks: Logbook, open_window: OpenWindow
) -> None:
    body = open_window(weeks)
    screen = opened(qtbot, body)
    chart, cards = (QRect(part.mapTo(screen, QPoint()), part.size()) for part in (screen.chart_card, screen.cards))
    assert chart.right() < cards.left() and abs(chart.top() - cards.top()) <= 2 and chart.width() > 2 * cards.width()
    body.main.resize(900, 600)
    qtbot.wait(100)
    chart, cards = (QRect(part.mapTo(screen, QPoint()), part.size()) for part in (screen.chart_card, screen.cards))
    assert chart.bottom() < cards.top() and chart.top() < 110
    assert seen(screen.chart) == screen.chart.rect()
