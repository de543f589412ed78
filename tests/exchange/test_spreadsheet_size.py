"""A small file that asks for gigabytes is refused before anything is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.errors import UserError
from journal.exchange import spreadsheet_size
from journal.exchange.spreadsheets import sheet_names
from tests.exchange.workbooks import ods, ods_table, xlsx


def test_two_cells_at_opposite_corners_are_refused(tmp_path: Path) -> None:
    rows = [("a",), *[()] * 299_999, (*[None] * 20, "b")]
    with pytest.raises(UserError, match="sheet-too-large") as refused:
        sheet_names(xlsx(tmp_path / "far.xlsx", A=rows))
    assert (refused.value.values["rows"], refused.value.values["columns"]) == (300_001, 21)


@pytest.mark.parametrize(
    "repeated",
    [
        (
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="9" '
            'office:value-type="float" office:value="1"/></table:table-row>'
        ),
        (
            '<table:table-row table:number-rows-repeated="999999"><table:table-cell/></table:table-row>'
            "<table:table-row>"
            '<table:table-cell table:number-columns-repeated="8"/><table:table-cell office:value-type="float" '
            'office:value="1"/></table:table-row>'
        ),
    ],
)
def test_what_is_repeated_counts(tmp_path: Path, repeated: str) -> None:
    with pytest.raises(UserError, match="sheet-too-large") as refused:
        sheet_names(ods(tmp_path / "far.ods", f'<table:table table:name="A">{repeated}</table:table>'))
    assert (refused.value.values["rows"], refused.value.values["columns"]) == (1_000_000, 9)


def test_the_empty_rows_below_a_table_do_not(tmp_path: Path) -> None:
    assert sheet_names(ods(tmp_path / "small.ods", ods_table("A", [("a", "b"), (1, 2)]))) == ("A",)


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet_size, "UNPACKED_MB", 0)
    with pytest.raises(UserError, match="file-too-large"):
        sheet_names(xlsx(tmp_path / "a.xlsx", A=[("a", "b")]))
