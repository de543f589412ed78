"""A journal's passphrase is set, changed or removed; copies that anyone can still read are found and encrypted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from journal.core.refusal import Refused
from journal.core.updating import NOBODY, Watched
from journal.db.probe import FileKind, look
from journal.db.reading_backup import opens
from journal.db.rekeying import rekey, rekey_backup
from journal.logbook.belongings import backups_of, copies_in, remove
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


def plain_copies(journal: Path, second: Path | None = None) -> list[Path]:
    """The copies beside the journal and in its second folder that anyone can read, newest first in each.

    They are backups, replaced journals, and what was cut short while it was made.
    """
    return [copy for copy in _copies(journal, second) if is_plain(copy)]


def _copies(journal: Path, second: Path | None) -> list[Path]:
    return [*backups_of(journal), *([] if second is None else copies_in(second, journal))]


def as_they_are(journal: Path, second: Path | None) -> tuple[tuple[Path, int, int], ...]:
    """The copies with time and size: where these are as before, so is what the copies open with."""
    seen = []
    for copy in _copies(journal, second):
        with suppress(OSError):  # gone meanwhile
            status = copy.stat()
            seen.append((copy, status.st_mtime_ns, status.st_size))
    return tuple(seen)


def other_passphrase_copies(journal: Path, passphrase: str, second: Path | None = None) -> list[Path]:
    """The copies that open with another passphrase than this one, the journal's; a job for a worker.

    One with the journal's own salt has its passphrase. Of one that is damaged so that nothing opens it that cannot be
    told.
    """
    own = look(journal).salt
    return [copy for copy in with_other_salts(journal, own, second) if not opens(copy, passphrase)]


def with_other_salts(journal: Path, own: str, second: Path | None = None) -> list[Path]:
    """The encrypted copies that were not made of the journal as it is: most of them have an earlier passphrase."""
    return [copy for copy in _copies(journal, second) if _salt(copy) not in ("", own)]


def _salt(copy: Path) -> str:
    try:
        return look(copy).salt
    except Refused:
        return ""


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


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """Copies that open with the new passphrase now (``done``), those that could not be changed, and why.

    ``left``: those that were not reached when it was stopped; each is as it was.
    """

    done: tuple[Path, ...]
    refused: dict[Path, Refused]
    left: tuple[Path, ...] = ()


def rekey_copies(
    copies: list[Path], old: str | None, new: str, report: Callable[[int], None], watched: Watched = NOBODY
) -> Rekeyed:
    """Put a copy with the new passphrase in the place of each, which has ``old`` or none; a job for a worker.

    It can be stopped at any time: what was changed by then stays so, and is told.
    """
    done, refused = list[Path](), dict[Path, Refused]()
    for number, copy in enumerate(copies):
        report(number)
        try:
            watched.stop_if_cancelled()
            rekey_backup(copy, old, new, watched)
        except Refused as problem:
            if problem.code == "cancelled":
                return Rekeyed(tuple(done), refused, tuple(copies[number:]))
            refused[copy] = problem
        else:
            done.append(copy)
    return Rekeyed(tuple(done), refused)


def delete_copies(copies: list[Path]) -> tuple[Path, ...]:
    """Delete these; returns those that could not be deleted."""
    return remove(copies)
