"""Copies that the journal's passphrase does not protect: found in both folders, and given it one by one, verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.db import rekeying
from journal.db.probe import FileKind, look
from journal.logbook import Logbook
from journal.logbook.backups import contents
from journal.logbook.passphrases import (
    Rekeyed,
    as_they_are,
    change_passphrase,
    other_passphrase_copies,
    plain_copies,
    rekey_copies,
    with_other_salts,
)
from tests.journals import PASSPHRASE, FixedClock, new_journal, note

NEW = "quiet river stones"


@pytest.fixture
def second(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def changed(tmp_path: Path, clock: FixedClock, second: Path) -> Path:
    """A journal with a new passphrase; a backup in each folder has the old one, and one beside it the new."""
    journal = new_journal(tmp_path / "journal.leaf", PASSPHRASE, clock)
    with journal.open() as book:
        note(book, "one")
        old = book.backup()
    (second / old.name).write_bytes(old.read_bytes())
    change_passphrase(journal.path, PASSPHRASE, NEW, lambda _salts: None)
    clock.tick()
    with Logbook.open(journal.path, NEW, clock=clock) as book:
        book.backup()
    return journal.path


def names(copies: list[Path]) -> list[tuple[str, str]]:
    return [(copy.parent.name, copy.name) for copy in copies]


def test_those_with_an_earlier_passphrase_are_found_in_both_folders(changed: Path, second: Path) -> None:
    found = other_passphrase_copies(changed, NEW, second)
    assert [copy.parent.name for copy in found] == ["backups", "stick"] and len({copy.name for copy in found}) == 1
    assert with_other_salts(changed, look(changed).salt, second) == found
    assert other_passphrase_copies(changed, NEW) == found[:1]


def test_one_of_its_own_salt_that_opens_is_none_of_them(changed: Path, clock: FixedClock) -> None:
    """A plain copy that was encrypted later has a salt of its own, and the journal's passphrase."""
    plain = new_journal(changed.parent / "backups" / "journal-2026-11-01-120000-backup.leaf", None, clock).path
    assert plain_copies(changed) == [plain]
    assert rekey_copies([plain], None, NEW, lambda _n: None) == Rekeyed((plain,), {})
    assert plain in with_other_salts(changed, look(changed).salt)
    assert plain not in other_passphrase_copies(changed, NEW)


def test_they_are_given_the_new_one_and_hold_the_same(changed: Path, second: Path) -> None:
    found = other_passphrase_copies(changed, NEW, second)
    assert rekey_copies(found, PASSPHRASE, NEW, lambda _n: None) == Rekeyed(tuple(found), {})
    assert other_passphrase_copies(changed, NEW, second) == []
    assert [contents(copy, NEW).total for copy in found] == [1, 1]
    assert not list(second.glob("*.part"))


def test_with_a_wrong_old_one_they_stay_as_they_were(changed: Path, second: Path) -> None:
    found = other_passphrase_copies(changed, NEW, second)
    before = [copy.read_bytes() for copy in found]
    refused = rekey_copies(found, "not that one either", NEW, lambda _n: None).refused
    assert {copy: problem.code for copy, problem in refused.items()} == dict.fromkeys(found, "backup-passphrase-other")
    assert [copy.read_bytes() for copy in found] == before


def test_the_old_one_goes_only_after_the_new_one_was_verified(
    changed: Path, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsound(*_: object) -> None:
        raise Refused("passphrase-copy-unsound", reason="row counts")

    found = other_passphrase_copies(changed, NEW, second)
    monkeypatch.setattr(rekeying, "_verify", unsound)
    assert set(rekey_copies(found, PASSPHRASE, NEW, lambda _n: None).refused) == set(found)
    assert other_passphrase_copies(changed, NEW, second) == found
    assert all(contents(copy, PASSPHRASE).total == 1 for copy in found)


def test_it_can_be_stopped_and_what_was_done_by_then_is_told(changed: Path, second: Path) -> None:
    found = other_passphrase_copies(changed, NEW, second)
    begun = list[int]()
    stop = Watched(lambda _step: None, lambda: len(begun) > 1)
    assert rekey_copies(found, PASSPHRASE, NEW, begun.append, stop) == Rekeyed((found[0],), {}, (found[1],))
    assert other_passphrase_copies(changed, NEW, second) == found[1:]
    assert not list(second.glob("*.part"))


def test_plain_ones_in_the_second_folder_and_cut_short_are_found(changed: Path, second: Path) -> None:
    plain = new_journal(second / "journal-2026-11-01-120000-backup.leaf", None).path
    cut = second / "journal-2026-11-02-120000-auto.part"
    cut.write_bytes(plain.read_bytes()[:5000])
    assert plain_copies(changed, second) == [cut, plain]
    assert look(plain).kind is FileKind.PLAIN


def test_anything_that_changes_there_is_noticed(changed: Path, second: Path) -> None:
    before = as_they_are(changed, second)
    assert len(before) == 3 and as_they_are(changed, second) == before
    next(second.iterdir()).unlink()
    assert as_they_are(changed, second) != before
