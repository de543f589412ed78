"""Files of MedTimer: what was taken, from its backup (JSON) and from its export of events (CSV).

An event has the name of the medicine, the amount as it was typed, when it was due (``remindedTimestamp``) and when it
was taken (``processedTimestamp``), in seconds since 1970; its ``status`` says whether it was. The CSV writes the same
times as ISO 8601 in its last two columns, and its names of columns are in the language of the telephone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.file_rows import Where
from journal.exchange.foreign_file import Cells, Placed, Reading, placed
from journal.exchange.herbal_tracker_rows import first_text, text_in
from journal.exchange.json_lists import as_object, elements_of, whole_in
from journal.exchange.tables import Form, Table, TableRow
from journal.texts.marked import marked_plural

KEYS = frozenset({"medicines", "events"})
NOT_TAKEN = marked_plural(
    "{n} reminder that was not taken is left out.", "{n} reminders that were not taken are left out."
)
MEDICINES = marked_plural(
    "{n} medicine with its reminders and stock is left out: only what was taken is read.",
    "{n} medicines with their reminders and stock are left out: only what was taken is read.",
)
_COLUMNS = 9
_ISO = "(ISO 8601)"


def is_export(columns: tuple[str, ...]) -> bool:
    """Whether these are the columns of its export, in whatever language."""
    return len(columns) == _COLUMNS and all(name.endswith(_ISO) for name in columns[-2:])


def read_backup(path: Path, _form: Form, reading: Reading) -> Iterator[Placed]:
    """Every event; the medicines are counted. UserError("file-unknown-format") if there is neither."""
    has_content = False
    for _ in elements_of(path, "medicines", "list"):
        has_content = True
        reading.count(MEDICINES)
    for number, line, element in elements_of(path, "events", "list"):
        has_content = True
        yield placed(Where("events", number, line), partial(_event, element, reading))
    if not has_content:
        raise UserError("file-unknown-format", path=path)


def _event(element: Any, reading: Reading) -> list[Cells]:
    fields = as_object(element)
    if first_text(fields, ("status",)) != "TAKEN":
        reading.count(NOT_TAKEN)
        return []
    at = reading.at_ms(1000 * whole_in(fields, "processedTimestamp"))
    name, amount = first_text(fields, ("medicineName",)), text_in(fields, "amount").strip()
    return [reading.taken(name, amount, at, text_in(fields, "notes").strip())]


def read_export(path: Path, form: Form, reading: Reading) -> Iterator[Placed]:
    """Every row; one without a time of taking was not taken."""
    for row in Table(path, form).rows():
        yield placed(Where("", row.number, row.line), partial(_row, row, reading))


def _row(row: TableRow, reading: Reading) -> list[Cells]:
    if any(row.cells[_COLUMNS:]):
        raise Refused("row-too-long")
    if row.cut:
        raise Refused("row-cut")
    _, name, amount, _, _, _, notes, _, taken = (*row.cells, *[""] * _COLUMNS)[:_COLUMNS]
    if not taken.strip():
        reading.count(NOT_TAKEN)
        return []
    return [reading.taken(name.strip(), amount.strip(), reading.times.stamp(taken), notes.strip())]
