"""Rows come back although the page that led to theirs is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from journal.core.queries import EntryQuery
from journal.core.updating import NOBODY
from journal.db import loose_pages
from journal.db.connection import value
from journal.db.damaged_source import copy_bytes, readable_source
from journal.db.rescue import rescue
from tests.journals import BOTH, MODES, PASSPHRASE, JournalAt, new_journal, note, quick_keys

__all__ = ["quick_keys"]

NOTES, PAGE = 900, 4096
INSIDE = 5  # how the page begins that leads to pages of a table's rows


@pytest.fixture
def filled(tmp_path: Path, request: pytest.FixtureRequest) -> JournalAt:
    made = new_journal(tmp_path / "journal.leaf", request.param)
    with made.open() as book:
        for number in range(NOTES):
            note(book, f"note {number} " + "and more " * 40)
    return made


def root_of(journal: JournalAt) -> int:
    with journal.open() as book, book._file.reading() as connection:
        return int(value(connection, "SELECT rootpage FROM sqlite_master WHERE name = 'note'"))


def leaves_of(plain: JournalAt) -> list[int]:
    """The pages of rows that the root of the notes leads to, in the order of their rows."""
    root = plain.path.read_bytes()[(root_of(plain) - 1) * PAGE :][:PAGE]
    assert root[0] == INSIDE
    cells = int.from_bytes(root[3:5], "big")
    places = [int.from_bytes(root[at : at + 2], "big") for at in range(12, 12 + 2 * cells, 2)]
    return [int.from_bytes(root[at : at + 4], "big") for at in (*places, 8)]


def spoil(journal: JournalAt, page: int) -> None:
    with journal.path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(random.Random(page).randbytes(PAGE))


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("filled", BOTH, ids=MODES, indirect=True)
def test_a_lost_root_costs_no_row(filled: JournalAt, tmp_path: Path) -> None:
    spoil(filled, root_of(filled))
    came = rescue(filled.path, tmp_path / "new.leaf", filled.passphrase, (), "lost", NOBODY)
    (notes,) = (each for each in came.tables if each.table == "note")
    assert (notes.read, notes.doubtful, notes.lost) == (NOTES, 0, 0)
    with JournalAt(tmp_path / "new.leaf", filled.passphrase, filled.clock).open() as book:
        assert len(list(book.find(EntryQuery(kinds=("note",), limit=2 * NOTES)))) == NOTES
        assert book.check() == []
    assert not list(tmp_path.glob("*.pages"))


@pytest.mark.parametrize("filled", [None], ids=["plain"], indirect=True)
@pytest.mark.parametrize("nth", [0, 3, -1])
def test_a_lost_page_costs_its_own_rows_alone(filled: JournalAt, tmp_path: Path, nth: int) -> None:
    """The row before it and the one after it went with it: Python asks for the next row before it gives one."""
    page = leaves_of(filled)[nth]
    rows = int.from_bytes(filled.path.read_bytes()[(page - 1) * PAGE :][3:5], "big")
    spoil(filled, page)
    came = rescue(filled.path, tmp_path / "new.leaf", None, (), "lost", NOBODY)
    assert {each.table: each.lost for each in came.tables if each.lost} == {"note": rows} and rows > 3


@pytest.mark.slow
@pytest.mark.parametrize("filled", [None], ids=["plain"], indirect=True)
def test_control_without_looking_page_by_page_they_are_lost(
    filled: JournalAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(filled, root_of(filled))
    monkeypatch.setattr(loose_pages.LoosePages, "rows", lambda *_: iter(()))
    came = rescue(filled.path, tmp_path / "new.leaf", None, (), "lost", NOBODY)
    assert sum(each.lost for each in came.tables if each.table == "note") == NOTES


@pytest.mark.slow
@pytest.mark.parametrize("filled", [PASSPHRASE], ids=["encrypted"], indirect=True)
def test_rows_of_another_table_and_changed_ones_are_no_rows_of_it(filled: JournalAt, tmp_path: Path) -> None:
    copy, scratch = tmp_path / "copy", tmp_path / "scratch"
    copy_bytes(filled.path, copy)
    source = readable_source(copy, PASSPHRASE, ())
    looked: list[int] = []
    pages = loose_pages.LoosePages(
        copy, scratch, source.scratch, lambda: looked.append(1), lambda _table, _row: True, lambda *_: None
    )
    assert list(pages.rows("rating", [(0, 10**9)])) == []
    assert {row[-2] for row in pages.rows("note", [(201, 320), (11, 100), (101, 200)])} == set(range(11, 321))
    assert list(pages.rows("note", [(1, 50), (60, 100)])) == []  # of one page each
    assert len(looked) > 2
    assert not scratch.exists()
