"""The check that the window makes by itself: whether the journal is what was saved, at most once a day."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, QTimer, Signal

from journal.core.moments import utc_now
from journal.core.problems import only_in_search
from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.logbook import Logbook
from journal.logbook.belongings import where_backups_lie
from journal.ui.kit.computer import Computer
from journal.ui.kit.tasks import Task, run_task, while_alive

# It is begun by ``OpenJournal`` 10 seconds after the day can be used, and again after a save.
_AFTER_SAVE_MS = 60_000
_LOOKED_EVERY_MS = 3_600_000
_THOROUGH_EVERY = dt.timedelta(days=30)


class OwnChecks(QObject):
    """Looks after one open journal. ``found(problem)``: part of it is not what was saved; said once."""

    found = Signal(object)  # Refused

    def __init__(self, logbook: Logbook, computer: Computer, parent: QObject) -> None:
        super().__init__(parent)
        self._logbook, self._computer = logbook, computer
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Check it in a worker unless it was checked today; then look again later."""
        if self._logbook.closed:
            return
        self._timer.start(_LOOKED_EVERY_MS)
        today = self._today()
        quick, thorough = self._computer.last_checks(self._logbook.path)
        # A day after today was written by a wrong clock and says nothing.
        if self._task is None and quick != today:
            wanted = thorough is None or not dt.timedelta() <= today - thorough < _THOROUGH_EVERY
            self._begin(today, wanted)

    def _begin(self, today: dt.date, thorough: bool) -> None:
        def check(task: Task) -> list[str]:
            return self._logbook.check_by_itself(thorough, Watched(lambda _step: None, task.cancelled))

        def checked(problems: list[str]) -> None:
            self._computer.remember_check(self._logbook.path, today, thorough)
            self._checked(problems)

        self._task = run_task(check, while_alive(self, checked), while_alive(self, self._failed))

    def _checked(self, problems: list[str]) -> None:
        self._task = None
        path = self._logbook.path
        if problems:
            code = "search-damaged" if only_in_search(problems) else "entries-damaged"
            self.found.emit(Refused(code, path=path, **where_backups_lie(path)))

    def _failed(self, problem: Exception) -> None:
        self._task = None
        if isinstance(problem, Refused) and problem.code in _ANOTHER_TIME:
            self._timer.start(_AFTER_SAVE_MS)  # a save came first
        elif isinstance(problem, Refused):
            self.found.emit(problem)

    def _today(self) -> dt.date:
        return utc_now(self._logbook.clock).date()


_ANOTHER_TIME = ("cancelled", "journal-busy", "journal-closed")
