"""A new dose near one of ours that the file does not have is named before it comes in beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from journal.core.entries import Product
from journal.exchange.near_twins import remark_on_twins
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.test_moved_rows import ROWS, imported, planned


def said(book: Logbook, path: Path, rows: Sequence[str]) -> list[str]:
    return remark_on_twins(planned(book, path, rows), english())


@pytest.mark.parametrize(
    ("row", "twin"),
    [
        ("2026-11-17,08:20,Green,2.5,,", "17 Nov 2026, 08:10, 2.5 g, “Green”"),
        ("2026-11-17,07:10,Green,2.5,,", "17 Nov 2026, 08:10, 2.5 g, “Green”"),
        ("2026-11-17,08:10,Red,2.5,,", "17 Nov 2026, 08:10, 2.5 g, “Green”"),
        ("2026-11-17,09:11,Green,2.5,,", ""),
        ("2026-11-17,08:11,Red,2.5,,", ""),
        ("2026-11-17,08:20,Green,2,,", ""),
        ("2026-11-17,08:20,Green,,,", ""),
    ],
)
def test_the_same_within_the_hour_or_the_same_amount_in_the_minute(
    plain_book: Logbook, tmp_path: Path, row: str, twin: str
) -> None:
    path = tmp_path / "table.csv"
    imported(plain_book, path, ROWS)
    lines = said(plain_book, path, [row])
    assert bool(lines) is bool(twin)
    if twin:
        assert lines[0].startswith("1 new dose is near one of yours") and lines[1].endswith(f"; yours: {twin}")
        assert lines[1].startswith("line 2: 17 Nov 2026, ")


def test_what_the_file_has_too_is_no_twin(plain_book: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    imported(plain_book, path, ROWS)
    assert said(plain_book, path, [*ROWS, "2026-11-17,08:20,Green,2.5,,"]) == []


def test_the_first_are_named_and_nothing_that_is_private(plain_book: Logbook, tmp_path: Path) -> None:
    path, rows = tmp_path / "table.csv", [f"2026-11-17,08:{minute},Green,2.5,," for minute in range(20, 27)]
    imported(plain_book, path, ROWS)
    lines = said(plain_book, path, rows)
    assert (lines[0].split()[0], len(lines), lines[-1]) == ("7", 7, "and 2 more")
    (green,) = (product for product in plain_book.all_products() if product.name == "Green")
    plain_book.save(Product(id=green.id, name=green.name, private=True))
    assert len(said(plain_book, path, rows)) == 1
