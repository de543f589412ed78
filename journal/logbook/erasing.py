"""Erasing: the journal, everything beside it and its backups. This cannot be undone."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from journal.errors import UserError
from journal.logbook.belongings import backup_folder, backups_of, files_of, remove, remove_if_empty
from journal.logbook.logbook import Logbook


def erase(logbook: Logbook, others: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Close the journal and delete it, its backups and ``others``; returns the files that could not be deleted.

    Refused("folder-read-only") with everything as it was where nothing can be deleted, and whatever keeps the journal
    from being written to. Copies in other places are not known to the program and stay.
    """
    refuse_erasing(logbook)
    logbook.close()
    return delete_all(logbook.path, others)


def refuse_erasing(logbook: Logbook) -> None:
    """Raise what keeps this journal from being erased now; nothing is changed."""
    if logbook.view_only is not None:
        raise logbook.view_only
    folder = logbook.path.parent
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UserError("folder-read-only", path=folder)
    with logbook._file.writing():
        pass  # Refused("journal-busy") while a job is at work in it


def delete_all(path: Path, others: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Delete a closed journal, its backups and ``others``; returns the files that could not be deleted."""
    # The backups first: if the computer stops here, what is left is the journal that the person can erase again.
    left = remove([*backups_of(path), *files_of(path), *others])
    remove_if_empty(backup_folder(path))
    return left
