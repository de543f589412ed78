"""SQLAlchemy on the journal's connections: discreet errors, one connection taken over from the readers."""

from __future__ import annotations

from functools import partial

import pytest
from sqlalchemy.exc import IntegrityError

from journal.db import journal_file
from journal.db.connection import SqlConnection, connect
from journal.db.engine import make_engine
from tests.journals import JournalAt, note


def test_a_failing_statement_does_not_tell_its_values(journal: JournalAt) -> None:
    engine = make_engine(partial(connect, journal.path, journal.passphrase))
    with pytest.raises(IntegrityError) as failed, engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO tombstone (id, kind, purged_ms) VALUES (?, ?, ?)", ("canary", None, 1))
    engine.dispose()
    assert "canary" not in str(failed.value)


def test_reading_and_writing_by_turns_need_one_connection(journal: JournalAt, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each costs a key derivation: about a third of a second."""
    made: list[SqlConnection] = []

    def counted(*arguments: object) -> SqlConnection:
        made.append(connect(*arguments))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(journal_file, "connect", counted)
    with journal.open() as book:
        book.symptoms()
        written = note(book, "words")
        assert book.get(written.id) == written
        assert len(made) == 1
