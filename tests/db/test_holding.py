"""Whether a file holds entries, among more of them than one statement takes."""

from __future__ import annotations

from contextlib import closing

from journal.db.connection import connect
from journal.db.holding import holds_any
from journal.logbook import Logbook
from tests.journals import note


def test_the_last_of_many_is_found(plain_book: Logbook) -> None:
    one = note(plain_book, "one")
    with closing(connect(plain_book.path, None, "ro")) as connection:
        assert holds_any(connection, [*(f"not {n}" for n in range(1200)), one.id])
        assert not holds_any(connection, [f"not {n}" for n in range(1200)])
        assert not holds_any(connection, [])
