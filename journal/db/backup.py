"""Verified copies and the check of a journal: nothing is called a backup that was not opened and counted."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import closing, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.refusal import Refused
from journal.core.updating import NOBODY, UpdateStep, Watched
from journal.db.backup_names import backup_name
from journal.db.connection import SqlConnection, connect, value
from journal.db.failures import told_plainly, user_error
from journal.db.journal_file import JournalFile
from journal.db.schema import APPLICATION_ID, CHECKED_SINCE, SCHEMA_VERSION
from journal.db.seals import seal_problems
from journal.db.search_check import is_search_alone, search_problems
from journal.db.select import row_counts
from journal.db.stopping import stoppable
from journal.errors import UserError
from journal.paths import remove_forgotten, sync_file, sync_folder

# As ``free_name`` makes them, and what SQLite puts beside one while it copies.
_FORGOTTEN_AFTER_S = 60
_UNFINISHED = r"-\d{4}-\d\d-\d\d-\d{6}-[a-z0-9-]+\.part(-journal)?"


def back_up(
    file: JournalFile,
    folder: Path,
    reason: str,
    passphrase: str | None = None,
    watched: Watched = NOBODY,
    made: dt.datetime | None = None,
) -> Path:
    """A verified copy in the folder, whole under its final name or not there at all; returns its path.

    ``made``: its date in UTC, which its name bears; now, unless another is given.

    A copy of an encrypted journal keeps its passphrase. A zero-byte copy passes SQLite's own check, so the copy is
    opened again and its rows are counted.
    """
    _refuse_no_text(folder)
    with told_plainly(folder / "backup"):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        remove_unfinished_in(folder, file.path.stem)
        target = free_name(folder, file.path.stem, made or dt.datetime.now(dt.UTC), reason)
    unfinished = target.with_suffix(".part")
    try:
        with told_plainly(target):
            _copy_and_verify(file, unfinished, passphrase, watched)
            unfinished.replace(target)
            sync_folder(folder)
    except Refused as refused:
        if refused.code == "disk-full":
            raise UserError("disk-full-file", path=target) from refused
        if refused.code in _MAY_BE_SEARCH and is_search_alone(file.connect):
            raise user_error("search-damaged", file.path) from refused
        raise
    finally:
        with suppress(OSError):  # of a folder in which nothing can be written
            unfinished.unlink(missing_ok=True)
    return target


_MAY_BE_SEARCH = ("backup-failed", "journal-damaged", "search-fails")


def _refuse_no_text(folder: Path) -> None:
    """SQLite takes names as UTF-8, which a name of other bytes is not."""
    try:
        str(folder).encode()
    except UnicodeEncodeError:
        raise Refused("folder-name-unusable") from None


def remove_unfinished_in(folder: Path, stem: str) -> None:
    """Delete copies of this journal that were cut short; one that is being made was written to a moment ago."""
    remove_forgotten(folder, re.compile(re.escape(stem) + _UNFINISHED), _FORGOTTEN_AFTER_S)


def free_name(folder: Path, stem: str, made: dt.datetime, reason: str) -> Path:
    """The name of a backup of that date (UTC) that no other has."""
    names = (backup_name(stem, made, reason, number) for number in range(1, 1000))
    return next(folder / name for name in names if not (folder / name).exists())


def _copy_and_verify(file: JournalFile, unfinished: Path, passphrase: str | None, watched: Watched) -> None:
    """Copy, and compare with the journal before and after: saves meanwhile may or may not be in the copy."""
    unfinished.unlink(missing_ok=True)
    before = _counted(file)
    watched.report(UpdateStep.COPYING)
    _copy(file, unfinished, watched)
    watched.report(UpdateStep.CHECKING)
    problems, counts = _look_through(file, unfinished, passphrase, watched)
    watched.stop_if_cancelled()  # a check that was stopped has found nothing
    after = _counted(file)
    if not problems and not _between(before, counts, after):
        problems = ["row counts"]
    if problems:
        raise UserError("backup-failed", reason="; ".join(problems))


def _between(before: dict[str, int], counts: dict[str, int], after: dict[str, int]) -> bool:
    if before.keys() != counts.keys():
        return False
    return all(min(before[name], after[name]) <= n <= max(before[name], after[name]) for name, n in counts.items())


def _counted(file: JournalFile) -> dict[str, int]:
    with file.reading() as connection:
        return row_counts(connection)


def _copy(file: JournalFile, unfinished: Path, watched: Watched) -> None:
    with file.connection() as connection, stoppable(connection, watched):
        # VACUUM INTO keeps the key, application_id and user_version, and never copies the live file's bytes.
        connection.execute("VACUUM INTO ?", (str(unfinished),))
    sync_file(unfinished)


def _look_through(
    file: JournalFile, copy: Path, passphrase: str | None, watched: Watched
) -> tuple[list[str], dict[str, int]]:
    """What is wrong with the copy, and its numbers of rows."""
    try:
        with closing(connect(copy, passphrase, "ro")) as there, stoppable(there, watched), file.connection() as here:
            problems = problems_in(there, file.encrypted)
            if value(there, "PRAGMA application_id") != APPLICATION_ID:
                problems.append("application_id")
            if value(there, "PRAGMA user_version") != value(here, "PRAGMA user_version"):
                problems.append("user_version")
            return problems, row_counts(there)
    except sqlcipher.Error as problem:
        # Reading the copy failed: reported as damage, it would seem to be about the journal.
        return [type(problem).__name__], {}


def problems_in(connection: SqlConnection, encrypted: bool, thorough: bool = True) -> list[str]:
    """What SQLite and SQLCipher find wrong, every row that is not what was saved, and words that are not its own."""
    problems: list[str] = []
    try:
        if encrypted:
            problems += [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
        check = "integrity_check" if thorough else "quick_check"
        problems += [row[0] for row in connection.execute(f"PRAGMA {check}") if row[0] != "ok"]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        problems += [f"a {row[0]} refers to a missing {row[2]}" for row in orphans]
        version = value(connection, "PRAGMA user_version")
        if not problems and version >= CHECKED_SINCE:
            problems += seal_problems(connection)
        if not problems and version == SCHEMA_VERSION:
            problems += search_problems(connection)
    except sqlcipher.Error as problem:
        problems.append(str(problem))
    except UnicodeDecodeError:
        problems.append("text that is not UTF-8")
    return problems
