"""An export from which columns were taken out says what its entries lose, before and at the import."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from journal import cli
from journal.core.entries import Note
from journal.exchange.csv_columns import COLUMNS
from journal.exchange.csv_in import CsvFile
from journal.exchange.csv_out import write_csv
from journal.exchange.opening import remarks
from journal.texts import english
from tests.exchange.foreign import NOBODY
from tests.exchange.test_csv import AT
from tests.journals import JournalAt

NOT_PRIVATE = "The column private is missing: new entries come in as not private."


def _export_without(path: Path, *missing: str) -> Path:
    """The export of a private note, without these columns."""
    file, note = io.BytesIO(), Note(at=AT, text="Between us.", private=True)
    write_csv(file, lambda kind: [note] if kind == "note" else [], NOBODY)
    rows = csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig")))
    kept = [place for place, name in enumerate(COLUMNS) if name not in missing]
    text = io.StringIO(newline="")
    csv.writer(text).writerows([row[place] for place in kept] for row in rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def _remarks(path: Path) -> list[str]:
    source = CsvFile(path, NOBODY, "Europe/Berlin")
    list(source.rows())
    return remarks(source, english())


def test_a_whole_export_has_nothing_to_remark(tmp_path: Path) -> None:
    assert _remarks(_export_without(tmp_path / "a.csv")) == []


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (("private",), [NOT_PRIVATE]),
        (("unit",), ["The column unit is missing: amounts are read as grams."]),
        (("spread", "answer"), ["Columns that are missing: spread, answer. What they say counts as not said."]),
        (("answer", "product_content"), []),  # version 0.1 had neither
        (("note", "site"), []),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, missing: tuple[str, ...], said: list[str]) -> None:
    assert _remarks(_export_without(tmp_path / "a.csv", *missing)) == said


def test_a_table_made_by_hand_never_had_the_others(tmp_path: Path) -> None:
    path = tmp_path / "hand.csv"
    path.write_text("kind,time,note\nnote,2026-11-20T08:10,Slept badly.\n", encoding="utf-8")
    assert _remarks(path) == [NOT_PRIVATE]


def test_it_is_said_by_the_dry_run_and_by_the_import(
    tmp_path: Path, plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _export_without(tmp_path / "a.csv", "private")
    for more in (["--dry-run"], []):
        words = ["--journal", str(plain_journal.path), "import", str(path), *more]
        assert cli.main(words, clock=plain_journal.clock) == 0
        assert NOT_PRIVATE in capsys.readouterr().out.splitlines()
