"""Which product a row of a hand-made CSV is of: by name, by name and kind where a kind is given, never the trash."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from journal.core.entries import Dose, Product, ProductKind, Rating, Symptom
from journal.core.moments import moment_now
from journal.core.queries import EntryQuery
from journal.exchange.csv_in import CsvFile
from journal.exchange.export import export_to, names_of
from journal.exchange.opening import remarks
from journal.exchange.plan import plan_import
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import new_journal, saved

HEAD = "kind,time,product,product_kind,amount,unit\n"


def imported(book: Logbook, folder: Path, *rows: str) -> list[tuple[str, ProductKind]]:
    """The product of each dose, the latest first, after these rows were imported."""
    path = folder / "rows.csv"
    path.write_text(HEAD + "".join(f"dose,2026-01-0{n} 09:00,{row},2,g\n" for n, row in enumerate(rows, 1)))
    plan = plan_import(CsvFile(path, names_of(book, english()), "Europe/Berlin"), book, book.clock.now_ms())
    assert plan.refused == []
    book.save_all(plan.entries(), label="many.imported", origin="import")
    products = {product.id: product for product in book.all_products()}
    doses = [dose for dose in book.find(EntryQuery(kinds=("dose",))) if isinstance(dose, Dose)]
    return [(products[dose.product or ""].name, products[dose.product or ""].kind) for dose in doses]


def test_leaf_is_not_filed_under_an_extract_of_its_name(plain_book: Logbook, tmp_path: Path) -> None:
    saved(plain_book, Product(name="Green", kind=ProductKind.EXTRACT))
    leaf = ("Green", ProductKind.LEAF_POWDER)
    assert imported(plain_book, tmp_path, "Green,leaf_powder", "green,leaf_powder") == [("Green", leaf[1]), leaf]
    assert len(plain_book.products()) == 2
    assert imported(plain_book, tmp_path, "Green,leaf_powder", "green,leaf_powder")[:2] == [leaf, leaf]
    assert len(plain_book.products()) == 2


def test_without_a_kind_the_name_decides(plain_book: Logbook, tmp_path: Path) -> None:
    saved(plain_book, Product(name="Green", kind=ProductKind.EXTRACT))
    assert imported(plain_book, tmp_path, "Green,") == [("Green", ProductKind.EXTRACT)]
    assert len(plain_book.products()) == 1


def test_a_product_whose_kind_was_not_said_takes_its_name(plain_book: Logbook, tmp_path: Path) -> None:
    saved(plain_book, Product(name="Green", kind=ProductKind.NOT_SAID))
    assert imported(plain_book, tmp_path, "Green,leaf_powder") == [("Green", ProductKind.NOT_SAID)]


def test_a_product_in_the_trash_is_not_meant(plain_book: Logbook, tmp_path: Path) -> None:
    gone = saved(plain_book, Product(name="Green", kind=ProductKind.LEAF_POWDER))
    plain_book.delete([gone.id])
    assert imported(plain_book, tmp_path, "Green,leaf_powder") == [("Green", ProductKind.LEAF_POWDER)]
    assert [product.id for product in plain_book.products()] != [gone.id] and len(plain_book.products()) == 1


def test_exactly_the_name_is_meant_and_what_can_be_several_is_refused(plain_book: Logbook, tmp_path: Path) -> None:
    small = saved(plain_book, Product(name="green"))
    saved(plain_book, Product(name="Green"))
    imported(plain_book, tmp_path, "green,")
    assert [each.product for part in plain_book.slices("dose") for each in part if isinstance(each, Dose)] == [small.id]
    path = tmp_path / "rows.csv"
    path.write_text(HEAD + "dose,2026-01-02 09:00,GREEN,,2,g\n")
    plan = plan_import(CsvFile(path, names_of(plain_book, english()), "UTC"), plain_book, plain_book.clock.now_ms())
    assert [row.reason.code for row in plan.refused] == ["product-of-several"]


def test_that_a_name_is_all_that_comes_of_a_new_product_is_said(plain_book: Logbook, tmp_path: Path) -> None:
    saved(plain_book, Product(name="Green"))
    path = tmp_path / "rows.csv"
    for name, said in (("Green", False), ("Red", True)):
        path.write_text(f"{HEAD}dose,2026-01-01 09:00,{name},,2,g\n", encoding="utf-8")
        source = CsvFile(path, names_of(plain_book, english()), "Europe/Berlin")
        plan_import(source, plain_book, plain_book.clock.now_ms())
        assert any("The vendor" in line for line in remarks(source, english())) is said


def test_a_column_that_names_something_else_in_each_row_is_refused_row_by_row(
    plain_book: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.exchange.csv_rows._MOST_NAMED", 2)
    path = tmp_path / "rows.csv"
    doses = [f"dose,2026-01-0{n} 09:00,{name},,\n" for n, name in enumerate(("Green", "Red", "White", "red"), 1)]
    ratings = [f"rating,2026-01-0{n} 10:00,,{name},3\n" for n, name in enumerate(("Knee", "Hip", "Neck", "hip"), 1)]
    path.write_text("kind,time,product,symptom,value\n" + "".join(doses + ratings), encoding="utf-8")
    plan = plan_import(CsvFile(path, names_of(plain_book, english()), "Europe/Berlin"), plain_book, 10**13)
    assert [row.reason.code for row in plan.refused] == ["too-many-products", "too-many-symptoms"]
    assert (plan.counts.new["dose"], plan.counts.new["rating"]) == (3, 3)


def _into_another(book: Logbook, folder: Path, drop: str = "") -> tuple[Logbook, list[str]]:
    """Another journal that a CSV of this one was imported into, without a column, and what was said of the file."""
    path = folder / "out.csv"
    export_to(book, path, english(), separator=",")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [{name: cell for name, cell in row.items() if name != drop} for row in csv.DictReader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    other = new_journal(folder / "other.leaf", None).open()
    source = CsvFile(path, names_of(other, english()), "Europe/Berlin")
    plan = plan_import(source, other, other.clock.now_ms())
    other.save_all(plan.entries(), label="many.imported", origin="import")
    return other, remarks(source, english())


@pytest.mark.parametrize("drop", ["", "product_private", "symptom_private"])
def test_a_private_product_or_symptom_comes_in_as_private(plain_book: Logbook, tmp_path: Path, drop: str) -> None:
    product, open_product = Product(name="Green", private=True), Product(name="Red")
    symptom = Symptom(name="Knee", private=True)
    at = moment_now(plain_book.clock)
    plain_book.save(product, open_product, symptom, Dose(at=at, product=product.id),
                    Dose(at=at, product=open_product.id), Rating(at=at, symptom=symptom.id, value=3))  # fmt: skip
    other, words = _into_another(plain_book, tmp_path, drop)
    with other:
        private = {product.name: product.private for product in other.all_products()}
        private |= {symptom.name: symptom.private for symptom in other.symptoms()}
    assert private == {"Green": drop != "product_private", "Red": False, "Knee": drop != "symptom_private"}
    assert any("come in as not private" in line for line in words) is bool(drop)
