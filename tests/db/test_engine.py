"""Connections: PRAGMAs in force, one SQLite library, passphrases as SQLCipher must get them."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from journal.core.refusal import Refused
from journal.db.engine import make_engine, pragma, usable_passphrase
from journal.db.tables import APPLICATION_ID, SCHEMA_VERSION
from journal.logbook import Logbook
from tests.journals import FixedClock, JournalAt, note

IN_FORCE = {
    "foreign_keys": 1, "journal_mode": "delete", "synchronous": 3, "busy_timeout": 5000, "secure_delete": 1,
    "temp_store": 2, "trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0, "cache_size": -65536,
    "application_id": APPLICATION_ID, "user_version": SCHEMA_VERSION, "encoding": "UTF-8",
}  # fmt: skip


def value_of(connection: Connection, name: str) -> object:
    found = pragma(connection, name)
    return int(found) if isinstance(found, str) and found.isdigit() else found


def test_pragmas_are_in_force_on_every_connection(journal: JournalAt) -> None:
    engine = make_engine(journal.path, journal.passphrase)
    with engine.connect() as first, engine.connect() as second:
        for connection in (first, second):
            # With mmap_size 0 SQLCipher answers nothing at all: its pages cannot be mapped.
            found = {name: value_of(connection, name) for name in IN_FORCE}
            assert {**found, "mmap_size": found["mmap_size"] or 0} == IN_FORCE
    engine.dispose()


def test_reading_connections_keep_their_pragmas_too(journal: JournalAt) -> None:
    engine = make_engine(journal.path, journal.passphrase, "ro")
    with engine.connect() as connection:
        for name in ("foreign_keys", "trusted_schema", "cell_size_check", "temp_store", "busy_timeout"):
            assert value_of(connection, name) == IN_FORCE[name], name
    engine.dispose()


def test_a_missing_file_is_never_created_by_opening(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(Refused) as refused:
        Logbook.open(tmp_path / "none.leaf", clock=clock)
    assert refused.value.code == "journal-missing"
    assert list(tmp_path.iterdir()) == []


def test_a_failing_statement_does_not_tell_its_values(journal: JournalAt) -> None:
    engine = make_engine(journal.path, journal.passphrase)
    with pytest.raises(IntegrityError) as failed, engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO tombstone (id, kind, purged_ms) VALUES (?, ?, ?)", ("canary", None, 1))
    engine.dispose()
    assert "canary" not in str(failed.value)


def test_only_one_sqlite_library_is_loaded(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "tests.db.libraries", str(tmp_path / "x.leaf")],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    libraries = [line for line in found.splitlines() if "sqlite" in line.casefold() or "sqlcipher" in line.casefold()]
    assert [Path(each).parent.name for each in libraries] == ["sqlcipher3"]


# --- passphrases --------------------------------------------------------------------------------------------

PASSPHRASES = ["x", " ", "it's", "'; DROP TABLE dose; --", "%s\\d ?\n\t", "密码 👍🏽", "0x1234", '"' * 500]


@pytest.mark.parametrize("typed", PASSPHRASES, ids=range(len(PASSPHRASES)))
def test_any_passphrase_opens_what_it_made(tmp_path: Path, typed: str, clock: FixedClock) -> None:
    path = tmp_path / "x.leaf"
    with Logbook.open(path, typed, clock=clock, create=True) as book:
        note(book, "secret words")
    assert b"secret words" not in path.read_bytes()
    with Logbook.open(path, typed, clock=clock) as book:
        assert book.totals()[0] == 1


def test_composed_and_decomposed_letters_are_the_same_passphrase(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "x.leaf"
    composed, decomposed = (unicodedata.normalize(form, "café naïve Å") for form in ("NFC", "NFD"))
    assert composed != decomposed
    Logbook.open(path, decomposed, clock=clock, create=True).close()
    Logbook.open(path, composed, clock=clock).close()
    Logbook.open(path, decomposed, clock=clock).close()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "passphrase-empty"),
        ("\0", "passphrase-unusable"),
        ("good\0bad", "passphrase-unusable"),
        ("x'" + "ab" * 32 + "'", "passphrase-raw-key"),
        ("X'" + "AB" * 48 + "'", "passphrase-raw-key"),
    ],
)
def test_what_sqlcipher_would_misread_is_refused(tmp_path: Path, clock: FixedClock, typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        usable_passphrase(typed)
    assert refused.value.code == code
    with pytest.raises(Refused) as refused:
        Logbook.open(tmp_path / "x.leaf", typed, clock=clock, create=True)
    assert refused.value.code == code
    assert not (tmp_path / "x.leaf").exists()
