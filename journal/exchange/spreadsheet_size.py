"""How large a spreadsheet's sheets are, found out in bounded memory before anything is unpacked for good.

The library that reads spreadsheets makes room for every cell between the first and the last one. Two cells at opposite
corners of a small file would take gigabytes and end the program, so the corners are looked for first.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from journal.errors import UserError
from journal.exchange.files import MEGABYTE

MOST_CELLS = 5_000_000
UNPACKED_MB = 400
_PIECE = 1 << 20
_OVERLAP = 64
_CELL = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")


def refuse_too_large(archive: zipfile.ZipFile, path: Path) -> None:
    """UserError("file-too-large") for what unpacks to too much, "sheet-too-large" for a sheet with too many cells."""
    if sum(member.file_size for member in archive.infolist()) > UNPACKED_MB * MEGABYTE:
        raise UserError("file-too-large", path=path, limit=UNPACKED_MB)
    for name in archive.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _refuse_sheet(_corner(_pieces(archive, name)), path)
        elif name == "content.xml":
            for corner in _OpenDocument().corners(_pieces(archive, name)):
                _refuse_sheet(corner, path)


def _refuse_sheet(corner: tuple[int, int], path: Path) -> None:
    rows, columns = corner
    if rows * columns > MOST_CELLS:
        raise UserError("sheet-too-large", path=path, rows=rows, columns=columns)


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as part:
        while piece := part.read(_PIECE):
            yield piece


def _corner(pieces: Iterator[bytes]) -> tuple[int, int]:
    """The last row and the last column that a cell of the sheet names."""
    rows = columns = 1
    kept = b""
    for piece in pieces:
        text = kept + piece
        for letters, digits in _CELL.findall(text):
            rows, columns = max(rows, int(digits)), max(columns, _column(letters))
        kept = text[-_OVERLAP:]
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


class _OpenDocument:
    """Walks through an OpenDocument's tables; a row or cell may say how often it stands there."""

    def __init__(self) -> None:
        self._corners: list[tuple[int, int]] = []
        self._row = self._column = self._of_row = 0
        self._repeated = 1

    def corners(self, pieces: Iterator[bytes]) -> list[tuple[int, int]]:
        """The last row and column with something in it, of each table."""
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)
        return self._corners

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "table:table":
                self._corners.append((1, 1))
                self._row = 0
            case "table:table-row":
                self._column = self._of_row = 0
                self._repeated = _times(attributes, "table:number-rows-repeated")
            case "table:table-cell" | "table:covered-table-cell":
                self._column += _times(attributes, "table:number-columns-repeated")
                if "office:value-type" in attributes:
                    self._of_row = self._column

    def _end(self, name: str) -> None:
        if name == "table:table-row" and self._corners:
            self._row += self._repeated
            if self._of_row:
                _, columns = self._corners[-1]
                self._corners[-1] = self._row, max(columns, self._of_row)


def _times(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name, "1")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 1
