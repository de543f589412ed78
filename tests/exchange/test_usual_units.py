"""What a bare number of an imported product means is what its own rows say, never the unit of another product."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journal.core.entries import Product
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount
from journal.exchange.export import names_of
from journal.exchange.kept_mapping import from_text
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.plan import plan_import
from journal.exchange.sniffing import as_table
from journal.exchange.tables import Table
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.foreign import BERLIN

ROWS = (
    "2026-11-01,08:00,Green,2", "2026-11-01,09:00,Ext,2 Kapseln", "2026-11-02,08:00,Shot,30 ml",
    "2026-11-02,09:00,Both,2 g", "2026-11-03,09:00,Both,2 Kapseln", "2026-11-03,10:00,Unsaid,",
)  # fmt: skip


@pytest.fixture
def units(plain_book: Logbook, tmp_path: Path) -> dict[str, str]:
    """The usual units of the products of a table whose bare numbers were said to be grams."""
    path = tmp_path / "a.csv"
    path.write_text("\n".join(["Date,Time,Product,Amount", *ROWS, ""]), encoding="utf-8")
    found = as_table(path)
    columns = {"Date": "date", "Time": "time", "Product": "product", "Amount": "amount"}
    said = json.dumps({"columns": columns, "decimal": ".", "unit": "g"})
    mapping = from_text(said, Table(path, found.form).columns, BERLIN)
    source = MappedCsv(path, found.form, mapping, names_of(plain_book, english()))
    plan = plan_import(source, plain_book, plain_book.clock.now_ms())
    plain_book.save_all(list(plan.entries()), label="many.imported", origin="import")
    products = [entry for part in plain_book.slices("product") for entry in part if isinstance(entry, Product)]
    return {product.name: product.default_unit for product in products}


def test_it_is_the_one_of_its_own_rows_and_none_where_they_differ_or_count_pieces(units: dict[str, str]) -> None:
    assert units == {"Green": "g", "Ext": "", "Shot": "ml", "Both": "", "Unsaid": "g"}


def test_a_bare_number_of_such_a_product_is_not_taken_for_grams(units: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        parse_amount("2", (), units["Ext"])
    assert (refused.value.code, refused.value.values) == ("amount-no-usual-unit", {"text": "2"})
    assert parse_amount("2 g", (), units["Ext"]).quantity == 2000
