"""Spreadsheet files for tests, read by code of their own: the standard library's ZIP and XML alone."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from xml.etree import ElementTree

Cell = str | float | bool | dt.datetime
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-F]{4})_")
_NO_DATE = dt.datetime(1899, 12, 30)  # day 0 of a spreadsheet


def sheets_of(content: bytes) -> dict[str, list[dict[str, Cell]]]:
    """The rows of every sheet by the names in its first row; empty cells are left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        shared = [_text(item) for item in _root(archive, "xl/sharedStrings.xml").iter(f"{_MAIN}si")]
        formats = _formats(_root(archive, "xl/styles.xml"))
        names = [sheet.attrib["name"] for sheet in _root(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet")]
        read = {}
        for number, name in enumerate(names, 1):
            root = _root(archive, f"xl/worksheets/sheet{number}.xml")
            assert not list(root.iter(f"{_MAIN}f")), "there is a formula"
            pane = next(root.iter(f"{_MAIN}pane"))
            assert (pane.attrib["state"], pane.attrib["ySplit"]) == ("frozen", "1")
            read[name] = _rows(root, shared, formats)
        return read


def _root(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(name))


def _text(item: ElementTree.Element) -> str:
    text = "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _formats(styles: ElementTree.Element) -> list[str]:
    own = {each.attrib["numFmtId"]: each.attrib["formatCode"] for each in styles.iter(f"{_MAIN}numFmt")}
    cells = next(styles.iter(f"{_MAIN}cellXfs"))
    return [own.get(each.attrib["numFmtId"], "") for each in cells]


def _rows(root: ElementTree.Element, shared: list[str], formats: list[str]) -> list[dict[str, Cell]]:
    rows = [
        {re.sub("[0-9]", "", cell.attrib["r"]): _value(cell, shared, formats) for cell in row}
        for row in root.iter(f"{_MAIN}row")
    ]
    names = {column: str(name) for column, name in rows[0].items()}
    return [{names[column]: value for column, value in row.items()} for row in rows[1:]]


def _value(cell: ElementTree.Element, shared: list[str], formats: list[str]) -> Cell:
    written = next(cell.iter(f"{_MAIN}v")).text or ""
    match cell.attrib.get("t"):
        case "s":
            return shared[int(written)]
        case "b":
            return written == "1"
    number = float(written)
    if "yyyy" in formats[int(cell.attrib.get("s", "0"))]:
        return _NO_DATE + dt.timedelta(milliseconds=round(number * 86_400_000))
    return number
