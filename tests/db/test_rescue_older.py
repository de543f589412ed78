"""Rescue of journals from before rows had checks: what is readable comes back, brought to today's format."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.core.rescued import Rescued
from journal.db.rescue import rescue
from tests.files.make import HERE, what_it_holds
from tests.journals import PASSPHRASE, FixedClock, JournalAt, raw

LOST = "could not be read"
OLDER = ("0001", "0002", "0003")


@pytest.fixture
def older(tmp_path: Path) -> Callable[..., JournalAt]:
    """A copy of a kept file."""

    def copied(version: str, passphrase: str | None = None) -> JournalAt:
        mode = "encrypted" if passphrase else "plain"
        path = tmp_path / "older.leaf"
        shutil.copyfile(HERE / f"journal-{version}-{mode}.leaf", path)
        return JournalAt(path, passphrase, FixedClock())

    return copied


def rescued_from(journal: JournalAt) -> tuple[Rescued, JournalAt]:
    before = journal.sha256()
    target = journal.path.with_name("new.leaf")
    came = rescue(journal.path, target, journal.passphrase, (), LOST)
    assert journal.sha256() == before
    return came, JournalAt(target, journal.passphrase, journal.clock)


def held(at: JournalAt) -> dict[str, Any]:
    with at.open() as book:
        assert book.check() == []
        found: dict[str, Any] = json.loads(json.dumps(what_it_holds(book)))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("version", OLDER)
def test_of_an_undamaged_one_all_comes_back_as_an_update_would_bring_it(
    older: Callable[..., JournalAt], version: str
) -> None:
    journal = older(version)
    came, new = rescued_from(journal)
    assert came.unchecked and all(each.whole for each in came.tables) and not came.renamed and not came.unlinked
    updated = held(journal)
    updated["drafts"] = []  # half typed words are not rescued
    assert held(new) == updated


@pytest.mark.slow
@pytest.mark.usefixtures("real_keys")
def test_an_encrypted_one_keeps_its_passphrase(older: Callable[..., JournalAt]) -> None:
    came, new = rescued_from(older("0003", PASSPHRASE))
    assert came.unchecked
    assert [entry["id"][-2:] for entry in held(new)["entries"]["product"]] == ["02", "13", "14"]


def test_what_no_table_takes_and_what_is_no_entry_is_doubtful(older: Callable[..., JournalAt]) -> None:
    journal = older("0003")
    with raw(journal) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE note SET private = 7 WHERE id LIKE '%12'")
        connection.execute("UPDATE check_in SET instrument = 'pe' WHERE id LIKE '%44'")
        connection.execute(
            "UPDATE change SET before = '{broken' WHERE seq = (SELECT max(seq) FROM change WHERE before > '')"
        )
        connection.execute("UPDATE note SET text = '{ in braces' WHERE id LIKE '%22'")  # as good as any words
    came, new = rescued_from(journal)
    assert {each.table for each in came.doubtful} == {"note", "check_in", "change"}
    entries = held(new)["entries"]
    assert [entry["id"][-2:] for entry in entries["note"]] == ["20", "22", "23"]
    assert [entry["id"][-2:] for entry in entries["check_in"]] == ["45"]


def test_lost_products_and_symptoms_get_a_name_again(older: Callable[..., JournalAt]) -> None:
    journal = older("0003")
    with raw(journal) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM product WHERE id LIKE '%02'")
        connection.execute("DELETE FROM symptom WHERE id LIKE '%04'")
        connection.execute("DELETE FROM batch")
    came, new = rescued_from(journal)
    assert came.renamed == 2 and came.unlinked == 1
    entries = held(new)["entries"]
    assert [each["name"] for each in entries["product"] if each["id"].endswith("02")] == [LOST]
    assert [each["name"] for each in entries["symptom"] if each["id"].endswith("04")] == [LOST]
    assert [each["id"][-2:] for each in entries["dose"]] == ["06", "07"]


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("seed", range(4))
def test_with_bad_pages_what_is_left_is_a_journal(older: Callable[..., JournalAt], seed: int) -> None:
    journal = older("0003")
    some = random.Random(seed)
    pages = journal.path.stat().st_size // 4096
    with journal.path.open("r+b") as file:
        for page in some.sample(range(1, pages), 3):
            file.seek(page * 4096)
            file.write(some.randbytes(4096))
    _, new = rescued_from(journal)
    held(new)
