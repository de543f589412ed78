"""Work that is asked for again before it is done: one piece at a time, and only the newest request is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from journal.ui.kit.tasks import Failed, Task, TaskProgress, run_task, while_alive


@dataclass(frozen=True, slots=True)
class Request:
    """Something to be done in a worker. ``words`` say what, with progress towards ``total`` (0: not known)."""

    work: Callable[[Task], Any]
    done: Callable[[Any], object]
    failed: Failed = lambda _problem: None
    words: str = ""
    total: int = 0


class LastRequest(QObject):
    """Runs the newest request; an older one that still runs is asked to stop, and its result is ignored.

    ``progress`` shows how far it is; without one nobody needs to know. An owner that is gone is not answered.
    """

    def __init__(self, owner: QObject, progress: TaskProgress | None = None) -> None:
        super().__init__(owner)
        self._progress = progress
        self._running: Task | None = None
        self._waiting: Request | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._running is not None or self._waiting is not None

    def ask(self, request: Request) -> None:
        """Do this instead of all earlier requests."""
        idle = not self.busy
        self._waiting = request
        if self._running is not None:
            self._running.cancel()
        elif idle:
            self._start()

    def _start(self) -> None:
        if self._waiting is None:
            return
        asked, self._waiting = self._waiting, None
        answer, refuse = (while_alive(self, partial(self._end, then)) for then in (asked.done, asked.failed))
        self._running = run_task(asked.work, answer, refuse)
        if self._progress is not None:
            self._progress.follow(self._running, asked.words, asked.total)

    def _end(self, then: Callable[[Any], object], answer: object) -> None:
        self._running = None
        if self._waiting is None:
            then(answer)
        else:
            self._start()
