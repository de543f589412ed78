"""Erasing: the journal, everything beside it and its backups. This cannot be undone."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from journal.errors import UserError
from journal.logbook.belongings import backup_folder, backups_of, copies_in, files_of, remove, remove_if_empty
from journal.logbook.logbook import Logbook


def erase(logbook: Logbook, others: Sequence[Path] = (), second: Path | None = None) -> tuple[Path, ...]:
    """Close the journal and delete it, its backups and ``others``; returns what could not be deleted.

    Refused("folder-read-only") with everything as it was where nothing can be deleted, and whatever keeps the journal
    from being written to. Copies in other places than the ``second`` folder are not known to the program and stay.
    """
    refuse_erasing(logbook)
    logbook.close()
    return delete_all(logbook.path, others, second)


def refuse_erasing(logbook: Logbook) -> None:
    """Raise what keeps this journal from being erased now; nothing is changed."""
    if logbook.view_only is not None:
        raise logbook.view_only
    folder = logbook.path.parent
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UserError("folder-read-only", path=folder)
    with logbook._file.writing():
        pass  # Refused("journal-busy") while a job is at work in it


def delete_all(path: Path, others: Sequence[Path] = (), second: Path | None = None) -> tuple[Path, ...]:
    """Delete a closed journal, its backups, those in the ``second`` folder and ``others``; returns what is left.

    The second folder itself where it is not there now or cannot be looked into: what lies in it is not known.
    """
    # The backups first: if the computer stops here, what is left is the journal that the person can erase again.
    left = _delete_second(second, path) if second is not None else ()
    left += remove([*backups_of(path), *files_of(path), *others])
    remove_if_empty(backup_folder(path))
    return left


@dataclass(frozen=True, slots=True)
class Erased:
    """How many copies went, those in the second folder among them (``in_second``), and what could not be deleted."""

    copies: int
    in_second: int
    left: tuple[Path, ...]


def delete_and_count(path: Path, others: Sequence[Path], second: Path | None) -> Erased:
    """``delete_all``, with what is told of it afterwards; a job for a worker."""
    before = _copies(path, second)
    left = delete_all(path, others, second)
    after = _copies(path, second)
    return Erased(sum(before) - sum(after), before[1] - after[1], left)


def _copies(path: Path, second: Path | None) -> tuple[int, int]:
    """How many there are in each folder; none where one cannot be looked into, which is told as left."""
    try:
        there = 0 if second is None else len(copies_in(second, path))
    except OSError:
        there = 0
    return len(backups_of(path)), there


def _delete_second(second: Path, path: Path) -> tuple[Path, ...]:
    if not second.is_dir():
        return (second,)
    try:
        left = remove(copies_in(second, path))
    except OSError:
        return (second,)
    remove_if_empty(second)
    return left
