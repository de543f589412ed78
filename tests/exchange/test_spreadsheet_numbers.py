"""What a spreadsheet makes of the export's numbers is read as what they were: 4.0 is 4, TRUE is 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.entries import Note, Rating
from journal.core.preferences import MADE_UP_MARK
from journal.exchange.csv_in import CsvFile
from journal.exchange.file_rows import FoundRow, RefusedRow
from tests.exchange.foreign import NOBODY

RATING = "kind;time;symptom;value;private\nrating;2026-11-20T08:10;Nausea;{value};{private}\n"


def _rows(path: Path, content: str) -> list[FoundRow | RefusedRow]:
    path.write_text(content, encoding="utf-8")
    return list(CsvFile(path, NOBODY, "Europe/Berlin").rows())


@pytest.mark.parametrize(
    ("value", "private", "read"),
    [
        ("4.0", "TRUE", (4, True)), ("4,00", "1.0", (4, True)), ("10.0", "true", (10, True)), ("0.0", "1,0", (0, True)),
        ("4", "FALSE", (4, False)), ("4.00", "0.0", (4, False)), ("4.0", "", (4, False)),
    ],
)  # fmt: skip
def test_whole_numbers_and_yes_or_no(tmp_path: Path, value: str, private: str, read: tuple[int, bool]) -> None:
    row = _rows(tmp_path / "a.csv", RATING.format(value=value, private=private))[-1]
    assert isinstance(row, FoundRow) and isinstance(row.entry, Rating)
    assert (row.entry.value, row.entry.private) == read


@pytest.mark.parametrize(
    ("value", "private", "code"),
    [
        ("4.5", "", "rating-unreadable"), ("4.000", "", "rating-unreadable"), ("4.", "", "rating-unreadable"),
        ("11.0", "", "rating-unreadable"), ("-0.0", "", "rating-unreadable"), ("4", "2.0", "option-unknown"),
        ("4", "yes", "option-unknown"), ("4", "0.1", "option-unknown"),
    ],
)  # fmt: skip
def test_nothing_else_is_guessed(tmp_path: Path, value: str, private: str, code: str) -> None:
    row = _rows(tmp_path / "a.csv", RATING.format(value=value, private=private))[-1]
    assert isinstance(row, RefusedRow) and row.reason.code == code


@pytest.mark.parametrize("said", ["1", "1.0", "TRUE"])
def test_the_mark_of_the_demonstration_is_not_lost(tmp_path: Path, said: str) -> None:
    mark, row = _rows(tmp_path / "a.csv", f"kind,time,note,made_up\nnote,2026-11-20T08:10,x,{said}\n")
    assert isinstance(mark, FoundRow) and mark.entry == MADE_UP_MARK
    assert isinstance(row, FoundRow) and isinstance(row.entry, Note)


def test_an_unreadable_mark_is_refused(tmp_path: Path) -> None:
    (row,) = _rows(tmp_path / "a.csv", "kind,time,note,made_up\nnote,2026-11-20T08:10,x,maybe\n")
    assert isinstance(row, RefusedRow) and row.reason.code == "option-unknown"
