"""Backups that still hold what was deleted for good: found, and deleted where the person wants that too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from journal.core.moments import utc_now
from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.db.holding import holds_any
from journal.db.journal_file import JournalFile
from journal.logbook.backups import FoundBackup, found_backups
from journal.logbook.belongings import remove
from journal.logbook.logbook import Logbook
from journal.logbook.second_folder import copy_there


@dataclass(frozen=True, slots=True)
class Holding:
    """The ``backups`` that hold any of the entries, newest first, and how many could not be opened (``unread``).

    ``missing``: the second folder, where it is not there now, so that nothing is known of the copies in it.
    ``free``: how many were opened and hold none of them.
    """

    ids: tuple[str, ...]
    backups: tuple[FoundBackup, ...]
    unread: int
    missing: Path | None
    free: int = 0


def holding(
    logbook: Logbook, ids: Sequence[str], second: Path | None, cancelled: Callable[[], bool] = lambda: False
) -> Holding:
    """Look for these entries in each backup, of the second folder too; a job for a worker. Nothing is changed."""
    backups, unread, free = list[FoundBackup](), 0, 0
    for backup in found_backups(logbook.path, second):
        if cancelled():
            raise Refused("cancelled")
        held = _holds(backup.path, logbook.passphrase, ids)
        if held is None:
            unread += 1
        elif held:
            backups.append(backup)
        else:
            free += 1
    missing = second if second is not None and not second.is_dir() else None
    return Holding(tuple(ids), tuple(backups), unread, missing, free)


def _holds(backup: Path, passphrase: str | None, ids: Sequence[str]) -> bool | None:
    """None where it cannot be told: it is damaged, or has another passphrase."""
    file = JournalFile(backup, passphrase, "ro")
    try:
        with file.reading() as connection:
            return holds_any(connection, ids)
    except Refused:
        return None
    finally:
        file.disconnect()


@dataclass(frozen=True, slots=True)
class Gone:
    """How many backups were deleted, the one that was made before, and those that could not be deleted (``left``).

    ``stay``: how many stay in the second folder, as no newer one could be copied there.
    """

    n: int
    made: Path
    left: tuple[Path, ...]
    stay: int


def delete_holding(logbook: Logbook, held: Holding, second: Path | None, watched: Watched) -> Gone:
    """Make a new verified backup, and only then delete these; a job for a worker.

    So each folder keeps a good one that is newer: where the new one cannot be copied into the second folder, the
    copies there stay. Raises Refused where no new one can be made, and then nothing is deleted.
    """
    made = _new_without(logbook, held.ids, watched)
    copied = second is not None and _copied(logbook, made, second, watched)
    gone = [backup.path for backup in held.backups if copied or not backup.second]
    left = remove(gone)
    return Gone(len(gone) - len(left), made, left, len(held.backups) - len(gone))


def _new_without(logbook: Logbook, ids: Sequence[str], watched: Watched) -> Path:
    made = logbook.backup(watched=watched, made=utc_now(logbook.clock))
    if _holds(made, logbook.passphrase, ids) is not False:
        raise Refused("backup-still-holds", name=made.name)
    return made


def _copied(logbook: Logbook, made: Path, second: Path, watched: Watched) -> bool:
    with suppress(Refused):
        copy_there(logbook, made, second, utc_now(logbook.clock), watched)
        return True
    return False
