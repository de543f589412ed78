"""Exports of Loop Habit Tracker (ZIP): a folder for each habit with a table of the days on which something is known.

``Habits.csv`` lists the habits with their type and unit; ``NNN Name/Checkmarks.csv`` has Date, Value and Notes. A value
is a word for yes and no, or a number in thousandths; YES_AUTO was never entered, and a day has no time.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from journal.core.amounts import plain_number
from journal.core.plaintext import clean_name
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.file_rows import Where
from journal.exchange.files import MEGABYTE, readable_file
from journal.exchange.foreign_file import Cells, Placed, Reading, placed
from journal.exchange.instants import day_of
from journal.exchange.lines import LONGEST_LINE, Lines
from journal.exchange.tables import Form
from journal.exchange.zip_in import BROKEN
from journal.texts.marked import marked, marked_plural

LIMIT_MB = 100
_BEGINS = b"PK\x03\x04"
_HABITS = "Habits.csv"
_DAYS = re.compile(r"([0-9]{3,})[^/]*/Checkmarks\.csv")
_WORDS = marked({"YES_MANUAL": "yes", "NO": "no", "SKIP": "skipped"})
_NOT_ENTERED = ("YES_AUTO", "UNKNOWN")
_WHOLE = re.compile(r"[0-9]{1,12}")
_MIDDAY = dt.time(12)
NOT_ENTERED = marked_plural(
    "{n} day on which nothing was entered is left out.", "{n} days on which nothing was entered are left out."
)

Habit = Mapping[str, str]


def is_export(path: Path) -> bool:
    """Whether it is an archive with its tables."""
    with readable_file(path, LIMIT_MB * 10) as file:
        if file.read(len(_BEGINS)) != _BEGINS:
            return False
        try:
            with zipfile.ZipFile(file) as archive:
                names = archive.namelist()
        except BROKEN:
            return False
    return _HABITS in names and any(map(_DAYS.fullmatch, names))


def read(path: Path, _form: Form, reading: Reading) -> Iterator[Placed]:
    """Every day of every habit on which something was entered, as a note."""
    with readable_file(path, LIMIT_MB) as file:
        try:
            with zipfile.ZipFile(file) as archive:
                _refuse_too_large(archive, path)
                habits = {row.get("Position", "").zfill(3): row for _, row in _table(archive, _HABITS, path)}
                for name in archive.namelist():
                    if match := _DAYS.fullmatch(name):
                        yield from _days(archive, name, habits.get(match[1].zfill(3), {}), path, reading)
        except UnicodeDecodeError as problem:
            raise UserError("file-not-utf8", path=path) from problem
        except BROKEN as problem:
            raise UserError("zip-broken", path=path) from problem


def _refuse_too_large(archive: zipfile.ZipFile, path: Path) -> None:
    if sum(member.file_size for member in archive.infolist()) > LIMIT_MB * MEGABYTE:
        raise UserError("file-too-large", path=path, limit=LIMIT_MB)


def _days(archive: zipfile.ZipFile, name: str, habit: Habit, path: Path, reading: Reading) -> Iterator[Placed]:
    folder = name.partition("/")[0]
    for number, (line, row) in enumerate(_table(archive, name, path), 1):
        yield placed(Where(clean_name(folder)[:80], number, line), partial(_day, row, folder, habit, reading))


def _table(archive: zipfile.ZipFile, name: str, path: Path) -> Iterator[tuple[int, Habit]]:
    """The rows of one of its tables by the names in the first, each with its line."""
    csv.field_size_limit(LONGEST_LINE)
    with archive.open(name) as part:
        lines = Lines(io.TextIOWrapper(part, encoding="utf-8", newline=""), path)
        line = 1
        try:
            reader = csv.reader(lines, strict=True)
            header = next(reader, [])
            line = lines.next_row()
            for cells in reader:
                if any(cells):
                    yield line, dict(zip(header, cells, strict=False))
                line = lines.next_row()
        except csv.Error as problem:
            raise UserError("csv-broken", path=path, line=line) from problem


def _day(row: Habit, folder: str, habit: Habit, reading: Reading) -> list[Cells]:
    value, day = row.get("Value", "").strip(), day_of(row.get("Date", "").strip())
    if value in _NOT_ENTERED:
        reading.count(NOT_ENTERED)
        return []
    name = clean_name(habit.get("Name", "")) or clean_name(folder[4:])
    words = reading.texts("{name}: {value}", name=name, value=_said(value, habit, reading))
    at = reading.times.at(dt.datetime.combine(day, _MIDDAY))
    return [{**reading.note("\n".join(filter(None, (words, row.get("Notes", "").strip()))), at), "complete_later": "1"}]


def _said(value: str, habit: Habit, reading: Reading) -> str:
    """ "yes", or "2.5 g" of a habit that counts; its words for 0 and for skipped stand there, too."""
    counts = habit.get("Type", "") == "NUMERICAL"
    unit = clean_name(habit.get("Unit", ""))
    if counts and value == "NO":
        value = "0"
    if value == "SKIP" or (not counts and value in _WORDS):
        return reading.texts(_WORDS[value])
    if not _WHOLE.fullmatch(value):
        raise Refused("invalid", field="Value")
    return f"{plain_number(int(value))} {unit}".strip()
