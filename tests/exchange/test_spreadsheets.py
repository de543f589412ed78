"""Spreadsheets of three kinds: every value as it is kept, twice the same, nothing of a broken one."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from journal.core.entries import Entry, Rating
from journal.errors import UserError
from journal.exchange.file_formats import Format
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.guessed_mapping import guessed
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.mapping import Column, Meaning, TableMapping
from journal.exchange.plan import plan_import
from journal.exchange.sniffing import recognised
from journal.exchange.spreadsheets import sheet_names, sheet_rows
from journal.exchange.tables import Form, Table
from journal.logbook import Logbook
from tests.exchange.foreign import BERLIN, FOLDER, NOBODY, doses
from tests.exchange.workbooks import HEAD, ROWS, Rows, Value, ods, ods_table, xlsx

MAPPING = TableMapping(
    (Column(Meaning.DATE), Column(Meaning.TIME), Column(Meaning.PRODUCT), Column(Meaning.AMOUNT),
     Column(Meaning.UNIT), Column(Meaning.RATING, "Pain")),
    BERLIN,
    decimal=".",
)  # fmt: skip


@pytest.fixture(params=["xlsx", "ods", "xls"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The same rows in each kind of file; the .xls was made once, with another program."""
    match request.param:
        case "xlsx":
            return xlsx(tmp_path / "book.xlsx", Doses=[HEAD, *ROWS])
        case "ods":
            return ods(tmp_path / "book.ods", ods_table("Doses", [HEAD, *ROWS]))
    return FOLDER / "table.xls"


def read(path: Path, mapping: TableMapping = MAPPING, form: Form | None = None) -> tuple[list[Entry], list[str]]:
    """Entries, and refused rows as ``line code``."""
    rows = list(MappedCsv(path, form or recognised(path).form, mapping, NOBODY).rows())
    entries = [row.entry for row in rows if isinstance(row, FoundRow) and isinstance(row.entry, Entry)]
    return entries, [f"{row.where.line} {row.reason.code}" for row in rows if isinstance(row, RefusedRow)]


def test_each_kind_says_the_same(book: Path) -> None:
    found = recognised(book)
    assert (found.format, found.form) == (Format.TABLE, Form(sheet="Doses"))
    table = Table(book, found.form)
    assert table.columns == HEAD
    assert [row.cells for row in table.rows()] == [
        ("2026-11-20", "08:10", "Green", "2.5", "g", "6"),
        ("2026-11-20", "13:40", "Green", "2.125", "g", "4"),
        ("2026-11-21", "07:05", "Red", "3", "g", "0"),
        ("2026-11-21", "09:00", "Red", "2.5", "g", "11"),
    ]


def test_rows_are_entries_or_refused_with_their_row(book: Path) -> None:
    entries, refused = read(book)
    assert refused == ["5 rating-unreadable"]
    assert [dose.amount.quantity for dose in doses(entries)] == [2500, 2125, 3000, 2500]
    assert [rating.value for rating in entries if isinstance(rating, Rating)] == [6, 4, 0]


def test_what_its_columns_are_is_guessed_without_a_question_about_the_sign(book: Path) -> None:
    table = Table(book, recognised(book).form)
    rows = [row.cells for row in table.rows()]
    mapping = guessed(table.columns, rows[1:2], BERLIN, typed=True)
    assert mapping.decimal == "."
    assert guessed(table.columns, rows[1:2], BERLIN).decimal == ""
    assert (
        guessed(table.columns, [("2026-11-20", "08:10", "Green", "2,5", "g", "6")], BERLIN, typed=True).decimal == ","
    )


def test_numbers_are_read_with_whatever_sign_is_said(book: Path) -> None:
    entries, _ = read(book, TableMapping(MAPPING.columns, BERLIN, decimal=","))
    assert [dose.amount.quantity for dose in doses(entries)] == [2500, 2125, 3000, 2500]


def test_twice_is_nothing_new_and_ten_more_rows_are_ten(tmp_path: Path, plain_book: Logbook) -> None:
    good = [row for row in ROWS if row[5] != 11]
    more: list[tuple[Value, ...]] = [
        (dt.date(2026, 12, day), dt.time(8), "Green", 2, "g", None) for day in range(1, 11)
    ]
    first, second = (xlsx(tmp_path / f"{n}.xlsx", Doses=[HEAD, *rows]) for n, rows in enumerate((good, good + more)))
    again = ods(tmp_path / "same.ods", ods_table("Doses", [HEAD, *good]))
    assert _import(first, plain_book) == 3 + 3 + 2 + 1  # doses, ratings, products, the symptom
    assert _import(first, plain_book) == 0
    assert _import(again, plain_book) == 0
    assert _import(second, plain_book) == 10


def _import(path: Path, logbook: Logbook) -> int:
    plan = plan_import(MappedCsv(path, recognised(path).form, MAPPING, NOBODY), logbook, logbook.clock.now_ms())
    assert not plan.refused
    if plan.total:
        logbook.save_all(plan.entries(), label="many.imported", origin="import")
    return plan.total


def test_each_row_of_a_large_sheet_is_counted_by_another_reader(tmp_path: Path) -> None:
    rows: Rows = [HEAD, *((dt.date(2026, 1, 1 + n % 28), dt.time(n % 24), f"P{n % 7}", n / 8 + 1, "g", n % 12)
                          for n in range(500))]  # fmt: skip
    path = xlsx(tmp_path / "large.xlsx", Doses=rows)
    entries, refused = read(path)
    with zipfile.ZipFile(path) as archive:
        written = archive.read("xl/worksheets/sheet1.xml").count(b"<row ") - 1
    ratings = sum(isinstance(entry, Rating) for entry in entries)
    assert written == 500 == len(doses(entries)) == ratings + len(refused)  # of a row with 11 only the rating is lost
    assert len(refused) == sum(n % 12 == 11 for n in range(500))


def test_values_as_a_spreadsheet_keeps_them(tmp_path: Path) -> None:
    moment = dt.datetime(2026, 11, 20, 8, 9, 59, 600_000)
    path = xlsx(
        tmp_path / "odd.xlsx", A=[("a", "b"), (0.1 + 0.2, 1e-7), (2**50, moment), ("x\ny", "'=1"), (None, True)]
    )
    assert list(sheet_rows(path, "A")) == [
        (1, ["a", "b"]), (2, ["0.3", "0.0000001"]), (3, ["1125899906842620", "2026-11-20 08:10"]), (4, ["x\ny", "'=1"]),
        (5, ["", "true"]),
    ]  # fmt: skip


def test_a_sheet_that_begins_further_down_keeps_its_row_numbers(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "low.xlsx", A=[(), (), (None, None, "x", "y"), (None, None, "1", "2")])
    assert list(sheet_rows(path, "A")) == [(3, ["x", "y"]), (4, ["1", "2"])]


def test_the_first_sheet_that_is_a_table_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "many.xlsx", Cover=[("My doses",)], Doses=[HEAD, *ROWS], Empty=[], Old=[HEAD, ROWS[0]])
    assert recognised(path).form == Form(sheet="Doses")
    assert sheet_names(path) == ("Cover", "Doses", "Old")
    source = MappedCsv(path, recognised(path).form, MAPPING, NOBODY)
    assert len(list(source.rows())) > 4
    assert source.remarks(NOBODY.texts)[-1] == "The sheet “Doses” was read. Not read: “Cover”, “Old”."
    old, _ = read(path, form=Form(sheet="Old"))
    assert len(doses(old)) == 1


def test_a_sheet_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", A=[("a", "b"), ("c", 1)])
    with pytest.raises(UserError, match="sheet-missing"):
        list(sheet_rows(path, "B"))


def test_a_workbook_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="file-unknown-format"):
        recognised(xlsx(tmp_path / "cover.xlsx", Cover=[("My doses",)]))


@pytest.mark.quick_every(7)
@pytest.mark.parametrize("kept", range(0, 100, 7))
def test_a_cut_or_changed_file_gives_a_reason_and_no_row(book: Path, tmp_path: Path, kept: int) -> None:
    content = book.read_bytes()
    place = len(content) * kept // 100
    for changed in (content[:place], content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]):
        path = tmp_path / "damaged"
        path.write_bytes(changed)
        try:
            found = list(MappedCsv(path, recognised(path).form, MAPPING, NOBODY).rows())
        except Exception as reason:  # noqa: BLE001
            assert type(reason).__name__ in ("UserError", "Refused"), reason
        else:
            assert len(found) <= 20


def test_a_locked_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import python_calamine

    def locked(_path: str) -> None:
        raise python_calamine.PasswordError

    path = xlsx(tmp_path / "a.xlsx", A=[("a", "b")])
    monkeypatch.setattr(python_calamine.CalamineWorkbook, "from_path", locked, raising=False)
    with pytest.raises(UserError, match="sheet-locked"):
        sheet_names(path)
