"""Rescue: what can be read of a damaged journal goes into a new one, and that can take the damaged one's place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.core.rescued import Rescued
from journal.core.updating import NOBODY, Watched
from journal.db.failures import told_plainly
from journal.db.lock import lock_file, take_lock
from journal.db.opening import real_file
from journal.db.probe import look, refuse_what_is_none
from journal.db.readable_count import readable_entries as readable_entries
from journal.db.rescue import rescue as read_into_new
from journal.logbook.backups import DAMAGED, restore
from journal.logbook.belongings import backup_folder, backups_of, copies_in, looked_at_file, remove
from journal.logbook.logbook import Logbook

_SALT = 16


def rescue(
    damaged: Path,
    target: Path,
    passphrase: str | None,
    known_salt: str | None,
    lost_name: str,
    watched: Watched = NOBODY,
    second: Path | None = None,
) -> Rescued:
    """Read the damaged journal into a new one, whole or not at all; a job for a worker.

    ``known_salt`` is the device file's; the backups, and those in the ``second`` folder, begin with one, too.
    Refused("journal-locked") while anybody has the journal open. The damaged journal is left as it is.
    """
    damaged = real_file(damaged)
    refuse_what_is_none(damaged, known_salt)
    with told_plainly(damaged):
        lock = take_lock(damaged)
    try:
        salts = [*([known_salt] if known_salt else []), *_of_backups(damaged, second)]
        return read_into_new(damaged, target, passphrase, salts, lost_name, watched)
    finally:
        lock.release()


def _of_backups(journal: Path, second: Path | None) -> Iterator[str]:
    """What the backups begin with: an encrypted one with its salt. So does a copy that a person put there."""
    copies = sorted(backup_folder(journal).glob("*.leaf"))
    for backup in [*backups_of(journal), *copies, *([] if second is None else copies_in(second, journal))]:
        try:
            with backup.open("rb") as file:
                yield file.read(_SALT).hex()
        except OSError:
            continue


def look_at(rescued: Path, damaged: Path, passphrase: str | None, clock: Clock) -> Logbook:
    """The rescued journal, to be looked at before anything is decided; a job for a worker."""
    logbook = Logbook.open(rescued, passphrase, clock=clock, read_only=True)
    logbook._file.view_only = Refused("journal-rescued", name=damaged.name)
    return logbook


def only_look_at(
    damaged: Path,
    passphrase: str | None,
    known_salt: str | None,
    lost_name: str,
    clock: Clock,
    watched: Watched = NOBODY,
    second: Path | None = None,
) -> Logbook:
    """What can be read of the damaged journal, to be looked at; it is gone once it is closed. A job for a worker."""
    place = looked_at_file(damaged)
    with told_plainly(damaged):
        lock = take_lock(place)
    try:
        remove([place])  # of a program that was killed while somebody looked
        rescue(damaged, place, passphrase, known_salt, lost_name, watched, second)
        logbook = look_at(place, damaged, passphrase, clock)
    except BaseException:
        lock.release()
        remove([place, lock_file(place)])
        raise
    logbook._file.hold(lock)
    logbook._file.goes_when_closed = True
    return logbook


class Used(NamedTuple):
    """``kept``: where the damaged journal is now; ``salt``: what the one in its place begins with, if encrypted."""

    kept: Path | None
    salt: str | None


def use(rescued: Path, journal: Path, passphrase: str | None, now: dt.datetime) -> Used:
    """Put the rescued journal where the damaged one is, which is kept; a job for a worker."""
    kept = restore(journal, rescued, passphrase, now, DAMAGED)
    remove([rescued])
    return Used(kept, look(journal).salt or None)


def free_place(journal: Path) -> Path:
    """Where a rescued journal may be made beside the damaged one."""
    names = (f"{journal.stem}-rescued{number}.leaf" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(journal.with_name(name) for name in names if not journal.with_name(name).exists())


def may_have_passphrase(journal: Path) -> bool:
    """Whether it does not begin as a journal without one does: it has one, or its beginning is destroyed."""
    try:
        with journal.open("rb") as file:
            return file.read(_SALT) != b"SQLite format 3\x00"
    except OSError:
        return False
