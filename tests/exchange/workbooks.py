"""Spreadsheet files for tests as other programs write them: .xlsx by its writer, .ods by hand."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from xlsxwriter import Workbook

Value = str | float | dt.date | dt.time | None
Rows = Sequence[Sequence[Value]]
HEAD = ("Date", "Time", "Product", "Amount", "Unit", "Pain")
ROWS: list[tuple[Value, ...]] = [
    (dt.date(2026, 11, 20), dt.time(8, 10), "Green", 2.5, "g", 6),
    (dt.date(2026, 11, 20), dt.time(13, 40), "Green", 2.125, "g", 4),
    (dt.date(2026, 11, 21), dt.time(7, 5), "Red", 3, "g", 0),
    (dt.date(2026, 11, 21), dt.time(9), "Red", 2.5, "g", 11),
]
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def xlsx(path: Path, **sheets: Rows) -> Path:
    """The sheets by name, with dates and times as a spreadsheet keeps them."""
    book = Workbook(path)
    day, clock = book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"num_format": "hh:mm"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, dt.date | dt.time):
                    sheet.write_datetime(number, column, value, day if isinstance(value, dt.date) else clock)
                elif value is not None:
                    sheet.write(number, column, value)
    book.close()
    return path


def ods(path: Path, content: str) -> Path:
    """An OpenDocument with these tables."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIMETYPE)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        body = f"<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body>"
        archive.writestr("content.xml", f"<office:document-content {_SPACES}>{body}</office:document-content>")
    return path


def ods_table(name: str, rows: Rows) -> str:
    """A table with its rows, and below them what the program adds: a million empty rows."""
    written = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rest = f'<table:table-row table:number-rows-repeated="1048000">{empty}</table:table-row>'
    return f"<table:table table:name={quoteattr(name)}>{written}{rest}</table:table>"


def _ods_cell(value: Value) -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case str():
            kind, said = "string", ""
        case dt.date():
            kind, said = "date", f'office:date-value="{value.isoformat()}"'
        case dt.time():
            kind, said = "time", f'office:time-value="{value.strftime("PT%HH%MM%SS")}"'
        case _:
            kind, said = "float", f'office:value="{value}"'
    shown = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell office:value-type="{kind}" {said}>{shown}</table:table-cell>'
