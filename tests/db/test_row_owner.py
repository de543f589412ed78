"""A row that was found by its page alone goes to the table that it is of, though its check is right for others."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.kinds import KINDS
from journal.core.rescued import Rescued
from journal.db.rescue import rescue
from journal.db.row_checks import whole_row
from journal.db.row_owner import RowOwner
from journal.logbook import Logbook
from tests.files.make import write
from tests.journals import JournalAt, note, raw

PAGE = 4096
WITHOUT_ROWS = ("prompt", "setting")  # of which there may be none, or which are needed to open it


@pytest.fixture
def every_kind(plain_journal: JournalAt) -> JournalAt:
    """A journal with something of every kind."""
    with plain_journal.open() as book:
        write(book)
    return plain_journal


def without_page_of(journal: JournalAt, table: str, target: Path) -> Rescued:
    """What a rescue brings where the first page of a table cannot be read."""
    with raw(journal) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    with journal.path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(bytes(PAGE))
    return rescue(journal.path, target, None, (), "lost")


def rows_of(rescued: Rescued, table: str) -> int:
    return rescued.of(table).read


@pytest.mark.quick_every(2)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize(
    "table",
    ["note", "plan", *(pytest.param(kind, marks=pytest.mark.slow) for kind in KINDS if kind not in ("note", "plan"))],
)
def test_rows_of_tables_with_as_many_columns_stay_theirs(every_kind: JournalAt, tmp_path: Path, table: str) -> None:
    before = every_kind.path.read_bytes()
    whole = rescue(every_kind.path, tmp_path / "whole.leaf", None, (), "lost")
    came = without_page_of(every_kind, table, tmp_path / "new.leaf")
    assert rows_of(came, table) == 0 and rows_of(whole, table) > 0 or table in WITHOUT_ROWS
    for other in KINDS:
        named_again = other in ("product", "symptom", "substance") and other == table
        assert rows_of(came, other) == rows_of(whole, other) or other == table or named_again, other
    assert before != every_kind.path.read_bytes()
    with JournalAt(tmp_path / "new.leaf", None, every_kind.clock).open() as book:
        assert book.check() == []


@pytest.mark.slow
def test_control_rows_that_are_taken_by_their_check_alone_are_not_all_of_it(
    every_kind: JournalAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RowOwner, "owns", lambda *_: True)
    with pytest.raises((ValueError, AssertionError)):
        without_page_of(every_kind, "note", tmp_path / "new.leaf")


def test_what_was_logged_of_an_id_decides(plain_book: Logbook) -> None:
    kept = note(plain_book, "a quiet day")
    with plain_book._file.reading() as connection:
        (row,) = connection.execute(f"SELECT {whole_row('note')} FROM note").fetchall()
    assert RowOwner(list).owns("note", row)
    assert RowOwner(lambda: [(kept.id, "note")]).owns("note", row)
    assert not RowOwner(lambda: [(kept.id, "statement")]).owns("note", row)
    assert not RowOwner(list).owns("statement", row)
