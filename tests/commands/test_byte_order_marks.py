"""What editors put before a text does not matter on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from journal import cli
from tests.journals import JournalAt


def test_a_mapping_and_lines_of_json_may_begin_with_marks(
    tmp_path: Path, plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table, mapping = tmp_path / "table.csv", tmp_path / "mapping.json"
    table.write_text("When;Dose\n20.11.2026 08:10;2,5 g\n", encoding="utf-8")
    mapping.write_text("\ufeff\ufeff" + json.dumps({"columns": {"When": "instant", "Dose": "amount"}}), "utf-8")
    at = ["--journal", str(plain_journal.path)]
    assert cli.main([*at, "import", str(table), "--mapping", str(mapping)], clock=plain_journal.clock) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO('\ufeff\ufeff{"log": "note", "text": "Rain."}\n'))
    assert cli.main([*at, "log", "-"], clock=plain_journal.clock) == 0
    assert capsys.readouterr().err == ""
    with plain_journal.open() as book:
        assert [len(list(book.slices(kind))) for kind in ("dose", "note")] == [1, 1]
