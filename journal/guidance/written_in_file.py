"""What a file that cannot be read says of warning signs and blood pressures: looked for in its text, row by row."""

from __future__ import annotations

import csv
import lzma
import re
import struct
import zipfile
import zlib
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
_ARCHIVE, _DATABASE = b"PK\x03\x04", b"SQLite format 3\0"
_MOST_TABLES = 100  # of an archive
_LOOKED_AT = 4096  # bytes from which a text is told from anything else
_LEAST_TEXT = 0.9  # of them: less is a picture, a database, something locked
_RATED = ("symptoms.csv", "ratings.csv")
_NOT_ENTRIES = "formats/"  # the pages about our formats, which lie in every export
_MEMBER = re.compile(r'"(id|code|name|symptom|value|systolic|diastolic)"\s*:\s*(?:"((?:[^"\\]|\\.)*)"|([^,}\]\s]+))')
# What the standard library raises for archives that are damaged or locked.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, RuntimeError, OSError,
    ValueError, OverflowError, KeyError,
)  # fmt: skip
Written = tuple[str, str]


def advice_in_file(path: Path, texts: Texts, place: Country) -> list[str]:
    """What to do about what the file names, as if it were now; nothing where it cannot be opened or names nothing."""
    written = list(_written(path, texts))
    advised = unsaved_signs(((name, value) for name, value in written if name not in _PRESSURE), texts)
    lines = [texts(IF_NOW), *lines_on(texts, advised, place)] if advised else []
    high = high_among_typed((name, value) for name, value in written if name in _PRESSURE)
    if high is not None:
        lines.append(unsaved_pressure_line(texts, high, place, advised))
    return lines


def _written(path: Path, texts: Texts) -> Iterator[Written]:
    """What the file names. Packed or locked bytes are no words: read as text they named signs that nobody wrote."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES)
    except OSError:
        return  # the refusal that is being reported says so
    if raw.startswith(_ARCHIVE):
        yield from _in_archive(path, texts)
    elif not raw.startswith(_DATABASE):
        yield from _in_text(_decoded(raw), texts)


def _decoded(raw: bytes) -> str:
    """The text as far as it can be read, bytes that are no letters passed over; empty where it is none."""
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = raw.decode(encoding, "replace")
    first = text[:_LOOKED_AT].replace("\0", "")
    letters = sum(letter.isprintable() or letter.isspace() for letter in first if letter != "\ufffd")
    return text if letters >= _LEAST_TEXT * len(first) else ""


def _in_text(text: str, texts: Texts) -> Iterator[Written]:
    is_json = text.lstrip().startswith(("{", "["))
    return _in_json(text.split("}"), texts) if is_json else _in_table(text.splitlines(), texts)


def _in_archive(path: Path, texts: Texts) -> Iterator[Written]:
    """Of the tables in an archive. Which symptoms there are says nothing: only a rating of one does."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if _may_hold_entries(name)][:_MOST_TABLES]
            yield from _rated_in(archive, names, texts)
            for name in names:
                if name not in _RATED:
                    yield from _in_text(_unpacked(archive, name), texts)
    except _BROKEN:
        return  # the refusal that is being reported says so


def _rated_in(archive: zipfile.ZipFile, names: Sequence[str], texts: Texts) -> Iterator[Written]:
    """Ratings of our own tables, with their symptom's code or name."""
    symptoms, ratings = (_rows_of(_unpacked(archive, name) if name in names else "") for name in _RATED)
    called = {row["id"]: row.get("code") or row.get("name") or "" for row in symptoms if row.get("id")}
    for row in ratings:
        name = called.get(row.get("symptom") or "", "")
        if _is_sign(name, texts):
            yield name, row.get("value") or ""


def _may_hold_entries(name: str) -> bool:
    return name.casefold().endswith((".csv", ".json")) and not name.startswith(_NOT_ENTRIES)


def _unpacked(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as member:
        return _decoded(member.read(_MOST_BYTES))


def _rows_of(text: str) -> Iterator[dict[str, str]]:
    """The rows of one of our tables by column."""
    cells = _as_far_as_read(csv.reader(text.replace("\0", "").splitlines(), strict=False))
    head = next(cells, [])
    return (dict(zip(head, row, strict=False)) for row in islice(cells, _MOST_ROWS))


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
