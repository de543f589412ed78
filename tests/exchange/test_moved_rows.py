"""A row whose time, product or symptom was corrected in its table is no second entry when the table comes again."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.entries import Dose, Product, Rating
from journal.exchange.changed_rows import Changed
from journal.exchange.export import names_of
from journal.exchange.kept_mapping import from_text
from journal.exchange.losses import row_change
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.plan import Plan, plan_import
from journal.exchange.row_meaning import said
from journal.exchange.sniffing import as_table
from journal.exchange.tables import Table
from journal.exchange.vanished_rows import remark_on_vanished
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
PRODUCTS = ("Green", "Red", "White")
CORRECTIONS: dict[int, Callable[[random.Random, str], str]] = {
    0: lambda dice, _: f"2026-10-{dice.randint(1, 28):02}",
    1: lambda dice, hour: f"{hour[:2]}:{dice.randint(10, 59)}",
    2: lambda dice, name: dice.choice([other for other in PRODUCTS if other != name]),
    3: lambda dice, _: dice.choice("567"),
}
CORRECTED = [
    ("Green,2.5", "Red,2.5"),
    ("2026-11-17,08:10", "2026-11-17,18:10"),
    ("2026-11-17,08:10", "2025-11-17,08:10"),
    ("2026-11-16,08:00", "2026-11-16,06:00"),
    ("2026-11-19,09:00", "2026-11-19,11:30"),
    ("2026-11-19,09:00,Green", "2026-11-19,09:00,New one"),
]

SEVERAL = [
    ("2026-11-17,08:10,Green,2.5", "2026-11-17,08:10,Red,3.5"),
    ("2026-11-17,08:10,Green,2.5", "2026-11-17,08:20,Green,3"),
    ("2026-11-17,08:10,Green,2.5", "2026-11-17,08:20,Red,2.5"),
    ("2026-11-17,08:10,Green,2.5", "2026-11-17,08:20,Red,3.5"),
    ("2026-11-17,08:10,Green,2.5", "2026-11-21,21:20,Red,3.5"),
    ("2026-11-16,08:00,Green,2", "2026-11-16,06:00,Green,3"),
    ("2026-11-19,09:00,Green,3", "2026-11-19,11:30,Green,2"),
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


def ids(book: Logbook, kind: str) -> list[str]:
    return [entry.id for part in book.slices(kind) for entry in part if entry.deleted_ms is None]


def said_by(book: Logbook) -> list[tuple[str, str]]:
    """What every dose and rating says, notes included."""
    entries = book.existing([*ids(book, "dose"), *ids(book, "rating")]).values()
    return sorted((said(entry).whole, getattr(entry, "note", "")) for entry in entries)


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


@pytest.mark.parametrize(("old", "new"), SEVERAL)
def test_several_things_corrected_in_one_row_are_no_second_dose(
    plain_book: Logbook, tmp_path: Path, old: str, new: str
) -> None:
    path, rows = tmp_path / "table.csv", corrected(old, new)
    imported(plain_book, path, ROWS)
    assert imported(plain_book, path, rows).counts.differs["dose"] == 1
    assert table_of(plain_book) == said_of(ROWS)
    imported(plain_book, path, rows, Changed.THEIRS)
    assert table_of(plain_book) == said_of(rows)
    assert planned(plain_book, path, rows).total == 0


BACK = [*CORRECTED, *SEVERAL, ("Green,2.5", "Green,4"), ("2.5,6", "2.5,3"), ("4,rain", "4,sun"), ("2.5,6", "5,3")]


@pytest.mark.parametrize(("old", "new"), BACK)
def test_what_is_put_back_arrives(plain_book: Logbook, tmp_path: Path, old: str, new: str) -> None:
    """As it was, corrected, and as it was again: each time the file's is named, and taken by choice."""
    path, rows = tmp_path / "table.csv", corrected(old, new)
    imported(plain_book, path, ROWS)
    first = said_by(plain_book)
    for there in (rows, ROWS, rows, ROWS):
        before = said_by(plain_book)
        kept = imported(plain_book, path, there)
        assert kept.changed and said_by(plain_book) == before, "ours stays until it is said otherwise"
        assert {*ids(plain_book, "dose")}.isdisjoint(entry.id for entry in kept.entries(changed=Changed.BOTH))
        imported(plain_book, path, there, Changed.THEIRS)
        assert not planned(plain_book, path, there).changed
        assert (said_by(plain_book) == first) is (there is ROWS)


def test_what_was_changed_here_is_not_put_back(plain_book: Logbook, tmp_path: Path) -> None:
    path, rows = tmp_path / "table.csv", corrected("Green,2.5", "Green,4")
    imported(plain_book, path, ROWS)
    imported(plain_book, path, rows, Changed.THEIRS)
    (dose,) = (dose for dose in plain_book.existing(ids(plain_book, "dose")).values()
               if isinstance(dose, Dose) and dose.amount.quantity == 4000)  # fmt: skip
    plain_book.save(replace(dose, amount=replace(dose.amount, text="9 g", quantity=9000)))
    plan = planned(plain_book, path, rows)
    assert (plan.total, [row_change(row, english()) for row in plan.changed]) == (0, [
        "line 3: dose of 17 Nov 2026, 08:10: 9 g here, 4 g in the file"])  # fmt: skip
    imported(plain_book, path, ROWS, Changed.THEIRS)
    plain_book.save(replace(dose, amount=replace(dose.amount, text="9 g", quantity=9000)))
    assert not planned(plain_book, path, ROWS).changed, "edited since it was imported so, and recognised"


def test_all_that_differs_is_said(plain_book: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    imported(plain_book, path, ROWS)
    (row,) = planned(plain_book, path, corrected(*SEVERAL[0])).changed
    assert row_change(row, english()).endswith(": “Green”, 2.5 g here, “Red”, 3.5 g in the file")
    imported(plain_book, path, corrected(*SEVERAL[0]), Changed.THEIRS)
    (back,) = planned(plain_book, path, ROWS).changed
    assert row_change(back, english()).endswith(": “Red”, 3.5 g here, “Green”, 2.5 g in the file")


def test_neighbours_corrected_in_several_things_are_each_its_own(plain_book: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = [ROWS[0], "2026-11-17,08:15,Red,3.5,6,", "2026-11-17,13:50,Green,1,4,rain", *ROWS[3:]]
    imported(plain_book, path, ROWS)
    assert imported(plain_book, path, rows, Changed.THEIRS).total == 0
    assert table_of(plain_book) == said_of(rows)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_doubles_without_a_word(plain_book: Logbook, tmp_path: Path, seed: int) -> None:
    """However many things were corrected, in however many rows: it is named as ours, as near ours or as gone."""
    path, dice = tmp_path / "table.csv", random.Random(seed)
    days = sorted(dice.choices(range(1, 29), k=30))
    rows = [f"2026-10-{day:02},{n:02}:05,{dice.choice(PRODUCTS)},{dice.choice('234')},," for n, day in
            enumerate(days) if n < 24]  # fmt: skip
    plain = [row.split(",") for row in rows]
    for cells in dice.sample(plain[1:-1], 4):
        for place in dice.sample((0, 1, 2, 3), dice.randint(1, 4)):
            cells[place] = CORRECTIONS[place](dice, cells[place])
    imported(plain_book, path, rows)
    plan = planned(plain_book, path, [",".join(cells) for cells in plain])
    told = {twin.theirs.id for twin in plan.twins}
    untold = [entry for entry in plan.entries() if isinstance(entry, Dose) and entry.id not in told]
    assert len(untold) <= plan.vanished_count


def test_what_is_gone_from_the_table_is_named_and_stays(plain_book: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    imported(plain_book, path, ROWS)
    plan = planned(plain_book, path, [*ROWS[:2], *ROWS[3:]])
    assert remark_on_vanished(plan, english()) == [
        "2 entries that came with this table are not read from it any more. They stay in the journal:",
        "dose of 17 Nov 2026, 13:40",
        "rating of 17 Nov 2026, 13:40",
    ]
    assert remark_on_vanished(planned(plain_book, path, ROWS), english()) == []
    less = planned(plain_book, path, [ROWS[0], *(f"2026-11-17,0{n}:10,Green,5,," for n in range(9)), ROWS[4]])
    assert (less.vanished_count, less.counts.differs["dose"], len(less.twins)) == (2, 1, 8), "named from both sides"
    assert remark_on_vanished(planned(plain_book, path, ROWS[2:]), english()) == [], "a part of it says nothing"


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
