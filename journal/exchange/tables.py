"""A table that another program or a person wrote, in any usual encoding, read row by row in bounded memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from journal.errors import UserError
from journal.exchange.files import readable_file
from journal.exchange.lines import BYTE_ORDER_MARK, HALF_A_LETTER, LONGEST_LINE, Ending, Lines, is_cut, undecodable
from journal.exchange.spreadsheets import is_spreadsheet, sheet_names, sheet_rows
from journal.exchange.table_head import LOOKED_AT, Head, beginning, first_lines, head_of, seem_names

LIMIT_MB = 100
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
MOST_COLUMNS = 500
_HEAD = 65_536
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Form:
    """How the file is written. ``named``: whether its first row holds the columns' names.

    ``skip``: how many lines stand above the table, such as a title.
    ``sheet``: the sheet of a spreadsheet; empty for a file of text. ``decimal``: how the sheet's numbers are said.
    """

    encoding: str = "utf-8"
    separator: str = ","
    named: bool = True
    sheet: str = ""
    decimal: str = "."
    skip: int = 0


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its number below the names from 1, its line in the file from 1, its cells.

    ``cut``: it is the file's last, and the file seems to end inside of it.
    """

    number: int
    line: int
    cells: tuple[str, ...]
    cut: bool = False


class Table:
    """A table's columns and rows; it can be read again and again, and nothing of it is kept.

    Raises UserError("csv-broken", "file-not-text", "csv-too-wide", ...) with the line.
    """

    def __init__(self, path: Path, form: Form) -> None:
        self.path = path
        self.form = form
        self.columns = self._columns()

    def rows(self) -> Generator[TableRow, None, None]:
        """Every row that has a filled cell."""
        number = 0
        for first, (line, cells, ended) in enumerate(self._all()):
            if any(cells) and (first or not self.form.named):
                number += 1
                yield TableRow(number, line, tuple(cells), is_cut(cells, len(self.columns), ended))

    def first(self, n: int) -> tuple[TableRow, ...]:
        """The first rows."""
        with closing(self.rows()) as rows:
            return tuple(islice(rows, n))

    def _columns(self) -> tuple[str, ...]:
        with closing(self._all()) as rows:
            cells = next((cells for _, cells, _ in rows), [])
        if len(cells) > MOST_COLUMNS:
            raise UserError("csv-too-wide", path=self.path, limit=MOST_COLUMNS)
        names = [" ".join(cell.lstrip(BYTE_ORDER_MARK).split())[:80] if self.form.named else "" for cell in cells]
        return _distinct([name or f"Column {number}" for number, name in enumerate(names, 1)])

    def _all(self) -> Generator[tuple[int, list[str], Ending], None, None]:
        if self.form.sheet:
            for line, cells in sheet_rows(self.path, self.form.sheet, self.form.decimal):
                if line > self.form.skip:
                    yield line, cells, Ending.MORE
            return
        with readable_file(self.path, LIMIT_MB) as file:
            text = io.TextIOWrapper(file, encoding=self.form.encoding, newline="")
            try:
                yield from self._cells(Lines(text, self.path))
            finally:
                text.detach()

    def _cells(self, lines: Lines) -> Generator[tuple[int, list[str], Ending], None, None]:
        csv.field_size_limit(LONGEST_LINE)
        try:
            line = lines.pass_over(self.form.skip)
            for cells in csv.reader(lines, delimiter=self.form.separator, strict=True):
                yield line, cells, lines.ending
                line = lines.next_row()
        except UnicodeDecodeError as problem:
            raise undecodable(problem, self.path, lines.number + 1, self.form.encoding) from problem
        except csv.Error as problem:
            raise UserError("csv-broken", path=self.path, line=line) from problem


def _distinct(names: list[str]) -> tuple[str, ...]:
    """A column name that occurs twice is numbered: Note, Note (2)."""
    seen: dict[str, int] = {}
    made = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(made)


# --- finding out how a file is written -------------------------------------------------------------------------------


def form_of(path: Path, limit_mb: int = LIMIT_MB) -> Form | None:
    """How the file seems to be written; None if it is no table, such as a picture or an archive."""
    form_with_head = form_and_head(path, limit_mb)
    return None if form_with_head is None else form_with_head[0]


def form_and_head(path: Path, limit_mb: int = LIMIT_MB) -> tuple[Form, Head] | None:
    """The same, with the first rows."""
    if is_spreadsheet(path):
        return _first_of_sheets(path)
    with readable_file(path, limit_mb) as file:
        encoding = _encoding(file)
        if encoding is None:
            return None
        file.seek(0)
        head = head_of(_first_lines(file, encoding))
    return None if head is None else (Form(encoding, head.separator, skip=head.skip), head)


def _first_of_sheets(path: Path) -> tuple[Form, Head] | None:
    """The first sheet that is a table; a cover sheet with a line of text on it is none."""
    for sheet in sheet_names(path):
        with closing(sheet_rows(path, sheet)) as rows:
            taken = list(islice(rows, LOOKED_AT))
        begin = beginning([cells for _, cells in taken])
        if begin is not None:
            (line, first), below = taken[begin], [tuple(cells) for _, cells in taken[begin + 1 :]]
            skip = 0 if begin == 0 else line - 1
            return Form(sheet=sheet, skip=skip), Head("", skip, tuple(first), tuple(below))
    return None


def _encoding(file: BinaryIO) -> str | None:
    head = file.read(_HEAD)
    if head.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if head.startswith(b"\xfe\xff"):
        return "utf-16-be"
    if b"\0" in head:
        return _without_mark(head)
    file.seek(0)
    return "utf-8" if _is_utf8(file) else "cp1252"


def _without_mark(head: bytes) -> str | None:
    """UTF-16 of European letters has a zero in every second byte; anything else with zeros is no text."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _is_utf8(file: BinaryIO) -> bool:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        while text.read(_PIECE):
            pass
    except UnicodeDecodeError as problem:
        return problem.reason in HALF_A_LETTER
    finally:
        text.detach()
    return True


def _first_lines(file: BinaryIO, encoding: str) -> list[str]:
    text = io.TextIOWrapper(file, encoding=encoding, newline="", errors="replace")
    try:
        lines = first_lines(iter(lambda: text.readline(LONGEST_LINE), ""))
    finally:
        text.detach()
    return [line.lstrip(BYTE_ORDER_MARK) if number == 0 else line for number, line in enumerate(lines)]


def with_names_guessed(form: Form, first: Sequence[str], below: Sequence[Sequence[str]] = ()) -> Form:
    """The form without names if the first row looks like data: a cell that is a number, a date, or as those below."""
    return replace(form, named=seem_names(first, below))
