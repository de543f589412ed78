"""Whether nobody is at the computer, by two clocks and the events of a real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journal.ui.lock.idle import IdleWatch

MINUTE = 60.0


class Clocks:
    """The wall's, and one that stands still while the computer sleeps."""

    def __init__(self) -> None:
        self.wall, self.running = 1_000_000.0, 50.0

    def go_on(self, seconds: float) -> None:
        self.wall += seconds
        self.running += seconds

    def sleep(self, seconds: float) -> None:
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    with qtbot.waitActive(made):
        pass
    return made


@pytest.fixture
def watch(clocks: Clocks, field: QLineEdit) -> Iterator[IdleWatch]:
    made = IdleWatch(field, lambda: clocks.wall, lambda: clocks.running)
    yield made
    made.stop()


@pytest.fixture
def told(watch: IdleWatch) -> list[bool]:
    heard: list[bool] = []
    watch.idle.connect(lambda: heard.append(True))
    return heard


def look_for(minutes: float, watch: IdleWatch, clocks: Clocks) -> None:
    """As the timer does."""
    for _ in range(int(minutes * 6)):
        clocks.go_on(10)
        watch.look()


def press(field: QLineEdit, key: Qt.Key = Qt.Key.Key_A) -> None:
    window = field.window().windowHandle()
    assert window is not None
    QTest.keyClick(window, key)


def test_it_tells_once_nobody_used_it_for_so_long(
    watch: IdleWatch, clocks: Clocks, told: list[bool], field: QLineEdit
) -> None:
    watch.watch(5, after_sleep=True)
    look_for(4, watch, clocks)
    press(field)
    look_for(4.5, watch, clocks)
    assert told == [] and field.text() == "a"
    look_for(0.5, watch, clocks)
    assert told == [True]


def test_it_tells_again_until_it_is_stopped(watch: IdleWatch, clocks: Clocks, told: list[bool]) -> None:
    watch.watch(1, after_sleep=False)
    look_for(1.5, watch, clocks)
    assert len(told) > 1
    watch.stop()
    assert not watch.watching


def test_sleep_counts_as_soon_as_it_wakes_up(watch: IdleWatch, clocks: Clocks, told: list[bool]) -> None:
    watch.watch(0, after_sleep=True)
    look_for(30, watch, clocks)
    assert told == []
    clocks.sleep(3 * MINUTE)
    watch.look()
    assert told == [True]


def test_the_minutes_go_on_while_it_sleeps(watch: IdleWatch, clocks: Clocks, told: list[bool]) -> None:
    watch.watch(5, after_sleep=False)
    clocks.sleep(4 * MINUTE)
    watch.look()
    assert told == []
    look_for(1, watch, clocks)
    assert told == [True]


def test_a_clock_that_is_set_back_hides_nothing(watch: IdleWatch, clocks: Clocks, told: list[bool]) -> None:
    watch.watch(5, after_sleep=True)
    clocks.wall -= 86_400
    look_for(5, watch, clocks)
    assert told == [True]


def test_the_first_key_after_sleep_reaches_nothing_if_it_locks(
    watch: IdleWatch, clocks: Clocks, field: QLineEdit
) -> None:
    watch.watch(5, after_sleep=True)
    watch.idle.connect(watch.stop)
    clocks.sleep(3_600)
    press(field)
    assert field.text() == ""
    press(field)
    assert field.text() == "a"


def test_a_key_is_not_swallowed_where_it_could_not_be_locked(
    watch: IdleWatch, clocks: Clocks, told: list[bool], field: QLineEdit
) -> None:
    watch.watch(5, after_sleep=True)
    clocks.sleep(3_600)
    press(field)
    press(field)
    assert field.text() == "aa" and told == [True]


def test_never_is_never(watch: IdleWatch, clocks: Clocks, told: list[bool]) -> None:
    watch.watch(0, after_sleep=False)
    assert not watch.watching
    watch.watch(5, after_sleep=False)
    watch.watch(0, after_sleep=False)
    clocks.sleep(86_400)
    watch.look()
    assert told == [] and not watch.watching
