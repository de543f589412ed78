"""Exports of Herbal Tracker+ as CSV: the doses of its backup, without their identities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from journal.core.entries import Product
from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.file_rows import FoundRow, RefusedRow, Row, Where
from journal.exchange.herbal_tracker_rows import Tracked, grams, is_known_strain, unquoted
from journal.exchange.names import Names
from journal.exchange.tables import Form, Table, TableRow
from journal.texts import Texts

COLUMNS = ("date", "time", "iso_timestamp", "strain_code", "strain_name", "amount_g", "notes")
_NEEDED = frozenset({"strain_name", "amount_g"})


def is_export(columns: tuple[str, ...]) -> bool:
    """Whether these are the columns of such an export; a person may have taken some of them out."""
    names = {folded(column) for column in columns}
    return names >= _NEEDED and ("iso_timestamp" in names or {"date", "time"} <= names)


class HerbalTrackerCsv:
    """An export. ``zone`` is the zone of its times; ``remarks`` are known once the rows were read."""

    keeps_trash = False

    def __init__(self, path: Path, form: Form, here: Names, zone: str) -> None:
        self.path, self.form = path, form
        self._here, self._zone, self._texts = here, zone, here.texts
        self._remarks: list[str] = []

    def rows(self) -> Iterator[Row]:
        """Every dose, behind its product where the journal has none of that name."""
        table = Table(self.path, self.form)
        if not is_export(table.columns):
            raise UserError("csv-columns", path=self.path, columns="iso_timestamp, strain_name, amount_g")
        names = [folded(column) for column in table.columns]
        tracked = Tracked(self._here, self._zone, self._texts)
        for row in table.rows():
            yield from _rows_of(row, names, tracked)
        self._remarks = tracked.remarks()

    def remarks(self, _texts: Texts) -> list[str]:
        """What to know of the last reading, in plain words."""
        return self._remarks


def _rows_of(row: TableRow, names: list[str], tracked: Tracked) -> Iterator[Row]:
    where = Where("", row.number, row.line)
    try:
        cells = dict(zip(names, row.cells, strict=False))
        if any(row.cells[len(names) :]):
            raise Refused("row-too-long")
        if row.cut:
            raise Refused("row-cut")
        dose = tracked.dose(_stamp(cells), grams(_needed(cells, "amount_g")), unquoted(cells.get("notes", "")), None)
        # Only now: a product is brought by a dose that can be taken.
        made = _brought(cells, tracked)
    except Refused as reason:
        yield RefusedRow(where, reason)
        return
    if made is not None:
        yield FoundRow(where, made, kindless=True)
    yield FoundRow(where, tracked.with_product(dose, tracked.product_of(_strain(cells))), without_id=True)


def _stamp(cells: Mapping[str, str]) -> str:
    return cells.get("iso_timestamp", "").strip() or f"{_needed(cells, 'date')} {_needed(cells, 'time')}"


def _needed(cells: Mapping[str, str], name: str) -> str:
    cell = cells.get(name, "").strip()
    if not cell:
        raise Refused("key-missing", key=name)
    return cell


def _strain(cells: Mapping[str, str]) -> str:
    """The strain's name, else its code; empty where the export has lost it."""
    code, name = (unquoted(cells.get(column, "").strip()) for column in ("strain_code", "strain_name"))
    return (name or code) if is_known_strain(code, name) else ""


def _brought(cells: Mapping[str, str], tracked: Tracked) -> Product | None:
    name = _strain(cells)
    return tracked.strain(name, foreign_id=name) if name else None
