"""Work in threads beside the garbage collector: widgets must never be deleted by a thread that is not theirs."""

from __future__ import annotations

import gc
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journal.ui.kit.tasks import run_in_background, while_alive


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
