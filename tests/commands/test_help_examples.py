"""What --help gives as an example works as it stands there."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from journal import cli
from journal.commands.log import _KEYS
from journal.core.entries import Dose, Rating
from journal.exchange.mapping import Meaning
from tests.journals import JournalAt


def help_of(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    assert cli.main([*command, "--help"]) == 0
    return capsys.readouterr().out


def block_behind(text: str, words: str) -> str:
    """The indented lines behind a line, without their indent."""
    lines = text[text.index(words) :].splitlines()[1:]
    end = next((n for n, line in enumerate(lines) if not line.startswith("  ")), len(lines))
    return "\n".join(line[2:] for line in lines[:end]) + "\n"


def test_the_lines_of_json_are_saved(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    example = block_behind(help_of(capsys, "log", "-"), "example:")
    monkeypatch.setattr("sys.stdin", io.StringIO(example))
    assert cli.main(["--journal", str(plain_journal.path), "log", "-"], clock=plain_journal.clock) == 0
    said = capsys.readouterr()
    assert (said.out.splitlines()[0], said.err) == ("Saved 10 entries.", "")


def test_every_key_of_a_line_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    explained = " ".join(help_of(capsys, "log", "-").split())
    for kind, keys in _KEYS.items():
        said = explained.partition(f" {kind} ")[2]
        for key in keys:
            assert key in said, (kind, key)


def test_the_example_of_a_mapping_reads_the_example_of_a_table(
    plain_journal: JournalAt, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    explained = help_of(capsys, "import")
    table, mapping = tmp_path / "table.csv", tmp_path / "mapping.json"
    table.write_text(block_behind(explained, "example of a table:"), encoding="utf-8")
    mapping.write_text(block_behind(explained, "and of its mapping:"), encoding="utf-8")
    words = ["--journal", str(plain_journal.path), "import", str(table), "--mapping", str(mapping)]
    assert cli.main(words, clock=plain_journal.clock) == 0
    assert capsys.readouterr().err == ""
    with plain_journal.open() as book:
        found = [each for kind in ("dose", "rating") for part in book.slices(kind) for each in part]
    assert sorted(each.amount.quantity or 0 for each in found if isinstance(each, Dose)) == [2000, 2500]
    assert sorted(each.value or 0 for each in found if isinstance(each, Rating)) == [4, 6]


def test_every_meaning_of_a_column_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    explained = help_of(capsys, "import")
    for meaning in Meaning:
        assert meaning in explained
