"""Spreadsheets (.xlsx, .ods, .xls) as rows of text: dates as ISO 8601, numbers as they are, whatever a cell looks like.

Only the values are read: no formula is computed, no macro run, nothing fetched. A cell whose formula failed is empty.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from journal.errors import UserError
from journal.exchange.files import readable_file
from journal.exchange.spreadsheet_size import refuse_too_large
from journal.exchange.spreadsheet_trial import refuse_what_ends_its_reader
from journal.exchange.zip_in import BROKEN

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

LIMIT_MB = 100
_DIGITS = 15  # what a spreadsheet keeps and shows of a number
_BINARY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and .xlsx behind a password
_PACKED = b"PK\x03\x04"
_PARTS = ({"xl/workbook.xml"}, {"content.xml", "mimetype"})
_Value = str | float | bool | dt.date | dt.time | dt.datetime | dt.timedelta


def is_spreadsheet(path: Path) -> bool:
    """Whether the content is that of a spreadsheet, whatever the file is called."""
    with readable_file(path, 10 * LIMIT_MB) as file:
        start = file.read(len(_BINARY))
        if start == _BINARY:
            return True
        if not start.startswith(_PACKED):
            return False
        try:
            with zipfile.ZipFile(file) as archive:
                names = set(archive.namelist())
        except BROKEN:
            return False
        return any(parts <= names for parts in _PARTS)


def sheet_names(path: Path) -> tuple[str, ...]:
    """The sheets that hold something, in their order."""
    with _workbook(path) as book:
        return tuple(name for name in book.sheet_names if book.get_sheet_by_name(name).height)


def sheet_rows(path: Path, sheet: str, decimal: str = ".") -> Generator[tuple[int, list[str]], None, None]:
    """Every row of the sheet with its number there, from the first filled one on; ``decimal`` as numbers are said."""
    with _workbook(path) as book:
        if sheet not in book.sheet_names:
            raise UserError("sheet-missing", path=path, sheet=sheet[:40])
        for number, row in _numbered(book.get_sheet_by_name(sheet)):
            yield number, [_text(value, decimal) for value in row]


def _numbered(sheet: CalamineSheet) -> Iterator[tuple[int, list[_Value]]]:
    if not sheet.height or sheet.start is None:
        return
    above = sheet.start[0]  # whose empty rows are given, unlike empty columns on the left
    for number, row in enumerate(sheet.iter_rows(), 1):
        if number > above:
            yield number, row


def _text(value: _Value, decimal: str) -> str:
    match value:
        case str():
            return value
        case bool():
            return str(value).casefold()
        case dt.datetime():
            return _without_zero_seconds(_to_the_second(value).isoformat(" "))
        case dt.date():
            return value.isoformat()
        case dt.time():
            return _without_zero_seconds(_rounded(value).isoformat())
        case dt.timedelta():
            return _duration(value)
    return _number(value).replace(".", decimal)


def _number(value: float) -> str:
    """2.3 as a spreadsheet shows it, and not 2.2999999999999998 as the computer keeps it."""
    return f"{Decimal(format(value, f'.{_DIGITS}g')):f}"


def _to_the_second(moment: dt.datetime) -> dt.datetime:
    """Times are fractions of a day there, so that 08:10 may be half a millisecond less."""
    return (moment + dt.timedelta(microseconds=500_000)).replace(microsecond=0)


def _rounded(time: dt.time) -> dt.time:
    day = dt.date(2000, 1, 1)
    rounded = _to_the_second(dt.datetime.combine(day, time))
    return rounded.time() if rounded.date() == day else dt.time(23, 59, 59)


def _without_zero_seconds(text: str) -> str:
    return text.removesuffix(":00") if text.count(":") == 2 else text


def _duration(value: dt.timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")


@contextmanager
def _workbook(path: Path) -> Iterator[CalamineWorkbook]:
    """The file, once it is known not to be too large; UserError("sheet-locked", "sheet-broken", ...) otherwise."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # only when one is read

    try:
        with readable_file(path, LIMIT_MB) as file:
            if file.read(len(_PACKED)) == _PACKED:
                with zipfile.ZipFile(file) as archive:
                    refuse_too_large(archive, path)
            else:
                refuse_what_ends_its_reader(path)
        with CalamineWorkbook.from_path(str(path)) as book:
            yield book
    except PasswordError as problem:
        raise UserError("sheet-locked", path=path) from problem
    except (CalamineError, expat.ExpatError, *BROKEN) as problem:
        raise UserError("sheet-broken", path=path) from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":  # the library gave up; it has no class to name
            raise
        raise UserError("sheet-broken", path=path) from problem
