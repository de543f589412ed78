"""A journal whose first page is lost: with the key it is known by, all of it comes back."""

from __future__ import annotations

import random

import pytest

from journal.core.refusal import Refused
from journal.core.rescued import Rescued
from journal.db import damaged_source
from journal.db.rescue import rescue
from tests.files.make import write
from tests.journals import PASSPHRASE, FixedClock, JournalAt, new_journal, quick_keys

__all__ = ["quick_keys"]
PAGE, SALT = 4096, 16


@pytest.fixture
def locked(tmp_path_factory: pytest.TempPathFactory, clock: FixedClock) -> JournalAt:
    journal = new_journal(tmp_path_factory.mktemp("locked") / "journal.leaf", PASSPHRASE, clock)
    with journal.open() as book:
        write(book)
    return journal


def destroy_first(journal: JournalAt, begin: int) -> str:
    """All of the first page from that byte on; the salt that it had."""
    content = journal.path.read_bytes()
    noise = random.Random(15).randbytes(PAGE - begin)
    journal.path.write_bytes(content[:begin] + noise + content[PAGE:])
    return content[:SALT].hex()


def rescued(journal: JournalAt, passphrase: str, *salts: str) -> Rescued:
    return rescue(journal.path, journal.path.with_name("new.leaf"), passphrase, salts, "lost")


def numbers(came: Rescued) -> dict[str, int]:
    return {brought.table: brought.read for brought in came.tables}


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("begin", [SALT, 0], ids=["the salt is left", "not even the salt"])
def test_every_row_comes_back(locked: JournalAt, begin: int) -> None:
    whole = rescue(locked.path, locked.path.with_name("whole.leaf"), PASSPHRASE, (), "lost")
    salt = destroy_first(locked, begin)
    came = rescued(locked, PASSPHRASE, *([salt] if begin == 0 else []))
    assert numbers(came) == numbers(whole) and came.beginning_mended
    with JournalAt(locked.path.with_name("new.leaf"), PASSPHRASE, locked.clock).open() as book:
        assert book.check() == []


def test_a_wrong_passphrase_is_told_from_that(locked: JournalAt) -> None:
    destroy_first(locked, SALT)
    with pytest.raises(Refused, match="rescue-no-key"):
        rescued(locked, "another one")


def test_without_any_salt_nothing_can_open_it(locked: JournalAt) -> None:
    destroy_first(locked, 0)
    with pytest.raises(Refused, match="rescue-no-key"):
        rescued(locked, PASSPHRASE)


def test_control_without_the_checks_of_other_pages_nothing_comes(
    locked: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    destroy_first(locked, SALT)
    monkeypatch.setattr(damaged_source, "key_fits", lambda *_: False)
    with pytest.raises(Refused, match="rescue-no-key"):
        rescued(locked, PASSPHRASE)


def test_an_encrypted_journal_is_not_taken_for_a_plain_one(locked: JournalAt) -> None:
    destroy_first(locked, 0)
    with pytest.raises(Refused, match="passphrase-missing"):
        rescue(locked.path, locked.path.with_name("new.leaf"), None, (), "lost")
