"""The backups of a journal: what each one holds, a new one when something changed, and the way back to one."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from journal.core.backup_thinning import Backup, ceiling_for, to_remove
from journal.core.backups import Compared, Contents
from journal.core.refusal import Refused
from journal.core.updating import NOBODY, Watched
from journal.db.backup import free_name, remove_unfinished_in
from journal.db.backup_names import parts_of
from journal.db.connection import value
from journal.db.contents import compared, contents_of, steps_of
from journal.db.failures import told_plainly, user_error
from journal.db.opening import real_file
from journal.db.probe import look
from journal.db.reading_backup import looked_through, steps_in
from journal.db.restoring import put_in_place
from journal.logbook.belongings import backup_folder, backups_of, copies_in, remove
from journal.logbook.logbook import Logbook

REPLACED = "replaced"  # in the name of a journal that was kept when a backup took its place
DAMAGED = "damaged"  # in the name of one in whose place what a rescue brought back was put: it is no backup
BY_ITSELF = "auto"  # in the name of a backup that nobody asked for; only these are thinned


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A backup by its file: ``made`` in UTC, ``reason`` as its name says it, ``size`` in bytes.

    ``second``: it lies in the second folder.
    """

    path: Path
    made: dt.datetime
    reason: str
    size: int
    second: bool = False

    @property
    def by_itself(self) -> bool:
        """Whether the program made it unasked."""
        return self.reason == BY_ITSELF

    @property
    def damaged(self) -> bool:
        """Whether it is a damaged journal, kept when a rescued one took its place."""
        return self.reason == DAMAGED


def found_backups(journal: Path, second: Path | None = None) -> list[FoundBackup]:
    """The backups beside the journal, and those in its second folder, newest first. They are not opened."""
    journal = journal.resolve() if journal.is_symlink() else journal
    beside = [backup for path in backups_of(journal) if (backup := _found(journal, path)) is not None]
    there = [] if second is None else found_in(second, journal)
    return newest_first([*beside, *there])


class OpenedWith(NamedTuple):
    """A backup with the passphrase that opened it, which is not the journal's."""

    path: Path
    passphrase: str


def is_any_left(journal: Path, second: Path | None = None) -> bool:
    """Whether there is one to go back to; a damaged journal that was kept is none."""
    return any(not backup.damaged for backup in found_backups(journal, second))


def newest_first(backups: list[FoundBackup]) -> list[FoundBackup]:
    """By the day when they were made; of two of one moment the one beside the journal comes first."""
    return sorted(backups, key=lambda backup: (backup.made, not backup.second, backup.path.name), reverse=True)


def found_in(second: Path, journal: Path) -> list[FoundBackup]:
    """The backups of this journal in its second folder, newest first; none where that is not there."""
    backups = (_found(journal, path) for path in copies_in(second, journal))
    return [replace(backup, second=True) for backup in backups if backup is not None]


class WayBack(NamedTuple):
    """Whether there is a backup, whether the newest that is one has no passphrase, and when the newest was made."""

    there: bool
    plain: bool
    newest: dt.datetime | None


def way_back(journal: Path, second: Path | None = None) -> WayBack:
    """What the backups are; a job for a worker where the ``second`` folder is looked at, whose disk may be asleep."""
    backups = found_backups(journal, second)
    sound = [backup for backup in backups if not backup.damaged]
    return WayBack(bool(sound), newest_is_plain(backups), sound[0].made if sound else None)


def newest_is_plain(backups: list[FoundBackup]) -> bool:
    """Whether the first of these that is a backup has no passphrase."""
    for backup in backups:
        try:
            return not Logbook.needs_passphrase(backup.path)
        except Refused:
            continue
    return False


def leaves_it_open(journal: Path, backup: Path) -> bool:
    """Whether anyone could read the journal with this backup in its place, and nobody without a passphrase now."""
    try:
        return Logbook.needs_passphrase(journal) and not Logbook.needs_passphrase(backup)
    except Refused:  # damaged, so that it cannot be told
        return False


def _found(journal: Path, path: Path) -> FoundBackup | None:
    parts = parts_of(path.name)
    if parts is None or parts[0] != journal.stem:
        return None
    try:
        return FoundBackup(path, parts[1], parts[2], path.stat().st_size)
    except OSError:
        return None  # gone meanwhile


def made_of(backup: Path) -> dt.datetime | None:
    """When it was made (UTC), as its name says; None for a file that bears no such name."""
    parts = parts_of(backup.name)
    return parts[1] if parts is not None else None


def reason_of(backup: Path) -> str:
    """Why it was made, as its name says it; "" for a file that bears no such name."""
    parts = parts_of(backup.name)
    return parts[2] if parts is not None else ""


def journal_of(backup: Path, otherwise: Path) -> Path:
    """The journal beside whose backups it lies; ``otherwise`` for one that was brought from elsewhere."""
    parts = parts_of(backup.name)
    if parts is not None and backup.parent.name == backup_folder(backup).name:
        return backup.parent.parent / f"{parts[0]}.leaf"
    return otherwise


# --- what one holds --------------------------------------------------------------------------------------------------


def contents(backup: Path, passphrase: str | None) -> Contents:
    """What the backup holds. It is opened and looked through, never written to; a job for a worker.

    Raises Refused: no journal, damaged, of a newer program, or not with this passphrase.
    """
    with looked_through(backup, passphrase) as connection:
        return contents_of(connection)


def contents_for(logbook: Logbook, backup: Path) -> Contents:
    """``contents`` with the passphrase of the open journal, of which a refusal speaks then."""
    try:
        return contents(backup, logbook._passphrase)
    except Refused as refused:
        if refused.code == "backup-passphrase":
            raise Refused("backup-passphrase-own", **refused.values) from refused
        raise


def beside_today(logbook: Logbook, backup: Path) -> Compared:
    """What going back to the backup, of the same passphrase, would take away and bring back; a job for a worker."""
    return beside_today_with(logbook, backup, logbook._passphrase)


def beside_today_with(logbook: Logbook, backup: Path, passphrase: str | None) -> Compared:
    """The same for a backup that has this passphrase, or none."""
    with looked_through(backup, passphrase) as connection, logbook._file.reading() as today:
        return compared(connection, today)


def is_good(backup: Path, passphrase: str | None) -> bool:
    """Whether it opens with this passphrase and nothing is wrong with it; a job for a worker."""
    try:
        with looked_through(backup, passphrase):
            return True
    except Refused:
        return False


# --- one by itself ---------------------------------------------------------------------------------------------------


def is_behind(logbook: Logbook) -> bool:
    """Whether anything was saved since the newest backup that can be read, or there is none. A job for a worker."""
    with logbook._file.reading() as connection:
        now = steps_of(connection)
    return now != (0, 0, 0) and now != _newest_steps(logbook)


def _newest_steps(logbook: Logbook) -> tuple[int, int, int] | None:
    for backup in found_backups(logbook.path):
        if backup.reason in (REPLACED, DAMAGED):
            continue  # of the same steps, and perhaps damaged behind them: nobody looked through it
        steps = steps_in(backup.path, logbook._passphrase)
        if steps is not None:
            return steps
    return None


def back_up_by_itself(logbook: Logbook, now: dt.datetime, watched: Watched = NOBODY) -> Path | None:
    """A verified copy if anything changed since the newest, and room made by older ones; None if none was needed.

    A job for a worker: a save, or whoever waits, ends it with Refused("cancelled"), and nothing is left.
    """
    try:
        with told_plainly(logbook.path):
            return _make(logbook, now, watched) if is_behind(logbook) else None
    except Refused as refused:
        if refused.code == "cancelled" or logbook.path.exists():
            raise
        raise user_error("journal-gone", logbook.path) from refused


def lacks_room(logbook: Logbook) -> bool:
    """Whether a backup is due and the disk has no room for it, as far as that is seen without making one.

    At once where there is room; else a backup may have to be opened.
    """
    folder = backup_folder(logbook.path)
    with told_plainly(logbook.path):
        free = shutil.disk_usage(folder if folder.is_dir() else folder.parent).free
    with logbook._file.reading() as connection:
        size, pages, unused = (
            int(value(connection, f"PRAGMA {name}")) for name in ("page_size", "page_count", "freelist_count")
        )
    return free < size * (pages - unused) and is_behind(logbook)


def _make(logbook: Logbook, now: dt.datetime, watched: Watched) -> Path:
    beside = logbook.path.with_name(logbook.path.name + "-journal")
    # A writer waits until the copy lets go of the file. What it will change lies beside the journal meanwhile.
    saved = Watched(watched.report, lambda: watched.cancelled() or beside.exists())
    made = logbook.backup(None, BY_ITSELF, saved, now)
    thin(logbook, now)
    return made


def thin(logbook: Logbook, now: dt.datetime) -> tuple[Path, ...]:
    """Remove the backups made by themselves that are not needed any more; those that the system keeps are returned."""
    return thin_these(logbook, found_backups(logbook.path), now)


def thin_these(logbook: Logbook, backups: list[FoundBackup], now: dt.datetime) -> tuple[Path, ...]:
    """The same for these, which are all of one folder."""
    own = {backup.path.name: backup for backup in backups if backup.by_itself}
    dated = [Backup(name, backup.made, backup.size) for name, backup in own.items()]
    ceiling = ceiling_for(logbook.path.stat().st_size, logbook.preferences.backup_room)
    gone = to_remove(dated, now, ceiling, lambda backup: is_good(own[backup.name].path, logbook._passphrase))
    return remove([own[backup.name].path for backup in gone])


def remove_unfinished(journal: Path, second: Path | None = None) -> bool:
    """Delete what a program that was killed left in both folders; whether any is left, which may be written to now."""
    left = False
    for folder in (backup_folder(journal), *([] if second is None else [second])):
        with suppress(OSError):  # a disk that was taken out a moment ago
            if folder.is_dir():
                remove_unfinished_in(folder, journal.stem)
                left = left or any(copy.suffix == ".part" for copy in copies_in(folder, journal))
    return left


# --- going back to one -----------------------------------------------------------------------------------------------


def restore(
    journal: Path, backup: Path, passphrase: str | None, now: dt.datetime, as_what: str = REPLACED
) -> Path | None:
    """Put a copy of the backup in the journal's place; returns where the journal that it replaces is kept, if any.

    The backup is looked through first and never written to. Nobody may have the journal open: Refused otherwise
    ("journal-locked"), and then nothing has changed. The journal gets the passphrase that the backup has. ``as_what``:
    what the name of the replaced one says it is.
    """
    journal = real_file(journal)
    with looked_through(backup, passphrase):
        pass
    kept = free_name(backup_folder(journal), journal.stem, now, as_what)
    return kept if put_in_place(journal, backup, passphrase, kept) else None


def begins_with(journal: Path) -> str | None:
    """The salt (hex, not secret) of what lies there now, to be kept in the device file; None for one without."""
    return look(journal).salt or None
