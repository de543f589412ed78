"""The row that every write changes: who wrote last, and which writes may be the last one."""

from __future__ import annotations

from contextlib import closing

from journal.db.connection import connect
from journal.db.last_write import LastWrite, last_write
from journal.logbook import Logbook
from tests.journals import JournalAt, note, raw


def test_every_write_is_signed_and_a_look_is_not(journal: JournalAt) -> None:
    def found() -> LastWrite | None:
        with raw(journal) as connection:
            return last_write(connection)

    assert found() == LastWrite("", "", 0)
    with Logbook.open(journal.path, journal.passphrase, clock=journal.clock, computer="c1") as book:
        note(book, "one")
        note(book, "two")
    first = found()
    assert first is not None and first[1:] == ("c1", 2)
    before = journal.sha256()
    with journal.open() as book:
        assert book.check() == []
        assert book.empty_old_trash() == 0
        assert book.file_as_left and book.changed_outside() is None
    assert journal.sha256() == before
    with journal.open() as book:
        note(book, "three")
    second = found()
    assert second is not None and second.counter == 3 and second.opening != first.opening


def test_either_outcome_of_a_commit_is_known(plain_journal: JournalAt) -> None:
    """After a disk error nobody knows which of the two is on the disk."""
    with plain_journal.open() as book, closing(connect(plain_journal.path, None)) as connection:
        writer = book._file._watch.writer  # type: ignore[union-attr]
        before = last_write(connection)
        assert before is not None
        connection.execute("BEGIN")
        writer.sign(connection)
        after = last_write(connection)
        connection.rollback()
        assert after != before and writer.knows(before) and writer.knows(after)
        assert not writer.knows(None) and not writer.knows(LastWrite("another", "", 1))
