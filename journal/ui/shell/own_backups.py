"""Backups that the window makes by itself: once a day while it stays open, and when it is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from journal.core.moments import moment_now, utc_now
from journal.core.refusal import Refused
from journal.core.updating import NOBODY, Watched
from journal.logbook import Logbook
from journal.ui.kit.computer import Computer
from journal.ui.kit.tasks import Task, run_task, while_alive

# The person is writing down what they came for; what a sudden end, or damage, kept from a backup is seen to after that.
_FIRST_LOOK_MS = 30_000
_AFTER_SAVE_MS = 60_000
_LOOKED_EVERY_MS = 3_600_000
_OLD_AFTER = dt.timedelta(hours=24)
_MISSED_AFTER = dt.timedelta(days=7)


class OwnBackups(QObject):
    """Looks after one open journal. ``failed(problem)``: why one could not be made, said once until one is made;
    ``second_failed(problem)``: why the second folder has no copy of the newest, said once.
    """

    failed = Signal(object)  # Refused
    second_failed = Signal(object)  # Refused

    def __init__(self, logbook: Logbook, computer: Computer, parent: QObject) -> None:
        super().__init__(parent)
        self._logbook, self._computer = logbook, computer
        self._said_of_second = False
        self._task: Task | None = None
        self._said = self._looked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(_FIRST_LOOK_MS)

    def _can_write(self) -> bool:
        return not self._logbook.closed and self._logbook.view_only is None

    def look(self) -> None:
        """Make one in a worker if anything changed since the newest, at first, and then when that is a day old.

        What a program that was killed left goes, whether the person wants backups by themselves or not.
        """
        self._timer.start(_LOOKED_EVERY_MS)
        if self._task is None and self._can_write():
            second = self._computer.second_path_of(self._logbook.path)
            make: Callable[[Task], Copied] = partial(self._only_tidy, second)
            if self._logbook.preferences.automatic_backups:
                at_once, self._looked = not self._looked, True
                make = partial(self._make, at_once, second)
            self._task = run_task(make, while_alive(self, self._made), while_alive(self, self._failed))

    def _only_tidy(self, second: Path | None, _task: Task) -> Copied:
        from journal.logbook.backups import remove_unfinished

        return Copied(unfinished=remove_unfinished(self._logbook.path, second))

    def _make(self, at_once: bool, second: Path | None, task: Task) -> Copied:
        from journal.logbook.backups import back_up_by_itself

        now, watched = _now(self._logbook), Watched(lambda _step: None, task.cancelled)
        tidied = self._only_tidy(second, task)
        if at_once or not _is_recent(self._logbook, now):
            back_up_by_itself(self._logbook, now, watched)
        return _copied(self._logbook, second, now, watched)._replace(unfinished=tidied.unfinished)

    def _made(self, copied: Copied) -> None:
        self._task, self._said = None, False
        if copied.unfinished:
            self._timer.start(_AFTER_SAVE_MS)  # what was fresh a moment ago is seen by then to be nobody's
        if copied.made:
            self._computer.remember_copied(self._logbook.path, _day(self._logbook))
        elif copied.refused is not None and not self._said_of_second and self._is_worth_saying(copied.refused):
            self._said_of_second = True
            self.second_failed.emit(copied.refused)

    def _is_worth_saying(self, refused: Refused) -> bool:
        """A disk that is only plugged in now and then is missed after a week."""
        if refused.code in _ANOTHER_TIME:
            return False
        second = self._computer.second_folder_of(self._logbook.path)
        last = None if second is None else second.copied
        return refused.code != "second-folder-missing" or last is None or _day(self._logbook) - last >= _MISSED_AFTER

    def _failed(self, problem: Exception) -> None:
        self._task = None
        if isinstance(problem, Refused) and problem.code in _ANOTHER_TIME:
            self._timer.start(_AFTER_SAVE_MS)  # a save came first
        elif isinstance(problem, Refused) and not self._said:
            self._said = True
            self.failed.emit(problem)


_ANOTHER_TIME = ("cancelled", "journal-busy", "journal-changed")


class Copied(NamedTuple):
    """Whether the second folder got a copy, and why not where it should have one.

    ``unfinished``: something that may be in the making lay in one of the folders.
    """

    made: bool = False
    refused: Refused | None = None
    unfinished: bool = False


def _copied(logbook: Logbook, second: Path | None, now: dt.datetime, watched: Watched = NOBODY) -> Copied:
    """The newest backup into the second folder, at whatever time that is there: what it refuses harms nothing here."""
    from journal.logbook.second_folder import copy_newest

    if second is None:
        return Copied()
    try:
        return Copied(copy_newest(logbook, second, now, watched) is not None)
    except Refused as refused:
        return Copied(refused=refused)


def back_up_at_the_end(logbook: Logbook, computer: Computer) -> None:
    """The window is gone: make one now if anything changed. Another program may open the journal meanwhile.

    One that cannot be made is no reason to keep the person: the next start makes it, and says why if it cannot.
    """
    from journal.logbook.backups import back_up_by_itself

    if logbook.closed or logbook.view_only is not None or not logbook.preferences.automatic_backups:
        return
    logbook.let_others_write()
    now = _now(logbook)
    try:
        back_up_by_itself(logbook, now)
    except Refused:
        return
    if _copied(logbook, computer.second_path_of(logbook.path), now).made:
        computer.remember_copied(logbook.path, _day(logbook))


def _is_recent(logbook: Logbook, now: dt.datetime) -> bool:
    """Whether a backup of the last day is there; one dated later than the clock says nothing."""
    from journal.logbook.backups import found_backups

    newest = next((backup.made for backup in found_backups(logbook.path) if backup.made <= now), None)
    return newest is not None and now - newest < _OLD_AFTER


def _day(logbook: Logbook) -> dt.date:
    return moment_now(logbook.clock).local.date()


def _now(logbook: Logbook) -> dt.datetime:
    return utc_now(logbook.clock)
