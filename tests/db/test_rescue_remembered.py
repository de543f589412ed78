"""What did not come back is kept by the rescued journal, so that nothing of it looks as if it had never been."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.entries import Product
from journal.core.rescued import missing_read
from journal.db.rescue import rescue
from tests.journals import ENCRYPTED_IS_SLOW, MODES, JournalAt, note, quick_keys, raw

__all__ = ["quick_keys"]
pytestmark = pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)


def kept_by(journal: JournalAt) -> dict[str, int | None]:
    with journal.open() as book:
        assert book.check() == []
        return missing_read(book.preferences.rescued)


def rescued(journal: JournalAt, name: str) -> JournalAt:
    target = journal.path.with_name(name)
    rescue(journal.path, target, journal.passphrase, (), "lost")
    return JournalAt(target, journal.passphrase, journal.clock)


def change(journal: JournalAt, text: str) -> None:
    with raw(journal) as connection:
        connection.execute("UPDATE note SET text = 'changed' WHERE text = ?", (text,))


def test_it_is_counted_and_added_up(journal: JournalAt) -> None:
    with journal.open() as book:
        for text in ("one", "two", "three", "four"):
            note(book, text)
    change(journal, "one")
    change(journal, "two")
    first = rescued(journal, "first.leaf")
    assert kept_by(first) == {"note": 2}
    change(first, "three")
    assert kept_by(rescued(first, "second.leaf")) == {"note": 3}


def test_what_is_not_known_stays_so(journal: JournalAt) -> None:
    """Where the page of a kind is gone and so are the numbers of the days, nobody knows how many there were."""
    with journal.open() as book:
        book.save(Product(name="Green tea"))
        note(book, "one")
    with raw(journal) as connection:
        pages = connection.execute("SELECT rootpage FROM sqlite_master WHERE name IN ('note', 'seal')").fetchall()
    with journal.path.open("r+b") as file:
        for (page,) in pages:
            file.seek((page - 1) * 4096)
            file.write(bytes(4096))
    first = rescued(journal, "first.leaf")
    assert kept_by(first) == {"note": None}
    with first.open() as book:
        note(book, "two")
    change(first, "two")
    assert kept_by(rescued(first, "second.leaf")) == {"note": None}


def test_of_one_that_came_back_whole_nothing_is_said(journal: JournalAt, tmp_path: Path) -> None:
    with journal.open() as book:
        note(book, "one")
    assert kept_by(rescued(journal, "new.leaf")) == {}
    assert missing_read("note=3 of_tomorrow=4 dose=? rating=-1 ") == {"note": 3, "dose": None, "rating": None}
