"""Chosen entries as a spreadsheet file (.xlsx): a sheet for each kind, headings that stay in sight, typed cells.

Times are those of the clock where the entry was written, as true dates and times; instants that say UTC are in UTC.
Numbers are numbers, and no text is ever a formula. The same entries give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.worksheet import Worksheet

from journal.core.entries import Entry, Timed
from journal.core.kinds import KINDS, own_day
from journal.core.rough_days import RoughDay
from journal.exchange.names import Names
from journal.exchange.xlsx_columns import SHEETS, CellType, SheetColumn
from journal.texts import Texts

MADE_UP = SheetColumn("made_up", CellType.YES, "id", bool)
LONGEST_CELL = 32_767  # letters, as Excel counts them: those beyond the first 65,536 characters of Unicode count twice
MOST_ROWS = 1_000_000  # in one sheet, whose limit is 1,048,576
# In memory, or parts of the journal would lie in the folder for temporary files.
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_NO_TIME = dt.datetime(1980, 1, 1)  # the time of export would make every file another one
_WIDTHS = {CellType.TIME: 18, CellType.DAY: 12, CellType.NUMBER: 10, CellType.YES: 10, CellType.LONG_TEXT: 50}
_USUAL_WIDTH = 18


def write_xlsx(
    file: BinaryIO, entries_of: Callable[[str], Iterable[Entry]], names: Names, made_up: bool = False
) -> int:
    """Write a sheet for each kind of which there is an entry; how many entries there are."""
    with Workbook(file, _SETTINGS) as book:
        book.set_properties({"created": _NO_TIME})
        sheets = _Sheets(book, names, made_up)
        return sum(sheets.write(kind, iter(entries_of(kind))) for kind in KINDS)


class _Sheets:
    """The sheets of one file."""

    def __init__(self, book: Workbook, names: Names, made_up: bool) -> None:
        self._book, self._names, self._made_up = book, names, made_up
        self._heading = book.add_format({"bold": True})
        self._long = book.add_format({"text_wrap": True, "valign": "top"})
        self._time = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})

    def write(self, kind: str, entries: Iterator[Entry]) -> int:
        """Write all of a kind, on several sheets where they are more than one can hold."""
        columns = (*SHEETS[KINDS[kind].plural], *((MADE_UP,) if self._made_up else ()))
        readers = [column.reader(self._names) for column in columns]
        count = 0
        while part := sorted(islice(entries, MOST_ROWS), key=_when):
            number = count // MOST_ROWS
            sheet = self._begun(f"{KINDS[kind].plural}{f' {number + 1}' if number else ''}", columns, len(part))
            for row, entry in enumerate(part, 1):
                for place, (column, read) in enumerate(zip(columns, readers, strict=True)):
                    value = read(entry)
                    if not (value is None or value is False or value == ""):  # 0 is a value
                        self._write_cell(sheet, row, place, column.type, value)
            count += len(part)
        return count

    def _begun(self, name: str, columns: tuple[SheetColumn, ...], rows: int) -> Worksheet:
        sheet: Worksheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, rows, len(columns) - 1)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.name, self._heading)
            sheet.set_column(place, place, _WIDTHS.get(column.type, _USUAL_WIDTH))
        return sheet

    def _write_cell(self, sheet: Worksheet, row: int, place: int, of_type: CellType, value: Any) -> None:
        match of_type:
            case CellType.TIME:
                sheet.write_datetime(row, place, value, self._time)
            case CellType.DAY if isinstance(value, RoughDay):
                sheet.write_string(row, place, value.isoformat())
            case CellType.DAY:
                sheet.write_datetime(row, place, value, self._day)
            case CellType.NUMBER:
                sheet.write_number(row, place, value)
            case CellType.YES:
                sheet.write_boolean(row, place, True)
            case CellType.TEXT | CellType.LONG_TEXT:
                form: CellFormat | None = self._long if of_type is CellType.LONG_TEXT else None
                sheet.write_string(row, place, _fitting(value, self._names.texts), form)


def _when(entry: Entry) -> tuple[str, int]:
    """By time, or by day; what has neither stays in the order of writing."""
    if isinstance(entry, Timed):
        return "", entry.at.utc_ms
    day = own_day(entry)
    return "" if day is None else day.isoformat(), 0


def _fitting(text: str, texts: Texts) -> str:
    """The text, or as much of it as a cell can hold, which then says so."""
    if len(text) <= LONGEST_CELL // 2 or _units(text) <= LONGEST_CELL:
        return text
    end = texts("… (cut: a cell holds no more; the .json file holds all of it)")
    kept = text[: LONGEST_CELL - len(end)]
    while _units(kept) > LONGEST_CELL - len(end):
        kept = kept[: len(kept) - (_units(kept) - (LONGEST_CELL - len(end)) + 1) // 2]
    return kept + end


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
