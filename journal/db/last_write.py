"""Which opening of the journal wrote last: one row, changed within every write and compared before the next one.

A file that another program put in the journal's place, or wrote into it, has another row.
"""

from __future__ import annotations

import os
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlcipher

from journal.db.connection import SqlConnection


class LastWrite(NamedTuple):
    """``opening``: a random name for the time that a journal is open; ``computer``: the device file's, "" if unknown.

    ``counter`` grows by one with each write.
    """

    opening: str
    computer: str
    counter: int


def last_write(connection: SqlConnection) -> LastWrite | None:
    """What the file says; None if it cannot be read, or says nothing."""
    try:
        row = connection.execute("SELECT opening, computer, counter FROM writer WHERE seq = 1").fetchone()
    except (sqlcipher.Error, UnicodeDecodeError):
        return None
    return None if row is None else LastWrite(*row)


class Writer:
    """One opening of a journal. While a commit's outcome is not known, the write before it may be the last one, too."""

    def __init__(self, last: LastWrite, computer: str) -> None:
        self.computer = computer
        self._opening = os.urandom(8).hex()
        self._last, self._signed = last, last

    @property
    def number(self) -> int:
        """Of the last write that is known to be on the disk."""
        return self._last.counter

    def knows(self, last: LastWrite | None) -> bool:
        """Whether the file is as it was left."""
        return last in (self._last, self._signed)

    def begin(self, last: LastWrite) -> None:
        """What a transaction found: now it is known which one is on the disk."""
        self._last = self._signed = last

    def sign(self, connection: SqlConnection) -> None:
        """Put the name of this opening into the transaction."""
        self._signed = LastWrite(self._opening, self.computer, self._last.counter + 1)
        connection.execute("UPDATE writer SET opening = ?, computer = ?, counter = ? WHERE seq = 1", self._signed)

    def acknowledged(self) -> None:
        """The transaction is on the disk."""
        self._last = self._signed

    def is_other_computer(self, last: LastWrite | None) -> bool:
        """Whether a computer wrote it that is known and is another one."""
        return last is not None and bool(last.computer and self.computer) and last.computer != self.computer
