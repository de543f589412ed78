"""Moving a journal: a verified copy first, then the copy is opened, and only then the old files go."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Callable
from pathlib import Path

from journal.core.refusal import Refused
from journal.db.failures import told_plainly
from journal.logbook.belongings import backup_folder, backups_of, files_of, remove, remove_if_empty
from journal.logbook.logbook import Logbook
from journal.paths import sync_file, sync_folder


def copy_for_move(
    logbook: Logbook,
    folder: Path,
    report: Callable[[int], None] = lambda _files: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Copy the journal and its backups into another folder and verify them; a job for a worker.

    ``report`` is called with the number of files copied so far; ``steps_of`` gives their total. From the moment that
    the copy is whole the old journal refuses writing ("journal-busy"): what was saved is in both or in neither. Call
    ``open_moved`` and ``let_old_go`` next, or ``give_up_move``. Raises Refused, and then nothing new is left in the
    folder.
    """
    target, made = folder / logbook.path.name, list[Path]()
    with told_plainly(target):
        if not folder.is_dir():
            raise FileNotFoundError(2, "no folder", str(folder))
        if target.exists():
            raise Refused("journal-exists", path=target)
    try:
        # The right to write is held, so that nothing can be saved until the copy has become the journal.
        with logbook._file.writing():
            _copy_all(logbook, target, made, report, cancelled)
            logbook._file.view_only = Refused("journal-busy")
    except BaseException:
        remove(made)
        raise
    return target


def steps_of(logbook: Logbook) -> int:
    """How many files a move copies."""
    return 1 + len(backups_of(logbook.path))


def _copy_all(
    logbook: Logbook,
    target: Path,
    made: list[Path],
    report: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> None:
    copy = logbook.backup(target.parent, "moving")
    made.append(copy)
    with told_plainly(target):
        for number, backup in enumerate(backups_of(logbook.path), 1):
            report(number)
            if cancelled():
                raise Refused("cancelled")
            _copy_backup(backup, backup_folder(target) / backup.name, made)
        copy.rename(target)
        made[0] = target
        sync_folder(target.parent)


def _copy_backup(old: Path, new: Path, made: list[Path]) -> None:
    """Copy it byte by byte and compare; no program has a backup open."""
    if new.exists():
        raise Refused("journal-exists", path=new)
    new.parent.mkdir(exist_ok=True, mode=0o700)
    made.append(new)
    shutil.copyfile(old, new)
    new.chmod(0o600)
    sync_file(new)
    if not filecmp.cmp(old, new, shallow=False):
        raise Refused("backup-failed", reason=new.name)


def open_moved(logbook: Logbook, path: Path) -> Logbook:
    """Open the copy with the same passphrase; a job for a worker. The old journal can still be read.

    If the copy cannot be opened the old journal can be written to again, and the refusal is raised.
    """
    try:
        return Logbook.open(path, logbook._passphrase, clock=logbook.clock)
    except BaseException:
        give_up_move(logbook)
        raise


def let_old_go(logbook: Logbook, path: Path) -> tuple[Path, ...]:
    """Close the old journal and delete its files; a job for a worker. Returns those that could not be deleted."""
    old = logbook.path
    logbook.close()
    twins = [backup for backup in backups_of(old) if (backup_folder(path) / backup.name).exists()]
    left = remove([*files_of(old), *twins])
    remove_if_empty(backup_folder(old))
    return left


def give_up_move(logbook: Logbook) -> None:
    """Go on with the old journal; the copies stay where they are."""
    logbook._file.view_only = None
