"""The search index is built anew from the entries: a verified copy with the new one takes the journal's place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from itertools import islice
from pathlib import Path

from journal.core.refusal import Refused
from journal.core.updating import NOBODY, UpdateStep, Watched
from journal.db.backup import problems_in
from journal.db.backup_names import is_backup
from journal.db.connection import SqlConnection, connect, value
from journal.db.damaged_source import copy_bytes
from journal.db.failures import told_plainly, user_error
from journal.db.full_text import made_by
from journal.db.lock import lock_file, take_lock, unfinished
from journal.db.probe import look
from journal.db.restoring import keep
from journal.db.schema import SCHEMA_VERSION, TEXT_COLUMNS
from journal.db.search_check import PARTS, all_else_is_sound, words_wanted
from journal.db.select import row_counts
from journal.db.stopping import stoppable
from journal.errors import UserError
from journal.paths import sync_file, sync_folder

_SLICE = 2000
KeepSalts = Callable[[tuple[str, ...]], object]


def build_anew(
    journal: Path, passphrase: str | None, keep_as: Path, keep_salts: KeepSalts, watched: Watched = NOBODY
) -> None:
    """Give the journal, which nobody may have open, a new search index; the file as it was is kept as ``keep_as``.

    Refused("entries-damaged") where more than the index is damaged. Whatever is refused, the journal is as it was.
    ``keep_salts``: see ``rekeying.rekey``; the copy may begin with another salt.
    """
    if is_backup(journal):
        raise Refused("journal-is-backup", name=journal.name)
    with told_plainly(journal):
        lock = take_lock(journal)
    work, made = journal.with_name(journal.name + ".damaged"), unfinished(journal)
    try:
        with told_plainly(journal):
            _remove(work, made)
            watched.report(UpdateStep.COPYING)
            _copy(journal, work)
            held = _mend(journal, work, made, passphrase, watched)
            watched.report(UpdateStep.CHECKING)
            _verify(made, passphrase, held, watched)
            watched.report(UpdateStep.CHANGING)
            _take_its_place(journal, made, keep_as, keep_salts)
    finally:
        _remove(work, made)
        lock.release()


def _remove(*files: Path) -> None:
    for file in files:
        for leftover in (file, file.with_name(file.name + "-journal"), lock_file(file)):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _copy(journal: Path, work: Path) -> None:
    """Byte by byte: SQLite copies no index that it cannot read."""
    for ending in ("", "-journal"):
        source = journal.with_name(journal.name + ending)
        if source.exists():
            copy_bytes(source, work.with_name(work.name + ending))


def _mend(journal: Path, work: Path, made: Path, passphrase: str | None, watched: Watched) -> dict[str, int]:
    """In the copy: forget the old indexes, make new ones, and write all that is not forgotten into ``made``."""
    with closing(connect(work, passphrase)) as settling:  # SQLite takes back a write that a crash cut short
        if value(settling, "PRAGMA user_version") != SCHEMA_VERSION:
            raise Refused("journal-older", path=journal)
    if not all_else_is_sound(partial(connect, work, passphrase, "ro")):
        raise user_error("entries-damaged", journal)
    with closing(connect(work, passphrase)) as connection, stoppable(connection, watched):
        # Of a copy that is deleted if this fails.
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "writable_schema=ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        for kind in TEXT_COLUMNS:
            _forget(connection, kind)
        connection.execute("PRAGMA writable_schema=RESET")
        for kind in TEXT_COLUMNS:
            _make(connection, kind)
        connection.execute("COMMIT")
        connection.execute("VACUUM INTO ?", (str(made),))
        held = row_counts(connection)
    sync_file(made)
    return held


def _forget(connection: SqlConnection, kind: str) -> None:
    """Without reading one page of it, as dropping it would."""
    for part in ("", *PARTS):
        connection.execute("DELETE FROM sqlite_master WHERE tbl_name = ?", (f"{kind}_text{part}",))


def _make(connection: SqlConnection, kind: str) -> None:
    for statement in made_by(kind):
        connection.execute(statement)
    words = words_wanted(connection, kind)
    while part := list(islice(words, _SLICE)):
        connection.executemany(f"INSERT INTO {kind}_text(rowid, words) VALUES (?, ?)", part)


def _verify(made: Path, passphrase: str | None, held: dict[str, int], watched: Watched) -> None:
    with closing(connect(made, passphrase, "ro")) as connection, stoppable(connection, watched):
        problems = problems_in(connection, passphrase is not None)
        watched.stop_if_cancelled()  # a check that was stopped has found nothing
        if row_counts(connection) != held:
            problems.append("row counts")
    if problems:
        raise UserError("search-not-mended", reason=problems[0])


def _take_its_place(journal: Path, made: Path, keep_as: Path, keep_salts: KeepSalts) -> None:
    before, after = _salt(journal), _salt(made)
    keep_salts((*before, *after))
    keep(journal, keep_as)
    made.replace(journal)
    sync_folder(journal.parent)
    with suppress(Refused):  # the journal is in its place, and both salts stay known
        keep_salts(after)


def _salt(file: Path) -> tuple[str, ...]:
    salt = look(file).salt
    return (salt,) if salt else ()
