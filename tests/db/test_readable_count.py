"""What is said to be readable before a rescue is what the rescue then reads, or nothing is said."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from journal.core.entries import Note
from journal.core.kinds import KINDS
from journal.core.moments import DAY_MS, moment_at
from journal.core.refusal import Refused
from journal.core.rescued import Readable
from journal.core.updating import Watched
from journal.db.readable_count import readable_entries
from journal.db.rescue import rescue
from tests.journals import MODES, PASSPHRASE, START_MS, JournalAt, new_journal, quick_keys, raw

__all__ = ["quick_keys"]
PAGE = 4096
BOTH = [None, pytest.param(PASSPHRASE, marks=pytest.mark.slow)]


@pytest.fixture(params=BOTH, ids=MODES)
def filled(tmp_path: Path, request: pytest.FixtureRequest, quick_keys: None) -> JournalAt:
    made = new_journal(tmp_path / "journal.leaf", request.param)
    with made.open() as book:
        notes = [
            Note(at=moment_at(START_MS - n * DAY_MS // 10, "Europe/Berlin"), text=f"note {n} " + "like any other " * 9)
            for n in range(400)
        ]
        book.save_all(notes, label="import.done", origin="import")
    return made


def root_of(journal: JournalAt, table: str) -> int:
    with raw(journal) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return int(root)


def a_page_of_notes(journal: JournalAt) -> int:
    """Of a journal without a passphrase: one that holds rows of the table, and does not lead to others."""
    content = journal.path.read_bytes()
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    return 1 + next(n for n, page in enumerate(pages) if page[0] == 0x0D and b"note 7 like any other" in page)


def overwrite(journal: JournalAt, *pages: int) -> None:
    with journal.path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(bytes(PAGE))


def rescued(journal: JournalAt) -> Readable | None:
    """What the rescue itself says; None where nothing comes of it, or it does not know how much is missing."""
    target = journal.path.with_name("new.leaf")
    try:
        came = rescue(journal.path, target, journal.passphrase, (), "lost")
    except Refused:
        return None
    finally:
        target.unlink(missing_ok=True)
    tables = [each for each in came.tables if each.table in KINDS]
    if any(each.unknown or each.at_most for each in tables):
        return None
    return Readable(sum(each.read for each in tables), sum(each.read + each.doubtful + each.lost for each in tables))


def is_right(said: Readable | None, came: Readable | None) -> bool:
    """Nothing was said, or what the rescue says; a small table may have had a few rows more than could be seen."""
    if said is None or came is None:
        return said is None
    return said.all_there == came.all_there and 0 <= came.entries - said.entries <= 16


def test_of_a_whole_journal_all_are(filled: JournalAt) -> None:
    with raw(filled) as connection:
        there = sum(connection.execute(f"SELECT count(*) FROM {kind}").fetchone()[0] for kind in KINDS)
    assert readable_entries(filled.path, filled.passphrase) == Readable(there, there) and there >= 400


@pytest.mark.parametrize("filled", [None], ids=["plain"], indirect=True)
def test_rows_that_cannot_be_read_and_rows_that_changed_are_none(filled: JournalAt) -> None:
    with raw(filled) as connection:
        connection.execute("UPDATE note SET text = 'changed' WHERE seq = 400")
    page = a_page_of_notes(filled)
    rows_there = int.from_bytes(filled.path.read_bytes()[(page - 1) * PAGE :][3:5], "big")
    overwrite(filled, page)
    before, beside = filled.path.read_bytes(), sorted(filled.path.parent.iterdir())
    found = readable_entries(filled.path, filled.passphrase)
    assert found is not None and found.all_there == 400 and found.entries == 399 - rows_there
    assert filled.path.read_bytes() == before and sorted(filled.path.parent.iterdir()) == beside
    assert found == rescued(filled)


@pytest.mark.slow
def test_of_most_pages_it_is_known(filled: JournalAt) -> None:
    """One page after another cannot be read: often enough something is said, and then the rescue says it, too."""
    whole, said = filled.path.read_bytes(), 0
    pages = range(2, len(whole) // PAGE + 1, 20)
    for page in pages:
        filled.path.write_bytes(whole)
        overwrite(filled, page)
        found = readable_entries(filled.path, filled.passphrase)
        said += found is not None
        assert is_right(found, rescued(filled))
    assert said > len(pages) / 2


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("seed", range(12))
def test_wherever_a_file_is_damaged_it_agrees_with_the_rescue_or_says_nothing(filled: JournalAt, seed: int) -> None:
    drawn, pages = random.Random(seed), filled.path.stat().st_size // PAGE
    overwrite(filled, *(drawn.randrange(1, pages + 1) for _ in range(drawn.choice((1, 3, 20)))))
    if seed % 3 == 0:
        filled.path.write_bytes(filled.path.read_bytes()[: drawn.randrange(PAGE, pages * PAGE)])
    assert is_right(readable_entries(filled.path, filled.passphrase), rescued(filled))


@pytest.mark.parametrize("tables", [("sqlite_schema",), ("note",), ("seal", "dose")], ids="+".join)
def test_where_only_a_rescue_can_know_nothing_is_said(filled: JournalAt, tables: tuple[str, ...]) -> None:
    """All pages of a table lie behind its root; without the numbers of the days nothing says how many rows it had."""
    overwrite(filled, *(1 if table == "sqlite_schema" else root_of(filled, table) for table in tables))
    assert readable_entries(filled.path, filled.passphrase) is None


def test_a_passphrase_that_does_not_fit_and_a_write_that_was_cut_short_say_nothing(filled: JournalAt) -> None:
    assert readable_entries(filled.path, None if filled.passphrase else PASSPHRASE) is None
    assert readable_entries(filled.path, "not this one") is None
    assert readable_entries(filled.path.with_name("gone.leaf"), filled.passphrase) is None
    filled.path.with_name("journal.leaf-journal").write_bytes(bytes(512))
    assert readable_entries(filled.path, filled.passphrase) is None


def test_who_goes_on_does_not_wait_for_it(filled: JournalAt) -> None:
    with pytest.raises(Refused, match="cancelled"):
        readable_entries(filled.path, filled.passphrase, Watched(lambda _part: None, lambda: True))
