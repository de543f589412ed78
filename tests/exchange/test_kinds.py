"""Kinds of product in files: what a file says is kept, what it does not say is not said, and nothing is made up."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from journal import cli
from journal.core.entries import Content, Dose, Product, ProductKind
from journal.core.moments import moment_now
from journal.exchange.csv_columns import COLUMNS
from journal.exchange.export import export_to, names_of
from journal.exchange.mapping import Column, Meaning, TableMapping
from journal.exchange.opening import opened
from journal.exchange.plan import Plan, plan_import
from journal.exchange.sniffing import recognised
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.foreign import FOLDER
from tests.journals import FixedClock, JournalAt, clock, new_journal, plain_book, plain_journal, templates

__all__ = ["clock", "plain_book", "plain_journal", "templates"]

EVERY = [
    *(Product(name=f"of kind {kind}", kind=kind) for kind in ProductKind),
    *(Product(name=f"tablet of {content}", kind=ProductKind.TABLET, content=content) for content in Content),
]
NOT_SAID, LEAF, OTHER = ProductKind.NOT_SAID, ProductKind.LEAF_POWDER, ProductKind.OTHER


def exported(book: Logbook, file: Path) -> Path:
    """A file with a dose of each product."""
    for product in EVERY:
        book.save(product, Dose(at=moment_now(book.clock), product=product.id), label="dose.added")
    export_to(book, file, english())
    return file


def planned(book: Logbook, file: Path, mapping: TableMapping | None = None) -> Plan:
    source = opened(file, recognised(file), names_of(book, english()), "Europe/Berlin", mapping)
    return plan_import(source, book, book.clock.now_ms())


def brought(book: Logbook, file: Path, mapping: TableMapping | None = None) -> list[Product]:
    """The products after the file was imported."""
    plan = planned(book, file, mapping)
    assert plan.refused == []
    book.save_all(plan.entries(), label="many.imported", origin="import")
    return sorted(book.products(), key=lambda product: product.name)


def another(tmp_path: Path) -> Logbook:
    return new_journal(tmp_path / "other.leaf", None, FixedClock()).open()


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("name", ["all.csv", "all.json"])
def test_a_file_keeps_every_kind_and_what_tablets_hold(plain_book: Logbook, tmp_path: Path, name: str) -> None:
    file = exported(plain_book, tmp_path / name)
    with another(tmp_path) as book:
        assert brought(book, file) == sorted(EVERY, key=lambda product: product.name)


@pytest.mark.slow
def test_files_without_what_a_tablet_holds_are_read(plain_book: Logbook, tmp_path: Path) -> None:
    with exported(plain_book, tmp_path / "new.csv").open(encoding="utf-8-sig", newline="") as new:
        rows = list(csv.DictReader(new))
    old = tmp_path / "old.csv"
    with old.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, COLUMNS[: COLUMNS.index("product_content")], extrasaction="ignore")
        sheet.writeheader()
        sheet.writerows(rows)
    with another(tmp_path) as book:
        products = {product.name: product for product in brought(book, old)}
    assert {name: product.kind for name, product in products.items()} == {
        product.name: product.kind for product in EVERY
    }
    # Version 0.1 filled these two in where nothing was said.
    assert {product.kind for product in products.values() if product.ask_kind} == {LEAF, OTHER}


@pytest.mark.slow
def test_a_table_made_by_hand_says_its_kinds_itself(plain_book: Logbook, tmp_path: Path) -> None:
    file = tmp_path / "hand.csv"
    rows = "dose,2026-01-01 09:00,A,other\ndose,2026-01-02 09:00,B,leaf_powder\ndose,2026-01-03 09:00,C,\n"
    file.write_text("kind,time,product,product_kind\n" + rows)
    assert [(product.kind, product.ask_kind) for product in brought(plain_book, file)] == [
        (OTHER, False), (LEAF, False), (NOT_SAID, False),
    ]  # fmt: skip


def test_a_kind_written_as_not_said_takes_any_product_of_the_name(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(Product(name="Green", kind=LEAF))
    file = tmp_path / "hand.csv"
    file.write_text("kind,time,product,product_kind\ndose,2026-01-01 09:00,green,not_said\n")
    assert [product.kind for product in brought(plain_book, file)] == [LEAF]


def test_only_a_tablet_holds_something(plain_book: Logbook, tmp_path: Path) -> None:
    file = tmp_path / "hand.csv"
    file.write_text("kind,time,product,product_kind,product_content\ndose,2026-01-01 09:00,Green,tea,extract\n")
    assert [(product.kind, product.content) for product in brought(plain_book, file)] == [(ProductKind.TEA, None)]


def test_a_json_of_version_0_1_keeps_its_kinds_and_those_it_filled_in_are_asked_about(
    plain_book: Logbook, tmp_path: Path
) -> None:
    found = json.loads(exported(plain_book, tmp_path / "new.json").read_text("utf-8"))
    assert found["version"] == 2
    known = [product for product in found["products"] if product["kind"] != "not_said" and "content" not in product]
    old = tmp_path / "old.json"
    old.write_text(json.dumps({**found, "version": 1, "products": known, "doses": []}), "utf-8")
    with another(tmp_path) as book:
        products = brought(book, old)
    assert {product.kind for product in products if product.ask_kind} == {LEAF, OTHER}
    assert len(products) == len(known)


def test_kinds_that_are_said_before_an_import_come_with_it(plain_book: Logbook, tmp_path: Path) -> None:
    file = FOLDER / "herbal-tracker-2.json"
    plan = planned(plain_book, file)
    first, *others = plan.kindless
    answers = {first.id: (ProductKind.TABLET, Content.LEAF)}
    plain_book.save_all(plan.entries(answers), label="many.imported", origin="import")
    products = {product.id: product for product in plain_book.products()}
    assert (products[first.id].kind, products[first.id].content) == (ProductKind.TABLET, Content.LEAF)
    assert {products[product.id].kind for product in others} == {NOT_SAID}


def test_what_the_file_says_is_not_said_over(plain_book: Logbook, tmp_path: Path) -> None:
    file = tmp_path / "hand.csv"
    file.write_text("kind,time,product,product_kind\ndose,2026-01-01 09:00,Green,tea\n")
    plan = planned(plain_book, file)
    (product,) = [product for product in plan.entries() if isinstance(product, Product)]
    answers = {product.id: (ProductKind.EXTRACT, None)}
    assert [product.kind for product in plan.entries(answers) if isinstance(product, Product)] == [ProductKind.TEA]
    assert plan.kindless == []


NAMES = ("Leaf powder", "Capsules", "Green tea", "Extract shot", "7-OH tablets", "Other")
TABLE = TableMapping((Column(Meaning.INSTANT), Column(Meaning.PRODUCT), Column(Meaning.AMOUNT)), "Europe/Berlin")


def _log(journal: JournalAt, _folder: Path) -> None:
    for name in NAMES:
        arguments = ["log", "dose", "--product", name, "--new-product", "--amount", "1 g"]
        assert cli.main(["--journal", str(journal.path), *arguments], clock=journal.clock) == 0


def _own_csv(journal: JournalAt, folder: Path) -> None:
    rows = "".join(f"dose,2026-01-0{n} 09:00,{name},1\n" for n, name in enumerate(NAMES, 1))
    (folder / "own.csv").write_text("kind,time,product,amount\n" + rows)
    with journal.open() as book:
        brought(book, folder / "own.csv")


def _table(journal: JournalAt, folder: Path) -> None:
    rows = "".join(f"2026-01-0{n} 09:00,{name},1 g\n" for n, name in enumerate(NAMES, 1))
    (folder / "table.csv").write_text("When,What,How much\n" + rows)
    with journal.open() as book:
        brought(book, folder / "table.csv", TABLE)


def _herbal_tracker(journal: JournalAt, folder: Path) -> None:
    strains = [{"id": n, "name": name} for n, name in enumerate(NAMES)]
    doses = [{"id": n, "strainId": n, "amount": 1.0, "timestamp": f"2026-01-0{n + 1}T09:00:00Z"} for n in range(6)]
    (folder / "tracker.json").write_text(json.dumps({"strains": strains, "dosages": doses, "effects": []}))
    with journal.open() as book:
        brought(book, folder / "tracker.json")


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("path", [_log, _own_csv, _table, _herbal_tracker])
def test_no_way_in_makes_up_a_kind_whatever_a_product_is_called(
    plain_journal: JournalAt, tmp_path: Path, path: object
) -> None:
    assert callable(path)
    path(plain_journal, tmp_path)
    with plain_journal.open() as book:
        products = book.products()
    assert {product.name for product in products} == set(NAMES)
    assert {(product.kind, product.content, product.ask_kind) for product in products} == {(NOT_SAID, None, False)}
