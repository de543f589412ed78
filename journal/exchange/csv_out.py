"""The diary as one long CSV for spreadsheets: a row for each entry that has a time or a day, without the trash.

RFC 4180 with CRLF, UTF-8 with a byte order mark (so that spreadsheets see the accents). Text cells that a spreadsheet
could take for a formula begin with ``'``, also behind a separator inside of them; importing takes it off again. Empty
means: nothing said. The separator is a comma, or a semicolon (a tab) and then numbers have a decimal comma.

| column | holds |
|---|---|
| id | the entry's UUID; an import recognises it |
| kind | dose, rating, day_mark, note, intake, check_in, urge, care, measurement, lab_result, statement |
| time | ISO 8601 on the wall clock with its offset |
| zone | the name of its time zone |
| product | the product's name |
| amount | a dose's amount as an exact decimal number in ``unit``; empty: not known |
| unit | g, ml or pieces; of a lab result as printed |
| basis | how the amount is known: weighed, label, counted, guessed, as_last_time, unknown |
| preparation | toss_and_wash, tea, food_or_drink, capsule, extract, other |
| symptom | the symptom's name |
| value | a rating's or urge's whole number from 0 to 10; empty: asked and skipped; of a lab result as printed |
| note | the text of a note, or of any other entry |
| mark | a day mark: none_today, nothing_to_report, number_not_known, do_not_remember |
| day | the day that a mark, a lab result or a statement is about, ISO date |
| typed | the amount as it was typed |
| own_unit | the name of the product's own unit that the amount was typed in |
| spread | how much the amount may be off, in ``unit`` |
| stomach | empty, light, full |
| reasons | one a line |
| finished | when a slow dose was finished, ISO 8601 in UTC |
| site, side | where on the body a rating was felt |
| phase | of a rating: before, after, routine |
| group | the same for ratings that were made together |
| dose | the id of the dose that a rating belongs to |
| prompted, private, complete_later | 1: yes |
| due | when a rating was due, ISO 8601 in UTC |
| recorded | when the entry was written down, ISO 8601 in UTC |
| origin | the identity of an entry that came from another program |
| product_id, product_kind, own_unit_id, symptom_id, symptom_code | what names alone cannot tell |
| answer | of a warning sign, to "Is this happening now?": yes, not_sure, passed, known (to a doctor), no |
| product_content | of a tablet: leaf, extract, seven_oh; empty: not said |
| product_private, symptom_private | 1: the product, or the symptom, is marked private |
| batch | the id of the batch that a dose is of |
| what, name | what was taken, done or measured in a laboratory: a code, and a name where the code does not say it |
| substance | the id of the medicine or other substance that was taken |
| drinks, sleep, weight | exact decimal numbers: drinks of alcohol, hours, and a weight in ``weight_unit`` (kg, lb) |
| instrument, version, answers | of a check-in: daily, peg, phq2 or gad2, and a whole number or ``skipped`` a line |
| quality, function | of sleep and of the day, whole numbers from 0 to 10 |
| helped | what helped, one a line |
| minutes | of care |
| systolic, diastolic, pulse | whole numbers, in mmHg and a minute |
| normal | a laboratory's range as printed |
| subject | of a statement: nothing_else, no_conditions, no_allergies, nothing_last_night; its ``answer``: yes, no or
  not_sure |
| made_up | 1 in every row of the demonstration, whose files alone have this column |

``product_kind`` is leaf_powder, crushed_leaf, capsule, tea, extract, shot, tablet, seven_oh, other or not_said. A file
of version 0.1 has no ``product_content``: its kinds are kept, and ``other`` and ``leaf_powder``, which that version
filled in where nothing was said, are asked about once.

Not in it: the trash, lists (medicines, conditions, questions and so on), products' and units' details, symptoms'
settings, preferences, the person, what was deleted for good, and earlier versions. The JSON file holds all of that.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import BinaryIO

from journal.core.amounts import plain_number
from journal.core.entries import DIARY_KINDS, Entry, kind_of
from journal.core.kinds import KINDS
from journal.exchange.csv_columns import COLUMNS, columns_of
from journal.exchange.names import Names
from journal.texts import Texts

MADE_UP = "made_up"
_NEEDS_QUOTES = re.compile('["\r\n]')
MARK = "\ufeff".encode()


class CsvSheet:
    """A CSV being written, row by row; use it as a context manager, or the last rows are missing.

    ``made_up``: every row says that it is of the demonstration. With any other ``separator`` than a comma numbers have
    a decimal comma, as where such files are usual.
    """

    def __init__(self, file: BinaryIO, names: Names, made_up: bool = False, separator: str = ",") -> None:
        file.write(MARK)
        self._more = ("1",) if made_up else ()
        self._signs = len(COLUMNS) + len(self._more) - 1
        self.count = 0
        self._names, self._separator = names, separator
        self._text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        self._quoted = csv.writer(self._text, delimiter=separator, lineterminator="\r\n").writerow
        self._write_row((*COLUMNS, MADE_UP) if made_up else COLUMNS)

    def __enter__(self) -> CsvSheet:
        return self

    def __exit__(self, *problem: object) -> None:
        self._text.flush()
        self._text.detach()

    def passing(self, kind: str, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The same entries; on their way those of the diary that are not in the trash become rows."""
        if kind not in DIARY_KINDS:
            yield from entries
            return
        row_of = _row_maker(kind, self._names, _number_with_comma if self._separator != "," else plain_number)
        for entry in entries:
            if entry.deleted_ms is None:
                self._write_row((*row_of(entry), *self._more))
                self.count += 1
            yield entry

    def _write_row(self, cells: Sequence[str]) -> None:
        """Most rows need no quotes, and joining is a third of what looking at every letter takes."""
        line = self._separator.join(cells)
        if line.count(self._separator) != self._signs or _NEEDS_QUOTES.search(line):
            self._quoted(cells)
        else:
            self._text.write(line + "\r\n")


def write_csv(
    file: BinaryIO,
    entries_of: Callable[[str], Iterable[Entry]],
    names: Names,
    made_up: bool = False,
    separator: str = ",",
) -> int:
    """Write the diary, asking for the entries of one kind after the other; how many rows there are."""
    with CsvSheet(file, names, made_up, separator) as sheet:
        for kind in DIARY_KINDS:
            for _ in sheet.passing(kind, entries_of(kind)):
                pass
    return sheet.count


SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def usual_separator(texts: Texts) -> str:
    """A semicolon where numbers have a decimal comma: spreadsheets there take a comma for a part of a number."""
    return ";" if texts.number(1500) == "1,5" else ","


def _number_with_comma(thousandths: int) -> str:
    """2,5 and 2,5050: three digits behind a comma could mean thousands, to a person and to an import."""
    number = plain_number(thousandths).replace(".", ",")
    return f"{number}0" if number[-4:-3] == "," else number


def row_of(entry: Entry, names: Names) -> dict[str, str]:
    """The entry's cells by column; empty ones are left out."""
    cells = _row_maker(kind_of(entry), names)(entry)
    return {column: cell for column, cell in zip(COLUMNS, cells, strict=True) if cell}


def _row_maker(kind: str, names: Names, number: Callable[[int], str] = plain_number) -> Callable[[Entry], list[str]]:
    """What makes a row of an entry: all fields fetched in one call, and a conversion for those that need one."""
    columns = columns_of(KINDS[kind])
    places = [COLUMNS.index(column.name) for column in columns]
    fetch = attrgetter(*(column.path for column in columns))
    converts = [number if column.convert is plain_number else column.converter(names) for column in columns]
    empty: list[str] = [""] * len(COLUMNS)

    def make(entry: Entry) -> list[str]:
        row = empty.copy()
        row[1] = kind
        for place, convert, value in zip(places, converts, fetch(entry), strict=True):
            if value is not None:
                row[place] = value if convert is None else convert(value)
        return row

    return make
