"""Work in threads: its progress, and the garbage collector, which must not delete widgets in another thread."""

from __future__ import annotations

import gc
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.kit.tasks import Task, TaskProgress, run_in_background, while_alive


class Witness:
    """Part of a cycle, so that only the collector can end it; notes which thread that was."""

    def __init__(self, ended_in: list[int]) -> None:
        self.me, self._ended_in = self, ended_in

    def __del__(self) -> None:
        self._ended_in.append(threading.get_ident())


@pytest.fixture
def done() -> list[object]:
    return []


def make_garbage() -> int:
    """Enough of it for several collections."""
    for _ in range(5000):
        cycle: list[object] = []
        cycle.append(cycle)
    return threading.get_ident()


def test_nothing_is_collected_in_a_thread(qtbot: QtBot, done: list[object]) -> None:
    ended_in: list[int] = []
    Witness(ended_in)
    run_in_background(make_garbage, done.append)
    qtbot.waitUntil(lambda: bool(done))
    gc.collect()
    assert ended_in == [threading.get_ident()] and done[0] not in ended_in
    assert gc.isenabled()


def test_collecting_goes_on_after_a_problem(qtbot: QtBot, done: list[object]) -> None:
    from journal.core.refusal import Refused

    def refuse() -> None:
        raise Refused("cancelled")

    run_in_background(refuse, lambda _: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert gc.isenabled()


def test_an_answer_to_something_gone_is_unheard(qtbot: QtBot, done: list[object]) -> None:
    gone, here = QObject(), QObject()
    run_in_background(lambda: 1, while_alive(gone, done.append))
    shiboken6.delete(gone)
    qtbot.wait(1)
    run_in_background(lambda: 2, while_alive(here, done.append))
    qtbot.waitUntil(lambda: done == [2])


def test_a_task_that_ends_does_not_end_the_progress_of_the_next(qtbot: QtBot) -> None:
    progress, older, newer = TaskProgress(english()), Task(), Task()
    qtbot.addWidget(progress)
    progress.follow(older, "The first", total=100)
    progress.follow(newer, "The second", total=100)
    progress.show()
    older.report(90)
    older.finished.emit()
    assert progress.isVisible() and progress._bar.value() == 0
    progress._cancel.click()
    assert newer.cancelled() and not older.cancelled()
    newer.finished.emit()
    assert not progress.isVisible()


def test_the_next_task_is_followed_from_the_end_of_the_one_before(qtbot: QtBot) -> None:
    progress = TaskProgress(english())
    qtbot.addWidget(progress)
    tasks: list[Task] = []

    def go_on(_answer: object) -> None:
        tasks.append(run_in_background(threading.get_ident, lambda _: None))
        progress.follow(tasks[-1], "The second")
        progress.show()

    first = run_in_background(threading.get_ident, go_on)
    progress.follow(first, "The first")
    with qtbot.waitSignal(first.finished):
        pass
    assert progress.isVisible()
    qtbot.waitUntil(progress.isHidden)
