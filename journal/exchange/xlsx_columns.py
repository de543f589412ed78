"""The columns of a kind's sheet in a spreadsheet: each with its type, as the kind's fields declare it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from journal.core.amounts import SIGNS, Dimension
from journal.core.entry import Entry
from journal.core.fields import (
    Choice,
    Code,
    Day,
    Field,
    Flag,
    Free,
    Identity,
    Instant,
    Lines,
    Name,
    Number,
    Quantity,
    Refers,
    Thousandths,
    When,
    Whole,
)
from journal.core.kinds import KINDS, Kind
from journal.core.moments import wall_clock
from journal.exchange.names import Names
from journal.texts.names import symptom_name


class CellType(StrEnum):
    """What a spreadsheet takes the cells of a column for."""

    TEXT = "text"
    LONG_TEXT = "long text"
    NUMBER = "number"
    TIME = "date and time"
    DAY = "date"
    YES = "yes or empty"


class SheetColumn(NamedTuple):
    """A column's name and type; ``path`` leads to its value in an entry, ``convert`` makes a cell's value of it.

    ``named``: it is an id, and the cell is the name that the entry of that kind has.
    """

    name: str
    type: CellType
    path: str
    convert: Callable[[Any], Any] | None = None
    named: str = ""

    def reader(self, names: Names) -> Callable[[Entry], Any]:
        """What gives the cell's value of an entry; None or an empty text: nothing is said."""
        fetch, convert = attrgetter(self.path), self.convert
        if self.named:
            convert = _names_of(names, self.named).get

        def read(entry: Entry) -> Any:
            value = fetch(entry)
            return value if convert is None or value is None else convert(value)

        return read


def sheet_columns(kind: Kind) -> tuple[SheetColumn, ...]:
    """What an entry of the kind says first, then what every entry has, and ids at the end."""
    columns = [column for field in kind.fields if field.name != "deleted_ms" for column in _columns(field)]
    return tuple(sorted(columns, key=_place))


_LAST = ("recorded (UTC)", "private", "complete_later", "origin", "id")


def _place(column: SheetColumn) -> int:
    if column.name in _LAST:
        return 2 + _LAST.index(column.name)
    return int(column.name.endswith("_id"))


def _columns(field: Field) -> Iterator[SheetColumn]:
    name, in_files = field.name, field.name_in_files
    match field.declared:
        case When():
            yield SheetColumn("time", CellType.TIME, f"{name}.local_ms", wall_clock)
            yield SheetColumn("zone", CellType.TEXT, f"{name}.zone")
        case Instant():
            yield SheetColumn(f"{in_files} (UTC)", CellType.TIME, name, wall_clock)
        case Day():
            yield SheetColumn(in_files, CellType.DAY, name)
        case Flag():
            yield SheetColumn(in_files, CellType.YES, name)
        case Choice(options) if options is Dimension:
            yield SheetColumn("unit", CellType.TEXT, name, SIGNS.__getitem__)
        case Thousandths() | Number():
            in_unit = "amount" if in_files == "quantity" else in_files
            yield SheetColumn(in_unit, CellType.NUMBER, name, _decimal)
        case Whole():
            yield SheetColumn(in_files, CellType.NUMBER, name)
        case Quantity():
            yield from _amount_columns(name)
        case Refers(to):
            yield from _reference_columns(name, to)
        case Lines():
            yield SheetColumn(in_files, CellType.LONG_TEXT, name, "\n".join)
        case Free():
            yield SheetColumn(in_files, CellType.LONG_TEXT, name)
        case Identity() | Code() | Choice() | Name():
            yield SheetColumn(in_files, CellType.TEXT, name)


def _amount_columns(name: str) -> Iterator[SheetColumn]:
    yield SheetColumn("amount", CellType.NUMBER, f"{name}.quantity", _decimal)
    yield SheetColumn("unit", CellType.TEXT, f"{name}.dimension", SIGNS.__getitem__)
    yield SheetColumn("basis", CellType.TEXT, f"{name}.basis")
    yield SheetColumn("spread", CellType.NUMBER, f"{name}.spread", _decimal)
    yield SheetColumn("typed", CellType.TEXT, f"{name}.text")
    yield SheetColumn("own_unit", CellType.TEXT, f"{name}.unit", named="unit")


def _reference_columns(name: str, to: str) -> Iterator[SheetColumn]:
    if to in _NAMED:
        yield SheetColumn(name, CellType.TEXT, name, named=to)
    yield SheetColumn(f"{name}_id", CellType.TEXT, name)


def _decimal(thousandths: int) -> float:
    """As near as a spreadsheet can hold it: it shows 2.505 for 2505."""
    return thousandths / 1000


_NAMED = ("product", "symptom")


def _names_of(names: Names, kind: str) -> Mapping[str, str]:
    match kind:
        case "product":
            return {key: product.name for key, product in names.products.items()}
        case "unit":
            return {key: unit.name for key, unit in names.units.items()}
    return {key: symptom_name(names.texts, symptom) for key, symptom in names.symptoms.items()}


SHEETS = {kind.plural: sheet_columns(kind) for kind in KINDS.values()}


def is_own_sheet(name: str, columns: Sequence[str]) -> bool:
    """Whether this program wrote the sheet: it is called as a kind is, and has its columns."""
    ours = SHEETS.get(name.partition(" ")[0], ())
    return bool(ours) and [column.name for column in ours] == list(columns[: len(ours)])
