"""The fourth migration: every row of an older file gets its check, a damaged file is left as it was, a kill too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journal.core.entries import Note
from journal.core.refusal import Refused
from journal.core.updating import UpdateStep, Watched
from journal.db import opening, probe
from journal.db.row_checks import CHECKED
from journal.db.schema import SCHEMA_VERSION
from journal.logbook import Logbook
from tests.db.test_released import FILES
from tests.db.test_what_else_migrated import CHILD
from tests.journals import PASSPHRASE, FixedClock, JournalAt, empty_index, note, raw

OLDER = ["0001", "0002", "0003"]


@pytest.fixture(params=OLDER)
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> JournalAt:
    """A real file of an older version."""
    path = tmp_path / "older.leaf"
    shutil.copyfile(FILES / f"journal-{request.param}-plain.leaf", path)
    return JournalAt(path, None, FixedClock())


@pytest.mark.quick_every(3)
def test_every_row_has_its_check_and_every_day_its_seal(journal: JournalAt) -> None:
    with journal.open() as book:
        assert book.check() == []
        note(book, "one more")
        while book.undo_step is not None:
            book.undo()
        while book.redo_step is not None:
            book.redo()
        assert book.check() == []
    with raw(journal) as connection:
        for table in CHECKED:
            assert connection.execute(f'SELECT count(*) FROM {table} WHERE "check" = 0').fetchone() == (0,)


@pytest.mark.usefixtures("real_keys")
def test_an_encrypted_file_is_sealed_too(tmp_path: Path) -> None:
    journal = JournalAt(tmp_path / "older.leaf", PASSPHRASE, FixedClock())
    shutil.copyfile(FILES / "journal-0003-encrypted.leaf", journal.path)
    with journal.open() as book:
        assert book.check() == []


def test_damage_that_shows_leaves_the_file_as_it_was(journal: JournalAt) -> None:
    """Whatever was read now would be taken for what was saved."""
    empty_index(journal, "note_by_local_ms")
    before = journal.sha256()
    with pytest.raises(Refused) as refused:
        journal.open()
    assert refused.value.code in ("backup-failed", "journal-damaged")
    assert journal.sha256() == before


@pytest.mark.parametrize("enough", list(UpdateStep))
def test_whoever_has_had_enough_keeps_the_old_file(journal: JournalAt, enough: UpdateStep) -> None:
    before, heard = journal.sha256(), list[int]()
    watched = Watched(heard.append, lambda: enough in heard)
    with pytest.raises(Refused) as refused:
        Logbook.open(journal.path, None, clock=journal.clock, watched=watched)
    assert refused.value.code == "update-cancelled"
    assert journal.sha256() == before


@pytest.mark.slow
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("times", [(7,), pytest.param((3, 5, 7, 9, 12), marks=pytest.mark.slow)], ids=["one", "five"])
def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path, times: tuple[int, ...]) -> None:
    journal = JournalAt(tmp_path / "older.leaf", None, FixedClock())
    original = (FILES / "journal-0003-plain.leaf").read_bytes()
    for tenths in times:
        journal.path.write_bytes(original)
        environment = {**os.environ, "PYTHONPATH": str(FILES.parents[1])}
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(journal.path)], env=environment)
        time.sleep(tenths / 10)
        child.kill()
        child.wait()
        with raw(journal) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            sealed = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'seal'").fetchone()
        assert version in (3, SCHEMA_VERSION)
        assert sealed == (int(version == SCHEMA_VERSION),)
        with journal.open() as book:
            assert book.check() == []


def test_an_older_program_refuses_the_new_file(plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch) -> None:
    before = plain_journal.sha256()
    for module in (opening, probe):
        monkeypatch.setattr(module, "SCHEMA_VERSION", 3)
    with pytest.raises(Refused) as refused:
        plain_journal.open()
    assert (refused.value.code, refused.value.values["found"]) == ("journal-newer", SCHEMA_VERSION)
    assert plain_journal.sha256() == before


def test_what_an_older_program_wrote_is_read_as_it_is(journal: JournalAt) -> None:
    with journal.open() as book:
        notes = [entry for part in book.slices("note") for entry in part if isinstance(entry, Note)]
    assert any("quiet night" in entry.text for entry in notes)
