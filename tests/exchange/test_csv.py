"""The diary as a CSV: for spreadsheets, safe in them, and back again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import (
    DIARY_KINDS,
    DayMark,
    Dose,
    Entry,
    Note,
    Phase,
    Product,
    ProductKind,
    Rating,
    Symptom,
    Unit,
    kind_of,
)
from journal.core.moments import Moment
from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.exchange.cells import text_cell, text_of
from journal.exchange.csv_columns import COLUMNS, TEXT_COLUMNS
from journal.exchange.csv_in import CsvFile
from journal.exchange.csv_out import SEPARATORS, usual_separator, write_csv
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.names import Names
from journal.exchange.opening import row_refusal
from journal.texts import english
from journal.texts.names import SYMPTOMS
from tests import strategies

_IN_ONE_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")
NOBODY = Names({}, {}, {}, english())
_BUILT_IN = {folded(english()(name)): code for code, name in SYMPTOMS.items()}
_TRIGGERS = tuple("=+-@\t\r\n|%＝＋－＠")


def _names(entries: Iterable[Entry]) -> Names:
    listed = list(entries)
    return Names(
        {product.id: product for product in listed if isinstance(product, Product)},
        {unit.id: unit for unit in listed if isinstance(unit, Unit)},
        {symptom.id: symptom for symptom in listed if isinstance(symptom, Symptom)},
        english(),
    )


def _csv(entries: Iterable[Entry], separator: str = ",") -> bytes:
    file, listed = io.BytesIO(), list(entries)
    entries_of = lambda kind: (entry for entry in listed if kind_of(entry) == kind)  # noqa: E731
    write_csv(file, entries_of, _names(listed), separator=separator)
    return file.getvalue()


def _read(path: Path, content: bytes | str, here: Names = NOBODY) -> tuple[CsvFile, list[Entry], list[str]]:
    """The file, its entries, and its refused rows as ``line code``."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    file = CsvFile(path, here, "Europe/Berlin")
    rows = list(file.rows())
    entries = [row.entry for row in rows if isinstance(row, FoundRow) and isinstance(row.entry, Entry)]
    return file, entries, [f"{row.where.line} {row.reason.code}" for row in rows if isinstance(row, RefusedRow)]


@pytest.mark.quick_every(3)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("separator", SEPARATORS.values())
@_IN_ONE_FOLDER
@given(strategies.one_of_each())
def test_the_same_with_every_separator(tmp_path: Path, separator: str, entries: list[Entry]) -> None:
    written = _csv(entries, separator)
    _, read, refused = _read(tmp_path / "a.csv", written, _names(entries))
    assert refused == []
    assert _csv([*(entry for entry in entries if kind_of(entry) not in DIARY_KINDS), *read], separator) == written
    for row in csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=separator):
        assert not any(cell.startswith(_TRIGGERS) for cell in row)


@pytest.mark.parametrize("written_with", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("read_with", SEPARATORS.values(), ids=SEPARATORS)
def test_no_cell_is_a_formula_where_another_separator_is_usual(written_with: str, read_with: str) -> None:
    texts = ["a;=1+1", "a,=1+1", "a\t=1+1", "a\n=1+1", "a; '=1", "list\n- one\n- two", "x,\n;\t+1", "-1;-2", ";'+1"]
    written = _csv([Note(at=AT, text=text) for text in texts], written_with).decode("utf-8-sig")
    for line in written.splitlines():
        for cell in line.split(read_with):
            assert not cell.strip(' "\t').startswith(_TRIGGERS)


@pytest.mark.parametrize(("quantity", "cell"), [(2500, "2,5"), (2505, "2,5050"), (2000, "2"), (125, "0,1250")])
def test_numbers_are_numbers_where_a_comma_is_the_decimal_sign(tmp_path: Path, quantity: int, cell: str) -> None:
    dose = Dose(at=AT, amount=Amount("typed", quantity, Dimension.MASS, Basis.WEIGHED, None, None))
    written = _csv([dose], ";")
    (row,) = csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";")
    assert row["amount"] == cell
    assert _read(tmp_path / "a.csv", written)[1] == [dose]


@pytest.mark.parametrize(
    ("region", "separator"), [("de_DE", ";"), ("en_US", ","), ("fr_FR", ";"), ("", ","), ("de_CH", ",")]
)
def test_the_separator_is_the_regions(region: str, separator: str) -> None:
    assert usual_separator(english(region, region)) == separator


@_IN_ONE_FOLDER
@given(strategies.one_of_each())
def test_the_diary_is_the_same_after_a_csv(tmp_path: Path, entries: list[Entry]) -> None:
    _, read, refused = _read(tmp_path / "a.csv", _csv(entries), _names(entries))
    assert refused == []
    assert {entry.id: entry for entry in read} == {
        entry.id: entry for entry in entries if kind_of(entry) in DIARY_KINDS
    }


@_IN_ONE_FOLDER
@given(strategies.one_of_each())
def test_elsewhere_products_and_symptoms_come_with_their_names(tmp_path: Path, entries: list[Entry]) -> None:
    _, read, refused = _read(tmp_path / "a.csv", _csv(entries))
    assert refused == []
    assert {kind_of(entry) for entry in read} == {"product", "symptom", *DIARY_KINDS}
    by_id = {entry.id: entry for entry in entries}
    for product in read:
        ours = by_id[product.id]
        if isinstance(product, Product) and isinstance(ours, Product):
            assert (product.name, product.kind) == (ours.name, ours.kind)
        elif isinstance(product, Symptom) and isinstance(ours, Symptom):
            # A file of names alone cannot tell an own symptom from the built-in one of its name.
            assert product.code == (ours.code or _BUILT_IN.get(folded(ours.name)))
        else:
            assert product == ours


def test_an_own_symptom_with_the_name_of_a_built_in_one_is_that_one_elsewhere(tmp_path: Path) -> None:
    own = Symptom(id="11111111-1111-4111-8111-111111111111", name="DIARRHOEA")
    rating = Rating(
        id="33333333-3333-4333-8333-333333333333", at=AT, recorded_ms=AT.utc_ms, symptom=own.id, value=3,
        group="44444444-4444-4444-8444-444444444444",
    )  # fmt: skip
    content = _csv([own, rating])
    _, read, _ = _read(tmp_path / "a.csv", content)
    assert next(entry.code for entry in read if isinstance(entry, Symptom)) == "diarrhoea"
    _, read, _ = _read(tmp_path / "a.csv", content, _names([own]))
    assert not any(isinstance(entry, Symptom) for entry in read)


@given(st.text(st.one_of(st.sampled_from(" '\"\u00a0\ufeff,;\n\t=+-@|%＝＋－＠a1"), st.characters()), max_size=12))
def test_no_text_cell_is_a_formula_and_each_comes_back(text: str) -> None:
    cell = text_cell(text)
    assert text_of(cell) == text
    assert not cell.strip("\ufeff\u200b \u00a0").startswith(_TRIGGERS) or cell.startswith("'")


@_IN_ONE_FOLDER
@given(strategies.one_of_each())
def test_no_cell_of_a_file_is_a_formula(entries: list[Entry]) -> None:
    rows = list(csv.DictReader(io.StringIO(_csv(entries).decode("utf-8-sig"), newline=""), strict=True))
    assert len(rows) == len(DIARY_KINDS)
    for row in rows:
        assert tuple(row) == COLUMNS
        for column, cell in row.items():
            assert not cell.lstrip().startswith(_TRIGGERS) or column not in TEXT_COLUMNS[row["kind"]]


def test_what_a_spreadsheet_sees() -> None:
    product = Product(id="11111111-1111-4111-8111-111111111111", name="=Green, “A”", kind=ProductKind.LEAF_POWDER)
    amount = Amount("2,5 g", 2500, Dimension.MASS, Basis.WEIGHED)
    dose = Dose(
        id="33333333-3333-4333-8333-333333333333", at=AT, recorded_ms=AT.utc_ms, product=product.id, amount=amount,
        note="a\n\"b\"",
    )  # fmt: skip
    raw = _csv([product, dose])
    assert raw.startswith(b"\xef\xbb\xbfid,kind,time,zone,product,amount,unit,basis,preparation,symptom,value,note,")
    assert raw.endswith(b"\r\n")
    row = next(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert {key: value for key, value in row.items() if value} == {
        "id": dose.id, "kind": "dose", "time": "2026-11-22T10:30:00+01:00", "zone": "Europe/Berlin",
        "product": "'=Green, “A”", "amount": "2.5", "unit": "g", "basis": "weighed", "note": "a\n\"b\"",
        "typed": "2,5 g", "recorded": "2026-11-22T09:30:00Z", "product_id": product.id, "product_kind": "leaf_powder",
    }  # fmt: skip


def test_the_trash_stays_out() -> None:
    note = Note(at=AT, recorded_ms=1, text="gone", deleted_ms=5)
    assert b"gone" not in _csv([note])


def test_a_file_made_by_hand(tmp_path: Path) -> None:
    content = """kind;time;zone;product;amount;unit;symptom;value;note;day;mark;mood
dose;2026-11-20 08:10;;Green;2,5;g;;;;;;
dose;2026-11-20T12:00+01:00;;green;300;mg;;;;;;
dose;2026-11-20T13:00;America/New_York;Red;;;;;=1+1;;;
rating;2026-11-20 09:00;;;;;Nausea;3;;;;
rating;2026-11-20 09:00;;;;;Knee;;;;;
day_mark;;;;;;;;;2026-11-19;none_today;
note;2026-11-20 10:00;;;;;;;Rain.;;;good
"""
    file, entries, refused = _read(tmp_path / "a.csv", content)
    assert refused == []
    assert file.unread == ("mood",)
    products = [product for product in entries if isinstance(product, Product)]
    assert [(product.name, product.kind) for product in products] == [("Green", "not_said"), ("Red", "not_said")]
    doses = [dose for dose in entries if isinstance(dose, Dose)]
    assert [dose.amount for dose in doses] == [
        Amount("2,5 g", 2500, Dimension.MASS), Amount("300 mg", 300, Dimension.MASS), Amount(),
    ]  # fmt: skip
    assert [dose.product for dose in doses] == [products[0].id, products[0].id, products[1].id]
    assert doses[2].at.isoformat() == "2026-11-20T13:00:00-05:00"
    assert [(symptom.code, symptom.name) for symptom in entries if isinstance(symptom, Symptom)] == [
        ("nausea", ""),
        (None, "Knee"),
    ]
    assert [rating.value for rating in entries if isinstance(rating, Rating)] == [3, None]
    assert [mark.day.isoformat() for mark in entries if isinstance(mark, DayMark)] == ["2026-11-19"]
    again = _read(tmp_path / "a.csv", content)[1]
    assert [entry.id for entry in again] == [entry.id for entry in entries]


def test_rows_sorted_by_a_spreadsheet_still_name_their_doses(tmp_path: Path) -> None:
    dose = Dose(at=AT, recorded_ms=1)
    symptom = Symptom(code="nausea")
    rating = Rating(at=AT, recorded_ms=1, symptom=symptom.id, value=1, dose=dose.id, phase=Phase.BEFORE)
    lines = _csv([symptom, dose, rating]).decode("utf-8-sig").splitlines()
    entries = _read(tmp_path / "a.csv", "\r\n".join([lines[0], *reversed(lines[1:]), ""]))[1]
    assert [kind_of(entry) for entry in entries] == ["dose", "symptom", "rating"]


def test_an_own_unit_that_is_not_here_is_let_go_and_counted(tmp_path: Path) -> None:
    product = Product(name="Caps")
    unit = Unit(product=product.id, name="capsule", quantity=500, dimension=Dimension.MASS)
    amount = Amount("3 capsules", 1500, Dimension.MASS, Basis.COUNTED, None, unit.id)
    dose = Dose(at=AT, recorded_ms=1, product=product.id, amount=amount)
    content = _csv([product, unit, dose])
    file, entries, _ = _read(tmp_path / "a.csv", content)
    assert entries[-1] == replace(dose, amount=replace(amount, unit=None))
    assert file.units_dropped == 1
    assert _read(tmp_path / "a.csv", content, _names([product, unit]))[1] == [dose]


_HEAD = "id,kind,time,zone,product,amount,unit,basis,symptom,value,note,day,mark"
_TIME = "2026-11-20T08:00:00+01:00"
ROWS = {
    "an unknown kind": (",feast,,,,,,,,,,,", "option-unknown"),
    "no kind": (f",,{_TIME},,,,,,,,x,,", "option-unknown"),
    "no time": (",note,,,,,,,,,x,,", "time-not-iso"),
    "a time in words": (",note,noon,,,,,,,,x,,", "time-not-iso"),
    "a time that was skipped": (",note,2026-03-29T02:30:00,Europe/Berlin,,,,,,,x,,", "time-skipped"),
    "an unknown zone": (",note,2026-10-25T02:30:00,Nowhere,,,,,,,x,,", "zone-unknown"),
    "the year 9999": (",note,9999-01-01T00:00:00Z,,,,,,,,x,,", "time-out-of-range"),
    "an ambiguous amount": (f',dose,{_TIME},,G,"1,500",g,,,,,,', "amount-ambiguous"),
    "a fraction of a milligram": (f",dose,{_TIME},,G,0.0001,g,,,,,,", "amount-too-little"),
    "a negative amount": (f",dose,{_TIME},,G,-1,g,,,,,,", "amount-unreadable"),
    "an amount of NaN": (f",dose,{_TIME},,G,NaN,g,,,,,,", "amount-unreadable"),
    "an amount of 1e999": (f",dose,{_TIME},,G,1e999,g,,,,,,", "amount-unreadable"),
    "Arabic digits": (f",dose,{_TIME},,G,٢,g,,,,,,", "amount-unreadable"),
    "underscores": (f",dose,{_TIME},,G,1_000,g,,,,,,", "amount-unreadable"),
    "an amount of zero": (f",dose,{_TIME},,G,0,g,,,,,,", "invalid"),
    "an absurd amount": (f",dose,{_TIME},,G,999999,g,,,,,,", "invalid-amount"),
    "an unknown unit": (f",dose,{_TIME},,G,1,cup,,,,,,", "option-unknown"),
    "an unknown basis": (f",dose,{_TIME},,G,1,g,felt,,,,,", "option-unknown"),
    "a rating of 11": (f",rating,{_TIME},,,,,,Nausea,11,,,", "rating-unreadable"),
    "a rating of 1.5": (f",rating,{_TIME},,,,,,Nausea,1.5,,,", "rating-unreadable"),
    "a rating of nothing": (f",rating,{_TIME},,,,,,,3,,,", "key-missing"),
    "a mark without day": (",day_mark,,,,,,,,,,,none_today", "day-not-iso"),
    "a day without mark": (",day_mark,,,,,,,,,,2026-11-19,", "key-missing"),
    "an id that is none": (f"17,note,{_TIME},,,,,,,,x,,", "id-unreadable"),
    "an empty note": (f",note,{_TIME},,,,,,,,  ,,", "text-empty"),
    "a note that is too long": (f",note,{_TIME},,,,,,,,{'x' * 200_001},,", "note-too-long"),
    "a name that is too long": (f",dose,{_TIME},,{'x' * 201},1,g,,,,,,", "name-too-long"),
    "more cells than columns": (f",note,{_TIME},,,,,,,,x,,,,y", "row-too-long"),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_bad_row_is_named_and_the_others_are_read(tmp_path: Path, name: str) -> None:
    row, code = ROWS[name]
    good = f",note,{_TIME},,,,,,,,Rain.,,"
    _, entries, refused = _read(tmp_path / "a.csv", f"{_HEAD}\n{good}\n{row}\n{good}2\n")
    assert refused == [f"3 {code}"]
    assert len(entries) in (1, 2)


FILES = {
    "empty": (b"", "csv-columns"),
    "no header": (f",note,{_TIME},,,,,,,,x,,".encode(), "csv-columns"),
    "a column twice": (b"kind,time,kind\n", "csv-column-twice"),
    "utf-16": (_HEAD.encode("utf-16"), "file-not-text"),
    "latin-1": (f"{_HEAD}\n,note,{_TIME},,,,,,,,R\xe4in,,".encode("latin-1"), "file-not-text"),
    "an open quote": (f'{_HEAD}\n,note,{_TIME},,,,,,,,"x,,\n,,\n'.encode(), "csv-broken"),
    "an open quote before very much": (f'{_HEAD}\n,note,{_TIME},,,,,,,,"x'.encode() + b"y\n" * 600_000, "csv-broken"),
    "something behind a quote": (f'{_HEAD}\n,note,{_TIME},,,,,,,,"x"y,,\n'.encode(), "csv-broken"),
    "NUL": (f"{_HEAD}\n,note,{_TIME},,,,,,,,a\0b,,\n".encode(), "csv-broken"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "file-not-text"),
    "half a letter at the end": (f"{_HEAD}\n,note,{_TIME},,,,,,,,R".encode() + b"\xc3", "file-cut"),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_csv_is_refused(tmp_path: Path, name: str) -> None:
    content, code = FILES[name]
    with pytest.raises(Refused) as caught:
        _read(tmp_path / "a.csv", content)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("recorded", "22.11.2026 15:24"), ("time", "22.11.2026 15:24"), ("private", "perhaps"), ("basis", "by eye"),
        ("due", "soon"),
    ],
)  # fmt: skip
def test_a_refused_cell_is_named_with_its_column(tmp_path: Path, column: str, cell: str) -> None:
    """A spreadsheet that saved the file may have written its dates anew, in columns that nobody looked at."""
    pain = Symptom(name="Pain")
    rows = list(csv.DictReader(io.StringIO(_csv([pain, Rating(at=AT, symptom=pain.id, value=3)]).decode("utf-8-sig"))))
    file = tmp_path / "file.csv"
    if column == "basis":
        rows[0] |= {"kind": "dose", "symptom": "", "symptom_id": "", "value": ""}
    rows[0][column] = cell
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    (refused,) = CsvFile(file, NOBODY, "Europe/Berlin").rows()
    assert isinstance(refused, RefusedRow)
    assert row_refusal(refused, english()).startswith(f"line 2, “{column}”: “{cell}” ")
