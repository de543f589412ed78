"""Files with parts that others planted: nothing is written, and the entries can be taken into a new journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.entries import Dose, Note
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.refusals import explain
from tests.journals import FixedClock, JournalAt, note, now, raw

PLANTED = {
    "trigger": "CREATE TRIGGER planted AFTER INSERT ON dose BEGIN DELETE FROM note; END",
    "view": "CREATE VIEW planted AS SELECT * FROM note",
}
HARMLESS = ["CREATE INDEX somebodys ON note (text)", "ANALYZE"]


@pytest.fixture(params=PLANTED)
def foreign(journal: JournalAt, request: pytest.FixtureRequest) -> JournalAt:
    with journal.open() as book:
        note(book, "a quiet day")
        note(book, "and another")
    with raw(journal) as connection:
        connection.execute(PLANTED[request.param])
    return journal


def test_nothing_is_written_and_everything_can_be_read(foreign: JournalAt) -> None:
    before = foreign.sha256()
    with foreign.open() as book:
        assert isinstance(book.view_only, Refused)
        assert book.view_only.code == "journal-foreign-parts"
        for write in (lambda: book.save(Dose(at=now(book))), book.undo, lambda: book.save_draft("dose", "x")):
            with pytest.raises(Refused) as refused:
                write()
            assert refused.value.code == "journal-foreign-parts"
            assert str(foreign.path) in explain(english(), refused.value)
        assert book.totals()[0] == 2
        assert "planted: planted" in book.check()
    assert foreign.sha256() == before


@pytest.mark.quick_every(2)
def test_its_entries_are_taken_by_value_into_a_new_journal(foreign: JournalAt, tmp_path: Path) -> None:
    with foreign.open() as book:
        entries = [entry for part in book.slices("note") for entry in part]
    with Logbook.open(tmp_path / "new.leaf", None, clock=FixedClock(), create=True) as new:
        new.save_all(entries, label="import.done", origin="import")
        new.save(Dose(at=now(new)))
        assert {entry.text for part in new.slices("note") for entry in part if isinstance(entry, Note)} == {
            "a quiet day",
            "and another",
        }
        assert new.check() == []


def test_control_a_planted_trigger_would_do_its_work(plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch) -> None:
    with plain_journal.open() as book:
        note(book, "a quiet day")
    with raw(plain_journal) as connection:
        connection.execute(PLANTED["trigger"])
    monkeypatch.setattr("journal.db.opening.has_foreign_parts", lambda connection: False)
    with plain_journal.open() as book:
        book.save(Dose(at=now(book)))
    with raw(plain_journal) as connection:
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (0,)


@pytest.mark.parametrize("harmless", HARMLESS)
def test_indexes_and_statistics_of_others_do_no_harm(journal: JournalAt, harmless: str) -> None:
    with journal.open() as book:
        note(book, "a quiet day")
    with raw(journal) as connection:
        connection.execute(harmless)
    with journal.open() as book:
        note(book, "another")
        assert book.check() == []


DIFFERENT = {
    "index": ("DROP INDEX note_by_local_ms", "note: not as it was made"),
    "column": ("ALTER TABLE note ADD COLUMN mood TEXT", "note: not as it was made"),
    "full text": ("DROP TABLE care_text", "care_text: missing"),
}


@pytest.mark.parametrize("part", DIFFERENT)
def test_the_check_names_what_is_missing_or_different(journal: JournalAt, part: str) -> None:
    statement, problem = DIFFERENT[part]
    with raw(journal) as connection:
        connection.execute(statement)
    with journal.open() as book:
        assert problem in book.check()
