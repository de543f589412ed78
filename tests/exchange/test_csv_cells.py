"""A number that was corrected in a spreadsheet is not shown under the words that stood beside the old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.entries import Dose
from journal.exchange.csv_in import CsvFile
from journal.exchange.file_rows import FoundRow
from tests.exchange.foreign import NOBODY


@pytest.mark.parametrize(
    ("typed", "amount", "unit", "text"),
    [
        ("12 g", "30", "g", "30 g"),
        ("12 g", "12", "g", "12 g"),
        ("2500 mg", "2.5", "g", "2500 mg"),
        ("2", "30", "g", "2"),  # a bare number may be in another unit
        ("3 caps", "1.5", "g", "3 caps"),  # words in an own unit that is not here
        ("12 g", "30", "ml", "30 ml"),
    ],
)
def test_the_number_counts(tmp_path: Path, typed: str, amount: str, unit: str, text: str) -> None:
    path = tmp_path / "edited.csv"
    path.write_text(
        "id,kind,time,zone,amount,unit,typed\n"
        f"33333333-3333-4333-8333-333333333333,dose,2026-11-20T08:00:00+01:00,Europe/Berlin,{amount},{unit},{typed}\n",
        encoding="utf-8",
    )
    (row,) = CsvFile(path, NOBODY, "Europe/Berlin").rows()
    assert isinstance(row, FoundRow) and isinstance(row.entry, Dose)
    assert row.entry.amount.text == text
