"""The columns of the diary's CSV: where their cells come from, as the kinds in the diary declare it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from operator import methodcaller
from typing import Any

from journal.core.amounts import SIGNS, plain_number
from journal.core.entries import Product, Symptom
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
from journal.exchange.cells import text_cell
from journal.exchange.instants import moment_text, utc_text
from journal.exchange.names import Names
from journal.texts.names import symptom_name


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a kind: the value at ``path`` of an entry, converted (None: as it is) or looked up by its id.

    ``text``: typed by a person, so that its cells must not be taken for a formula.
    """

    name: str
    path: str
    convert: Callable[[Any], str] | None = None
    cells: Callable[[Names], Mapping[str, str]] | None = None
    text: bool = False

    def converter(self, names: Names) -> Callable[[Any], str] | None:
        """What makes a cell of the value."""
        if self.cells is None:
            return self.convert
        cells = self.cells(names)
        return lambda key: cells.get(key, "")


# Fields whose name is that of another column: a text is called a note, and an amount in words stands beside its number.
_OTHER_NAMES = {"text": "note", "amount": "typed"}


def column_of(field: Field) -> str:
    """The column that holds what the field says."""
    words = isinstance(field.declared, Free | Name)
    return _OTHER_NAMES.get(field.name, field.name) if words else field.name_in_files


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns that a kind fills, ``kind`` itself left out."""
    return tuple(column for field in kind.fields for column in _columns(kind, field))


def _columns(kind: Kind, field: Field) -> Iterator[Column]:
    name, text = column_of(field), partial(Column, path=field.name, convert=text_cell, text=True)
    match field.declared:
        case Instant() if field.name == "deleted_ms":
            pass  # the trash is not in it
        case Instant():
            yield Column(name, field.name, utc_text)
        case When():
            yield Column("time", name, moment_text)
            yield Column("zone", f"{name}.zone", text_cell, text=True)
        case Day():
            yield Column(name, name, methodcaller("isoformat"))
        case Identity():
            yield Column(name, name)
        case Flag():
            yield Column(name, name, _flag)
        case Choice():
            yield Column(name, name)
        case Thousandths():
            raise TypeError(f"{kind.code}.{name}: a kind in the diary says what was measured as an Amount")
        case Number():
            yield Column(name, name, plain_number)
        case Whole():
            yield Column(name, name, str)
        case Code() | Name() | Free():
            yield text(name)
        case Lines():
            yield Column(name, name, _lines, text=True)
        case Quantity():
            yield from _amount_columns(name)
        case Refers(to):
            yield from _REFERRING[to](name) if to in _REFERRING else (Column(name, name),)


def _amount_columns(name: str) -> Iterator[Column]:
    yield Column("typed", f"{name}.text", text_cell, text=True)
    yield Column("amount", f"{name}.quantity", plain_number)
    yield Column("unit", f"{name}.dimension", SIGNS.__getitem__)
    yield Column("basis", f"{name}.basis")
    yield Column("spread", f"{name}.spread", plain_number)
    yield Column("own_unit_id", f"{name}.unit")
    yield Column("own_unit", f"{name}.unit", cells=_unit_names, text=True)


def _flag(value: bool) -> str:
    return "1" if value else ""


def _lines(texts: tuple[str, ...]) -> str:
    return text_cell("\n".join(texts))


# --- what an id alone does not tell ----------------------------------------------------------------------------------


def _product_columns(path: str) -> Iterator[Column]:
    yield Column("product_id", path)
    yield Column("product", path, cells=_product_names, text=True)
    yield Column(
        "product_kind", path, cells=lambda names: {key: str(product.kind) for key, product in names.products.items()}
    )
    yield Column("product_content", path, cells=_product_contents)
    yield Column("product_private", path, cells=lambda names: _private(names.products))


def _symptom_columns(path: str) -> Iterator[Column]:
    yield Column("symptom_id", path)
    yield Column("symptom", path, cells=_symptom_names, text=True)
    yield Column(
        "symptom_code", path, cells=lambda names: {key: symptom.code or "" for key, symptom in names.symptoms.items()}
    )
    yield Column("symptom_private", path, cells=lambda names: _private(names.symptoms))


def _private(named: Mapping[str, Product] | Mapping[str, Symptom]) -> Mapping[str, str]:
    """Without it they would lie open in another journal, and so would all that is about them."""
    return {key: _flag(entry.private) for key, entry in named.items()}


def _product_names(names: Names) -> Mapping[str, str]:
    return {key: text_cell(product.name) for key, product in names.products.items()}


def _product_kinds(names: Names) -> Mapping[str, str]:
    return {key: str(product.kind) for key, product in names.products.items()}


def _product_contents(names: Names) -> Mapping[str, str]:
    return {key: product.content or "" for key, product in names.products.items()}


def _unit_names(names: Names) -> Mapping[str, str]:
    return {key: text_cell(unit.name) for key, unit in names.units.items()}


def _symptom_codes(names: Names) -> Mapping[str, str]:
    return {key: symptom.code or "" for key, symptom in names.symptoms.items()}


def _symptom_names(names: Names) -> Mapping[str, str]:
    return {key: text_cell(symptom_name(names.texts, symptom)) for key, symptom in names.symptoms.items()}


_REFERRING = {"product": _product_columns, "symptom": _symptom_columns}

# --- the table as a whole --------------------------------------------------------------------------------------------

_DIARY = tuple(column for kind in KINDS.values() if kind.in_diary for column in columns_of(kind))
# As version 0.1 wrote them, and what came later behind them: a spreadsheet's columns must not move.
_IN_ORDER = (
    "id", "kind", "time", "zone", "product", "amount", "unit", "basis", "preparation", "symptom", "value", "note",
    "mark", "day", "typed", "own_unit", "spread", "stomach", "reasons", "finished", "site", "side", "phase", "group",
    "dose", "prompted", "private", "complete_later", "due", "recorded", "origin",
    "product_id", "product_kind", "own_unit_id", "symptom_id", "symptom_code", "answer", "product_content",
    "batch", "what", "name", "substance", "drinks", "instrument", "version", "answers", "sleep", "quality", "function",
    "helped", "minutes", "systolic", "diastolic", "pulse", "weight", "weight_unit", "normal", "subject",
)  # fmt: skip
COLUMNS = tuple(dict.fromkeys((*_IN_ORDER, *(column.name for column in _DIARY))))
# By kind: what is typed of one may be a number of another.
TEXT_COLUMNS = {
    kind.code: frozenset(column.name for column in columns_of(kind) if column.text)
    for kind in KINDS.values()
    if kind.in_diary
}
