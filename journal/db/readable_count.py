"""How much of a damaged journal a rescue would read, counted without making anything: the file is only read.

It is said only where it is known. Without the seals, behind a beginning that has to be put together again, or where
pages lead to others that nothing else leads to, a rescue finds out more than can be seen from here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.kinds import KINDS
from journal.core.rescued import Brought, Readable
from journal.core.updating import NOBODY, Watched
from journal.db.connection import SqlConnection, usable_passphrase
from journal.db.damaged_rows import DamagedFile, checked_table
from journal.db.damaged_source import Source, damaged_connection, rounds_of_key, schema_number
from journal.db.loose_pages import MOST_ROWS
from journal.db.lost_schema import tables_in
from journal.db.missing_rows import MissingRows, ReadRows
from journal.db.row_checks import is_intact
from journal.db.schema import CHECKED_SINCE, SCHEMA_VERSION

_SALT = 16
_SLICE = 2000
_FEW = 16  # rows of a table that the rescue may find beyond what is said: one page may hold them all


def readable_entries(damaged: Path, passphrase: str | None, watched: Watched = NOBODY) -> Readable | None:
    """How many entries can be read as they were saved, and how many there should be; None where that is not known.

    A write that was cut short is not taken back here, so nothing is known while one is.
    """
    try:
        if damaged.with_name(damaged.name + "-journal").exists():
            return None
        connect = _reading(damaged, passphrase)
    except OSError:
        return None
    version = schema_number(connect)
    if version is None or not CHECKED_SINCE <= version <= SCHEMA_VERSION:
        return None
    source = Source(damaged, connect, _nothing_is_written, version, mended=False, encrypted=passphrase is not None)
    with closing(DamagedFile(connect)) as file:
        return _counted(source, file, watched)


def _counted(source: Source, file: DamagedFile, watched: Watched) -> Readable | None:
    if not tables_in(file) >= KINDS.keys():
        return None
    missing = MissingRows(source, file)
    entries = all_there = 0
    for name in KINDS:
        brought = _read(name, file, missing, watched)
        if brought is None or brought.unknown or brought.at_most:
            return None
        entries += brought.read
        all_there += brought.read + brought.doubtful + brought.lost
    return Readable(entries, all_there)


def _read(name: str, file: DamagedFile, missing: MissingRows, watched: Watched) -> Brought | None:
    """What a rescue would say of a table; None where it may find many more rows in pages that nothing leads to."""
    table = checked_table(file, name, missing.expected(name))
    read, doubtful = ReadRows(), 0
    for looked, row in enumerate(table.rows()):
        if looked % _SLICE == 0:
            watched.stop_if_cancelled()
        if is_intact(row):
            read.add(name, row)
        else:
            doubtful += 1
    brought = missing.brought(name, read, doubtful, table, known_place=True)
    may_lie_elsewhere = any(high - low >= MOST_ROWS for low, high in table.gaps)
    return None if may_lie_elsewhere and brought.lost > _FEW else brought


def _reading(damaged: Path, passphrase: str | None) -> Callable[[], SqlConnection]:
    """As a file that nobody changes: no lock is taken on it, and nothing is put beside it."""
    uri = f"file:{quote(str(damaged.absolute()))}?mode=ro&immutable=1"
    if passphrase is None:
        return partial(damaged_connection, uri, None, "query_only=ON")
    with damaged.open("rb") as file:
        salt = file.read(_SALT)
    key = hashlib.pbkdf2_hmac("sha512", usable_passphrase(passphrase).encode(), salt, rounds_of_key(), 32)
    return partial(damaged_connection, uri, key.hex() + salt.hex(), "query_only=ON")


def _nothing_is_written(_copy: Path) -> SqlConnection:
    raise sqlcipher.OperationalError("only read")
