"""The first 100 bytes of a journal without a passphrase: numbers that no journal has, and what the rest says of them.

SQLite compares them with nothing, and a file of which one is wrong may read as ever. With a passphrase they are part of
a page that has a check.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from journal.db.connection import SqlConnection, connect, value

NO_FORMAT = 999  # so many no version will ever have
HEADER = 100  # bytes
_WRITTEN_AND_READ = ((1, 1), (2, 2))  # as journals are made, and as other programs may leave them
_NAMES = "SELECT name FROM sqlite_master WHERE type = 'table'"


def beginning_problems(head: bytes) -> list[str]:
    """What stands in the first bytes and in no journal; nothing of fewer bytes than a journal begins with.

    They are read before SQLite has the file: who closes a file that it has open takes its locks away.
    """
    if len(head) < HEADER:
        return []
    return [words for words, wrong in _looked_at(head).items() if wrong]


def can_be_written(head: bytes) -> bool:
    """Whether SQLite would write to it: one of the first bytes says for whom the file is only to be read."""
    return len(head) < HEADER or head[18] in (0, 1, 2)


def _looked_at(head: bytes) -> dict[str, bool]:
    return {
        "format of the file": (head[18], head[19]) not in _WRITTEN_AND_READ,
        "format of the schema": _number(head, 44) not in range(1, 5),
        "letters": _number(head, 56) != 1,
        "nothing is written there": any(head[72:92]),
    }


def _number(head: bytes, place: int) -> int:
    return int.from_bytes(head[place : place + 4], "big")


def format_inside(connection: SqlConnection) -> int | None:
    """The number of the format as a table has it, which was written with the one of the beginning; None without one."""
    try:
        return int(value(connection, "SELECT version_num FROM alembic_version"))
    except (sqlcipher.Error, UnicodeDecodeError, TypeError, ValueError):
        return None


def format_of(path: Path) -> int | None:
    """The same of a file that nobody has opened; None for one that is no journal by its tables."""
    try:
        with closing(connect(path, None, "ro")) as connection:
            tables = {str(name) for (name,) in connection.execute(_NAMES)}
            return format_inside(connection) if {"dose", "symptom", "change_set"} <= tables else None
    except (sqlcipher.Error, UnicodeDecodeError):
        return None
