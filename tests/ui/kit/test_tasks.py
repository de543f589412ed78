"""Work in threads: its progress, and the garbage collector, which must not delete widgets in another thread."""

from __future__ import annotations

import gc
import threading
import weakref
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journal import app
from journal.core.refusal import Refused
from journal.texts import english
from journal.ui.kit.tasks import Task, TaskProgress, run_in_background, while_alive, working


class Witness:
    """Part of a cycle, so that only the collector can delete it; records in which thread."""

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


class Held:
    """Something that work, its result or its callbacks refer to; records the thread in which it was deleted."""

    def __init__(self, let_go_in: list[int]) -> None:
        self._let_go_in = let_go_in

    def __del__(self) -> None:
        self._let_go_in.append(threading.get_ident())


@pytest.mark.parametrize("fails", [False, True])
def test_whatever_a_thread_worked_with_is_let_go_on_the_main_thread(qtbot: QtBot, fails: bool) -> None:
    """A task, or a screen that waits for an answer, would otherwise be deleted while Qt still uses it."""
    let_go_in: list[int] = []
    heard: list[str] = []

    def work(held: Held) -> Held:
        if fails:
            raise Refused("cancelled")
        return Held(let_go_in)

    def hear(held: Held, _answer: object) -> None:
        heard.append(type(held).__name__)

    def begin() -> None:
        hearing = partial(hear, Held(let_go_in))
        task = run_in_background(partial(work, Held(let_go_in)), hearing, hearing)
        weakref.finalize(task, lambda: let_go_in.append(threading.get_ident()))

    for _ in range(200):
        begin()
    qtbot.waitUntil(lambda: len(heard) == 200 and not working())
    gc.collect()
    assert len(let_go_in) == (600 if fails else 800) and set(let_go_in) == {threading.get_ident()}


def test_the_end_of_the_start_collects_nothing_while_a_thread_runs(qtbot: QtBot, done: list[object]) -> None:
    go_on = threading.Event()
    run_in_background(lambda: go_on.wait(60), done.append)
    app._started()
    gc.unfreeze()
    assert not gc.isenabled()
    go_on.set()
    qtbot.waitUntil(lambda: bool(done))
    assert gc.isenabled()


def test_collecting_goes_on_after_a_problem(qtbot: QtBot, done: list[object]) -> None:
    def refuse() -> None:
        raise Refused("cancelled")

    run_in_background(refuse, lambda _: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert gc.isenabled()


def test_a_result_for_something_deleted_is_ignored(qtbot: QtBot, done: list[object]) -> None:
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
    progress.cancel.click()
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
