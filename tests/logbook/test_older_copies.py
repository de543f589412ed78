"""Backups that still hold what was deleted for good: found by their content, deleted only after a newer one is made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from journal.core.refusal import Refused
from journal.core.updating import NOBODY, Watched
from journal.logbook import Logbook, older_copies
from journal.logbook.backups import contents, found_backups, found_in
from journal.logbook.older_copies import Holding, delete_holding, holding
from journal.logbook.second_folder import copy_there
from tests.journals import JournalAt, new_journal, note, raw

DAY = dt.timedelta(days=1)
NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


def kept_and_lost(book: Logbook) -> tuple[str, list[Path]]:
    """One entry of three backups, the first made before it was written, and then deleted for good."""
    note(book, "stays")
    backups = [book.backup(made=NOON)]
    lost = note(book, "said too much", minutes=5)
    backups.append(book.backup(made=NOON + DAY))
    book.delete([lost.id])
    backups.append(book.backup(made=NOON + 2 * DAY))
    book.purge([lost.id])
    return lost.id, backups


def paths(found: Holding) -> list[Path]:
    return [backup.path for backup in found.backups]


def test_it_is_found_where_it_is_held_also_in_the_trash(book: Logbook) -> None:
    lost, backups = kept_and_lost(book)
    found = holding(book, [lost], None)
    assert paths(found) == [backups[2], backups[1]] and found.unread == 0 and found.missing is None
    assert paths(holding(book, ["never there"], None)) == []


def test_it_is_found_where_only_the_history_has_it(plain_book: Logbook, plain_journal: JournalAt) -> None:
    lost, backups = kept_and_lost(plain_book)
    with raw(JournalAt(backups[1], None, plain_journal.clock)) as connection:
        connection.execute("DELETE FROM note WHERE id = ?", (lost,))
    assert paths(holding(plain_book, [lost], None)) == [backups[2], backups[1]]


def test_it_is_deleted_after_a_newer_one_without_it_is_made(book: Logbook, journal: JournalAt) -> None:
    lost, backups = kept_and_lost(book)
    gone = delete_holding(book, holding(book, [lost], None), None, NOBODY)
    assert (gone.n, gone.left, gone.stay) == (2, (), 0)
    assert {found.path for found in found_backups(book.path)} == {backups[0], gone.made}
    assert contents(gone.made, journal.passphrase).total == 1
    assert paths(holding(book, [lost], None)) == []


def test_what_cannot_be_opened_is_counted_and_stays(plain_book: Logbook, tmp_path: Path) -> None:
    lost, backups = kept_and_lost(plain_book)
    backups[2].write_bytes(backups[2].read_bytes()[:4096])
    other = new_journal(tmp_path / "other.leaf", "another passphrase")
    other.path.rename(backups[1].with_name(f"{plain_book.path.stem}-2026-11-01-120000-auto.leaf"))
    found = holding(plain_book, [lost], None)
    assert paths(found) == [backups[1]] and found.unread == 2
    delete_holding(plain_book, found, None, NOBODY)
    assert backups[2].exists() and not backups[1].exists()


def test_where_no_newer_one_can_be_made_nothing_is_deleted(
    plain_book: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost, backups = kept_and_lost(plain_book)
    found = holding(plain_book, [lost], None)
    with pytest.raises(Refused):
        delete_holding(plain_book, found, None, Watched(lambda _step: None, lambda: True))
    monkeypatch.setattr(older_copies, "holds_any", lambda *_: True)
    with pytest.raises(Refused) as refused:
        delete_holding(plain_book, found, None, NOBODY)
    assert refused.value.code == "backup-still-holds"
    assert all(backup.exists() for backup in backups)


def test_the_second_folder_keeps_its_copies_until_it_has_a_newer_one(plain_book: Logbook, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    lost, backups = kept_and_lost(plain_book)
    copy_there(plain_book, backups[2], second, NOON)
    found = holding(plain_book, [lost], second)
    assert len(found.backups) == 3
    away = second.rename(tmp_path / "away")
    assert holding(plain_book, [lost], second).missing == second
    gone = delete_holding(plain_book, found, second, NOBODY)
    assert (gone.n, gone.stay) == (2, 1)
    away.rename(second)
    gone = delete_holding(plain_book, holding(plain_book, [lost], second), second, NOBODY)
    assert gone.n == 1
    assert [copy.path.name for copy in found_in(second, plain_book.path)] == [gone.made.name]
