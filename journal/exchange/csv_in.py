"""The diary out of a CSV: the program's own, or one made by hand with the same column names (see ``csv_out``).

A row needs ``kind``, and ``time`` or ``day``. A product or symptom that the journal does not know is made, with no
more than the name (and the kind or code, if those columns are there). A row without ``id`` gets one made of
what it says, so that a second import recognises it, and is left out if the journal says the same of that minute. The
separator may be a comma, a semicolon or a tab. A file of the demonstration brings its mark along, so that its entries
never pass for a person's own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from journal.core.entries import DIARY_KINDS, Entry, Product, ProductKind
from journal.core.kinds import KINDS
from journal.core.plaintext import folded
from journal.core.preferences import MADE_UP_MARK
from journal.core.product_kinds import from_version_0_1
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.cells_not_taken import CellsNotTaken
from journal.exchange.csv_cells import flag_in
from journal.exchange.csv_columns import COLUMNS
from journal.exchange.csv_out import MADE_UP
from journal.exchange.csv_rows import RowReader
from journal.exchange.file_rows import FoundRow, RefusedRow, Row, Where
from journal.exchange.files import readable_file
from journal.exchange.lines import BYTE_ORDER_MARK, LONGEST_LINE, Ending, Lines, is_cut, undecodable
from journal.exchange.misnamed_columns import refuse_misnamed
from journal.exchange.names import Names
from journal.exchange.spreadsheets import sheet_rows
from journal.exchange.tables import Form
from journal.exchange.written_values import found_in, written_in

LIMIT_MB = 1000
Numbered = tuple[int, int, Mapping[str, str]]  # number, line and cells of a row
_FORM = Form()
_NEEDED = ("kind", "time")
_READ = frozenset((*COLUMNS, MADE_UP))
# Only an export has these.
_OF_EXPORTS = {"id", "recorded", "origin", "group", "product_id", "own_unit_id", "symptom_id", "symptom_code"}
_ONLY_OURS = _OF_EXPORTS - {"id", "recorded", "origin", "group"}  # which are not called so anywhere else
# Without one of these columns an entry changes its meaning: an amount seems exact, a rating skipped, and so on.
_TELLING = ("amount", "basis", "spread", "value", "answer", "phase", "dose", "prompted", "complete_later")
# Kinds in the diary of which an entry may name another one of the diary.
_NAMING_OTHERS = {
    kind for kind in DIARY_KINDS if any(reference.to in DIARY_KINDS for reference in KINDS[kind].references)
}


def is_own(first: Iterable[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether these first rows are of such a file, and not of a table that happens to have the same two names: an
    export's columns, both an id and a zone, or a kind of ours in a row."""
    names = [folded(name.lstrip(BYTE_ORDER_MARK)).strip() for name in first]
    if not {*_NEEDED} <= set(names):
        return False
    kinds = [folded(row[names.index("kind")]) for row in below if names.index("kind") < len(row)]
    ours = not _ONLY_OURS.isdisjoint(names) or {"id", "zone"} <= set(names)
    return not kinds or ours or not set(kinds).isdisjoint(DIARY_KINDS)


class CsvFile:
    """A CSV file as rows. ``here`` names the journal's products, own units and symptoms; ``zone`` is where we are.

    ``form``: how it is written, and how many lines stand above the columns' names (``sniffing.recognised`` finds out);
    a spreadsheet may have saved it as one of its own files.

    ``unread`` holds the names of columns that mean nothing here, ``without_private`` says that no column tells what is
    private, ``without_unit`` that none tells what the amounts are in, ``taken_out`` names other columns of an export
    without which its entries say something else. ``units_dropped`` is how many amounts lost their link to
    an own unit that this journal does not have, ``times_twice`` how many times without an offset came twice in an
    autumn night, where the first is taken, ``by_name`` says that products or symptoms came with their names alone; they
    are known once the rows were read, and so is ``not_taken``: what of them was left out unasked.
    ``names_in_the_open``: no column tells which of them are private.
    """

    keeps_trash = False

    def __init__(self, path: Path, here: Names, zone: str, form: Form = _FORM) -> None:
        self.path, self.form = path, form
        self.unread: tuple[str, ...] = ()
        self.taken_out: tuple[str, ...] = ()
        self.without_private = self.without_unit = False
        self.units_dropped = self.times_twice = 0
        self.by_name = self.names_in_the_open = False
        self._from_version_0_1 = False
        self._said_made_up = False
        self.not_taken = CellsNotTaken(here)
        self._columns_there: frozenset[str] = frozenset()
        self._here = here
        self._zone = zone

    def rows(self) -> Iterator[Row]:
        """Every row; ratings last, because they may name doses anywhere in the file, and so on."""
        reader, self._said_made_up = RowReader(self._here, self._zone), False
        self.by_name, self.not_taken = False, CellsNotTaken(self._here)
        for naming in (False, True):
            for number, line, cells in self._sheet() if self.form.sheet else self._text():
                if (cells.get("kind") in _NAMING_OTHERS) is naming:
                    yield from self._rows(reader, Where("", number, line), cells)
        self.units_dropped, self.times_twice = reader.units_dropped, reader.times_twice

    def _text(self) -> Iterator[Numbered]:
        with readable_file(self.path, LIMIT_MB) as file:
            text = io.TextIOWrapper(file, encoding=self.form.encoding, newline="")
            lines = Lines(text, self.path)
            try:
                yield from self._cells(lines)
            except UnicodeDecodeError as problem:
                raise undecodable(problem, self.path, lines.number + 1, self.form.encoding) from problem
            finally:
                text.detach()

    def _sheet(self) -> Iterator[Numbered]:
        """The same out of a spreadsheet's sheet."""
        rows = (row for row in sheet_rows(self.path, self.form.sheet) if row[0] > self.form.skip)
        header = self._columns(next(rows, (0, []))[1])
        for number, (line, row) in enumerate((row for row in rows if any(row[1])), 1):
            yield number, line, _named(header, row, Ending.MORE)

    def _cells(self, lines: Lines) -> Iterator[Numbered]:
        """Number, line and cells of every row below the header."""
        csv.field_size_limit(LONGEST_LINE)
        header, separator = self._header(lines)
        line, number = lines.next_row(), 0
        try:
            for row in csv.reader(lines, delimiter=separator, strict=True):
                if any(row):
                    number += 1
                    yield number, line, _named(header, row, lines.ending)
                line = lines.next_row()
        except csv.Error as problem:
            raise UserError("csv-broken", path=self.path, line=line) from problem

    def _header(self, lines: Lines) -> tuple[list[str], str]:
        lines.pass_over(self.form.skip)
        first = next(lines, "")
        separator = next((sign for sign in ",;\t" if sign in first), ",")
        try:
            names = next(csv.reader([first], delimiter=separator, strict=True), [])
        except csv.Error as problem:
            raise UserError("csv-broken", path=self.path, line=lines.number) from problem
        return self._columns(names), separator

    def _columns(self, names: Sequence[str]) -> list[str]:
        """The columns' names as they are known; UserError where one that is needed is missing or stands there twice."""
        header = [name.lstrip(BYTE_ORDER_MARK).strip().casefold() for name in names]
        missing = [column for column in _NEEDED if column not in header]
        if missing:
            raise UserError("csv-columns", path=self.path, columns=", ".join(missing))
        known = [column for column in header if column in COLUMNS]
        if len(known) != len(set(known)):
            raise UserError("csv-column-twice", path=self.path)
        self.unread = tuple(column[:40] for column in header if column and column not in (*COLUMNS, MADE_UP))
        refuse_misnamed(self.path, header, self.unread, COLUMNS)
        self._from_version_0_1 = "product_id" in header and "product_content" not in header
        self._look_for_missing(header)
        self._columns_there = frozenset(header)
        return header

    def _look_for_missing(self, header: list[str]) -> None:
        self.without_private = "private" not in header
        self.names_in_the_open = not {"product_private", "symptom_private"} <= set(header)
        self.without_unit = "amount" in header and "unit" not in header
        telling = [column for column in _TELLING if column != "answer" or not self._from_version_0_1]
        exported = not _OF_EXPORTS.isdisjoint(header)
        self.taken_out = tuple(column for column in telling if exported and column not in header)

    def _rows(self, reader: RowReader, where: Where, cells: Mapping[str, str]) -> Iterator[Row]:
        try:
            made_up = flag_in(cells, MADE_UP)
        except Refused as reason:
            yield RefusedRow(where, reason)
            return
        if made_up and not self._said_made_up:
            self._said_made_up = True
            yield FoundRow(where, MADE_UP_MARK)
        try:
            for why in (_TOO_LONG, _CUT):
                if why in cells:
                    raise Refused(cells[why])
            made: list[Entry] = reader.entries(cells)
        except Refused as reason:
            place = Where(column, 0, where.line) if (column := _column(reason, cells)) else where
            yield RefusedRow(place, reason, written_in(cells), said=found_in(cells))
            return
        self.by_name |= len(made) > 1
        self.not_taken.look_at(cells, self._columns_there, made, kinds_told=not self._from_version_0_1)
        for entry in made:
            if isinstance(entry, Product):
                product = from_version_0_1(entry) if self._from_version_0_1 else entry
                yield FoundRow(where, product, kindless=product.kind is ProductKind.NOT_SAID)
            else:
                yield FoundRow(where, entry, without_id="id" not in cells)


def _column(reason: Refused, cells: Mapping[str, str]) -> str:
    """The one column whose cell the reason quotes; "" where it quotes none, or what stands in several."""
    quoted = str(reason.values.get("text", "")).strip()
    columns = [name for name, cell in cells.items() if quoted and name and cell.strip()[: len(quoted)] == quoted]
    return columns[0] if len(columns) == 1 else ""


# Under names that no column can have, why a row cannot be taken.
_TOO_LONG, _CUT = "", "\0"


def _named(header: list[str], row: list[str], ending: Ending) -> Mapping[str, str]:
    cells = {name: cell for name, cell in zip(header, row, strict=False) if cell and name in _READ}
    if len(row) > len(header) and any(row[len(header) :]):
        cells[_TOO_LONG] = "row-too-long"
    if is_cut(row, len(header), ending):
        cells[_CUT] = "row-cut"
    return cells
