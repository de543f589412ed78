"""An encrypted journal is no secret of one library: SQLite3 Multiple Ciphers opens it and reads every row.

It runs where ``apsw-sqlite3mc`` is installed (the dependency group "reader"): in a process of its own, since two SQLite
libraries in one may both hold the write lock.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path

import pytest

from journal.db.connection import SqlConnection
from tests.files.make import HERE
from tests.journals import PASSPHRASE, FixedClock, JournalAt, raw

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("apsw") is None, reason="apsw-sqlite3mc is not installed"),
    pytest.mark.usefixtures("real_keys"),
]
CIPHER_4 = ("cipher = 'sqlcipher'", "legacy = 4")
READER = """
import json, sys
from hashlib import blake2b
import apsw

path, passphrase, pragmas = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
connection = apsw.Connection(path, flags=apsw.SQLITE_OPEN_READONLY)
for pragma in pragmas:
    connection.execute("PRAGMA " + pragma)
connection.execute("PRAGMA key = '" + passphrase + "'")
tables = [name for (name,) in connection.execute(sys.argv[4])]
found = {}
for name in tables:
    rows = sorted(repr(tuple(row)) for row in connection.execute(f'SELECT * FROM "{name}"'))
    found[name] = [len(rows), blake2b("\\n".join(rows).encode()).hexdigest()]
print(json.dumps({"rows": found, "check": [row[0] for row in connection.execute("PRAGMA integrity_check")]}))
"""
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
KEPT = sorted(path.stem for path in HERE.glob("journal-*-encrypted.leaf"))


def read_by_another(path: Path, key: str, pragmas: tuple[str, ...] = CIPHER_4) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", READER, str(path), key, json.dumps(pragmas), TABLES]
    return subprocess.run(command, capture_output=True, text=True)


def read_by_us(connection: SqlConnection) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for (name,) in connection.execute(TABLES).fetchall():
        rows = sorted(repr(tuple(row)) for row in connection.execute(f'SELECT * FROM "{name}"'))
        found[name] = [len(rows), blake2b("\n".join(rows).encode()).hexdigest()]
    return found


@pytest.mark.parametrize("name", KEPT)
def test_every_row_of_every_format_is_read(tmp_path: Path, name: str) -> None:
    at = JournalAt(tmp_path / "copy.leaf", PASSPHRASE, FixedClock())
    shutil.copyfile(HERE / f"{name}.leaf", at.path)
    told = json.loads(read_by_another(at.path, PASSPHRASE).stdout)
    with raw(at) as connection:
        ours = read_by_us(connection)
    assert told == {"rows": ours, "check": ["ok"]}
    assert ours["dose"][0] == 2


def test_control_another_passphrase_or_cipher_reads_nothing(tmp_path: Path) -> None:
    path = tmp_path / "copy.leaf"
    shutil.copyfile(HERE / f"{KEPT[-1]}.leaf", path)
    for told in (read_by_another(path, "another"), read_by_another(path, PASSPHRASE, ("cipher = 'chacha20'",))):
        assert told.returncode != 0 and "not a database" in told.stderr
