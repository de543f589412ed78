"""The program's own CSV that a spreadsheet has saved as one of its own files is still the program's own."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from journal.core.amounts import Amount, Dimension
from journal.core.entries import DayMark, DayMarkKind, Dose, Note, Product
from journal.exchange.export import export_to, names_of
from journal.exchange.file_formats import Format
from journal.exchange.opening import opened, remarks
from journal.exchange.plan import Plan, plan_import
from journal.exchange.sniffing import recognised
from journal.logbook import Logbook
from journal.texts import english
from tests import journals
from tests.exchange.foreign import BERLIN
from tests.exchange.office import saved_as
from tests.exchange.workbooks import ods, ods_table
from tests.journals import ago

ODD = ["=1+1", "'quoted", "1.5", "line\nbreak", "true", "2026-11-20", " ä "]


@pytest.fixture
def filled(plain_book: Logbook) -> Logbook:
    """A journal with what a spreadsheet may take for a number, a day or a formula."""
    green = journals.saved(plain_book, Product(name="Green"))
    for n, text in enumerate(ODD):
        plain_book.save(Note(at=ago(plain_book, 60 + n), text=text, private=n == 0))
    plain_book.save(Dose(at=ago(plain_book, 30), product=green.id, amount=Amount("2.125 g", 2125, Dimension.MASS)))
    plain_book.save(DayMark(day=plain_book.today().replace(day=1), mark=DayMarkKind.NONE_TODAY))
    return plain_book


def _rows(book: Logbook, folder: Path) -> list[list[str]]:
    export_to(book, folder / "out.csv", english(), separator=",")
    return list(csv.reader(io.StringIO((folder / "out.csv").read_bytes().decode("utf-8-sig"))))


def _xlsx(path: Path, rows: list[list[str]]) -> Path:
    """Numbers as numbers, the rest as text."""
    book = Workbook(path, {"strings_to_numbers": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("out")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    book.close()
    return path


def _ods(path: Path, rows: list[list[str]]) -> Path:
    return ods(path, ods_table("out", rows))


def _planned(book: Logbook, path: Path) -> Plan:
    found = recognised(path)
    assert found.format is Format.OWN_CSV
    source = opened(path, found, names_of(book, english()), BERLIN)
    plan = plan_import(source, book, book.clock.now_ms())
    assert remarks(source, english()) == []
    return plan


@pytest.mark.parametrize(("ending", "write"), [("xlsx", _xlsx), ("ods", _ods)])
def test_every_row_is_recognised(
    filled: Logbook, tmp_path: Path, ending: str, write: Callable[[Path, list[list[str]]], Path]
) -> None:
    plan = _planned(filled, write(tmp_path / f"a.{ending}", _rows(filled, tmp_path)))
    assert (plan.total, plan.counts.here.total(), plan.changed, plan.refused) == (0, len(ODD) + 2, [], [])


def test_a_title_above_and_rows_without_ids_are_read_as_in_a_csv(filled: Logbook, tmp_path: Path) -> None:
    head, *rows = _rows(filled, tmp_path)
    place = head.index("id")
    table = [["My diary"], [], head, *([*row[:place], "", *row[place + 1 :]] for row in rows)]
    plan = _planned_with_remarks(filled, _xlsx(tmp_path / "a.xlsx", table))
    assert (plan.total, plan.refused) == (0, [])


def _planned_with_remarks(book: Logbook, path: Path) -> Plan:
    source = opened(path, recognised(path), names_of(book, english()), BERLIN)
    return plan_import(source, book, book.clock.now_ms())


def test_a_row_that_cannot_be_read_has_its_number_in_the_sheet(filled: Logbook, tmp_path: Path) -> None:
    rows = _rows(filled, tmp_path)
    rows[3][rows[0].index("time")] = "noonish"
    rows[3][rows[0].index("id")] = ""
    plan = _planned(filled, _xlsx(tmp_path / "a.xlsx", rows))
    assert [row.where.line for row in plan.refused] == [4]


@pytest.mark.campaign
@pytest.mark.needs("soffice")
@pytest.mark.parametrize(("region", "separator"), [("de-DE", ";"), ("en-US", ",")])
def test_so_it_is_when_another_program_saves_it(filled: Logbook, tmp_path: Path, region: str, separator: str) -> None:
    export_to(filled, tmp_path / "out.csv", english(), separator=separator)
    plan = _planned(filled, saved_as(tmp_path / "out.csv", "xlsx", region, separator))
    assert (plan.total, plan.counts.here.total(), plan.changed, plan.refused) == (0, len(ODD) + 2, [], [])
