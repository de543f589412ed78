"""Connections to the journal file: sqlcipher3 is the only SQLite library in the process, passphrase or not."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.refusal import Refused
from journal.db.row_checks import add_functions

Row = tuple[Any, ...]


class Cursor(Protocol):
    """The rows of one statement, as they are asked for."""

    lastrowid: int | None
    rowcount: int

    def fetchone(self) -> Row | None:
        """The next row."""

    def fetchall(self) -> list[Row]:
        """All rows that are left."""

    def close(self) -> None:
        """Release the statement."""

    def __iter__(self) -> Iterator[Row]: ...


class SqlConnection(Protocol):
    """A connection of sqlcipher3, which has no types of its own.

    ``verifies_rows``: what is read of the journal is compared with its checks. SQLCipher verifies every page of an
    encrypted file itself. ``left_out``: hears the table of damaged rows, which are left out; None: they are refused.
    ``text_factory`` makes text of stored bytes.
    """

    verifies_rows: bool
    left_out: Callable[[str], object] | None
    text_factory: Callable[[bytes], str]
    total_changes: int  # rows that were changed since it was made

    def execute(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = (), /) -> Cursor:
        """Run one statement."""

    def executemany(self, sql: str, rows: Sequence[Sequence[object]], /) -> Cursor:
        """Run one statement for each row of values."""

    def create_function(self, name: str, count: int, does: Callable[..., object], /, *, deterministic: bool) -> None:
        """Let statements call ``does`` by this name, with so many values."""

    def rollback(self) -> None:
        """End the transaction, if there is one."""

    def set_progress_handler(self, ask: Callable[[], int] | None, steps: int, /) -> None:
        """Call ``ask`` after every so many of SQLite's steps; anything but 0 stops the running statement."""

    def close(self) -> None:
        """Close the connection."""


class _Connection(sqlcipher.Connection):  # type: ignore[misc]
    """With room for what must be known wherever it is read from."""

    verifies_rows = False
    left_out: Callable[[str], object] | None = None


# DELETE and EXTRA lose nothing in simulated power cuts, and a copied file is whole (with WAL it is not).
_PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "busy_timeout=5000",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "cache_size=-65536",
    *(("fullfsync=ON",) if sys.platform == "darwin" else ()),
)
# A reader goes through the file once, and a large cache would end up holding all of it.
_READ_ONLY_PRAGMAS = (
    *(pragma for pragma in _PRAGMAS if not pragma.startswith(("journal_mode", "synchronous", "cache_size"))),
    "cache_size=-8192",
)


def usable_passphrase(passphrase: str) -> str:
    """The passphrase as it is given to SQLCipher: NFC, so that every keyboard's é is the same.

    Refuses what SQLCipher would misread: an empty one, NUL, and ``x'...'`` (a raw key without derivation).
    """
    normal = unicodedata.normalize("NFC", passphrase)
    if not normal:
        raise Refused("passphrase-empty")
    if "\0" in normal:
        raise Refused("passphrase-unusable")
    if normal.casefold().startswith("x'"):
        raise Refused("passphrase-raw-key")
    return normal


def connect(path: Path, passphrase: str | None, mode: str = "rw") -> SqlConnection:
    """A connection to the file, ready for use; ``mode`` is ``ro``, ``rw`` or ``rwc`` (create).

    With a passphrase the first read costs a key derivation, and proves the key.
    """
    key = None if passphrase is None else usable_passphrase(passphrase)
    # A URI, so that "rw" never creates an empty file in place of a missing journal.
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = cast(
        SqlConnection,
        sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False, factory=_Connection),
    )
    try:
        _prepare(connection, key, mode)
        add_functions(connection)
        connection.verifies_rows = key is None
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: SqlConnection, key: str | None, mode: str) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        connection.execute("PRAGMA key='{}'".format(key.replace("'", "''")))
    for pragma in _READ_ONLY_PRAGMAS if mode == "ro" else _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def value(connection: SqlConnection, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Any:
    """The first column of the first row; None without a row."""
    row = connection.execute(sql, parameters).fetchone()
    return None if row is None else row[0]
