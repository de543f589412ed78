"""Amounts of a table in the units of the person's own products."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Note, Product, Unit, origin_id
from journal.exchange.export import names_of
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.kept_mapping import from_text
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.names import Names
from journal.exchange.plan import Plan, plan_import
from journal.exchange.tables import Form, Table
from journal.logbook import Logbook
from journal.texts import english


def _id(name: str) -> str:
    return origin_id("test", name)


GREEN, SHOT = Product(id=_id("green"), name="Green"), Product(id=_id("shot"), name="Shot XL")


def _unit(
    key: str, name: str, product: Product, milli: int | None, since: dt.date | None = None, spread: int | None = None
) -> Unit:
    dimension = Dimension.MASS if milli else Dimension.COUNT
    return Unit(
        id=_id(key), product=product.id, name=name, quantity=milli, dimension=dimension, since=since, spread=spread
    )


UNITS = (
    _unit("tsp", "tsp", GREEN, 2100),
    _unit("old", "capsule 00", GREEN, 500),
    _unit("new", "capsule 00", GREEN, 600, dt.date(2026, 11, 20)),
    _unit("scoop", "scoop", GREEN, 1500, spread=200),
    _unit("bottle", "shot", SHOT, None),
)
SEVERAL = (_unit("small", "scoop small", SHOT, 1000), _unit("large", "scoop large", SHOT, 2000))


def _here(*units: Unit) -> Names:
    return Names({each.id: each for each in (GREEN, SHOT)}, {unit.id: unit for unit in units}, {}, english())


def _amounts(folder: Path, *rows: str, unit: str = "g", units: tuple[Unit, ...] = UNITS) -> list[Amount | str]:
    """What becomes of rows of day, product, amount and unit: an amount, or why there is none."""
    path, form = folder / "table.csv", Form("utf-8", ";")
    path.write_text("\n".join(["day;what;much;in", *rows, ""]), encoding="utf-8")
    columns = {"day": "instant", "what": "product", "much": "amount", "in": "unit"}
    text = json.dumps({"columns": columns, "decimal": ".", "unit": unit})
    mapping = from_text(text, Table(path, form).columns, "UTC")
    made: list[Amount | str] = []
    for row in MappedCsv(path, form, mapping, _here(*units)).rows():
        if isinstance(row, RefusedRow):
            made.append(row.reason.code)
        elif isinstance(row, FoundRow) and isinstance(row.entry, Dose):
            made.append(row.entry.amount)
    return made


@pytest.mark.parametrize(
    ("much", "unit", "amount"),
    [
        ("2", "tsp", Amount("2 tsp", 4200, Dimension.MASS, unit=_id("tsp"))),
        ("1.125 tsp", "", Amount("1.125 tsp", 2363, Dimension.MASS, Basis.UNKNOWN, 1, _id("tsp"))),
        ("½", "TSP", Amount("½ TSP", 1050, Dimension.MASS, unit=_id("tsp"))),
        ("3 caps", "", Amount("3 caps", 1500, Dimension.MASS, unit=_id("old"))),
        ("2", "scoops", Amount("2 scoops", 3000, Dimension.MASS, Basis.UNKNOWN, 400, _id("scoop"))),
        ("1-2", "tsp", Amount("1-2 tsp", 3150, Dimension.MASS, Basis.GUESSED, 1050, _id("tsp"))),
        ("~2", "tsp", Amount("~2 tsp", 4200, Dimension.MASS, Basis.GUESSED, None, _id("tsp"))),
        ("0.25", "l", Amount("0.25 l", 250_000, Dimension.VOLUME)),
        ("2", "g", Amount("2 g", 2000, Dimension.MASS)),
    ],
)
def test_an_amount_in_an_own_unit_has_its_mass(tmp_path: Path, much: str, unit: str, amount: Amount) -> None:
    assert _amounts(tmp_path, f"2026-11-10 08:10;green;{much};{unit}") == [amount]


def test_a_unit_is_as_it_was_measured_on_that_day(tmp_path: Path) -> None:
    rows = ("2026-11-19 08:10;Green;1;caps", "2026-11-20 08:10;Green;1;caps")
    quantities = [amount.quantity for amount in _amounts(tmp_path, *rows) if isinstance(amount, Amount)]
    assert quantities == [500, 600]


def test_a_unit_is_of_its_product_alone(tmp_path: Path) -> None:
    rows = ("2026-11-20 08:10;Shot XL;1;shot", "2026-11-20 08:11;Shot XL;2;caps", "2026-11-20 08:12;Shot XL;2;tsp",
            "2026-11-20 08:13;Red;2;scoop")  # fmt: skip
    assert _amounts(tmp_path, *rows) == [
        Amount("1 shot", 1000, Dimension.COUNT, unit=_id("bottle")),
        Amount("2 caps", 2000, Dimension.COUNT),
        "amount-word-unknown",
        "amount-word-unsaid",
    ]


def test_amounts_without_a_unit_can_be_in_an_own_one(tmp_path: Path) -> None:
    assert _amounts(tmp_path, "2026-11-20 08:10;Green;2;", unit="tsp") == [
        Amount("2 tsp", 4200, Dimension.MASS, unit=_id("tsp"))
    ]


def test_what_fits_two_units_is_refused(tmp_path: Path) -> None:
    assert _amounts(tmp_path, "2026-11-20 08:10;Green;2;s") == ["amount-word-unknown"]
    assert _amounts(tmp_path, "2026-11-20 08:10;Shot XL;2;scoop", units=SEVERAL) == ["amount-unit-several"]


def _doses(
    folder: Path, units: tuple[Unit, ...], words: dict[str, dict[str, str]], *rows: str
) -> tuple[list[Dose], list[str]]:
    path, form = folder / "table.csv", Form("utf-8", ";")
    path.write_text("\n".join(["day;what;much;in", *rows, ""]), encoding="utf-8")
    columns = {"day": "instant", "what": "product", "much": "amount", "in": "unit"}
    mapping = from_text(json.dumps({"columns": columns, "words": words}), Table(path, form).columns, "UTC")
    source = MappedCsv(path, form, mapping, _here(*units))
    found = [row.entry for row in source.rows() if isinstance(row, FoundRow)]
    return [entry for entry in found if isinstance(entry, Dose)], source.remarks(english())


def test_how_many_amounts_are_not_known_is_said_of_words_and_of_empty_cells(tmp_path: Path) -> None:
    rows = ("2026-11-20 08:10;Green;;", "2026-11-20 09:10;Green;2;g", "2026-11-20 10:10;Green;2 TL;",
            "2026-11-20 11:10;Green;;")  # fmt: skip
    doses, remarks = _doses(tmp_path, (), {"much": {"TL": "? TL", "2 TL": "? 2 TL"}}, *rows)
    assert [dose.amount.known for dose in doses] == [False, True, False, False]
    assert remarks[-2:] == [
        "The amount of 1 dose is not known: its words are in its note.",
        "2 doses have no amount in the file; their amounts are not known.",
    ]


def test_a_unit_says_nothing_of_the_days_before_it(tmp_path: Path) -> None:
    later = (_unit("tsp", "tsp", GREEN, 2100, dt.date(2026, 11, 29)),)
    doses, remarks = _doses(tmp_path, later, {}, "2023-11-20 08:10;Green;2 tsp;", "2026-11-29 08:10;Green;2;tsp")
    assert [(dose.amount.text, dose.amount.quantity, dose.note) for dose in doses] == [
        ("2 tsp", None, "Amount, as imported: 2 tsp"), ("2 tsp", 4200, ""),
    ]  # fmt: skip
    assert remarks[-1].startswith("The amount of 1 dose is not known: its words are in its note.")


def test_an_unknown_unit_may_keep_the_dose_without_its_size(tmp_path: Path) -> None:
    words = {"much": {"cups": "? cups"}, "in": {"cups": "? cups"}}
    doses, _ = _doses(tmp_path, (), words, "2026-11-20 08:10;Green;2 cups;", "2026-11-20 09:10;Green;2;cups")
    assert [(dose.amount.text, dose.amount.known, dose.note) for dose in doses] == [
        ("2 cups", False, "Amount, as imported: 2 cups"), ("2 cups", False, "Amount, as imported: 2 cups"),
    ]  # fmt: skip


def test_a_unit_is_only_offered_to_a_product_that_is_there(tmp_path: Path) -> None:
    rows = [f"2026-11-20 08:10;{product};2;cups" for product in ("Green", "Maeng Da")]
    assert _amounts(tmp_path, *rows) == ["amount-word-unknown", "amount-word-unsaid"]


def test_a_text_that_came_without_its_dose_does_not_come_again_with_it(plain_book: Logbook, tmp_path: Path) -> None:
    path, form = tmp_path / "table.csv", Form("utf-8", ";")
    path.write_text("day;what;much;say\n2026-11-20 08:10;Green;2 tsp;rain\n", encoding="utf-8")
    columns = {"day": "instant", "what": "product", "much": "amount", "say": "note"}
    mapping = from_text(json.dumps({"columns": columns}), Table(path, form).columns, "UTC")

    def imported() -> Plan:
        source = MappedCsv(path, form, mapping, names_of(plain_book, english()))
        plan = plan_import(source, plain_book, plain_book.clock.now_ms())
        plain_book.save_all(plan.entries(), label="many.imported", origin="import")
        return plan

    plain_book.save(GREEN)
    assert [row.reason.code for row in imported().refused] == ["amount-word-unknown"]
    plain_book.save(_unit("tsp", "tsp", GREEN, 2100))
    assert imported().total == 1
    assert imported().total == 0
    dose, note = (next(each for part in plain_book.slices(kind) for each in part) for kind in ("dose", "note"))
    assert isinstance(dose, Dose) and isinstance(note, Note)
    assert (dose.amount.quantity, dose.note, note.text) == (4200, "", "rain")
