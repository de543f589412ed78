"""Values as flat records and back: one shape for table rows, the change log and exchange files.

A record holds only str, int and None, so any row or JSON object can carry it. Its keys are the columns' names.
"""

from __future__ import annotations

import datetime as dt
import typing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache, partial
from itertools import repeat
from operator import attrgetter, itemgetter
from typing import NamedTuple

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import TYPES, Entry
from journal.core.fields import types_of, without_none
from journal.core.journal_day import day_from_number, day_number
from journal.core.moments import Moment
from journal.core.rough_days import RoughDay, rough_day_stored

Plain = str | int | None
Record = dict[str, Plain]
LINES_APART = "\x1f"  # between reasons; typed text cannot hold it


class Codec(NamedTuple):
    """How one kind of value becomes a record and comes back."""

    columns: tuple[str, ...]
    write: Callable[[Entry], list[Plain]]
    read: Callable[[Sequence[Sequence[Plain]]], list[Entry]]
    pick: Callable[[Mapping[str, Plain]], tuple[Plain, ...]]


def to_record(entry: Entry) -> Record:
    """The entry as a flat record."""
    entry_codec = codec(type(entry))
    return dict(zip(entry_codec.columns, entry_codec.write(entry), strict=True))


def to_values(entry: Entry) -> list[Plain]:
    """The record's bare values, in the order of ``columns_of``; the first is the id."""
    return codec(type(entry)).write(entry)


def from_record(kind: str, record: Mapping[str, Plain]) -> Entry:
    """The entry that a record of this kind holds; ValueError, KeyError or TypeError if it holds none."""
    entry_codec = codec(TYPES[kind])
    return entry_codec.read([entry_codec.pick(record)])[0]


def from_rows(kind: str, rows: Sequence[Sequence[Plain]]) -> list[Entry]:
    """The entries that records' bare values make, in the order of ``columns_of`` (more behind them is ignored)."""
    return codec(TYPES[kind]).read(rows)


def columns_of(kind: str) -> tuple[str, ...]:
    """The names in a record of this kind, in order."""
    return codec(TYPES[kind]).columns


_CODECS: dict[type[Entry], Codec] = {}


def codec(cls: type[Entry]) -> Codec:
    """Built once for each type from its fields, so a new field cannot be forgotten on one side."""
    known = _CODECS.get(cls)
    if known is None:
        known = _CODECS[cls] = _built(cls)
    return known


def _built(cls: type[Entry]) -> Codec:
    parts = [_part(name, of_type) for name, of_type in types_of(cls).items()]
    columns = tuple(column for part in parts for column in part.columns)
    return Codec(columns, write=_writer(parts), read=_reader(cls, parts), pick=itemgetter(*columns))


class _Part(NamedTuple):
    """One field: its columns, where to fetch them, and how values are converted (None: they are plain already).

    ``read`` takes whole columns and gives the field's values.
    """

    name: str
    columns: tuple[str, ...]
    paths: tuple[str, ...]
    writes: tuple[Callable[[typing.Any], Plain] | None, ...]
    read: Callable[..., Iterable[typing.Any]] | None


def _writer(parts: list[_Part]) -> Callable[[Entry], list[Plain]]:
    """Fetches all columns in one call, then converts the few that are not plain; twice as fast as one by one."""
    fetch = attrgetter(*(path for part in parts for path in part.paths))
    converts = [convert for part in parts for convert in part.writes]
    converted = [(place, convert) for place, convert in enumerate(converts) if convert is not None]

    def write(entry: Entry) -> list[Plain]:
        values = list(fetch(entry))
        for place, convert in converted:
            value = values[place]
            if value is not None:
                values[place] = convert(value)
        return values

    return write


def _reader(cls: type[Entry], parts: list[_Part]) -> Callable[[Sequence[Sequence[Plain]]], list[Entry]]:
    """Reads all rows column by column and fills the slots itself.

    A frozen dataclass's own ``__init__`` takes eight times as long, and every entry of a journal comes through here.
    """
    columns = [column for part in parts for column in part.columns]
    plain = [(_slot(cls, part), columns.index(part.columns[0])) for part in parts if part.read is None]
    built = [(_slot(cls, part), _positions(columns, part), part.read) for part in parts if part.read is not None]

    def read(rows: Sequence[Sequence[Plain]]) -> list[Entry]:
        entries = list(map(object.__new__, repeat(cls, len(rows))))
        by_column = list(zip(*rows, strict=True))
        if by_column:
            for put, where in plain:
                _exhaust(map(put, entries, by_column[where]))
            for put, part, build in built:
                _exhaust(map(put, entries, build(*by_column[part])))
        return entries

    return read


def _moments(utc_ms: Sequence[int], offset_s: Sequence[int], zones: Sequence[str]) -> list[Moment]:
    moments = list(map(object.__new__, repeat(Moment, len(utc_ms))))
    for put, column in zip(_MOMENT_SLOTS, (utc_ms, offset_s, zones), strict=True):
        _exhaust(map(put, moments, column))
    return moments


_MOMENT_SLOTS = [getattr(Moment, name).__set__ for name in ("utc_ms", "offset_s", "zone")]


def _exhaust(work: Iterator[None]) -> None:
    deque(work, 0)


def _slot(cls: type[Entry], part: _Part) -> Callable[[Entry, object], None]:
    put: Callable[[Entry, object], None] = getattr(cls, part.name).__set__
    return put


def _positions(columns: list[str], part: _Part) -> slice:
    first = columns.index(part.columns[0])
    return slice(first, first + len(part.columns))


def _part(name: str, hint: object) -> _Part:
    """How a field of this type is written; optional ones pass None through."""
    inner, optional = without_none(hint)
    if inner is Moment:
        return _composed(name, ("utc_ms", "offset_s", "zone"), ("utc_ms", "offset_s", "zone"), _moments)
    if inner is Amount:
        return _composed(name, _AMOUNT_COLUMNS, _AMOUNT_FIELDS, partial(map, _read_amount))
    write, read = _simple(inner, optional) or (None, None)
    return _Part(name, (name,), (name,), (write,), None if read is None else partial(map, read))


def _composed(
    name: str, columns: tuple[str, ...], fields: tuple[str, ...], read: Callable[..., Iterable[object]]
) -> _Part:
    writes = tuple(str if field in ("dimension", "basis") else None for field in fields)
    return _Part(name, columns, tuple(f"{name}.{field}" for field in fields), writes, read)


def _simple(
    inner: object, optional: bool
) -> tuple[Callable[[typing.Any], Plain], Callable[[typing.Any], object]] | None:
    if inner is bool:
        return int, bool
    if inner is dt.date:
        return _stored_day, _day_or_none if optional else _day_stored
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        # Looking a member up by value in a plain dict is five times faster than calling the enum.
        members: dict[Plain, StrEnum | None] = {str(member): member for member in inner}
        return str, ({None: None, **members} if optional else members).__getitem__
    if typing.get_origin(inner) is tuple:
        return LINES_APART.join, lambda text: tuple(text.split(LINES_APART)) if text else ()
    return None


def _day_or_none(number: int | None) -> dt.date | None:
    return None if number is None else _day_stored(number)


def _day_stored(number: int) -> dt.date:
    return rough_day_stored(number) or day_from_number(number)


def _stored_day(day: dt.date) -> int:
    return day.stored() if isinstance(day, RoughDay) else day_number(day)


# --- the two composed fields ---------------------------------------------------------------------------------------

_AMOUNT_COLUMNS = ("amount", "quantity", "dimension", "basis", "spread", "unit")
_AMOUNT_FIELDS = ("text", *_AMOUNT_COLUMNS[1:])
_DIMENSIONS: dict[str | None, Dimension | None] = {None: None, **{str(dimension): dimension for dimension in Dimension}}
_BASES = {str(basis): basis for basis in Basis}


@lru_cache(maxsize=1000)  # most doses have the same few amounts
def _read_amount(
    text: str, quantity: int | None, dimension: str | None, basis: str, spread: int | None, unit: str | None
) -> Amount:
    try:
        return Amount(text, quantity, _DIMENSIONS[dimension], _BASES[basis], spread, unit)
    except KeyError as problem:
        raise ValueError(problem.args[0]) from None
