"""A name that was corrected in an exported CSV, the id left as it was, is a correction of that row; never ignored."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Dose, Entry, Product, ProductKind, Rating, Symptom, Unit
from journal.core.moments import moment_at
from journal.core.typed_amounts import parse_amount
from journal.exchange.changed_rows import Changed
from journal.exchange.csv_in import CsvFile
from journal.exchange.export import export_to, names_of
from journal.exchange.here import EmptyJournal
from journal.exchange.losses import row_change
from journal.exchange.names import with_former
from journal.exchange.opening import row_refusal
from journal.exchange.plan import Plan, plan_import
from journal.logbook import Logbook
from journal.texts import english

GREEN, RED = Product(name="Green", kind=ProductKind.LEAF_POWDER), Product(name="Red", kind=ProductKind.EXTRACT)
SCOOP = Unit(product=GREEN.id, name="scoop", quantity=2500, dimension=Dimension.MASS)
KNEE, BACK = Symptom(name="Knee"), Symptom(name="Old back")


@pytest.fixture
def filled(plain_book: Logbook) -> Logbook:
    """Two doses of Green, the first in scoops, and two ratings of a knee."""
    plain_book.save(GREEN, RED, SCOOP, KNEE, BACK)
    for hour in (1, 2):
        at = moment_at(plain_book.clock.now_ms() - hour * 3_600_000, "UTC")
        amount = Amount("1 scoop", 2500, Dimension.MASS, unit=SCOOP.id)
        plain_book.save(Dose(at=at, product=GREEN.id, amount=amount), Rating(at=at, symptom=KNEE.id, value=hour))
    return plain_book


def _edited(book: Logbook, path: Path, kind: str, **cells: str) -> None:
    """The journal as a CSV, its first row of a kind changed by hand."""
    export_to(book, path, english())
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    next(row for row in rows if row["kind"] == kind).update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _planned(book: Logbook, path: Path) -> Plan:
    names = with_former(names_of(book, english()), book)
    plan = plan_import(CsvFile(path, names, "UTC"), book, book.clock.now_ms())
    assert plan.refused == []
    return plan


def _import(book: Logbook, path: Path) -> None:
    book.save_all(_planned(book, path).entries(changed=Changed.THEIRS), label="many.imported", origin="import")


def _of(book: Logbook, kind: str) -> list[Entry]:
    return [entry for part in book.slices(kind) for entry in part]


@pytest.mark.parametrize("name", ["Red", "red", "Quite new"])
def test_a_product_is_what_the_row_calls_it(filled: Logbook, tmp_path: Path, name: str) -> None:
    path = tmp_path / "out.csv"
    _edited(filled, path, "dose", product=name)
    plan = _planned(filled, path)
    (row,) = plan.changed
    shown = "Red" if name == "red" else name
    assert row_change(row, english()).endswith(f"“Green” here, “{shown}” in the file")
    _import(filled, path)
    named = {product.id: product.name for product in filled.all_products()}
    doses = [dose for dose in _of(filled, "dose") if isinstance(dose, Dose)]
    assert sorted(named[dose.product or ""].casefold() for dose in doses) == sorted(["green", name.casefold()])
    assert [dose.amount.unit for dose in doses if named[dose.product or ""] != "Green"] == [None], "Green’s scoop"
    assert {dose.amount.quantity for dose in doses} == {2500}
    assert (len(named), _planned(filled, path).changed) == (3 if name == "Quite new" else 2, [])


@pytest.mark.parametrize("name", ["Old back", "Quite new", "Lower back pain"])
def test_a_symptom_is_what_the_row_calls_it(filled: Logbook, tmp_path: Path, name: str) -> None:
    path = tmp_path / "out.csv"
    _edited(filled, path, "rating", symptom=name)
    (row,) = _planned(filled, path).changed
    assert f"“{name}”" in row_change(row, english())
    _import(filled, path)
    assert len({rating.symptom for rating in _of(filled, "rating") if isinstance(rating, Rating)}) == 2
    assert _planned(filled, path).changed == []


def test_a_name_from_before_is_that_of_the_id(filled: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    export_to(filled, path, english())
    filled.save(replace(GREEN, name="Grün"), replace(KNEE, name="Knie"), Product(name="Green"))
    plan = _planned(filled, path)
    assert (plan.total, plan.changed) == (0, [])


def test_in_an_empty_journal_one_row_may_be_called_otherwise(filled: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    _edited(filled, path, "dose", product="Corrected")
    plan = plan_import(CsvFile(path, names_of(EmptyJournal(), english()), "UTC"), EmptyJournal(), 0)
    made = [*plan.entries()]
    named = {product.id: product.name for product in made if isinstance(product, Product)}
    assert sorted(named[dose.product or ""] for dose in made if isinstance(dose, Dose)) == ["Corrected", "Green"]


@pytest.mark.parametrize("cells", [{"amount": "9"}, {"typed": "3 scoop"}, {"typed": "2 scoops"}])
def test_own_units_and_grams_that_contradict_each_other_are_refused_by_name(
    filled: Logbook, tmp_path: Path, cells: dict[str, str]
) -> None:
    path = tmp_path / "out.csv"
    _edited(filled, path, "dose", **cells)
    plan = plan_import(CsvFile(path, names_of(filled, english()), "UTC"), filled, 0)
    (line,) = (row_refusal(row, english()) for row in plan.refused)
    assert "“typed”" in line and "“amount”" in line and (plan.total, plan.changed) == (0, [])


@pytest.mark.parametrize("typed", ["1 scoop", "½ scoop", "1/2 scoop", "2-3 scoops", "~ 2 scoop", "1,5 scoops"])
def test_what_was_typed_in_own_units_comes_back(filled: Logbook, tmp_path: Path, typed: str) -> None:
    at = moment_at(filled.clock.now_ms() - 9 * 3_600_000, "UTC")
    filled.save(Dose(at=at, product=GREEN.id, amount=parse_amount(typed, (SCOOP,), SCOOP.id)))
    export_to(filled, tmp_path / "out.csv", english())
    plan = _planned(filled, tmp_path / "out.csv")
    assert (plan.total, plan.changed) == (0, [])
