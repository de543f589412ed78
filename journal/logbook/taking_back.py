"""When others changed the file of an open journal: open what lies there now, or put back what the journal held here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from journal.core.changes import ChangeSet
from journal.core.refusal import Refused
from journal.db.changed_outside import CODES
from journal.logbook.backups import restore
from journal.logbook.logbook import Logbook

SHOWN = "shown"  # in the name of a copy of what a window held when another file was opened in its place
_STILL_READABLE = ("journal-gone", "journal-replaced", "journal-other-computer")


_NOTHING_THERE = ("journal-gone", "journal-emptied")


def is_changed_outside(problem: BaseException) -> bool:
    """Whether others changed the file while it was open."""
    return isinstance(problem, Refused) and problem.code in CODES


def can_be_put_back(problem: Refused) -> bool:
    """Whether the file that was opened is still open, though it has no name any more, or another one."""
    return problem.code in _STILL_READABLE


def nothing_lies_there(problem: Refused) -> bool:
    """Whether there is no file to open at the journal's path, or one of 0 bytes."""
    return problem.code in _NOTHING_THERE


def keep_what_is_shown(logbook: Logbook, now: dt.datetime) -> Path | None:
    """A verified copy of what the journal held here, before another file is opened in its place; a job for a worker.

    What was saved last may be in no other file. None where the file is the same, or gone, or changed in its place: then
    nothing else is held here. Refused where no copy can be made, and then nothing has changed.
    """
    refusal = logbook.changed_outside()
    if refusal is None or refusal.code == "journal-gone" or not can_be_put_back(refusal):
        return None
    return logbook.backup(None, SHOWN, made=now)


def open_what_is_there(logbook: Logbook, unlock: Callable[[str | None], Logbook]) -> Logbook:
    """The journal at the path now, opened with the same passphrase; the same one if it is there again after all.

    A job for a worker. Refused where nothing can be opened there; then the journal that is open can still be read.
    """
    refusal = logbook.changed_outside()
    if refusal is None:
        return logbook
    if nothing_lies_there(refusal):
        raise refusal
    logbook.let_others_write()
    return unlock(logbook.passphrase)


def lacked_by(there: Logbook, logbook: Logbook) -> tuple[ChangeSet, ...]:
    """The newest steps that were saved in the journal and are not in what was opened in its place, newest first."""
    return logbook._file.lacked_by(there._file)


class PutBack(NamedTuple):
    """``kept``: where the file that had taken the journal's place is now, if there was one."""

    logbook: Logbook
    kept: Path | None


def put_back(logbook: Logbook, now: dt.datetime, unlock: Callable[[str | None], Logbook]) -> PutBack:
    """A verified copy of what the journal held here takes its place again and is opened; a job for a worker.

    What lies there is kept among the backups. Refused, and nothing has changed, where no copy can be made.
    """
    copy = logbook.backup(None, "backup", made=now)
    logbook.let_others_write()
    kept = restore(logbook.path, copy, logbook.passphrase, now)
    return PutBack(unlock(logbook.passphrase), kept)
