"""Whether a way back to a backup leads to one: beside the journal, or in a second folder where a copy was made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from journal.device import SecondFolder
from journal.logbook import Logbook
from journal.ui.kit.computer import Computer
from journal.ui.shell.known_backups import has_backups
from tests.journals import backup_by_name


def test_beside_the_journal_those_of_this_journal_count(plain_book: Logbook) -> None:
    computer = Computer(None)
    assert not has_backups(plain_book, computer)
    backup_by_name(plain_book.path.with_name("another.leaf"))
    assert not has_backups(plain_book, computer)
    backup_by_name(plain_book.path)
    assert has_backups(plain_book, computer)


def test_of_a_second_folder_a_copy_counts_even_while_its_disk_is_out(plain_book: Logbook, tmp_path: Path) -> None:
    computer = Computer(None)
    computer.remember_second_folder(plain_book.path, SecondFolder(tmp_path / "not plugged in"))
    assert not has_backups(plain_book, computer)
    computer.remember_copied(plain_book.path, dt.date(2026, 11, 20))
    assert has_backups(plain_book, computer)
