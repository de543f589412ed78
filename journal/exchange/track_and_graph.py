"""Exports of Track & Graph (CSV): a row for each value of a tracker, with its time, label and note.

A tracker is whatever a person made it: grams, pain from 1 to 5, hours. Nothing in the file says which, so values become
notes, in words. A tracker that holds doses or ratings is read through the table instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from journal.core.plaintext import clean_name, folded
from journal.core.refusal import Refused
from journal.exchange.file_rows import Where
from journal.exchange.foreign_file import Cells, Placed, Reading, placed
from journal.exchange.foreign_values import is_stamp
from journal.exchange.tables import Form, Table, TableRow

_NEEDED = frozenset({"featurename", "timestamp", "value"})


def is_export(columns: tuple[str, ...]) -> bool:
    """Whether these are the columns of its export; older ones have no label, the oldest no note."""
    return {folded(column) for column in columns} >= _NEEDED


def read(path: Path, form: Form, reading: Reading) -> Iterator[Placed]:
    """Every value as a note."""
    table = Table(path, form)
    names = [folded(column) for column in table.columns]
    for row in table.rows():
        yield placed(Where("", row.number, row.line), partial(_row, row, names, reading))


def _row(row: TableRow, names: Sequence[str], reading: Reading) -> list[Cells]:
    if any(row.cells[len(names) :]):
        raise Refused("row-too-long")
    if row.cut:
        raise Refused("row-cut")
    cells = dict(zip(names, (cell.strip() for cell in row.cells), strict=False))
    for key in ("featurename", "timestamp", "value"):
        if not cells.get(key):
            raise Refused("key-missing", key=key)
    if not is_stamp(cells["timestamp"]):
        raise Refused("stamp-unreadable", text=cells["timestamp"][:40])
    words = reading.texts("{name}: {value}", name=clean_name(cells["featurename"]), value=_value(cells))
    lines = [words, cells.get("note", "")]
    return [reading.note("\n".join(filter(None, lines)), reading.times.stamp(cells["timestamp"]))]


def _value(cells: Cells) -> str:
    """As it was entered: 3 and not 3.0, with its label behind it where there is one."""
    value, label = cells["value"].removesuffix(".0"), clean_name(cells.get("label", ""))
    return f"{value} ({label})" if label else value
