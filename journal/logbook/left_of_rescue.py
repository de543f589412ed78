"""What a program that was killed left of a rescue, or of a look at what was rescued: whole copies of the journal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.core.refusal import Refused
from journal.db.lock import take_lock
from journal.logbook.belongings import looked_at_file, remove


def remove_left(journal: Path) -> None:
    """Delete what lies beside this journal; a job for a worker.

    Whoever rescues it now, or looks, holds a lock, and then it stays. What a command was making in another place is
    gone with the next rescue to that name.
    """
    looked_at = looked_at_file(journal)
    name = re.escape(looked_at.name)
    made = rf"(?:{name}|{re.escape(journal.stem)}-rescued(?:-\d+)?\.leaf)\.(?:damaged|rescued)\b.*"
    for held, files in ((journal, made), (looked_at, rf"{name}(?:-journal|\.lock)?")):
        if left := _beside(journal, files):
            with suppress(Refused, OSError), _locked(held):
                remove(left)


def _beside(journal: Path, names: str) -> list[Path]:
    try:
        return [path for path in journal.parent.iterdir() if re.fullmatch(names, path.name) and path.is_file()]
    except OSError:
        return []  # no such folder, or it cannot be looked into


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    lock = take_lock(path)
    try:
        yield
    finally:
        lock.release()
