"""A chart on screen: drawn in a worker, the last request wins, every day reached by mouse and keys."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.charts.calendar import CalendarData, Measure, calendar_data
from journal.charts.drawing import draw_calendar, draw_overview
from journal.charts.frames import ChartData, Draw
from journal.charts.overview import OverviewData
from journal.charts.theme import DARK, LIGHT, Theme
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.kit.theme import apply_theme, theme
from journal.ui.trends import chart_view
from journal.ui.trends.chart_drawer import chart_theme
from journal.ui.trends.chart_view import ChartView
from tests.charts.days import GROUPS, LAST, ODD_NAMES, PAIN, TEXTS, made_up, overview

Key = Qt.Key
DAY = dt.timedelta(days=1)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    made = ChartView(TEXTS)
    qtbot.addWidget(made)
    made.resize(700, 460)
    made.show()
    yield made
    wait_for_tasks()


def calendar(count: int = 84) -> CalendarData:
    return calendar_data(*made_up(count), TEXTS, PAIN, GROUPS, Measure.AMOUNT)


def shown(qtbot: QtBot, view: ChartView, data: ChartData, draw: Draw = draw_overview) -> ChartView:
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.show_chart(data, draw)
    return view


def press(view: ChartView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def place_of(view: ChartView, index: int) -> QPoint:
    assert view._shown is not None
    box, area = view._shown.frame.box(index), view._area()
    place = QPointF((box.left + box.right) / 2 * area.width(), (box.top + box.bottom) / 2 * area.height())
    return (area.topLeft() + place).toPoint()


def test_the_picture_is_made_in_a_worker_at_the_screens_resolution(qtbot: QtBot, view: ChartView) -> None:
    threads: list[int] = []

    def draw(figure: Any, data: Any, theme: Theme) -> Any:
        threads.append(threading.get_ident())
        return draw_overview(figure, data, theme)

    image = shown(qtbot, view, overview(), draw).image()
    assert image is not None and threads[0] != threading.get_ident()
    assert image.width() == round(view.width() * view.devicePixelRatioF())
    assert image.devicePixelRatio() == view.devicePixelRatioF()


def test_it_is_painted(qtbot: QtBot, view: ChartView) -> None:
    before = view.grab().toImage()
    after = shown(qtbot, view, overview(84, "full")).grab().toImage()
    colours = {after.pixelColor(x, y).name() for x in range(60, 300) for y in range(20, 200)}
    assert QColor(LIGHT.leaf).name() in colours and before != after


def test_it_can_be_read_without_seeing_it(qtbot: QtBot, view: ChartView) -> None:
    data = overview()
    shown(qtbot, view, data)
    assert view.accessibleName() == data.name and view.accessibleDescription() == data.description()
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert view.table() == data.table() and len(view.table()[1]) == 84


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("keys", "days_ago"),
    [
        ((Key.Key_Left,), 0),
        ((Key.Key_Left, Key.Key_Left), 1),
        ((Key.Key_Home,), 83),
        ((Key.Key_Home, Key.Key_Left), 83),
        ((Key.Key_Home, Key.Key_Right, Key.Key_Down), 75),
        ((Key.Key_Home, Key.Key_End, Key.Key_Right), 0),
        ((Key.Key_End, Key.Key_Up), 7),
    ],
)
def test_keys_move_by_day_and_enter_opens_it(
    qtbot: QtBot, view: ChartView, keys: tuple[Qt.Key, ...], days_ago: int
) -> None:
    data = overview()
    shown(qtbot, view, data)
    chosen: list[dt.date] = []
    view.day_chosen.connect(chosen.append)
    press(view, *keys, Key.Key_Return)
    assert chosen == [LAST - days_ago * DAY]
    assert view.sentence() == data.sentence(83 - days_ago)


def test_in_the_calendar_a_step_aside_is_a_week(qtbot: QtBot, view: ChartView) -> None:
    shown(qtbot, view, calendar(), draw_calendar)
    press(view, Key.Key_End, Key.Key_Left, Key.Key_Up)
    assert view.pointed() == 83 - 8


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("index", [0, 41, 83])
@pytest.mark.parametrize("kind", ["overview", "calendar"])
def test_the_mouse_finds_the_day_and_a_click_opens_it(qtbot: QtBot, view: ChartView, kind: str, index: int) -> None:
    if kind == "overview":
        shown(qtbot, view, overview())
    else:
        shown(qtbot, view, calendar(), draw_calendar)
    pointed: list[int | None] = []
    view.day_pointed.connect(pointed.append)
    QTest.mouseMove(view, place_of(view, index))
    with qtbot.waitSignal(view.day_chosen) as chosen:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(view, index))
    assert pointed[-1] == index and chosen.args == [LAST - (83 - index) * DAY]


def test_the_day_of_the_keys_is_what_a_screen_reader_is_told(
    qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(chart_view, "announce", lambda _widget, text: heard.append(text))
    data = overview()
    shown(qtbot, view, data)
    press(view, Key.Key_Home, Key.Key_Right)
    assert heard == [data.sentence(0), data.sentence(1)] and told(view) == data.sentence(1)
    with qtbot.waitSignal(view.drawn, timeout=20_000):  # another picture tells of the same day
        view.resize(900, 520)
    assert told(view) == data.sentence(1)
    QTest.mouseMove(view, place_of(view, 41))
    view.mouseMoveEvent(_move(view, place_of(view, 41)))
    assert told(view) == data.sentence(41) and len(heard) == 2  # a mouse is not read out
    view._point(None)
    assert told(view) == data.description()


def told(view: ChartView) -> str:
    return QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)


def test_beside_the_chart_nothing_is_opened(qtbot: QtBot, view: ChartView) -> None:
    shown(qtbot, view, overview())
    with qtbot.assertNotEmitted(view.day_chosen):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 3, view.height() - 3))
        press(view, Key.Key_Return)


def test_the_pointer_that_leaves_points_at_nothing(qtbot: QtBot, view: ChartView) -> None:
    shown(qtbot, view, overview())
    view.clearFocus()
    QTest.mouseMove(view, place_of(view, 5))
    view.mouseMoveEvent(_move(view, place_of(view, 5)))
    assert view.pointed() == 5
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.pointed() is None


def _move(view: ChartView, place: QPoint) -> Any:
    none = Qt.MouseButton.NoButton
    at = QPointF(place)
    return QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)


def test_pointing_draws_a_line_and_does_not_draw_the_chart_again(qtbot: QtBot, view: ChartView) -> None:
    shown(qtbot, view, overview())
    before = view.grab().toImage()
    with qtbot.assertNotEmitted(view.drawn, wait=150):
        press(view, Key.Key_Home)
    assert view.grab().toImage() != before


def test_the_last_request_wins_and_those_between_are_never_drawn(qtbot: QtBot, view: ChartView) -> None:
    drawn: list[int] = []
    go = threading.Event()

    def draw(figure: Any, data: OverviewData, theme: Theme) -> Any:
        go.wait(20)
        drawn.append(data.count)
        return draw_overview(figure, data, theme)

    view.show_chart(overview(28), draw)
    qtbot.wait(20)  # its turn comes
    for count in (56, 70, 84):
        view.show_chart(overview(count), draw)
    qtbot.wait(20)
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        go.set()
    assert drawn == [28, 84]
    press(view, Key.Key_Home, Key.Key_End)
    assert view.pointed() == 83


def test_a_new_theme_is_a_new_picture(qtbot: QtBot, qapp: QApplication, view: ChartView) -> None:
    shown(qtbot, view, overview())
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        apply_theme(qapp, "dark", 100)
    image = view.image()
    assert image is not None and image.pixelColor(1, 1) == QColor(DARK.ground)


def test_a_new_size_is_a_new_picture(qtbot: QtBot, view: ChartView) -> None:
    shown(qtbot, view, overview())
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.resize(900, 520)
    image = view.image()
    assert image is not None and image.deviceIndependentSize().width() == 900


def test_nothing_is_drawn_while_hidden_and_all_of_it_when_shown(qtbot: QtBot, view: ChartView) -> None:
    view.hide()
    with qtbot.assertNotEmitted(view.drawn, wait=100):
        view.show_chart(overview(), draw_overview)
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.show()


def test_before_the_first_chart_it_is_empty_and_silent(view: ChartView) -> None:
    press(view, Key.Key_Home, Key.Key_Return)
    view.grab()
    assert view.table() == ([], []) and view.sentence() == "" and view.image() is None


def test_a_picture_for_a_deleted_view_is_ignored(qtbot: QtBot) -> None:
    gone = ChartView(TEXTS)
    gone.resize(400, 300)
    gone.show()
    gone.show_chart(overview(), draw_overview)
    gone.close()
    gone.deleteLater()
    wait_for_tasks()
    qtbot.wait(50)


@pytest.mark.parametrize("name", [ODD_NAMES[key] for key in ("markup", "thai", "long word")])
def test_odd_names(qtbot: QtBot, view: ChartView, name: str) -> None:
    shown(qtbot, view, overview(84, "full", name))
    press(view, Key.Key_Home)
    view.grab()
    assert name in view.sentence()


def test_charts_follow_the_windows_colours_and_text_size(qapp: QApplication) -> None:
    light = chart_theme()
    apply_theme(qapp, "dark", 200)
    dark = chart_theme()
    assert (light.dark, dark.dark) == (False, True) and dark.label == 2 * light.label
    assert dark.ground == theme().card


def test_it_is_as_high_as_its_chart_wants(qtbot: QtBot, view: ChartView) -> None:
    shown(qtbot, view, overview())
    low = view.heightForWidth(700)
    shown(qtbot, view, calendar(1500), draw_calendar)
    assert view.hasHeightForWidth() and view.heightForWidth(700) > low
