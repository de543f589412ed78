"""A backup put in the journal's place: as a copy, and the journal that it replaces is kept."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.refusal import Refused
from journal.db.backup import problems_in
from journal.db.connection import connect
from journal.db.failures import told_plainly
from journal.db.lock import take_lock
from journal.db.select import row_counts
from journal.paths import sync_file, sync_folder


def put_in_place(journal: Path, backup: Path, passphrase: str | None, keep_as: Path) -> bool:
    """Put a verified copy of the backup where the journal is; whether there was one, which is kept as ``keep_as``.

    At every moment there is either the old journal or the new one in its place. Refused("journal-locked") where it is
    open, Refused("backup-damaged") if the copy does not hold what the backup holds; then nothing has changed.
    """
    with told_plainly(journal):
        journal.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = take_lock(journal)
    unfinished = journal.with_name(journal.name + ".new")
    try:
        with told_plainly(backup):
            _copy(backup, unfinished, passphrase)
        with told_plainly(journal):
            there = journal.exists()
            if there:
                keep(journal, keep_as)
            unfinished.replace(journal)
            sync_folder(journal.parent)
        return there
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        lock.release()


def _copy(backup: Path, unfinished: Path, passphrase: str | None) -> None:
    """Through SQLite, so that the copy is whole, keeps the passphrase, and is counted."""
    for leftover in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
        leftover.unlink(missing_ok=True)
    with closing(connect(backup, passphrase, "ro")) as source:
        source.execute("VACUUM INTO ?", (str(unfinished),))
        sync_file(unfinished)
        held = row_counts(source)
    try:
        with closing(connect(unfinished, passphrase, "ro")) as copy:
            same = row_counts(copy) == held and not problems_in(copy, passphrase is not None)
    except sqlcipher.Error:
        same = False
    if not same:
        raise Refused("backup-damaged", name=backup.name)


def keep(journal: Path, keep_as: Path) -> None:
    """The journal under a second name: what is then put in its place takes only the first."""
    keep_as.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        keep_as.hardlink_to(journal)
    except OSError:
        shutil.copyfile(journal, keep_as)  # a file system without second names
        sync_file(keep_as)
    hot = journal.with_name(journal.name + "-journal")
    if hot.exists():
        # Of a write that was cut short: beside another file SQLite would put the old pages into that.
        hot.replace(keep_as.with_name(keep_as.name + "-journal"))
    sync_folder(keep_as.parent)
