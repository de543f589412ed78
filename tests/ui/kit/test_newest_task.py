"""Only the result of the newest work is reported."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journal.core.refusal import Refused
from journal.ui.kit.newest_task import NewestTask
from journal.ui.kit.tasks import Task, wait_for_tasks


def test_the_end_of_what_was_started_before_is_ignored(qtbot: QtBot) -> None:
    owner, heard, go_on = QObject(), list[object](), threading.Event()
    newest = NewestTask(owner)
    stopped: list[bool] = []

    def slow(task: Task) -> str:
        go_on.wait(60)
        stopped.append(task.cancelled())
        return "old"

    newest.run(slow, heard.append, heard.append)
    newest.run(lambda _task: "new", heard.append, heard.append)
    go_on.set()
    qtbot.waitUntil(lambda: heard != [])
    wait_for_tasks()
    qtbot.wait(20)
    assert heard == ["new"] and stopped == [True]


def test_a_refusal_is_reported_and_nothing_after_a_cancel(qtbot: QtBot) -> None:
    owner, heard = QObject(), list[object]()
    newest = NewestTask(owner)

    def refuse(_task: Task) -> str:
        raise Refused("cancelled")

    newest.run(refuse, heard.append, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert isinstance(heard[0], Refused)
    newest.run(lambda _task: "late", heard.append, heard.append)
    newest.cancel()
    wait_for_tasks()
    qtbot.wait(20)
    assert len(heard) == 1
