"""The program's own CSV whose ids were lost in a spreadsheet does not double the days it came from."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import DayMark, Dose, Note, Product, ProductKind, Rating
from journal.exchange.changed_rows import Changed
from journal.exchange.csv_in import CsvFile
from journal.exchange.export import export_to, names_of
from journal.exchange.opening import remark_on_recognised
from journal.exchange.plan import Plan, plan_import
from journal.logbook import Logbook
from journal.texts import english
from tests import journals
from tests.journals import ago

Rows = list[dict[str, str]]
GRAMS = Amount("2.5 g", 2500, Dimension.MASS, Basis.WEIGHED)


@pytest.fixture
def filled(plain_book: Logbook) -> Logbook:
    """A day with a dose, a rating, a note, and the day before without."""
    green = journals.saved(plain_book, Product(name="Green", kind=ProductKind.LEAF_POWDER))
    symptom = journals.symptom(plain_book)
    at = replace(ago(plain_book, 120), utc_ms=ago(plain_book, 120).utc_ms + 12_345)
    dose = Dose(at=at, product=green.id, amount=GRAMS, note="with, a comma")
    plain_book.save(dose, Rating(at=at, symptom=symptom.id, value=4, dose=dose.id), Note(at=at, text="Rain."))
    plain_book.save(DayMark(day=plain_book.today().replace(day=1)))
    return plain_book


def exported(book: Logbook, path: Path) -> Rows:
    export_to(book, path, english())
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def without_column(rows: Rows) -> Rows:
    return [{name: cell for name, cell in row.items() if name != "id"} for row in rows]


def emptied(rows: Rows) -> Rows:
    return [{**row, "id": ""} for row in rows]


def names_only(rows: Rows) -> Rows:
    kept = ("kind", "time", "zone", "product", "amount", "unit", "symptom", "value", "note", "mark", "day")
    return [{name: row[name] for name in kept} for row in rows]


def without_seconds(rows: Rows) -> Rows:
    return [{**row, "id": "", "time": row["time"][:16], "recorded": ""} for row in rows]


def planned(book: Logbook, path: Path, rows: Rows) -> Plan:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(file.getvalue(), encoding="utf-8")
    return plan_import(CsvFile(path, names_of(book, english()), "Europe/Berlin"), book, book.clock.now_ms())


@pytest.mark.parametrize("changed", [without_column, emptied, names_only, without_seconds])
def test_the_journal_it_came_from_has_every_row(
    filled: Logbook, tmp_path: Path, changed: Callable[[Rows], Rows]
) -> None:
    plan = planned(filled, tmp_path / "a.csv", changed(exported(filled, tmp_path / "out.csv")))
    assert (plan.total, plan.recognised, plan.refused) == (0, 4, [])
    (remark,) = remark_on_recognised(plan, english())
    assert remark.startswith("4 rows say what the journal says already: same time, product and amount")


@pytest.mark.parametrize("changed", [emptied, names_only])
def test_a_second_import_adds_nothing(filled: Logbook, tmp_path: Path, changed: Callable[[Rows], Rows]) -> None:
    rows = changed(exported(filled, tmp_path / "out.csv"))
    with Logbook.open(tmp_path / "other.leaf", clock=filled.clock, create=True) as other:
        first = planned(other, tmp_path / "a.csv", rows)
        assert first.counts.new["dose"] == 1
        other.save_all(first.entries(), label="many.imported", origin="import")
        again = [{**row, "note": f"{row['note']}." if row["kind"] == "dose" else row["note"]} for row in rows]
        assert planned(other, tmp_path / "a.csv", again).total == 0
        days = other.days(other.today(), other.today())
    assert [len(day.doses) for day in days] == [1]


@pytest.mark.parametrize(
    "change",
    [{"product": "Red", "product_id": ""}, {"time": "2026-11-22T08:31:00+01:00"}],
)
def test_another_dose_is_new(filled: Logbook, tmp_path: Path, change: dict[str, str]) -> None:
    dose = next(row for row in exported(filled, tmp_path / "out.csv") if row["kind"] == "dose")
    plan = planned(filled, tmp_path / "a.csv", [{**dose, "id": "", **change}])
    assert (plan.counts.new["dose"], plan.recognised) == (1, 0)


def test_another_amount_at_its_time_is_named_and_not_taken_for_another_dose(filled: Logbook, tmp_path: Path) -> None:
    dose = next(row for row in exported(filled, tmp_path / "out.csv") if row["kind"] == "dose")
    plan = planned(filled, tmp_path / "a.csv", [{**dose, "id": "", "amount": "2.51", "typed": ""}])
    assert (plan.counts.new["dose"], plan.counts.differs["dose"], plan.total) == (0, 1, 0)
    (row,) = plan.changed
    assert isinstance(row.ours, Dose) and isinstance(row.theirs, Dose)
    assert (row.ours.amount.quantity, row.theirs.amount.quantity) == (2500, 2510)
    assert (row.theirs.id, row.theirs.note) == (row.ours.id, "with, a comma")


def test_two_equal_doses_stay_two(filled: Logbook, tmp_path: Path) -> None:
    dose = next(row for row in exported(filled, tmp_path / "out.csv") if row["kind"] == "dose")
    rows = [{**dose, "id": ""}, {**dose, "id": "", "note": "a second one"}]
    plan = planned(filled, tmp_path / "a.csv", rows)
    assert (plan.counts.new["dose"], plan.counts.here["dose"]) == (1, 1)
    (added,) = plan.entries()
    assert isinstance(added, Dose) and added.note == "a second one"


def test_rows_of_another_id_are_one_with_ours_where_they_are_equal(filled: Logbook, tmp_path: Path) -> None:
    dose = next(row for row in exported(filled, tmp_path / "out.csv") if row["kind"] == "dose")
    plan = planned(filled, tmp_path / "a.csv", [{**dose, "id": "dd5e2c5e-8d0f-4f7d-9d34-6c8d9d0f0001"}])
    assert (plan.counts.new["dose"], plan.recognised, plan.equal) == (0, 0, 1)


@pytest.mark.parametrize("original_first", [True, False])
def test_a_row_without_its_id_beside_the_unchanged_original_is_another_dose(
    filled: Logbook, tmp_path: Path, original_first: bool
) -> None:
    dose = next(row for row in exported(filled, tmp_path / "out.csv") if row["kind"] == "dose")
    rows = [dose, {**dose, "id": "", "amount": "3", "typed": "", "note": "a second one"}]
    plan = planned(filled, tmp_path / "a.csv", rows if original_first else rows[::-1])
    assert (plan.counts.new["dose"], plan.counts.here["dose"], plan.changed) == (1, 1, [])
    (added,) = plan.entries(changed=Changed.THEIRS)
    assert isinstance(added, Dose) and added.amount.quantity == 3000
