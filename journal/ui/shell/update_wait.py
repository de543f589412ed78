"""Waits with whoever opens a journal of an earlier version: what is done is shown once it takes long."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from journal.texts import Texts
from journal.ui.kit.tasks import SHOWN_AFTER_MS, Task

if TYPE_CHECKING:
    from journal.ui.shell.cannot_open_page import UpdatePage


class UpdateWait(QObject):
    """Belongs to the task. ``show`` is given a page half a second after the first step, if the task still runs."""

    def __init__(self, task: Task, texts: Texts, show: Callable[[UpdatePage], object]) -> None:
        super().__init__(task)
        self._task, self._texts, self._show = task, texts, show
        self._step = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SHOWN_AFTER_MS)
        self._later.timeout.connect(self._appear)
        task.progressed.connect(self._begin_step)
        task.finished.connect(self._later.stop)

    def _begin_step(self, step: int) -> None:
        if not self._step:
            self._later.start()
        self._step = step

    def _appear(self) -> None:
        from journal.ui.shell.cannot_open_page import UpdatePage

        self._show(UpdatePage(self._texts, self._task, self._step))
