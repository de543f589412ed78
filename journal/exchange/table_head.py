"""Where a table begins, below ``sep=;``, a title and whatever else stands above it, and whether names come first."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from journal.core.refusal import Refused
from journal.exchange.foreign_values import begins_with_day, is_stamp, written_clock, written_day
from journal.exchange.lines import LONGEST_LINE
from journal.texts import Texts

SEPARATORS = (",", ";", "\t", "|")
LOOKED_AT = 60  # rows
_NAMED = 2  # fewer named columns than this are no table
_SAID = re.compile(r'"?sep=(.)"?[,;|\t]*', re.IGNORECASE)
_AMOUNT = re.compile(
    r"[+\-−]?[0-9][0-9.,/]*\s*(?:%|g|gr|grams?|mg|ml|pieces?|caps?|capsules?|tabs?|tablets?)?", re.IGNORECASE
)


class Head(NamedTuple):
    """The separator, how many lines stand above the table, its first row, and some of the rows below."""

    separator: str
    skip: int
    first: tuple[str, ...]
    below: tuple[tuple[str, ...], ...]


Rows = list[tuple[int, list[str]]]  # each with the number of lines above it


def head_of(lines: Sequence[str]) -> Head | None:
    """What these first lines of a file begin with; None if there is no table in them.

    The separator is the one whose table begins first; of several the one that makes most columns.
    """
    separator_line = _SAID.fullmatch(lines[0].strip(" \r\n")) if lines else None
    if separator_line is not None and separator_line[1] in SEPARATORS:
        heads = [_head(separator_line[1], _rows(lines, separator_line[1], 1))]
    else:
        heads = [_head(separator, _rows(lines, separator, 0)) for separator in SEPARATORS]
    possible_heads = [head for head in heads if head is not None] or _of_first_line(lines)
    return min(possible_heads, key=lambda head: (head.skip, -len(head.first)), default=None)


def _of_first_line(lines: Sequence[str]) -> list[Head]:
    """Names above rows that cannot be read, or are cut short: whoever reads them says what is wrong."""
    firsts = [(separator, _rows(lines[:1], separator, 0)) for separator in SEPARATORS]
    cells = [(separator, rows[0][1]) for separator, rows in firsts if rows]
    return [Head(separator, 0, tuple(first), ()) for separator, first in cells if _filled(first) >= _NAMED]


def _rows(lines: Sequence[str], separator: str, skip: int) -> Rows:
    csv.field_size_limit(LONGEST_LINE)
    reader, rows = csv.reader(lines[skip:], delimiter=separator), Rows()
    above = skip
    try:
        for cells in reader:
            rows.append((above, cells))
            above = skip + reader.line_num
    except csv.Error:
        pass  # whoever reads the rows says which one it is
    return rows


def _head(separator: str, rows: Rows) -> Head | None:
    begin = beginning([cells for _, cells in rows])
    if begin is None:
        return None
    (skip, first), below = rows[begin], rows[begin + 1 :]
    return Head(separator, skip, tuple(first), tuple(tuple(cells) for _, cells in below if any(cells)))


def beginning(rows: Sequence[Sequence[str]]) -> int | None:
    """The number of the row with which the table begins; None if there is none.

    A title fills one cell, and what else stands above a table fills few of them.
    """
    widest = max(map(_filled, rows), default=0)
    for number, row in enumerate(rows):
        if _filled(row) < _NAMED or 2 * _filled(row) <= widest:
            continue
        below = [len(cells) for cells in rows[number + 1 :] if any(cells)]
        if below and below[0] < _NAMED:
            continue  # "My diary, 2026" above the rows of another separator
        if number == 0 or (below and 2 * below.count(len(row)) >= len(below)):
            return number
    return None


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def first_lines(lines: Iterator[str]) -> list[str]:
    """As many lines of a file as are looked at; a long note in one of them is no reason to read on."""
    taken, letters = list[str](), 0
    for line in islice(lines, LOOKED_AT):
        taken.append(line)
        letters += len(line)
        if letters > LONGEST_LINE:
            break
    return taken


def remark_on_what_is_above(skip: int, texts: Texts) -> list[str]:
    """That the lines above the table are not read; () where there are none."""
    sentence = "The table begins in line {line}; what stands above it is not read."
    return [texts(sentence, line=texts.integer(skip + 1))] if skip else []


# --- names or entries ------------------------------------------------------------------------------------------------


def seem_names(first: Sequence[str], below: Sequence[Sequence[str]] = ()) -> bool:
    """Whether a first row holds the columns' names: no number, day or time is in it, and nothing that is written like
    the cells below it. "24h note" and "1. Pain" are names, "2.5 g" and "3 spoons" above "2 spoons" are not."""
    return not any(
        _is_value(cell) or (cell[:1].isdigit() and _is_alike([row[number] for row in below if number < len(row)]))
        for number, cell in enumerate(map(str.strip, first))
    )


def _is_value(cell: str) -> bool:
    if _AMOUNT.fullmatch(cell) or is_stamp(cell) or begins_with_day(cell):
        return True
    for read in (written_clock, lambda text: written_day(text, None)):
        try:
            read(cell)
        except Refused as reason:
            if reason.code == "day-ambiguous":
                return True
        else:
            return True
    return False


def _is_alike(others: Sequence[str]) -> bool:
    """Whether the others begin with a number too, have words behind it, and are no amounts: "3 spoons"."""
    filled = [other for other in map(str.strip, others) if other]
    return bool(filled) and all(other[:1].isdigit() and not _is_value(other) for other in filled)
