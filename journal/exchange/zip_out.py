"""A whole journal as one ZIP of CSV tables for spreadsheets: a table for each kind of entry, the trash included.

Each table is called as its list in the JSON file (``doses.csv``, ``ratings.csv``, ...) and is there even when it is
empty. RFC 4180 with CRLF, UTF-8 with a byte order mark. Text that a spreadsheet could take for a formula begins with
``'``. Empty means: nothing said. The rows are in the order of writing; the same journal gives the same bytes.

| column | holds |
|---|---|
| id | the entry's UUID; a setting's key |
| origin | the identity of an entry that came from another program |
| private, complete_later, archived, ask_kind, hidden, main, higher_is_better, prompted | 1: yes |
| deleted | when the entry went to the trash, ISO 8601 in UTC; empty: it is not there |
| at | when it was, ISO 8601 on the wall clock with its offset |
| zone | the name of its time zone |
| recorded, finished, due, purged | ISO 8601 in UTC; of a batch, ``finished`` is an ISO date |
| day, since, until, planned, opened, asked_on, next_visit, active_from, active_until | ISO date |
| product, batch, symptom, substance, dose | the id of that entry, whose row is in the table of its kind |
| typed | a dose's amount as it was typed |
| amount, spread | of a dose, or of one piece of a unit: an exact decimal number in ``unit``; empty: not known. Of a
  substance and of an intake ``amount`` is text |
| drinks, weight, sleep | an exact decimal number; weight in ``weight_unit``, sleep in hours |
| unit | g, ml or pieces; of a lab result as printed |
| basis | how the amount is known: weighed, label, counted, guessed, as_last_time, unknown |
| own_unit | the id of the product's own unit that the amount was typed in |
| reasons, classes, answers, helped | one a line; ``skipped`` is an item that was not answered |
| value | of a rating or an urge: a whole number from 0 to 10, empty: asked and skipped; of a lab result: as printed;
  of a setting: its text |
| group | the same for ratings that were made together |
| code | of a symptom that the program brings; its own name is then empty |
| kind, mark, phase, answer, outcome, content, preparation, default_preparation, stomach | a code, as in the JSON file;
  of a tombstone, ``kind`` is the deleted entry's |
| what, subject, instrument, source, use, weight_unit, naloxone_at_home | a code, too |
| every other column | text or a number, as it was typed |

``tombstones.csv`` names what was deleted for good. In the folder ``formats`` lie the pages about the files' formats.
Not in it: earlier versions of entries.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from journal.assets import asset
from journal.core.amounts import SIGNS, Dimension, plain_number
from journal.core.entries import Entry, Tombstone
from journal.core.fields import Number
from journal.core.kinds import KINDS, Kind
from journal.exchange.cells import text_cell
from journal.exchange.csv_out import MARK
from journal.exchange.file_rows import PLURALS, TOMBSTONES
from journal.exchange.objects import keys_of, to_object, tombstone_object

# The JSON file's key of each column that has another name here: a CSV says amounts in a unit, not in thousandths.
_MEASURED = {"amount": "typed", "quantity": "amount", "dimension": "unit", "unit": "own_unit"}


def _keys_by_column(kind: Kind) -> dict[str, str]:
    names = _MEASURED if kind.measured else {}
    return {names.get(key, key): key for key in keys_of(kind.code)}


KEYS = {kind.plural: _keys_by_column(kind) for kind in KINDS.values()}
KEYS[TOMBSTONES] = {key: key for key in ("id", "kind", "purged")}
COLUMNS = {name: tuple(keys) for name, keys in KEYS.items()}
_IN_THOUSANDTHS = {kind.plural for kind in KINDS.values() if kind.measured}
_NUMBERS = {
    kind.plural: {field.name: plain_number for field in kind.fields if isinstance(field.declared, Number)}
    for kind in KINDS.values()
}


def in_thousandths(name: str, column: str) -> bool:
    """Whether the column holds a decimal number of what the JSON file counts in thousandths."""
    return column in ("amount", "spread") if name in _IN_THOUSANDTHS else column in _NUMBERS.get(name, {})


# The earliest that a ZIP can say; the time of export would make every file another one.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def write_zip(file: BinaryIO, entries_of: Callable[[str], Iterable[Entry]], tombstones: Iterable[Tombstone]) -> int:
    """Write everything, asking for the entries of one kind after the other; how many entries there were."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        count = sum(
            _write_table(archive, plural, (to_object(kind, entry) for entry in entries_of(kind)))
            for kind, plural in PLURALS.items()
        )
        _write_table(archive, TOMBSTONES, map(tombstone_object, tombstones))
        _write_pages(archive)
    return count


def _write_pages(archive: zipfile.ZipFile) -> None:
    """What stands in the files, for whoever has to read them one day."""
    for page in sorted(asset("formats").glob("*.*")):
        about = zipfile.ZipInfo(f"formats/{page.name}", _NO_TIME)
        about.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(about, page.read_bytes())


def _write_table(archive: zipfile.ZipFile, name: str, objects: Iterable[dict[str, Any]]) -> int:
    row_of, count = _row_maker(name), 0
    with _table(archive, name) as text:
        write_row = csv.writer(text, lineterminator="\r\n").writerow
        write_row(COLUMNS[name])
        for members in objects:
            write_row(row_of(members))
            count += 1
    return count


@contextmanager
def _table(archive: zipfile.ZipFile, name: str) -> Iterator[io.TextIOWrapper]:
    """A table in the archive, to be written from top to bottom."""
    about = zipfile.ZipInfo(f"{name}.csv", _NO_TIME)
    about.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(about, "w") as stream:
        stream.write(MARK)
        with io.TextIOWrapper(stream, encoding="utf-8", newline="") as text:
            yield text


def _row_maker(name: str) -> Callable[[dict[str, Any]], list[str]]:
    """What makes a row of an entry's JSON object: for each column the key, and how its value becomes a cell."""
    special = _AMOUNTS if name in _IN_THOUSANDTHS else _NUMBERS.get(name, {})
    columns = [(key, special.get(column, _cell)) for column, key in KEYS[name].items()]

    def row(members: dict[str, Any]) -> list[str]:
        return [cell(members[key]) if key in members else "" for key, cell in columns]

    return row


def _cell(value: Any) -> str:
    if value is True:
        return "1"
    if isinstance(value, list | tuple):
        return text_cell("\n".join(value))
    return str(value) if isinstance(value, int) else text_cell(value)


def _sign(dimension: str) -> str:
    return SIGNS[Dimension(dimension)]


_AMOUNTS: dict[str, Callable[[Any], str]] = {"amount": plain_number, "spread": plain_number, "unit": _sign}
