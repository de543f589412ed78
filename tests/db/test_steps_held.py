"""The newest steps that an open journal holds: the same as they are read, and hardly ever read."""

from __future__ import annotations

import pytest

from journal.core.changes import BY_ITSELF
from journal.core.entries import Note
from journal.core.refusal import Refused
from journal.db import steps_held
from journal.db.connection import SqlConnection
from journal.db.steps_held import Held, newest_held
from journal.logbook import Logbook
from tests.journals import JournalAt, note, now
from tests.logbook.operations import Operations


def held(book: Logbook) -> Held:
    watch = book._file._watch
    assert watch is not None
    return watch._held


def as_read(book: Logbook) -> Held:
    with book._file.reading() as connection:
        return newest_held(connection)


def test_whatever_is_done_they_are_those_in_the_file(plain_journal: JournalAt) -> None:
    operations, lengths = Operations(20261130), set[int]()
    plain_journal.clock = operations.clock
    with plain_journal.open() as book:
        for n in range(250):
            operation = operations.next()
            operations.model.do(operation)
            operation.do(book)
            if n % 25 == 0:
                book.save(Note(at=now(book), text="by itself"), origin=BY_ITSELF)
                operations.model.numbers += 1
            assert held(book) == as_read(book), operation
            lengths.add(len(held(book).steps))
    assert max(lengths) == steps_held.KEPT


def test_a_write_that_was_refused_leaves_them_as_they_are(plain_book: Logbook) -> None:
    note(plain_book, "one")
    before = held(plain_book)
    with pytest.raises(Refused), plain_book._file.writing() as transaction:
        transaction.exec_driver_sql("UPDATE change_set SET at_ms = at_ms + 1")
        raise Refused("cancelled")
    assert held(plain_book) == before == as_read(plain_book)
    note(plain_book, "two")
    assert held(plain_book) == as_read(plain_book)


def test_saving_reads_none_of_those_before(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty were read at each save, though the writer knew all but the last."""
    note(plain_book, "one")
    read: list[SqlConnection] = []
    whole = steps_held.newest_held

    def counted(connection: SqlConnection) -> Held:
        read.append(connection)
        return whole(connection)

    monkeypatch.setattr(steps_held, "newest_held", counted)
    for text in ("two", "three"):
        note(plain_book, text)
    assert read == []
    plain_book.undo()
    assert len(read) == 1
