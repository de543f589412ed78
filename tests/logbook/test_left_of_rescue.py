"""What a killed program left of a rescue is gone at the next start, unless somebody is still at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.refusal import Refused
from journal.db.lock import take_lock
from journal.logbook.belongings import files_of
from journal.logbook.left_of_rescue import remove_left
from journal.logbook.rescuing import only_look_at
from tests.journals import JournalAt, note

LOOKED_AT = ("journal.leaf.looked-at", "journal.leaf.looked-at-journal", "journal.leaf.looked-at.lock")
MADE = (
    "journal.leaf.looked-at.damaged", "journal.leaf.looked-at.rescued", "journal-rescued.leaf.damaged",
    "journal-rescued-2.leaf.rescued-journal", "journal-rescued.leaf.damaged.pages",
)  # fmt: skip
OTHERS = ("journal.leaf", "journal-rescued.leaf", "journal-rescued-2.leaf", "other.leaf.looked-at", "mine.damaged")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*LOOKED_AT, *MADE, *OTHERS):
        (tmp_path / name).write_bytes(b"whole copies")
    return tmp_path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"journal.leaf.lock"}


def test_it_is_gone_and_nothing_else(folder: Path) -> None:
    remove_left(folder / "journal.leaf")
    assert names(folder) == set(OTHERS)


def test_a_rescue_under_way_keeps_what_it_makes(folder: Path) -> None:
    lock = take_lock(folder / "journal.leaf")
    remove_left(folder / "journal.leaf")
    assert names(folder) == {*OTHERS, *MADE}
    lock.release()


def test_whoever_still_looks_keeps_what_is_looked_at(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        note(book, "one")
    looking = only_look_at(plain_journal.path, None, None, "lost", plain_journal.clock)
    remove_left(plain_journal.path)
    assert looking.path.exists() and len(list(looking.slices("note"))) == 1
    with pytest.raises(Refused, match="journal-locked"):
        only_look_at(plain_journal.path, None, None, "lost", plain_journal.clock)
    assert looking.path.exists()
    looking.close()
    assert [path.name for path in files_of(plain_journal.path) if "looked-at" in path.name] == []


def test_where_there_is_no_such_folder_nothing_happens(tmp_path: Path) -> None:
    remove_left(tmp_path / "gone" / "journal.leaf")
    assert not (tmp_path / "gone").exists()
