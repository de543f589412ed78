"""The journal as a spreadsheet: true dates and numbers, no formula, no text changed, and no trace on the disk."""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.care import Measurement, WeightUnit
from journal.core.entries import DayMark, DayMarkKind, Dose, Entry, Note, Product, Rating, Symptom, Unit, kind_of
from journal.core.kinds import KINDS
from journal.core.moments import Moment
from journal.core.refusal import Refused
from journal.exchange import xlsx_out
from journal.exchange.export import names_of
from journal.exchange.mapped_csv import OWN_SHEET, remark_on_own
from journal.exchange.names import Names
from journal.exchange.opening import opened
from journal.exchange.sniffing import recognised
from journal.exchange.tables import Form, Table
from journal.exchange.xlsx_out import LONGEST_CELL, write_xlsx
from journal.logbook import Logbook
from journal.texts import english
from tests import strategies
from tests.exchange.office import OfficeCell, sheets_shown
from tests.exchange.spreadsheets import Cell, sheets_of

AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")  # 2026-11-22 10:30 there
MORNING = dt.datetime(2026, 11, 22, 10, 30)
ODD = [
    "=1+1",
    "@SUM(A1)",
    "-2",
    "+1",
    "\t=1",
    "'quoted",
    'a "b",\nc',
    "＝1",
    "1.5",
    "1e5",
    "_x0041_",
    "￿",
]


def book(*entries: Entry, made_up: bool = False) -> bytes:
    file, names = io.BytesIO(), names_in(entries)
    count = write_xlsx(file, lambda kind: (each for each in entries if kind_of(each) == kind), names, made_up)
    assert count == len(entries)
    return file.getvalue()


def names_in(entries: Iterable[Entry]) -> Names:
    found = list(entries)
    return Names(
        {each.id: each for each in found if isinstance(each, Product)},
        {each.id: each for each in found if isinstance(each, Unit)},
        {each.id: each for each in found if isinstance(each, Symptom)},
        english(),
    )


def test_times_are_local_dates_and_amounts_are_numbers() -> None:
    green = Product(name="Green")
    capsule = Unit(product=green.id, name="capsule", quantity=501, dimension=Dimension.MASS, spread=4)
    amount = Amount("5 capsules", 2505, Dimension.MASS, Basis.COUNTED, 20, capsule.id)
    dose = Dose(at=AT, product=green.id, amount=amount, recorded_ms=AT.utc_ms)
    read = sheets_of(book(green, capsule, dose))
    assert read["doses"] == [{
        "time": MORNING, "zone": "Europe/Berlin", "product": "Green", "product_id": green.id, "amount": 2.505,
        "unit": "g", "basis": "counted", "spread": 0.02, "typed": "5 capsules", "own_unit": "capsule",
        "recorded (UTC)": dt.datetime(2026, 11, 22, 9, 30), "id": dose.id,
    }]  # fmt: skip
    assert read["units"][0]["amount"] == 0.501


def test_zero_is_a_number_and_what_is_missing_is_an_empty_cell() -> None:
    pain = Symptom(name="Pain")
    ratings = [Rating(at=AT, symptom=pain.id, value=value) for value in (0, None)]
    zero, skipped = sheets_of(book(pain, *ratings))["ratings"]
    assert zero["value"] == 0.0 and zero["symptom"] == "Pain"
    assert "value" not in skipped


def test_days_are_dates_and_values_have_their_units_beside_them() -> None:
    weighed = Measurement(at=AT, weight=72_300, weight_unit=WeightUnit.KG, systolic=128, diastolic=82)
    read = sheets_of(book(DayMark(day=dt.date(2026, 11, 20), private=True), weighed))
    assert read["day_marks"][0]["day"] == dt.datetime(2026, 11, 20) and read["day_marks"][0]["private"] is True
    measured = read["measurements"][0]
    assert (measured["weight"], measured["weight_unit"], measured["systolic"]) == (72.3, "kg", 128.0)


@pytest.mark.parametrize("text", ODD)
def test_text_stays_text_to_the_letter(text: str) -> None:
    read = sheets_of(book(Note(at=AT, text=text), Product(name=text, vendor=text)))
    assert read["notes"][0]["text"] == text
    assert (read["products"][0]["name"], read["products"][0]["vendor"]) == (text, text)


@given(strategies.one_of_each())
def test_every_entry_of_every_kind_has_its_row(entries: list[Entry]) -> None:
    read = sheets_of(book(*entries))
    for kind in KINDS.values():
        wanted = [entry.id for entry in entries if kind_of(entry) == kind.code]
        assert [row["id"] for row in read.get(kind.plural, [])] == wanted


@pytest.mark.parametrize("letter", ["a", "😀"])
def test_what_no_cell_can_hold_is_cut_and_says_so(letter: str) -> None:
    read = sheets_of(book(Note(at=AT, text=letter * 40_000)))
    cell = str(read["notes"][0]["text"])
    assert cell.endswith("the .json file holds all of it)") and cell.startswith(letter * 10)
    assert LONGEST_CELL - 1 <= len(cell.encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_more_rows_than_a_sheet_holds_go_on_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_out, "MOST_ROWS", 2)
    read = sheets_of(book(*(Note(at=AT, text=str(number)) for number in range(5))))
    texts: dict[str, list[Cell]] = {name: [row["text"] for row in rows] for name, rows in read.items()}
    assert texts == {"notes": ["0", "1"], "notes 2": ["2", "3"], "notes 3": ["4"]}


def test_rows_are_in_the_order_of_time_however_they_were_written_down() -> None:
    hours = (5, 1, 3, 2, 4)
    doses = [Dose(at=replace(AT, utc_ms=AT.utc_ms + n * 3_600_000), note=str(n)) for n in hours]
    marks = [DayMark(day=dt.date(2026, 11, n), mark=DayMarkKind.NONE_TODAY) for n in hours]
    products = [Product(name=str(n)) for n in hours]
    read = sheets_of(book(*products, *doses, *marks))
    assert [row["note"] for row in read["doses"]] == ["1", "2", "3", "4", "5"]
    assert [row["day"] for row in read["day_marks"]] == [dt.datetime(2026, 11, n) for n in sorted(hours)]
    assert [row["name"] for row in read["products"]] == [str(n) for n in hours], "they are of no time"


def test_made_up_rows_say_so() -> None:
    assert sheets_of(book(Note(at=AT, text="x"), made_up=True))["notes"][0]["made_up"] is True


def test_the_same_entries_give_the_same_bytes_and_nothing_lies_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    for name in ("mkstemp", "mkdtemp", "TemporaryFile", "NamedTemporaryFile"):
        monkeypatch.setattr(tempfile, name, refuse)
    kept = Note(at=AT, text="words")
    assert book(kept) == book(kept)


REGIONS = {"de-DE": "1234,5", "en-US": "1234.5"}


@pytest.mark.campaign
@pytest.mark.needs("soffice")
@pytest.mark.parametrize("region", REGIONS)
def test_another_program_takes_numbers_for_numbers_and_dates_for_dates(tmp_path: Path, region: str) -> None:
    product = Product(name="Green")
    amount = Amount("1234.5 g", 1_234_500, Dimension.MASS, Basis.WEIGHED)
    dose = Dose(at=AT, product=product.id, amount=amount, note="=1+1")
    file = tmp_path / "a.xlsx"
    file.write_bytes(book(product, dose, DayMark(day=dt.date(2026, 11, 22))))
    sheets = sheets_shown(file, region)
    head, row = sheets["doses"]
    cells = {name.shown: cell for name, cell in zip(head, row, strict=False)}
    assert cells["time"] == OfficeCell("date", "2026-11-22T10:30:00", "2026-11-22 10:30")
    assert cells["amount"] == OfficeCell("float", "1234.5", REGIONS[region])
    assert cells["note"] == OfficeCell("string", "", "=1+1")
    assert OfficeCell("date", "2026-11-22", "2026-11-22") in sheets["day_marks"][1]


def test_what_is_read_back_is_known_as_ours(tmp_path: Path, plain_book: Logbook) -> None:
    path = tmp_path / "journal.xlsx"
    green = Product(name="Green")
    path.write_bytes(book(green, Dose(at=AT, product=green.id)))
    found = recognised(path)
    columns = Table(path, found.form).columns
    assert remark_on_own(found.form, columns, english()) == [OWN_SHEET]
    assert remark_on_own(found.form, columns[1:], english()) == []
    assert remark_on_own(Form("utf-8", ";"), columns, english()) == []
    with pytest.raises(Refused, match="sheet-of-ours"):
        opened(path, found, names_of(plain_book, english()), "UTC")
