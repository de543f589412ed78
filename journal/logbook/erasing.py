"""Erasing: the journal, everything beside it and its backups. This cannot be undone."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from journal.errors import UserError
from journal.logbook.belongings import backup_folder, backups_of, files_of, remove, remove_if_empty
from journal.logbook.logbook import Logbook


def erase(logbook: Logbook, others: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Close the journal and delete it, its backups and ``others``; answers with the files that could not be deleted.

    Refused("folder-read-only") with everything as it was where nothing can be deleted, and whatever keeps the journal
    from being written to. Copies in other places are not known to the program and stay.
    """
    if logbook.view_only is not None:
        raise logbook.view_only
    path = logbook.path
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise UserError("folder-read-only", path=path.parent)
    with logbook._file.writing():
        pass  # Refused("journal-busy") while a job is at work in it
    # The backups first: if the computer stops here, what is left is the journal that the person can erase again.
    backups = backups_of(path)
    logbook.close()
    left = remove([*backups, *files_of(path), *others])
    remove_if_empty(backup_folder(path))
    return left
