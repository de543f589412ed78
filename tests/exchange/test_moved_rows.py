"""A row whose time, product or symptom was corrected in its table is no second entry when the table comes again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from journal.core.entries import Dose, Product, Rating
from journal.exchange.changed_rows import Changed
from journal.exchange.export import names_of
from journal.exchange.kept_mapping import from_text
from journal.exchange.losses import row_change
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.plan import Plan, plan_import
from journal.exchange.sniffing import as_table
from journal.exchange.tables import Table
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.foreign import BERLIN

MAPPING = {
    "columns": {
        "date": "date", "time": "time", "product": "product", "grams": "amount", "pain": "rating:Knee", "note": "note",
    },
    "decimal": ".",
    "unit": "g",
}  # fmt: skip
ROWS = (
    "2026-11-16,08:00,Green,2,4,stiff",
    "2026-11-17,08:10,Green,2.5,6,",
    "2026-11-17,13:40,Red,2,4,rain",
    "2026-11-18,08:10,Red,2,7,",
    "2026-11-19,09:00,Green,3,,",
)
CORRECTED = [
    ("Green,2.5", "Red,2.5"),
    ("2026-11-17,08:10", "2026-11-17,18:10"),
    ("2026-11-17,08:10", "2025-11-17,08:10"),
    ("2026-11-16,08:00", "2026-11-16,06:00"),
    ("2026-11-19,09:00", "2026-11-19,11:30"),
    ("2026-11-19,09:00,Green", "2026-11-19,09:00,New one"),
]


def planned(book: Logbook, path: Path, rows: Sequence[str]) -> Plan:
    path.write_text("\n".join(["date,time,product,grams,pain,note", *rows, ""]), encoding="utf-8")
    found = as_table(path)
    mapping = from_text(json.dumps(MAPPING), Table(path, found.form).columns, BERLIN)
    return plan_import(MappedCsv(path, found.form, mapping, names_of(book, english())), book, book.clock.now_ms())


def imported(book: Logbook, path: Path, rows: Sequence[str], changed: Changed = Changed.OURS) -> Plan:
    plan = planned(book, path, rows)
    book.save_all(plan.entries(changed=changed), label="many.imported", origin="import")
    return plan


def corrected(old: str, new: str) -> list[str]:
    rows = [row.replace(old, new) for row in ROWS]
    assert sum(row not in ROWS for row in rows) == 1
    return rows


def table_of(book: Logbook) -> set[tuple[str, str, int | None]]:
    """Time, product and amount of each dose."""
    names = {product.id: product.name for product in book.all_products()}
    doses = [dose for part in book.slices("dose") for dose in part if isinstance(dose, Dose)]
    assert len(doses) == len({dose.id for dose in doses})
    return {(f"{dose.at.local:%Y-%m-%d,%H:%M}", names[dose.product or ""], dose.amount.quantity) for dose in doses}


def said_of(rows: Sequence[str]) -> set[tuple[str, str, int | None]]:
    cells = [row.split(",") for row in rows]
    return {(f"{day},{time}", product, int(float(grams) * 1000)) for day, time, product, grams, *_ in cells}


@pytest.mark.parametrize(("old", "new"), CORRECTED)
def test_a_corrected_time_or_product_is_ours_and_chosen(
    plain_book: Logbook, tmp_path: Path, old: str, new: str
) -> None:
    path, rows = tmp_path / "table.csv", corrected(old, new)
    imported(plain_book, path, ROWS)
    plan = planned(plain_book, path, rows)
    assert (plan.counts.new["dose"], plan.counts.new["rating"], plan.counts.differs["dose"]) == (0, 0, 1)
    (line,) = (row_change(row, english()) for row in plan.changed if isinstance(row.ours, Dose))
    assert " here, " in line and line.endswith(" in the file") and "T0" not in line
    assert imported(plain_book, path, rows).total <= 1, "a product of a new name may come; no dose does"
    assert table_of(plain_book) == said_of(ROWS)
    imported(plain_book, path, rows, Changed.THEIRS)
    assert table_of(plain_book) == said_of(rows)
    again = planned(plain_book, path, rows)
    assert (again.total, again.changed) == (0, [])


def test_the_whole_row_moves(plain_book: Logbook, tmp_path: Path) -> None:
    path, rows = tmp_path / "table.csv", corrected("2026-11-17,13:40", "2026-11-17,14:20")
    imported(plain_book, path, ROWS)
    assert imported(plain_book, path, rows, Changed.THEIRS).total == 0
    ratings = [each for part in plain_book.slices("rating") for each in part if isinstance(each, Rating)]
    assert sorted(f"{rating.at.local:%d %H:%M}" for rating in ratings) == [
        "16 08:00",
        "17 08:10",
        "17 14:20",
        "18 08:10",
    ]
    assert imported(plain_book, path, ROWS, Changed.BOTH).total == 0, "as it came first it is known, too"


def test_both_can_stay(plain_book: Logbook, tmp_path: Path) -> None:
    path, rows = tmp_path / "table.csv", corrected(*CORRECTED[0])
    imported(plain_book, path, ROWS)
    imported(plain_book, path, rows, Changed.BOTH)
    assert table_of(plain_book) == said_of([*ROWS, *rows])
    assert planned(plain_book, path, rows).total == 0


@pytest.mark.parametrize(
    "rows",
    [
        [*ROWS, "2026-11-19,15:00,Green,3,,"],
        [*ROWS[:2], "2026-11-17,10:00,Green,2.5,6,", *ROWS[2:]],
        ["2026-11-19,15:00,Green,3,,"],
        [ROWS[4], "2026-11-19,15:00,Green,3,,"],
        [*ROWS[2:4], "2026-11-18,12:10,Red,2,7,", ROWS[4]],
        ["2026-11-17,09:10,Green,2.5,6,", "2026-11-17,10:10,Green,2.5,6,"],
        [ROWS[0], "2026-11-17,09:10,Green,2.5,6,", "2026-11-17,10:10,Green,2.5,6,", *ROWS[2:]],
        [*ROWS[:3], "2026-11-20,08:10,Green,2.5,5,"],
    ],
    ids=[
        "at its end",
        "between",
        "alone",
        "behind its like",
        "of a part",
        "of another file",
        "could be two",
        "of more",
    ],
)
def test_a_row_more_is_a_dose_more(plain_book: Logbook, tmp_path: Path, rows: list[str]) -> None:
    """A weekly file that begins later, another program's file, or a row of its own beside one that was taken out."""
    path = tmp_path / "table.csv"
    imported(plain_book, path, ROWS)
    imported(plain_book, path, rows)
    assert table_of(plain_book) == said_of([*ROWS, *rows])


def test_of_a_private_product_the_list_names_nothing(plain_book: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    imported(plain_book, path, ROWS)
    for product in plain_book.all_products():
        plain_book.save(Product(id=product.id, name=product.name, private=product.name == "Red"))
    (line,) = (row_change(row, english()) for row in planned(plain_book, path, corrected(*CORRECTED[0])).changed)
    assert "Red" not in line and "private" in line
