"""Backups that the window makes by itself: once a day while it stays open, and when it is closed."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from journal.core.moments import utc_now
from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.logbook import Logbook
from journal.ui.kit.tasks import Task, run_task, while_alive

# The person is writing down what they came for; what a sudden end, or damage, kept from a backup is seen to after that.
_FIRST_LOOK_MS = 30_000
_AFTER_SAVE_MS = 60_000
_LOOKED_EVERY_MS = 3_600_000
_OLD_AFTER = dt.timedelta(hours=24)


class OwnBackups(QObject):
    """Looks after one open journal. ``failed(problem)``: why one could not be made, said once until one is made."""

    failed = Signal(object)  # Refused

    def __init__(self, logbook: Logbook, parent: QObject) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._task: Task | None = None
        self._said = self._looked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(_FIRST_LOOK_MS)

    def _wanted(self) -> bool:
        book = self._logbook
        return not book.closed and book.view_only is None and book.preferences.automatic_backups

    def look(self) -> None:
        """Make one in a worker if anything changed since the newest, at first, and then when that is a day old."""
        self._timer.start(_LOOKED_EVERY_MS)
        if self._task is None and self._wanted():
            at_once, self._looked = not self._looked, True
            make = partial(self._make, at_once)
            self._task = run_task(make, while_alive(self, self._made), while_alive(self, self._failed))

    def _make(self, at_once: bool, task: Task) -> Path | None:
        from journal.logbook.backups import back_up_by_itself, remove_unfinished

        now = _now(self._logbook)
        remove_unfinished(self._logbook)
        if not at_once and _is_recent(self._logbook, now):
            return None
        return back_up_by_itself(self._logbook, now, Watched(lambda _step: None, task.cancelled))

    def _made(self, _path: Path | None) -> None:
        self._task, self._said = None, False

    def _failed(self, problem: Exception) -> None:
        self._task = None
        if isinstance(problem, Refused) and problem.code in _ANOTHER_TIME:
            self._timer.start(_AFTER_SAVE_MS)  # a save came first
        elif isinstance(problem, Refused) and not self._said:
            self._said = True
            self.failed.emit(problem)


_ANOTHER_TIME = ("update-cancelled", "journal-busy", "journal-changed")


def back_up_at_the_end(logbook: Logbook) -> None:
    """The window is gone: make one now if anything changed. Another program may open the journal meanwhile.

    One that cannot be made is no reason to keep the person: the next start makes it, and says why if it cannot.
    """
    from journal.logbook.backups import back_up_by_itself

    if logbook.closed or logbook.view_only is not None or not logbook.preferences.automatic_backups:
        return
    logbook.let_others_write()
    try:
        back_up_by_itself(logbook, _now(logbook))
    except Refused:
        return


def _is_recent(logbook: Logbook, now: dt.datetime) -> bool:
    """Whether a backup of the last day is there; one dated later than the clock says nothing."""
    from journal.logbook.backups import found_backups

    newest = next((backup.made for backup in found_backups(logbook.path) if backup.made <= now), None)
    return newest is not None and now - newest < _OLD_AFTER


def _now(logbook: Logbook) -> dt.datetime:
    return utc_now(logbook.clock)
