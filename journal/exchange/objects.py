"""Entries as JSON objects and back.

A key that is missing means null, false, an empty text or an empty list; every other key is always written and must be
there. No key may be there that this version does not know.

| in an entry | in the file |
|---|---|
| ``at`` | ``at``: ISO 8601 on the wall clock with its offset, and ``zone``: the zone's name |
| every other instant (``recorded``, ``deleted``, ``finished``, ``due``) | ISO 8601 in UTC, ending in Z |
| a day (``day``, ``since``, ``active_from``, ...) | ISO 8601 date |
| an amount | ``amount`` as typed; ``quantity`` and ``spread`` as whole thousandths of g, ml or pieces, which
  ``dimension`` tells (mass, volume, count); ``basis``; ``unit``: the id of the product's own unit |
| a choice (``kind``, ``mark``, ``phase``, ...) | its code |
| a reference (``product``, ``symptom``, ``dose``, ``unit``) | the other entry's id |

A unit's ``quantity`` and ``spread`` are thousandths too. ``id`` and ``origin`` are UUIDs; a setting's id is its key.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from operator import attrgetter

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import TYPES, Entry, Setting, Tombstone
from journal.core.moments import Moment
from journal.core.preferences import preferences_from
from journal.core.refusal import Refused
from journal.core.validity import refuse_invalid
from journal.exchange.instants import day_of, moment_of, moment_text, utc_ms_of, utc_text

Value = typing.Any
Object = dict[str, Value]
_MISSING = object()


class WrongTypeError(Exception):
    """A value that is not of its key's type."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Key:
    """One key: where its value is in an entry, how it is written (None: as it is) and read, what its absence means."""

    name: str
    path: str
    write: Callable[[Value], Value] | None
    read: Callable[[Value], Value]
    absent: Value = _MISSING

    @property
    def field(self) -> str:
        """The field of the entry; parts of an amount and a moment are put together afterwards."""
        return self.path if "." not in self.path else self.name


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of entry is an object."""

    write: Callable[[Entry], Object]
    read: Callable[[Mapping[str, Value]], Entry]


def to_object(kind: str, entry: Entry) -> Object:
    """The entry as a JSON object."""
    return _SHAPES[kind].write(entry)


def from_object(kind: str, found: Mapping[str, Value]) -> Entry:
    """The entry in the object; Refused with the key if it holds none that the journal could."""
    entry = _SHAPES[kind].read(found)
    refuse_invalid(entry)
    if isinstance(entry, Setting):
        preferences_from([entry])
    return entry


def tombstone_object(stone: Tombstone) -> Object:
    """The tombstone as a JSON object."""
    return {"id": stone.id, "kind": stone.kind, "purged": utc_text(stone.purged_ms)}


def tombstone_from(found: Mapping[str, Value]) -> Tombstone:
    """The tombstone in the object."""
    stone = Tombstone(**_stone_values(found))
    if stone.kind not in TYPES:
        raise Refused("invalid", field="kind")
    return stone


# --- the shape of a type, built from its fields so that a new one cannot be forgotten --------------------------------


def _shape(cls: type[Entry]) -> Shape:
    hints = typing.get_type_hints(cls)
    keys = [key for field in dataclasses.fields(cls) for key in _keys(field.name, hints[field.name])]
    return Shape(write=_writer(keys), read=_reader(cls, {key.name: key for key in keys}))


def _writer(keys: list[_Key]) -> Callable[[Entry], Object]:
    names = [key.name for key in keys]
    fetch = attrgetter(*(key.path for key in keys))
    converted = [(key.name, key.write) for key in keys if key.write is not None]

    def write(entry: Entry) -> Object:
        # False is no int here: the class decides. So 0 stays, and null, false and what is empty is left out.
        found = {
            name: value
            for name, value in zip(names, fetch(entry), strict=True)
            if value or value.__class__ is int
        }
        for name, convert in converted:
            if name in found:
                found[name] = convert(found[name])
        return found

    return write


def _reader(cls: type[Entry], keys: dict[str, _Key]) -> Callable[[Mapping[str, Value]], Entry]:
    timed = "zone" in keys
    measured = "basis" in keys
    values_of = _values_reader(keys)

    def read(found: Mapping[str, Value]) -> Entry:
        values = values_of(found)
        if timed:
            values["at"] = moment_of(values["at"], values.pop("zone"))
        if measured:
            values["amount"] = Amount(*(values.pop(each) for each in _AMOUNT_KEYS))
        return cls(**values)

    return read


def _values_reader(keys: Mapping[str, _Key]) -> Callable[[Mapping[str, Value]], Object]:
    """Every field's value out of an object, each read and of the right type."""
    absent = {key.field: key.absent for key in keys.values() if key.absent is not _MISSING}
    required = {name for name, key in keys.items() if key.absent is _MISSING}
    readers = {name: (key.field, key.read) for name, key in keys.items()}

    def values_of(found: Mapping[str, Value]) -> Object:
        values = dict(absent)
        if not found.keys() <= readers.keys():
            raise Refused("key-unknown", key=min(found.keys() - readers.keys())[:40])
        try:
            for name, value in found.items():
                field, read = readers[name]
                values[field] = read(value)
        except (WrongTypeError, KeyError, TypeError):
            raise Refused("invalid", field=name) from None
        if not required <= found.keys():
            raise Refused("key-missing", key=min(required - found.keys()))
        return values

    return values_of


_AMOUNT_KEYS = ("amount", "quantity", "dimension", "basis", "spread", "unit")


def _keys(name: str, hint: object) -> list[_Key]:
    inner, optional = _without_none(hint)
    if inner is Moment:
        return [_Key("at", "at", moment_text, _text), _Key("zone", "at.zone", None, _text)]
    if inner is Amount:
        return _amount_keys()
    if name.endswith("_ms"):
        absent = None if optional else _MISSING
        return [_Key(name.removesuffix("_ms"), name, utc_text, _instant, absent)]
    return [_plain_key(name, inner, optional)]


def _amount_keys() -> list[_Key]:
    return [
        _Key("amount", "amount.text", None, _text, ""),
        _Key("quantity", "amount.quantity", None, _integer, None),
        _Key("dimension", "amount.dimension", None, _choice(Dimension), None),
        _Key("basis", "amount.basis", None, _choice(Basis)),
        _Key("spread", "amount.spread", None, _integer, None),
        _Key("unit", "amount.unit", None, _text, None),
    ]


def _plain_key(name: str, inner: object, optional: bool) -> _Key:
    if inner is str:
        return _Key(name, name, None, _text, None if optional else "")
    if inner is bool:
        return _Key(name, name, None, _flag, False)
    if typing.get_origin(inner) is tuple:
        return _Key(name, name, list, _texts, ())
    absent = None if optional else _MISSING
    if inner is int:
        return _Key(name, name, None, _integer, absent)
    if inner is dt.date:
        return _Key(name, name, dt.date.isoformat, lambda value: day_of(_text(value)), absent)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return _Key(name, name, None, _choice(inner), absent)
    raise TypeError(f"{name} has a type that no file can hold yet")


def _without_none(hint: object) -> tuple[object, bool]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        inner = [each for each in typing.get_args(hint) if each is not type(None)]
        return inner[0], True
    return hint, False


# --- one value -------------------------------------------------------------------------------------------------------


def _text(value: Value) -> str:
    if type(value) is not str or (not value.isascii() and not _storable(value)) or "\0" in value:
        raise WrongTypeError
    return value


def _storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate, which JSON's \\ud800 can spell
        return False
    return True


def _integer(value: Value) -> int:
    if type(value) is not int or abs(value) > 2**53:
        raise WrongTypeError
    return value


def _flag(value: Value) -> bool:
    if type(value) is not bool:
        raise WrongTypeError
    return value


def _instant(value: Value) -> int:
    return utc_ms_of(_text(value))


def _texts(value: Value) -> tuple[str, ...]:
    if type(value) is not list:
        raise WrongTypeError
    return tuple(map(_text, value))


def _choice(enum: type[StrEnum]) -> Callable[[Value], StrEnum]:
    return {str(member): member for member in enum}.__getitem__


_SHAPES = {kind: _shape(cls) for kind, cls in TYPES.items()}
_stone_values = _values_reader({
    "id": _Key("id", "id", None, _text),
    "kind": _Key("kind", "kind", None, _text),
    "purged": _Key("purged", "purged_ms", utc_text, _instant),
})  # fmt: skip
