"""The program's own ZIP of tables as rows: everything comes back as it was, and each refused row has its reason."""

from __future__ import annotations

import csv
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from journal.core.amounts import SIGNS, Dimension
from journal.core.entries import Entry, Product, Tombstone
from journal.core.product_kinds import from_version_0_1
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.cells import text_of
from journal.exchange.csv_cells import thousandths_in
from journal.exchange.disagreeing_amounts import refuse_disagreeing
from journal.exchange.file_rows import LISTS, FoundRow, RefusedRow, Row, Where
from journal.exchange.files import MEGABYTE, readable_file
from journal.exchange.lines import LONGEST_LINE, Lines, is_cut, undecodable
from journal.exchange.objects import from_object, tombstone_from, types_of_keys
from journal.exchange.written_values import written_in
from journal.exchange.zip_out import KEYS, in_thousandths

LIMIT_MB = 1000
_BEGINS = b"PK\x03\x04"
_TABLES = {f"{name}.csv": name for name in LISTS}  # each is there, even when it is empty
_FEWEST = 3  # of our tables, by which an archive is told to be ours
_OF_EVERY_VERSION = (
    "persons.csv", "products.csv", "units.csv", "symptoms.csv", "doses.csv", "ratings.csv", "day_marks.csv",
    "notes.csv", "settings.csv", "tombstones.csv",
)  # fmt: skip
_WHOLE = re.compile(r"-?[0-9]{1,16}")
_DIMENSIONS = {sign: str(dimension) for dimension, sign in SIGNS.items()}
_PIECE = 1 << 20
# What the standard library raises for archives that are damaged: their places, sizes, names or packed parts.
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, RuntimeError, OSError,
    ValueError, OverflowError, KeyError,
)  # fmt: skip


def is_own_zip(path: Path) -> bool:
    """Whether it is an archive with our tables; that one is missing is said when it is read."""
    with readable_file(path, LIMIT_MB) as file:
        if file.read(len(_BEGINS)) != _BEGINS:
            return False
        try:
            with zipfile.ZipFile(file) as archive:
                return len(_TABLES.keys() & set(archive.namelist())) >= _FEWEST
        except BROKEN:
            return False


def is_broken_zip(path: Path) -> bool:
    """Whether it begins as an archive and cannot be opened as one."""
    with readable_file(path, LIMIT_MB) as file:
        if file.read(len(_BEGINS)) != _BEGINS:
            return False
        try:
            zipfile.ZipFile(file).close()
        except BROKEN:
            return True
    return False


class ZipTables:
    """The program's own ZIP. It can be read again and again; nothing of it is kept in memory.

    ``missing``: tables that it lacks, known once the rows were read; an older version wrote fewer.
    """

    keeps_trash = True

    def __init__(self, path: Path) -> None:
        self.path = path
        self.missing: tuple[str, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Every row of every table, what others refer to first; none where a part of the archive is damaged."""
        with readable_file(self.path, LIMIT_MB) as file:
            try:
                archive = zipfile.ZipFile(file)
                self._refuse_too_large(archive)
                self.missing = self._missing(archive)
                tables = [name for table, name in _TABLES.items() if table not in self.missing]
                for name in tables:
                    _unpack(archive, name)
            except BROKEN as problem:
                raise UserError("zip-broken", path=self.path) from problem
            for name in tables:
                yield from self._table(archive, name)

    def _refuse_too_large(self, archive: zipfile.ZipFile) -> None:
        if sum(member.file_size for member in archive.infolist()) > LIMIT_MB * MEGABYTE:
            raise UserError("file-too-large", path=self.path, limit=LIMIT_MB)

    def _missing(self, archive: zipfile.ZipFile) -> tuple[str, ...]:
        """Refused where it is one that every version writes: what it held would be lost unsaid."""
        missing = [name for name in _TABLES if name not in archive.namelist()]
        lost = [name for name in missing if name in _OF_EVERY_VERSION]
        if lost:
            raise UserError("zip-tables-missing", path=self.path, names=", ".join(lost))
        return tuple(missing)

    def _table(self, archive: zipfile.ZipFile, name: str) -> Iterator[Row]:
        with self._lines(archive, name) as lines:
            csv.field_size_limit(LONGEST_LINE)
            reader = csv.reader(lines, strict=True)
            header = next(reader, [])
            read = _reader(name, header)
            line = lines.next_row()
            for number, cells in enumerate(reader, 1):
                yield _row(Where(name, number, line), header, cells, is_cut(cells, len(header), lines.ending), read)
                line = lines.next_row()

    @contextmanager
    def _lines(self, archive: zipfile.ZipFile, name: str) -> Iterator[Lines]:
        with archive.open(f"{name}.csv") as member:
            lines = Lines(io.TextIOWrapper(member, encoding="utf-8", newline=""), self.path)
            try:
                yield lines
            except UnicodeDecodeError as problem:
                raise undecodable(problem, self.path, lines.number + 1, "utf-8") from problem
            except csv.Error as problem:
                raise UserError("csv-broken", path=self.path, line=lines.number) from problem


def _unpack(archive: zipfile.ZipFile, name: str) -> None:
    """To its end, where its checksum is compared."""
    with archive.open(f"{name}.csv") as member:
        while member.read(_PIECE):
            pass


_Read = Callable[[Mapping[str, str]], Entry | Tombstone]


def _row(where: Where, header: Sequence[str], cells: Sequence[str], cut: bool, read: _Read) -> Row:
    cells_by_column = {column: cell for column, cell in zip(header, cells, strict=False) if cell}
    try:
        if len(cells) > len(header):
            raise Refused("row-too-long")
        if cut:
            raise Refused("row-cut")
        return FoundRow(where, read(cells_by_column))
    except Refused as reason:
        return RefusedRow(where, reason, written_in(cells_by_column))


def _reader(name: str, header: Sequence[str]) -> _Read:
    """What makes an entry of a table's filled cells by column."""
    kind, keys = LISTS[name], KEYS[name]
    types: Mapping[str, type] = types_of_keys(kind) if kind is not None else {}
    old_products = name == "products" and "content" not in header

    def read(cells: Mapping[str, str]) -> Entry | Tombstone:
        unknown = sorted(cells.keys() - keys.keys())
        if unknown:
            raise Refused("key-unknown", key=unknown[0][:40])
        members = {keys[column]: _value(name, column, cell, types) for column, cell in cells.items()}
        if kind is None:
            return tombstone_from(members)
        entry = from_object(kind, members)
        refuse_disagreeing(entry, "typed", "amount")
        return from_version_0_1(entry) if old_products and isinstance(entry, Product) else entry

    return read


def _value(name: str, column: str, cell: str, types: Mapping[str, type]) -> Any:
    """What the cell says, as the JSON file would."""
    key = KEYS[name][column]
    if in_thousandths(name, column):
        return thousandths_in(cell, 1000, Dimension.COUNT)
    if key == "dimension":
        return _DIMENSIONS.get(cell, cell)
    of_type = types.get(key, str)
    if of_type is bool:
        return True if cell == "1" else cell
    if of_type is int:
        return int(cell) if _WHOLE.fullmatch(cell) else cell
    return text_of(cell).split("\n") if of_type is list else text_of(cell)
