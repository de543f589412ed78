"""The one way to the background: work in a thread, its end on the main thread, progress and cancel if it takes long."""

from __future__ import annotations

import gc
import itertools
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.ui.kit.alive import is_alive
from journal.ui.kit.buttons import button
from journal.ui.kit.widgets import announce, label

T = TypeVar("T")
Failed = Callable[[Exception], object]
SHOWN_AFTER_MS = 500


class Task(QObject):
    """Work under way. The work may call ``report(n)`` and look at ``cancelled()``, both from its own thread.

    ``to_the_end``: the end of the program waits for it; only the person cancels it. ``cut_short``: the end of the
    program cancelled it.
    """

    progressed = Signal(int)
    finished = Signal()  # after done or failed has been called

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = self.to_the_end = self.cut_short = False

    def report(self, n: int) -> None:
        """Tell how far the work is."""
        self.progressed.emit(n)

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._cancelled = True

    def cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled


@dataclass
class _Work:
    """Work given to a thread, its callbacks, and its result."""

    task: Task
    do: Callable[[Task], Any]
    done: Callable[[Any], object]
    failed: Failed
    result: Any = None
    problem: Exception | None = None


# By number. Only the main thread adds and removes, and once a thread has reported its end it holds nothing but the
# number: work, result and callbacks are released on the main thread. Released in another thread, a task or a widget
# would be deleted there while Qt still uses it here.
_running: dict[int, _Work] = {}
_numbers = itertools.count()


class _EndSignal(QObject):
    """Brings the number of work that has ended from its thread to the main one."""

    ended = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.ended.connect(self._ended, Qt.ConnectionType.QueuedConnection)

    def _ended(self, number: int) -> None:
        _end(number)


@cache
def _end_signal() -> _EndSignal:
    return _EndSignal()


class _Runner(QRunnable):
    def __init__(self, number: int, end_signal: _EndSignal) -> None:
        super().__init__()
        self._number, self._end_signal = number, end_signal

    def run(self) -> None:
        _do(_running[self._number])
        self._end_signal.ended.emit(self._number)


def _do(work: _Work) -> None:
    try:
        work.result = work.do(work.task)
    except Exception as problem:  # noqa: BLE001 - carried to the main thread, where bugs reach the crash dialog
        work.problem = problem


def _end(number: int) -> None:
    work = _running.pop(number)
    collect_again()
    try:
        if work.problem is None:
            work.done(work.result)
        else:
            _fail(work.problem, work.failed)
    finally:
        work.task.finished.emit()


def _fail(problem: Exception, failed: Failed) -> None:
    if not isinstance(problem, Refused):
        sys.excepthook(type(problem), problem, problem.__traceback__)
    failed(problem)


def _collect_later() -> None:
    """No garbage collection while a thread runs: it could run in that thread, and deleting widgets there crashes Qt."""
    gc.disable()


def collect_again() -> None:
    """Collect garbage from now on, unless a thread runs: then from its end on."""
    if not _running:
        # Counted from nothing, so that the last steps of the ending thread cannot set a collection off.
        gc.collect(0)
        gc.enable()


def run_in_background(
    work: Callable[[], T], done: Callable[[T], object], failed: Failed = lambda _problem: None
) -> Task:
    """Run ``work`` in a thread; ``done(result)`` or ``failed(problem)`` follows on the main thread.

    A problem that is not ``Refused`` is a bug: the crash dialog shows it, and ``failed`` is called after that.
    """
    return run_task(lambda _task: work(), done, failed)


def run_task(work: Callable[[Task], T], done: Callable[[T], object], failed: Failed = lambda _problem: None) -> Task:
    """The same for work that reports progress and can be cancelled: it is given its ``Task``."""
    task, number = Task(), next(_numbers)
    _running[number] = _Work(task, work, done, failed)
    _collect_later()
    QThreadPool.globalInstance().start(_Runner(number, _end_signal()))
    return task


def while_alive(owner: QObject, callback: Callable[[T], object]) -> Callable[[T], None]:
    """``done`` or ``failed`` of something that may be gone before the result comes: then it is not called."""

    def call_if_alive(answer: T) -> None:
        if is_alive(owner):
            callback(answer)

    return call_if_alive


def working() -> bool:
    """Whether any work is under way or its end still to be told."""
    return bool(_running)


def wait_for_tasks() -> None:
    """Let every thread end before the program does."""
    for work in _running.values():
        if not work.task.to_the_end:
            work.task.cut_short = True
            work.task.cancel()
    QThreadPool.globalInstance().waitForDone()


class TaskProgress(QFrame):
    """What a task is doing and a Cancel button; appears when the task takes longer than half a second."""

    appeared = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "info")
        self._task: Task | None = None
        self._total = 0
        self._words = label(wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel = button(texts("Cancel"), self._stop)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SHOWN_AFTER_MS)
        self._later.timeout.connect(self._appear)
        line = QHBoxLayout()
        line.addWidget(self._bar, 1)
        line.addWidget(self.cancel)
        body = QVBoxLayout(self)
        body.addWidget(self._words)
        body.addLayout(line)
        self.hide()

    def follow(self, task: Task, text: str, total: int = 0, can_cancel: bool = True, at_once: bool = False) -> None:
        """Show this task's progress towards ``total`` (0: not known), and no longer that of the one before.

        ``at_once``: it has taken that long already.
        """
        self._leave()
        self._task, self._total = task, total
        self._put(text)
        self._bar.setRange(0, total)
        self._bar.setValue(0)
        self.cancel.setVisible(can_cancel)
        task.progressed.connect(self._progress)
        task.finished.connect(self._end)
        if at_once:
            self.show()
        else:
            self._later.start()

    def say(self, text: str) -> None:
        """What the task is doing now."""
        self._put(text)
        if self.isVisible():
            announce(self, text)

    def _put(self, text: str) -> None:
        self._words.setText(text)
        self._bar.setAccessibleName(text)

    def _appear(self) -> None:
        self.show()
        announce(self, self._words.text())
        self.appeared.emit()

    def _progress(self, n: int) -> None:
        self._bar.setValue(min(n, self._total) if self._total else 0)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _leave(self) -> None:
        if self._task is not None:
            self._task.progressed.disconnect(self._progress)
            self._task.finished.disconnect(self._end)
            self._task = None

    def _end(self) -> None:
        self._leave()
        self._later.stop()
        self.hide()
