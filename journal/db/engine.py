"""Connections to the journal file: sqlcipher3 is the only SQLite library in the process, passphrase or not."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from journal.core.refusal import Refused

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
# Who only reads walks through the file once, and a large cache would hold all of it.
_READ_ONLY_PRAGMAS = (
    *(each for each in _PRAGMAS if not each.startswith(("journal_mode", "synchronous", "cache_size"))),
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


def make_engine(path: Path, passphrase: str | None, mode: str = "rw") -> Engine:
    """An engine on the file; ``mode`` is ``ro``, ``rw`` or ``rwc`` (create). No connection is made yet.

    One pooled connection and two more at need: with a passphrase each costs a key derivation.
    """
    key = None if passphrase is None else usable_passphrase(passphrase)
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: _connect(path, mode),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=2,
        # A refused COMMIT (foreign keys, a failing disk) leaves its transaction open: the pool's rollback ends it.
        pool_reset_on_return="rollback",
        hide_parameters=True,
        connect_args={},
    )
    event.listen(engine, "connect", lambda connection, _: _prepare(connection, key, mode))
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path, mode: str) -> Any:
    # A URI, so that "rw" never creates an empty file in place of a missing journal.
    return sqlcipher.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )


def _prepare(connection: Any, key: str | None, mode: str) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        cursor.execute("PRAGMA key='{}'".format(key.replace("'", "''")))
    for pragma in _READ_ONLY_PRAGMAS if mode == "ro" else _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # Plain for reads: one leaked reader must not block every save.
    writing = connection.get_execution_options().get("writing", False)
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("BEGIN IMMEDIATE" if writing else "BEGIN")


def pragma(connection: Connection, name: str) -> Any:
    """The value of a PRAGMA."""
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()
