"""Connections: PRAGMAs in force, one SQLite library, passphrases as SQLCipher must get them."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from journal.core.refusal import Refused
from journal.db.connection import SqlConnection, connect, usable_passphrase, value
from journal.db.schema import APPLICATION_ID, SCHEMA_VERSION
from journal.logbook import Logbook
from tests.journals import FixedClock, JournalAt, note

IN_FORCE = {
    "foreign_keys": 1, "journal_mode": "delete", "synchronous": 3, "busy_timeout": 5000, "secure_delete": 1,
    "temp_store": 2, "trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0, "cache_size": -65536,
    "application_id": APPLICATION_ID, "user_version": SCHEMA_VERSION, "encoding": "UTF-8",
}  # fmt: skip


def value_of(connection: SqlConnection, name: str) -> object:
    setting = value(connection, f"PRAGMA {name}")
    return int(setting) if isinstance(setting, str) and setting.isdigit() else setting


@pytest.mark.usefixtures("waits_for_the_disk")
def test_pragmas_are_in_force_on_every_connection(journal: JournalAt) -> None:
    connections = [connect(journal.path, journal.passphrase) for _ in range(2)]
    for connection in connections:
        # With mmap_size 0 SQLCipher answers nothing at all: its pages cannot be mapped.
        in_force = {name: value_of(connection, name) for name in IN_FORCE}
        assert {**in_force, "mmap_size": in_force["mmap_size"] or 0} == IN_FORCE
        connection.close()


def test_reading_connections_keep_their_pragmas_too(journal: JournalAt) -> None:
    with closing(connect(journal.path, journal.passphrase, "ro")) as connection:
        for name in ("foreign_keys", "trusted_schema", "cell_size_check", "temp_store", "busy_timeout"):
            assert value_of(connection, name) == IN_FORCE[name], name


def test_a_missing_file_is_never_created_by_opening(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(Refused) as refused:
        Logbook.open(tmp_path / "none.leaf", clock=clock)
    assert refused.value.code == "journal-missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_only_one_sqlite_library_is_loaded(tmp_path: Path) -> None:
    mapped = subprocess.run(
        [sys.executable, "-m", "tests.db.libraries", str(tmp_path / "x.leaf")],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    libraries = [line for line in mapped.splitlines() if "sqlite" in line.casefold() or "sqlcipher" in line.casefold()]
    assert [Path(library).parent.name for library in libraries] == ["sqlcipher3"]


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
