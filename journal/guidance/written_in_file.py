"""What a file that cannot be read says of warning signs and blood pressures: looked for in its text, row by row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from journal.core.warning_words import sign_meant
from journal.guidance.help_lines import Country
from journal.guidance.pressure_as_typed import high_among_typed, unsaved_pressure_line
from journal.guidance.signs_brought import code_named
from journal.guidance.signs_in_words import lines_on
from journal.guidance.unsaved_signs import unsaved_signs
from journal.guidance.warning_signs import IF_NOW, is_sign
from journal.texts import Texts

_MOST_BYTES, _MOST_ROWS = 20_000_000, 200_000
_LONGEST_NAME = 60  # of a cell that names a symptom; longer ones are sentences
_SEPARATORS = ";\t|,"
_PRESSURE = ("systolic", "diastolic")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_MEMBER = re.compile(r'"(id|code|name|symptom|value|systolic|diastolic)"\s*:\s*(?:"((?:[^"\\]|\\.)*)"|([^,}\]\s]+))')
Written = tuple[str, str]


def advice_in_file(path: Path, texts: Texts, place: Country) -> list[str]:
    """What to do about what the file names, as if it were now; nothing where it cannot be opened or names nothing."""
    text = _text(path)
    is_json = text.lstrip().startswith(("{", "["))
    written = list(_in_json(text.split("}"), texts) if is_json else _in_table(text.splitlines(), texts))
    advised = unsaved_signs(((name, value) for name, value in written if name not in _PRESSURE), texts)
    lines = [texts(IF_NOW), *lines_on(texts, advised, place)] if advised else []
    high = high_among_typed((name, value) for name, value in written if name in _PRESSURE)
    if high is not None:
        lines.append(unsaved_pressure_line(texts, high, place, advised))
    return lines


def _text(path: Path) -> str:
    """The file as far as it can be read; bytes that are no letters are passed over."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES)
    except OSError:
        return ""  # the refusal that is being reported says so
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return raw.decode(encoding, "replace")


def _in_json(entries: Iterable[str], texts: Texts) -> Iterator[Written]:
    """Ratings with their symptom's code or name, as export writes them; and upper and lower numbers."""
    called: dict[str, str] = {}
    rated: list[Written] = []
    for entry in entries:
        members = {name: text or plain for name, text, plain in _MEMBER.findall(entry)}
        if "symptom" in members:
            rated.append((members["symptom"], members.get("value", "")))
        elif "id" in members and ("code" in members or "name" in members):
            called[members["id"]] = members.get("code") or members["name"]
        yield from ((name, members[name]) for name in _PRESSURE if name in members)
    for symptom, value in rated:
        name = called.get(symptom, symptom)
        if _is_sign(name, texts):
            yield name, value


def _in_table(rows: Sequence[str], texts: Texts) -> Iterator[Written]:
    """Of a table: cells that name a sign with the number behind them, and columns that are called so."""
    written = [row for row in rows if row.strip()][:_MOST_ROWS]
    if not written:
        return
    separator = max(_SEPARATORS, key=written[0].count)
    cells = csv.reader((row.replace("\0", "") for row in written), delimiter=separator, strict=False)
    head = next(_as_far_as_read(cells), [])
    columns = {place: cell for place, cell in enumerate(head) if cell in _PRESSURE or _is_sign(cell, texts)}
    for row in islice(_as_far_as_read(cells), _MOST_ROWS):
        yield from ((name, row[place]) for place, name in columns.items() if place < len(row) and row[place].strip())
        yield from _named_in(row, texts)


def _as_far_as_read(cells: Iterable[list[str]]) -> Iterator[list[str]]:
    try:
        yield from cells
    except csv.Error:
        return


def _named_in(row: Sequence[str], texts: Texts) -> Iterator[Written]:
    """The first cell that names a sign, with the first number behind it: "Chest pain", "5"."""
    for place, cell in enumerate(row):
        if _is_sign(cell, texts):
            yield cell, next((later.strip() for later in row[place + 1 :] if _NUMBER.fullmatch(later.strip())), "")
            return


def _is_sign(cell: str, texts: Texts) -> bool:
    named = 0 < len(cell) <= _LONGEST_NAME and any(letter.isalpha() for letter in cell)
    return named and (is_sign(code_named(texts, cell)) or sign_meant(cell) is not None)
