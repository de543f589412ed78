"""Any table, read as a person says: each row a dose, ratings, a note, or several of them at one time.

Rows are turned into the cells of the program's own CSV and read by its reader, so that names, products, symptoms and
refusals are the same there and here. Of a row that cannot be read as a whole the rest is taken: what is lost is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from journal.core.entries import Dose, Entry, Product, Rating, Symptom, origin_id
from journal.core.moments import zone_of
from journal.core.plaintext import clean_name
from journal.core.privacy import private_by_nature
from journal.core.refusal import Refused
from journal.exchange.csv_rows import RowReader
from journal.exchange.file_rows import FoundRow, RefusedRow, Row, Where
from journal.exchange.herbal_tracker_rows import remarks_on_times
from journal.exchange.mapped_row import MappedRow, RefusedCell
from journal.exchange.mapping import TableMapping, refuse_unfit
from journal.exchange.names import Names
from journal.exchange.spreadsheets import sheet_names
from journal.exchange.tables import Form, Table, TableRow
from journal.exchange.written_values import found_by, written_in_columns
from journal.exchange.xlsx_columns import is_own_sheet
from journal.exchange.zero_amounts import ZeroAmounts
from journal.texts import Texts
from journal.texts.marked import marked, marked_plural

OWN_SHEET = marked(
    "This program wrote the spreadsheet, to be read. To bring a journal back, take its .json or .zip: all of it comes. "
    "Of this file only what you say of its columns comes, as of any table."
)
_SHEETS = 20  # of other sheets that are named
_OF_ANY_NOTE = ("time", "zone", "complete_later", "note")
_ALIKE = 5  # lines that are named
_COLUMNS = 20  # of those that are not read


class MappedCsv:
    """A table and what its columns mean; ``remarks`` are known once the rows were read."""

    keeps_trash = False

    def __init__(self, path: Path, form: Form, mapping: TableMapping, here: Names) -> None:
        self.path, self.form, self.mapping = path, form, mapping
        self._here = here
        self._remarks: list[str] = []

    def rows(self) -> Iterator[Row]:
        """Every row's entries; Refused with a ``mapping-`` code if it could make none."""
        table = Table(self.path, replace(self.form, decimal=self.mapping.decimal or "."))
        reading = Reading(table.columns, self.mapping, self._here)
        for row in table.rows():
            yield from reading.rows_of(row)
        texts = self._here.texts
        columns = remark_on_columns(table.columns, self.mapping, texts)
        self._remarks = [*remark_on_own(self.form, table.columns, texts), *reading.remarks(texts)]
        self._remarks += [*remark_on_sheets(self.path, self.form, texts), *columns]

    def remarks(self, _texts: Texts) -> list[str]:
        """What to know of the last reading, in plain words."""
        return self._remarks


def remark_on_columns(names: Sequence[str], mapping: TableMapping, texts: Texts) -> list[str]:
    """Which columns nothing was read of, in no kind of row; () without any."""
    ways = [mapping.columns, *(case.columns for case in mapping.cases)]
    unread = [name for n, name in enumerate(names) if all(columns[n].meaning is None for columns in ways)]
    if not unread:
        return []
    named = ", ".join(f"“{clean_name(name)}”" for name in unread[:_COLUMNS])
    if len(unread) > _COLUMNS:
        one, many = marked_plural("Columns that were not read: {names} and {n} other.",
                                  "Columns that were not read: {names} and {n} others.")  # fmt: skip
        return [texts.plural(one, many, len(unread) - _COLUMNS, names=named)]
    return [texts("Columns that were not read: {names}.", names=named)]


def remark_on_own(form: Form, names: Sequence[str], texts: Texts) -> list[str]:
    """What to take instead of a spreadsheet that this program wrote; () for any other table."""
    return [texts(OWN_SHEET)] if form.sheet and is_own_sheet(form.sheet, names) else []


def remark_on_sheets(path: Path, form: Form, texts: Texts) -> list[str]:
    """Which sheet of a spreadsheet was read, and which others there are; () for any other file."""
    others = [name for name in sheet_names(path) if name != form.sheet] if form.sheet else []
    if not others:
        return []
    named = ", ".join(f"“{clean_name(name)}”" for name in others[:_SHEETS])
    remark = texts("The sheet “{name}” was read.", name=clean_name(form.sheet))
    return [f"{remark} {texts('Not read: {names}.', names=named)}"]


def _apart(cells: dict[str, str]) -> list[dict[str, str]]:
    """A dose without its note, and the note without the dose; nothing of any other part."""
    if cells["kind"] != "dose" or "note" not in cells:
        return []
    dose = {name: cell for name, cell in cells.items() if name != "note"}
    note = {name: cell for name, cell in cells.items() if name in _OF_ANY_NOTE}
    return [dose, {**note, "kind": "note", "id": origin_id("table-row", f"note of {cells['id']}")}]


class Reading:
    """Reads the rows of one table, one after the other; Refused if mapping, zone and columns do not fit."""

    def __init__(self, columns: tuple[str, ...], mapping: TableMapping, here: Names) -> None:
        if len(columns) != len(mapping.columns):
            raise Refused("file-changed")
        refuse_unfit(mapping)
        zone_of(mapping.zone)
        self._names = columns
        self._row = MappedRow(columns, mapping, here)
        self._reader = RowReader(here, mapping.zone)
        self._zeros = ZeroAmounts(mapping.zero)
        self._kept: dict[str, Entry] = {}
        self._in_words = self._without_amount = 0
        self._alike_in: list[int] = []  # lines of rows that an earlier one is like

    def rows_of(self, row: TableRow) -> Iterator[Row]:
        """The row's entries, behind the products and symptoms that they name; and the reasons why others are lost."""
        entries, lost = self.read(row)
        for entry in entries:
            yield FoundRow(Where("", row.number, row.line), entry, isinstance(entry, Product), without_id=True)
        yield from lost

    def _lost(self, row: TableRow, reason: Refused, partly: bool) -> RefusedRow:
        """The row's place, its column if the reason knows it."""
        column = reason.column if isinstance(reason, RefusedCell) else ""
        place = Where(column, 0 if column else row.number, row.line)
        # What is taken is seen as an entry.
        lost_cells = [
            (meant, cell)
            for meant, name, cell in zip(self._row.columns, self._names, row.cells, strict=False)
            if not partly or name == column
        ]
        written = written_in_columns([meant for meant, _ in lost_cells], [cell for _, cell in lost_cells])
        return RefusedRow(place, reason, written, partly, found_by(self._row.columns, row.cells))

    def read(self, row: TableRow) -> tuple[list[Entry], list[RefusedRow]]:
        """What can be used of the row, and what is lost of it."""
        entries, lost = self._read(row)
        return entries, [self._lost(row, reason, partly=bool(entries)) for reason in lost]

    def _read(self, row: TableRow) -> tuple[list[Entry], list[Refused]]:
        made, lost = list[Entry](), list[Refused]()
        try:
            if row.cut:
                raise Refused("row-cut")
            alike = self._row.alike.count
            parts, lost = self._row.read(row.cells)
            if self._row.alike.count > alike and len(self._alike_in) < _ALIKE:
                self._alike_in.append(row.line)
            marks, lost = self._zeros.settled(lost, self._row.day)
        except Refused as reason:
            return [], [reason]
        for cells in (*parts, *marks):
            read = self._of_part(cells, lost)
            if read is None:
                continue
            *named, entry = read
            # A product or symptom of what is lost further on waits for a row that needs it too.
            self._kept |= {entry.id: self._labelled(entry, row) for entry in named}
            if isinstance(entry, Dose) and not entry.amount.known:
                self._in_words += bool(entry.amount.text)
                self._without_amount += not entry.amount.text and self._row.has_amounts
            made.append(replace(entry, private=True) if private_by_nature(entry) else entry)
        return [*self._named_by(made), *made], lost

    def _of_part(self, cells: dict[str, str], lost: list[Refused]) -> list[Entry] | None:
        """The entry behind what it names. A dose and its note do not take each other along."""
        try:
            return self._reader.entries(cells)
        except Refused as reason:
            lost.append(reason)
        for part in _apart(cells):
            with suppress(Refused):
                return self._reader.entries(part)
        return None

    def _labelled(self, entry: Entry, row: TableRow) -> Entry:
        if isinstance(entry, Symptom):
            return self._row.directions.of_new(entry, self._row.columns)
        return replace(entry, strain=self._row.strain(row.cells)) if isinstance(entry, Product) else entry

    def _named_by(self, made: list[Entry]) -> list[Entry]:
        wanted = [entry.product if isinstance(entry, Dose) else entry.symptom for entry in made
                  if isinstance(entry, Dose | Rating)]  # fmt: skip
        return [self._kept.pop(key) for key in dict.fromkeys(wanted) if key in self._kept]

    def remarks(self, texts: Texts) -> list[str]:
        """What to know of this reading."""
        remarks = remarks_on_times(self._row.times, texts)
        if n := self._row.alike.count:
            words = "2 rows are alike; both are taken." if n == 2 else "{n} rows are alike; all of them are taken."
            lines = ", ".join(map(str, self._alike_in))
            where = texts.plural("Look at line {lines}.", "Look at lines {lines}.", len(self._alike_in), lines=lines)
            remarks.insert(0, f"{texts(words, n=texts.integer(n))} {where}")
        remarks += [*self._row.others.remarks(texts), *self._row.seen.remarks(texts)]
        if n := self._row.at_day_part:
            many = (
                "{n} rows say a part of the day; they were put at the time that stands for it, to be completed later."
            )
            one = "{n} row says a part of the day; it was put at the time that stands for it, to be completed later."
            remarks.append(texts.plural(one, many, n))
        if n := self._row.at_midday:
            many = "{n} rows say no time of day; they were put at 12:00, to be completed later."
            remarks.append(
                texts.plural("{n} row says no time of day; it was put at 12:00, to be completed later.", many, n)
            )
        return [*remarks, *self._remark_on_doses(texts), *self._remark_on_words(texts)]

    def _remark_on_doses(self, texts: Texts) -> list[str]:
        one, many = marked_plural(
            "{n} row names kratom, so it becomes a dose.", "{n} rows name kratom, so they become doses."
        )
        return [texts.plural(one, many, self._row.named_doses)] if self._row.named_doses else []

    def _remark_on_words(self, texts: Texts) -> list[str]:
        one, many = marked_plural(
            "The amount of {n} dose is not known: its words are in its note.",
            "The amounts of {n} doses are not known: their words are in their notes.",
        )
        in_words = [texts.plural(one, many, self._in_words)] if self._in_words else []
        if not self._without_amount:
            return in_words
        one, many = marked_plural(
            "{n} dose has no amount in the file; its amount is not known.",
            "{n} doses have no amount in the file; their amounts are not known.",
        )
        return [*in_words, texts.plural(one, many, self._without_amount)]
