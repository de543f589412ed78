"""No cell of an exported CSV can be changed by hand without a word: it is new, differs, is refused, or is named."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.core.amounts import Amount, Dimension
from journal.core.entries import DIARY_KINDS, Dose, Entry, Product, ProductKind, Rating, Symptom, new_id
from journal.core.moments import moment_at
from journal.exchange.csv_columns import COLUMNS
from journal.exchange.csv_in import CsvFile
from journal.exchange.export import export_to, names_of
from journal.exchange.names import with_former
from journal.exchange.opening import remarks_before_import
from journal.exchange.plan import Plan, plan_import
from journal.logbook import Logbook
from journal.texts import english
from tests.samples import one_of_each

OTHERWISE = (
    "Changed", "1", "4 g", "ml", "leaf", "extract", "capsule", "diarrhoea", "light", "guessed", "before", "2026-01-02",
    "2026-01-02T03:04:05Z", "00000000-0000-4000-8000-00000000abcd",
)  # fmt: skip
# An empty cell says nothing, and so changes nothing: what is here already, or what the cell beside it says, is meant.
EMPTY_SAYS_NOTHING = {
    "zone", "recorded", "origin", "version", "product_id", "product_kind", "product_content", "symptom_id",
    "symptom_code",
}  # fmt: skip
TRIED_WHERE_EMPTY = {"product_content", "product_private", "symptom_private"}
Cells = dict[str, str]


def _rows(book: Logbook, path: Path) -> list[Cells]:
    export_to(book, path, english(), separator=",")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _planned(book: Logbook, path: Path, rows: list[Cells]) -> tuple[Plan, list[str]]:
    """What an import of these rows would do, and what it says of them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    source = CsvFile(path, with_former(names_of(book, english()), book), "Europe/Berlin")
    plan = plan_import(source, book, book.clock.now_ms())
    return plan, remarks_before_import(source, plan, english())


def _is_said(book: Logbook, path: Path, rows: list[Cells]) -> bool:
    plan, remarks = _planned(book, path, rows)
    return bool(plan.total or plan.counts.differs.total() or plan.refused or remarks)


def _same(column: str, cell: str, other: str) -> bool:
    """Whether the two cells mean one thing."""
    return cell == other or (column == "unit" and {cell, other} <= {"", "g"})


@pytest.fixture
def filled(plain_book: Logbook) -> Logbook:
    """One entry of each kind with something in every field, none in the trash."""
    entries = one_of_each(moment_at(plain_book.clock.now_ms() - 3_600_000, "Europe/Berlin"))
    changes: dict[str, Any] = {"deleted_ms": None}
    plain_book.save_all([replace(entry, **changes) for entry in entries], label="many.imported", origin="import")
    return plain_book


def test_an_export_that_nobody_changed_needs_no_word(filled: Logbook, tmp_path: Path) -> None:
    rows = _rows(filled, tmp_path / "out.csv")
    assert {row["kind"] for row in rows} == set(DIARY_KINDS)
    assert not _is_said(filled, tmp_path / "out.csv", rows)


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("kind", DIARY_KINDS)
def test_no_cell_changes_without_a_word(filled: Logbook, tmp_path: Path, kind: str) -> None:
    row = next(row for row in _rows(filled, tmp_path / "out.csv") if row["kind"] == kind)
    silent = [
        (column, row[column], other)
        for column in COLUMNS
        for other in ((*OTHERWISE, "") if row[column] or column in TRIED_WHERE_EMPTY else ("1",))
        if not _same(column, row[column], other)
        if column != "id"  # of the same origin, it is the same entry
        if other or column not in EMPTY_SAYS_NOTHING
        if not _is_said(filled, tmp_path / "one.csv", [row | {column: other}])
    ]
    assert silent == []


GREEN = Product(name="Green", kind=ProductKind.LEAF_POWDER)
RED = Product(name="Red", kind=ProductKind.EXTRACT)
KNEE = Symptom(name="Knee")
OTHERWISE_LINE = "What the file says otherwise under {} is not taken. Products, symptoms and units are changed in the "


@pytest.mark.parametrize(
    ("kind", "cells", "line"),
    [
        ("dose", {"product_kind": "extract"}, OTHERWISE_LINE.format("product_kind")),
        ("dose", {"product_kind": "Powder", "product_private": "1"}, "under product_kind, product_private is not"),
        ("dose", {"product": ""}, OTHERWISE_LINE.format("product")),
        ("rating", {"symptom_code": "nausea"}, OTHERWISE_LINE.format("symptom_code")),
        ("rating", {"note": "It rained."}, "Cells under note are not taken where a row of that kind has no "),
        ("dose", {"typed": "3 g"}, "1 row says two things of its amount, or of its product or symptom. The number "),
        ("dose", {"product_id": RED.id}, "1 row says two things"),
        ("dose", {"recorded": "2026-01-02T03:04:05Z"}, "stay as they are here. Not taken: recorded."),
        ("dose", {"origin": new_id()}, "stay as they are here. Not taken: origin."),
    ],
)  # fmt: skip
def test_what_is_not_taken_is_named(
    plain_book: Logbook, tmp_path: Path, kind: str, cells: Mapping[str, str], line: str
) -> None:
    at = moment_at(plain_book.clock.now_ms() - 3_600_000, "Europe/Berlin")
    entries: list[Entry] = [GREEN, RED, KNEE, Rating(at=at, symptom=KNEE.id, value=3)]
    plain_book.save(*entries, Dose(at=at, product=GREEN.id, amount=Amount("2 g", 2000, Dimension.MASS)))
    rows = _rows(plain_book, tmp_path / "out.csv")
    next(row for row in rows if row["kind"] == kind).update(cells)
    plan, remarks = _planned(plain_book, tmp_path / "out.csv", rows)
    assert (plan.total, plan.counts.differs.total(), plan.refused) == (0, 0, [])
    (remark,) = remarks
    assert line in remark


def test_a_new_product_is_of_the_kind_that_its_first_row_says(plain_book: Logbook, tmp_path: Path) -> None:
    head, rows = "kind,time,product,product_kind,amount,unit\n", ("leaf_powder", "leaf_powder", "extract")
    lines = (f"dose,2026-01-0{n} 09:00,Green,{kind},2,g\n" for n, kind in enumerate(rows, 1))
    (tmp_path / "hand.csv").write_text(head + "".join(lines))
    source = CsvFile(tmp_path / "hand.csv", names_of(plain_book, english()), "Europe/Berlin")
    plan = plan_import(source, plain_book, plain_book.clock.now_ms())
    assert (plan.counts.new["product"], source.not_taken.remarks(english())) == (2, []), "another kind, another product"
