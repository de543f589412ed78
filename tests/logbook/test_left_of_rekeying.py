"""A copy without a passphrase that a killed change left is found, unless it is in the making."""

from __future__ import annotations

import shutil
from pathlib import Path

from journal.logbook.left_of_rekeying import readable_left_beside
from tests.journals import PASSPHRASE, JournalAt, new_journal


def test_only_one_that_anyone_can_read(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "k.leaf", PASSPHRASE)
    left = tmp_path / "k.leaf.new"
    assert readable_left_beside(journal.path) is None
    shutil.copyfile(journal.path, left)
    assert readable_left_beside(journal.path) is None
    shutil.copyfile(new_journal(tmp_path / "plain.leaf", None).path, left)
    assert readable_left_beside(journal.path) == left
    with left.open("r+b") as file:
        file.write(bytes(4096))  # its first page was not written yet
    assert readable_left_beside(journal.path) == left
    with journal.open():  # removes it
        assert not left.exists()


def test_one_in_the_making_is_nobodys(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "k.leaf", PASSPHRASE)
    with journal.open():
        shutil.copyfile(new_journal(tmp_path / "plain.leaf", None).path, tmp_path / "k.leaf.new")
        assert readable_left_beside(journal.path) is None


def test_beside_a_journal_without_passphrase_it_tells_nothing_new(plain_journal: JournalAt) -> None:
    shutil.copyfile(plain_journal.path, plain_journal.path.with_name(plain_journal.path.name + ".new"))
    assert readable_left_beside(plain_journal.path) is None
