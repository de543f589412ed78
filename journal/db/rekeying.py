"""Another passphrase, a first one or none: a verified copy with the new key takes the file's place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.refusal import Refused
from journal.core.updating import UpdateStep, Watched
from journal.db.backup import problems_in
from journal.db.backup_names import is_backup
from journal.db.connection import SqlConnection, connect, usable_passphrase, value
from journal.db.failures import is_no_database, told_plainly, user_error
from journal.db.foreign_schema import has_foreign_parts
from journal.db.lock import take_lock, unfinished
from journal.db.probe import FileKind, look
from journal.db.reading_backup import DAMAGED_JOURNAL, opens
from journal.db.schema import APPLICATION_ID
from journal.db.select import row_counts
from journal.db.stopping import stoppable
from journal.errors import UserError
from journal.paths import sync_file, sync_folder

_MEGABYTE = 1_000_000
_UNFINISHED = ".part"  # as ``backup`` names them, and clears them away
KeepSalts = Callable[[tuple[str, ...]], object]


def rekey(
    journal: Path, old: str | None, new: str | None, watched: Watched, keep_salts: KeepSalts, wait_s: float = 0
) -> None:
    """Give the journal, which nobody may have open, another passphrase; None: none.

    ``keep_salts`` is given the salts of the old and of the new file just before the new one takes the old one's
    place, and then the new one's alone: at every moment the salt of the file that is there is known. Raises Refused,
    and then the journal is as it was and no copy is left.
    """
    if is_backup(journal):
        raise Refused("journal-is-backup", name=journal.name)
    with told_plainly(journal):
        lock = take_lock(journal, wait_s)
    try:
        _settle(journal, old)
        with _copy_with(journal, unfinished(journal.resolve()), old, new, watched) as copy:
            before, after = _salt(journal), _salt(copy)
            keep_salts((*before, *after))
            _replace(copy, journal.resolve())
        with suppress(Refused):  # the journal is changed, and both salts stay known
            keep_salts(after)
    finally:
        lock.release()


def rekey_backup(backup: Path, old: str | None, new: str, watched: Watched) -> None:
    """Put a copy with the new passphrase in the backup's place, whose own is ``old``; it is only read itself.

    Refused("backup-damaged") for one that was cut short while it was made: there is nothing to keep.
    Refused("backup-passphrase-other") where it has another passphrase than ``old``.
    """
    if backup.suffix == _UNFINISHED:
        raise Refused("backup-damaged", name=backup.name)
    if old is not None and not opens(backup, old):
        raise Refused("backup-passphrase-other", name=backup.name)
    try:
        with _copy_with(backup, backup.with_suffix(_UNFINISHED), old, new, watched) as copy:
            _replace(copy, backup)
    except Refused as refused:
        if refused.code in DAMAGED_JOURNAL:  # what is said of a journal's damage is not true of a copy's
            raise Refused("backup-damaged", name=backup.name) from refused
        raise


def _replace(copy: Path, there: Path) -> None:
    with told_plainly(there):
        copy.replace(there)
        sync_folder(there.parent)


def _salt(file: Path) -> tuple[str, ...]:
    salt = look(file).salt
    return (salt,) if salt else ()


def _settle(journal: Path, passphrase: str | None) -> None:
    """Let SQLite take back a write that a crash cut short; the first read proves the key."""
    _refuse_wrong_use(journal, passphrase)
    try:
        with told_plainly(journal), closing(connect(journal, passphrase, "rw")) as connection:
            value(connection, "PRAGMA user_version")
            planted = has_foreign_parts(connection)
    except UserError as problem:
        if passphrase is not None and is_no_database(problem):
            raise user_error("passphrase-wrong", journal) from problem
        raise
    if planted:
        raise UserError("journal-foreign-parts", path=journal)


def _refuse_wrong_use(file: Path, passphrase: str | None) -> None:
    kind = look(file).kind
    if kind is FileKind.MISSING:
        raise Refused("journal-missing", path=file)
    if (kind is FileKind.ENCRYPTED) != (passphrase is not None):
        raise Refused("passphrase-missing" if passphrase is None else "passphrase-not-needed")


# --- the copy --------------------------------------------------------------------------------------------------------


@contextmanager
def _copy_with(file: Path, copy: Path, old: str | None, new: str | None, watched: Watched) -> Iterator[Path]:
    """A verified copy with the new key while inside; what is not put in its place by then is deleted."""
    _refuse_wrong_use(file, old)
    if new is not None:
        usable_passphrase(new)
    with told_plainly(file):
        _refuse_little_space(file, copy.parent)
        remove_unfinished(copy)
    try:
        with told_plainly(file):
            held = _export(file, copy, old, new, watched)
            sync_file(copy)
            watched.report(UpdateStep.CHECKING)
            _verify(copy, new, held, watched)
            watched.stop_if_cancelled()  # for the last time: from the next step on this is not offered
            watched.report(UpdateStep.CHANGING)
        yield copy
    finally:
        with suppress(OSError):
            remove_unfinished(copy)


def remove_unfinished(copy: Path) -> None:
    """Delete a copy that never took its place, and what SQLite put beside it."""
    for leftover in (copy, copy.with_name(copy.name + "-journal")):
        leftover.unlink(missing_ok=True)


def _refuse_little_space(file: Path, folder: Path) -> None:
    """Twice the file: the copy, and room that is left when it is whole."""
    needed = 2 * file.stat().st_size
    if shutil.disk_usage(folder).free < needed:
        raise UserError("passphrase-space", n=-(-needed // _MEGABYTE), path=folder)


def _export(file: Path, copy: Path, old: str | None, new: str | None, watched: Watched) -> dict[str, int]:
    """Everything that the file holds, with the new key; answers with its numbers of rows. The file is only read."""
    watched.report(UpdateStep.COPYING)
    os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(connect(copy, new)) as connection, stoppable(connection, watched):
        for pragma in ("journal_mode=OFF", "synchronous=OFF"):  # if this fails the copy is deleted; it is synced whole
            connection.execute(f"PRAGMA {pragma}")
        key = "" if old is None else usable_passphrase(old)
        # As values: a key inside a statement would be printed where the statement fails.
        connection.execute("ATTACH ? AS source KEY ?", (f"{file.absolute().as_uri()}?mode=ro", key))
        connection.execute("BEGIN")
        connection.execute("SELECT sqlcipher_export('main', 'source')")
        connection.execute("COMMIT")
        for name in ("application_id", "user_version"):  # what sqlcipher_export leaves at 0
            connection.execute(f"PRAGMA main.{name} = {int(value(connection, f'PRAGMA source.{name}'))}")
        connection.execute("DETACH source")
    with closing(connect(file, old, "ro")) as source:
        return _held(source)


def _held(connection: SqlConnection) -> dict[str, int]:
    """The number of rows of each table, and the schema's."""
    version = int(value(connection, "PRAGMA user_version"))
    named = int(value(connection, "SELECT count(*) FROM sqlite_master"))
    return {**row_counts(connection), "user_version": version, "sqlite_master": named}


def _verify(copy: Path, new: str | None, held: dict[str, int], watched: Watched) -> None:
    """Opened again with the new key: it holds the same, it is sound, and it is a journal."""
    try:
        with closing(connect(copy, new, "ro")) as connection, stoppable(connection, watched):
            problems = problems_in(connection, new is not None)
            watched.stop_if_cancelled()  # a check that was stopped has found nothing
            if _held(connection) != held:
                problems.append("row counts")
            if value(connection, "PRAGMA application_id") != APPLICATION_ID:
                problems.append("application_id")
    except sqlcipher.Error as problem:
        problems = [type(problem).__name__]
    if problems:
        raise UserError("passphrase-copy-unsound", reason="; ".join(problems[:3]))
