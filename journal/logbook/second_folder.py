"""The second folder: each backup is also copied there, so that a lost or broken disk does not take all of them."""

from __future__ import annotations

import datetime as dt
import filecmp
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from journal.core.moments import utc_now
from journal.core.refusal import Refused
from journal.core.updating import NOBODY, Watched
from journal.db.backup import remove_unfinished_in
from journal.db.failures import told_plainly
from journal.db.reading_backup import looked_through
from journal.logbook.backups import FoundBackup, found_backups, found_in, thin_these
from journal.logbook.belongings import backup_folder, copies_in, remove_if_empty
from journal.logbook.logbook import Logbook
from journal.logbook.passphrases import is_plain
from journal.logbook.synchronised import synchronised_by
from journal.paths import sync_folder

_BLOCK = 1 << 20
_AHEAD = dt.timedelta(days=1)  # what is dated later was made while the clock was wrong
# Of a backup that cannot be copied; the one before it may be sound.
_OF_THIS_BACKUP = (
    "backup-damaged", "backup-passphrase", "backup-has-passphrase", "backup-plain", "journal-newer", "file-missing",
)  # fmt: skip


# --- which folder ----------------------------------------------------------------------------------------------------


def made_in(chosen: Path, journal: Path) -> Path:
    """The folder for this journal's copies below the one that was chosen, made if it is not there yet.

    It is never made again later: of a disk that is not plugged in the empty place may be left, and copies there would
    lie on the wrong disk. A folder with copies of another journal of that name is left to that one.
    """
    if not chosen.is_dir():
        raise Refused("second-folder-missing", path=chosen)
    with _told_of(chosen):
        if chosen.resolve() == backup_folder(journal).resolve():
            raise Refused("second-folder-is-first", path=chosen)
        folder = chosen if _has_copies_of(chosen, journal) else _free_or_own(chosen, journal)
        folder.mkdir(exist_ok=True, mode=0o700)
    return folder


def _free_or_own(chosen: Path, journal: Path) -> Path:
    numbered = (f"{journal.stem}-backups{number}" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(folder for name in numbered if _is_for(folder := chosen / name, journal))


def _is_for(folder: Path, journal: Path) -> bool:
    if not folder.exists():
        return True
    return folder.is_dir() and (not any(folder.iterdir()) or _has_copies_of(folder, journal))


def _has_copies_of(folder: Path, journal: Path) -> bool:
    """Whether a backup beside the journal lies there, too."""
    beside = backup_folder(journal)
    return any(_is_copied(beside / copy.name, copy) for copy in copies_in(folder, journal))


def is_on_same_disk(folder: Path, journal: Path) -> bool:
    """Whether the folder seems to lie on the journal's own disk."""
    with suppress(OSError):
        return folder.stat().st_dev == journal.stat().st_dev
    return False


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the second folder found. ``backups``: this journal's there, newest first; ``plain``: how many of
    them anyone can read; ``program``: what keeps the folder in step with other places, "" for nothing known.
    """

    path: Path
    there: bool
    backups: tuple[FoundBackup, ...]
    plain: int
    program: str
    same_disk: bool


def look_at(folder: Path, journal: Path) -> Seen:
    """What is so of the second folder now; a job for a worker, as a disk may have to wake up first."""
    backups = tuple(found_in(folder, journal))
    plain = sum(is_plain(backup.path) for backup in backups)
    program = synchronised_by(folder / journal.name)
    return Seen(folder, folder.is_dir(), backups, plain, program, is_on_same_disk(folder, journal))


def begin(logbook: Logbook, chosen: Path, now: dt.datetime, watched: Watched = NOBODY) -> Path:
    """Make the folder below the chosen one and put a first copy there; a job for a worker. Returns the folder.

    Raises Refused, and then no folder was added: one that takes no copy is none.
    """
    folder = made_in(chosen, logbook.path)
    try:
        if copy_newest(logbook, folder, now, watched) is None and not found_in(folder, logbook.path):
            copy_there(logbook, logbook.backup(made=now, watched=watched), folder, now, watched)
    except BaseException:
        remove_if_empty(folder)
        raise
    return folder


# --- copies ----------------------------------------------------------------------------------------------------------


def copy_newest(logbook: Logbook, folder: Path, now: dt.datetime, watched: Watched = NOBODY) -> Path | None:
    """Copy the newest sound backup there and make room by older copies; None if it was there. A job for a worker.

    Refused("second-folder-missing") where the folder is not there now; whatever is refused, the backups beside the
    journal are as they were.
    """
    if not folder.is_dir():
        raise Refused("second-folder-missing", path=folder)
    for backup in found_backups(logbook.path):
        if backup.made > now + _AHEAD:
            continue
        try:
            return copy_there(logbook, backup.path, folder, now, watched)
        except Refused as refused:
            if refused.code not in _OF_THIS_BACKUP:
                raise
    return None


class Twice(NamedTuple):
    """A backup beside the journal, the second folder if there is one, and why the copy there was not made, if so."""

    made: Path
    second: Path | None = None
    refused: Refused | None = None


def back_up_twice(logbook: Logbook, folder: Path | None) -> Twice:
    """A backup that was asked for, also copied into the second folder; a job for a worker.

    What is refused there is answered: the backup beside the journal is made all the same.
    """
    now = utc_now(logbook.clock)
    made = logbook.backup(made=now)
    if folder is None:
        return Twice(made)
    try:
        copy_there(logbook, made, folder, now)
    except Refused as refused:
        return Twice(made, folder, refused)
    return Twice(made, folder)


def copy_there(
    logbook: Logbook, backup: Path, folder: Path, now: dt.datetime, watched: Watched = NOBODY
) -> Path | None:
    """Copy this backup there: compared byte by byte, opened and looked through before it bears its name.

    None if it was there. Copies that the program made unasked are thinned as the backups are.
    """
    if not folder.is_dir():
        raise Refused("second-folder-missing", path=folder)
    there = folder / backup.name
    if _is_copied(backup, there):
        return None
    with suppress(OSError):
        remove_unfinished_in(folder, logbook.path.stem)
    _copied(backup, there, logbook.passphrase, watched)
    with suppress(OSError):
        thin_these(logbook, found_in(folder, logbook.path), now)
    return there


def _is_copied(backup: Path, there: Path) -> bool:
    with suppress(OSError):
        return there.stat().st_size == backup.stat().st_size
    return False


def _copied(backup: Path, there: Path, passphrase: str | None, watched: Watched) -> None:
    unfinished = there.with_suffix(".part")
    try:
        with _told_of(there.parent):
            _write(backup, unfinished, watched)
            _refuse_unlike(backup, unfinished)
            with looked_through(unfinished, passphrase):
                pass
            unfinished.replace(there)
            with suppress(OSError):  # of a folder in the net, which knows no such call
                sync_folder(there.parent)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _write(backup: Path, unfinished: Path, watched: Watched) -> None:
    """Byte by byte: nobody has a backup open. What is read back then comes from the disk, where a system can do so."""
    unfinished.unlink(missing_ok=True)
    target = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(target, "wb") as copy, backup.open("rb") as held:
        while block := held.read(_BLOCK):
            watched.stop_if_cancelled()
            copy.write(block)
        copy.flush()
        os.fsync(copy.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(copy.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _refuse_unlike(backup: Path, unfinished: Path) -> None:
    if not filecmp.cmp(backup, unfinished, shallow=False):
        raise Refused("second-folder-unlike", path=unfinished.parent)


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    """What the disk there refuses, said of this folder and not of the journal, which is as it was."""
    try:
        with told_plainly(folder / "copy"):
            yield
    except Refused as refused:
        if not folder.is_dir():
            raise Refused("second-folder-missing", path=folder) from refused
        if refused.code in _OF_THE_DISK:
            raise Refused(_OF_THE_DISK[refused.code], path=folder) from refused
        raise


_OF_THE_DISK = {"disk-full": "second-folder-full"} | dict.fromkeys(
    (
        "disk-error",
        "folder-is-file",
        "folder-missing",
        "folder-read-only",
        "no-permission",
        "file-name-too-long",
        "journal-locked",
    ),
    "second-folder-unusable",
)
