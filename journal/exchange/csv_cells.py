"""One cell of a row of the diary's CSV as a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from journal.core.amounts import GRAM, Dimension
from journal.core.entries import Unit, origin_id
from journal.core.fields import Choice, Day, Field, Flag, Free, Instant, Lines, Name, Number, Whole
from journal.core.plaintext import clean_name, clean_note
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount, too_fine
from journal.exchange.csv_columns import COLUMNS, column_of
from journal.exchange.instants import day_of, rough_day_of, utc_ms_of
from journal.exchange.rating_cells import rating_written

Cells = Mapping[str, str]
_Choice = TypeVar("_Choice", bound=StrEnum)
_NUMBER = re.compile(r"([0-9]{1,12})(?:([.,])([0-9]{1,12}))?")
# A spreadsheet may write a whole number as 4.0; three zeros behind the sign could mean thousands.
_ZEROS = r"(?:[.,]0{1,2})?"
_WHOLE = re.compile(rf"(-?[0-9]{{1,12}}){_ZEROS}")
_FLAG = re.compile(rf"([01]){_ZEROS}")
_FLAG_WORDS = {"true": "1", "false": "0"}
_UNITS: dict[str, tuple[Dimension, int]] = {
    "g": (Dimension.MASS, GRAM), "mg": (Dimension.MASS, 1), "ml": (Dimension.VOLUME, GRAM),
    "pieces": (Dimension.COUNT, GRAM), "piece": (Dimension.COUNT, GRAM), "": (Dimension.MASS, GRAM),
}  # fmt: skip


def made_id(cells: Cells) -> str:
    """The identity of a row that brings none, the same at every import of it."""
    return origin_id("csv-row", "\x1f".join(f"{name}\x1e{cells[name]}" for name in COLUMNS if name in cells))


def says_another(typed: str, dimension: Dimension, quantity: int, unit: Unit) -> bool:
    """Whether the words name another amount, counted in this own unit or written in g, mg, ml or l; a bare number, or
    words in other own units, may mean this one."""
    try:
        amount = parse_amount(typed, (unit,), "?")
    except Refused:
        return False
    return amount.known and (amount.dimension, amount.quantity) != (dimension, quantity)


def declared_value(field: Field, cells: Cells) -> Any:
    """What a field's cell says, where the cell alone tells it."""
    cell = cells.get(column_of(field))
    if cell is None:
        return None
    match field.declared:
        case Flag():
            return flag_in(cells, field.name)
        case Choice(options):
            return choice_in(options, cells, field.name)
        case Instant():
            return utc_ms_of(cell)
        case Day(rough=True, ends=ends):
            return rough_day_of(cell, bool(ends))
        case Day():
            return day_of(cell)
        case Number():
            return thousandths_in(cell, 1000, Dimension.COUNT)
        case Whole():
            return _whole(cell, field)
        case Lines():
            return tuple(clean_name(line) for line in cell.split("\n") if line.strip())
        case Free():
            return clean_note(cell)
        case Name():
            return clean_name(cell)
    return cell  # an id, or what a program wrote


def _whole(cell: str, field: Field) -> int:
    match = _WHOLE.fullmatch(cell)
    if match is None:
        raise Refused("invalid", field=field.name_in_files)
    return int(match[1])


def flag_in(cells: Cells, name: str) -> bool:
    """Whether the cell says yes; one that is missing says no."""
    cell = cells.get(name, "0")
    match = _FLAG.fullmatch(_FLAG_WORDS.get(cell.casefold(), cell))
    if match is None:
        raise Refused("option-unknown", text=cell[:40], options="0, 1")
    return match[1] == "1"


def instant_in(cells: Cells, name: str) -> int | None:
    """The instant in UTC milliseconds, if there is one."""
    return utc_ms_of(cells[name]) if name in cells else None


def choice_in(enum: type[_Choice], cells: Cells, name: str) -> _Choice | None:
    """The choice whose code the cell is, if there is one; Refused for any other."""
    cell = cells.get(name)
    if cell is None:
        return None
    try:
        return enum(cell)
    except ValueError:
        raise Refused("option-unknown", text=cell[:40], options=", ".join(enum)) from None


def rating_in(cells: Cells) -> int | None:
    """A rating from 0 to 10; None: asked and skipped."""
    return rating_written(cells.get("value", ""))


def unit_in(cells: Cells) -> tuple[Dimension, int]:
    """What the unit counts, and how many thousandths one is."""
    name = cells.get("unit", "")
    if name not in _UNITS:
        raise Refused("option-unknown", text=name[:40], options="g, mg, ml, pieces")
    return _UNITS[name]


def thousandths_in(cell: str, factor: int, dimension: Dimension) -> int:
    """An exact decimal; a comma with three digits behind it could mean a thousand, so it is refused."""
    match = _NUMBER.fullmatch(cell)
    if match is None:
        raise Refused("amount-unreadable", text=cell[:40])
    whole, separator, fraction = match[1], match[2], match[3] or ""
    if separator == "," and len(fraction) == 3:
        raise Refused("amount-ambiguous", text=cell[:40], small=f"{whole}.{fraction}", large=f"{whole}{fraction}")
    scaled, scale = int(whole + fraction) * factor, 10 ** len(fraction)
    if scaled % scale:
        raise too_fine(Fraction(scaled, scale), dimension, cell)
    return int(scaled // scale)
