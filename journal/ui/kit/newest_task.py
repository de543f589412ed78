"""Work in a worker of which only the newest result counts: earlier work is asked to stop and its result ignored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from journal.ui.kit.tasks import Failed, Task, run_task, while_alive

T = TypeVar("T")


class NewestTask(QObject):
    """One at a time for its owner, while that is alive."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._task: Task | None = None

    def run(self, work: Callable[[Task], T], done: Callable[[T], object], failed: Failed) -> None:
        """Do this instead of what was started before."""
        self.cancel()

        def if_newest(then: Callable[[Any], object]) -> Callable[[Any], None]:
            def call_if_newest(answer: Any) -> None:
                if self._task is task:
                    self._task = None
                    then(answer)

            return while_alive(self, call_if_newest)

        task = run_task(work, if_newest(done), if_newest(failed))
        self._task = task

    def cancel(self) -> None:
        """Ask it to stop, and ignore its result."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
