"""Files of released versions open for ever, and hold what they held."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from journal.core.queries import EntryQuery
from journal.db.schema import SCHEMA_VERSION
from journal.logbook import Logbook
from tests.files.make import what_it_holds
from tests.journals import PASSPHRASE, FixedClock, JournalAt

FILES = Path(__file__).resolve().parents[1] / "files"
VERSIONS = sorted(path.stem.removeprefix("journal-") for path in FILES.glob("journal-*.json"))


def expected(version: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((FILES / f"journal-{version}.json").read_text(encoding="utf-8"))
    return content


def test_every_schema_has_its_files() -> None:
    assert [int(version) for version in VERSIONS] == list(range(1, SCHEMA_VERSION + 1))


@pytest.mark.quick_every(6)
@pytest.mark.usefixtures("real_keys")
@pytest.mark.parametrize("mode", ["plain", "encrypted"])
@pytest.mark.parametrize("version", VERSIONS)
def test_a_released_file_holds_what_it_held(tmp_path: Path, version: str, mode: str) -> None:
    kept = FILES / f"journal-{version}-{mode}.leaf"
    wanted = expected(version)
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == wanted[f"sha256 {mode}"], "it must never be made anew"
    journal = JournalAt(tmp_path / "x.leaf", None if mode == "plain" else PASSPHRASE, FixedClock())
    shutil.copyfile(kept, journal.path)
    with journal.open() as book:
        content = json.loads(json.dumps(what_it_holds(book)))
        _same_entries(content.pop("entries"), wanted["held"].pop("entries"))
        assert content == wanted["held"]
        assert [entry.id[-2:] for entry in book.find(EntryQuery("quiet"))] == ["12"]
        assert book.check() == []
        assert "30" not in _notes(book)  # an undone addition is no entry
        book.redo()
        assert "30" in _notes(book)
        for _ in range(3):
            book.undo()
        assert book.check() == []


def _notes(book: Logbook) -> list[str]:
    return [note.id[-2:] for entries in book.slices("note") for note in entries]


def _same_entries(content: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Newer programs may add columns and kinds; what was there is as it was."""
    for kind, records in wanted.items():
        assert [record["id"] for record in content[kind]] == [record["id"] for record in records]
        for record, there in zip(records, content[kind], strict=True):
            assert {name: there[name] for name in record} == record
