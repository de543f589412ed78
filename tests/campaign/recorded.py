"""A child whose every write is recorded: does a seed's operations and notes after each what the journal then holds."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from journal.db import connection
from tests.journals import JournalAt
from tests.logbook.operations import Operations

# Settings that are often thought to be durable enough, although they lose acknowledged writes.
PLANTED = {"journal_mode=DELETE": "journal_mode=WAL", "synchronous=EXTRA": "synchronous=NORMAL"}


def main() -> None:
    path, passphrase, seed, count, notes, planted = sys.argv[1:]
    if planted == "planted":
        connection._PRAGMAS = tuple(PLANTED.get(each, each) for each in connection._PRAGMAS)
    operations = Operations(int(seed), bulk=40)
    book = JournalAt(Path(path), passphrase or None, operations.clock).open()
    acknowledged = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def note() -> None:
        with book._file.reading() as sql_connection:
            held = digest(lambda sql: sql_connection.execute(sql).fetchall())
        os.write(acknowledged, held.encode() + b"\n")

    note()
    for _ in range(int(count)):
        operation = operations.next()
        operations.model.do(operation)
        operation.do(book)
        note()
    # End without closing, which would copy a write-ahead log into the journal.
    os._exit(0)


def digest(answer: Callable[[str], Iterable[Any]]) -> str:
    """Everything that a journal holds, as one hash."""
    found = hashlib.sha256()
    tables = answer("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY 1")
    for (name,) in list(tables):
        for row in answer(f'SELECT * FROM "{name}"'):
            found.update(repr(tuple(row)).encode())
    return found.hexdigest()


if __name__ == "__main__":
    main()
