"""A journal's passphrase is set, changed or removed; copies that anyone can still read are found and encrypted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journal.core.refusal import Refused
from journal.core.updating import NOBODY, Watched
from journal.db.probe import FileKind, look
from journal.db.rekeying import encrypt_backup, rekey
from journal.logbook.belongings import backups_of, remove
from journal.logbook.passphrase_strength import refuse_guessable


def change_passphrase(
    journal: Path,
    old: str | None,
    new: str | None,
    keep_salts: Callable[[tuple[str, ...]], object],
    watched: Watched = NOBODY,
    wait_s: float = 0,
) -> None:
    """Give a journal that is closed another passphrase, a first one or (None) none; a job for a worker.

    It can be stopped until the new file takes the old one's place: Refused("cancelled"). ``keep_salts`` writes the
    salts of both files into the device file before that, and the new one's alone after. Raises Refused, and then the
    journal is as it was. Other copies of it stay as they are: see ``plain_copies``.
    """
    if new is not None:
        refuse_guessable(new)
    rekey(journal, old, new, watched, keep_salts, wait_s)


def plain_copies(journal: Path) -> list[Path]:
    """The copies in the journal's backup folder that anyone can read, newest first: backups and replaced journals."""
    return [backup for backup in backups_of(journal) if is_plain(backup)]


def is_plain(backup: Path) -> bool:
    """Whether anyone can read this copy, at least in part."""
    try:
        return look(backup).kind is FileKind.PLAIN
    except Refused:
        return _begins_as_plain(backup)


def _begins_as_plain(backup: Path) -> bool:
    """Whether a damaged copy can be read in part."""
    try:
        with backup.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False


_BEGINNING = b"SQLite format 3\x00"


def encrypt_copies(
    copies: list[Path], passphrase: str, report: Callable[[int], None], watched: Watched = NOBODY
) -> dict[Path, Refused]:
    """Put an encrypted copy in the place of each; answers with those that could not be, and why. A job for a worker."""
    refused = {}
    for number, copy in enumerate(copies):
        report(number)
        try:
            encrypt_backup(copy, passphrase, watched)
        except Refused as problem:
            if problem.code == "cancelled":
                raise
            refused[copy] = problem
    return refused


def delete_copies(copies: list[Path]) -> tuple[Path, ...]:
    """Delete these; returns those that could not be deleted."""
    return remove(copies)
