"""Entries as JSON objects and back.

A key that is missing means null, false, an empty text or an empty list; every other key is always written and must be
there. No key may be there that this version does not know.

| in an entry | in the file |
|---|---|
| ``at`` | ``at``: ISO 8601 on the wall clock with its offset, and ``zone``: the zone's name |
| every other instant (``recorded``, ``deleted``, ``finished``, ``due``) | ISO 8601 in UTC, ending in Z |
| a day (``day``, ``since``, ``active_from``, ...) | ISO 8601 date; ``since`` and ``until`` also as the year
  or the month alone, where no more is known: ``2019``, ``2019-03`` |
| an amount | ``amount`` as typed; ``quantity`` and ``spread`` as whole thousandths of g, ml or pieces, which
  ``dimension`` tells (mass, volume, count); ``basis``; ``unit``: the id of the product's own unit |
| a choice (``kind``, ``mark``, ``phase``, ...) | its code |
| a reference (``product``, ``symptom``, ``dose``, ``unit``) | the other entry's id |

A unit's ``quantity`` and ``spread`` are thousandths too, and so are ``drinks``, ``weight`` and ``sleep``.
``id`` and ``origin`` are UUIDs; a setting's id is its key.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from operator import attrgetter, methodcaller

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import TYPES, Entry, Tombstone
from journal.core.fields import Day, fields_of, without_none
from journal.core.moments import Moment
from journal.core.refusal import Refused
from journal.core.validity import refuse_invalid
from journal.core.words_of_amounts import with_words_that_fit
from journal.exchange.instants import day_of, moment_of, moment_text, rough_day_of, utc_ms_of, utc_text

Value = typing.Any
Object = dict[str, Value]
_MISSING = object()


@dataclasses.dataclass(frozen=True, slots=True)
class _Key:
    """One key: where its value is in an entry, its JSON type, how it is written and read (None: as it is)."""

    name: str
    path: str
    type: type
    write: Callable[[Value], Value] | None = None
    read: Callable[[Value], Value] | None = None
    absent: Value = _MISSING

    @property
    def field(self) -> str:
        """The field of the entry; parts of an amount and a moment are put together afterwards."""
        return self.path if "." not in self.path else self.name


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of entry is an object: its keys in order with the type of each, and those that must be there."""

    types: Mapping[str, type]
    required: frozenset[str]
    write: Callable[[Entry], Object]
    read: Callable[[Mapping[str, Value]], Entry]


def to_object(kind: str, entry: Entry) -> Object:
    """The entry as a JSON object."""
    return _SHAPES[kind].write(entry)


def keys_of(kind: str) -> tuple[str, ...]:
    """The keys that an object of this kind may have, in order."""
    return tuple(_SHAPES[kind].types)


def types_of_keys(kind: str) -> Mapping[str, type]:
    """The JSON type of each key: str, int, bool or list (of texts)."""
    return _SHAPES[kind].types


def required_keys(kind: str) -> frozenset[str]:
    """The keys that an object of this kind must have."""
    return _SHAPES[kind].required


def from_object(kind: str, members: Mapping[str, Value]) -> Entry:
    """The entry in the object; Refused with the key if the journal could not hold it."""
    entry = _SHAPES[kind].read(members)
    if "id" not in members:
        raise Refused("key-missing", key="id")
    refuse_invalid(entry)
    return entry


def tombstone_object(stone: Tombstone) -> Object:
    """The tombstone as a JSON object."""
    return {"id": stone.id, "kind": stone.kind, "purged": utc_text(stone.purged_ms)}


def tombstone_from(members: Mapping[str, Value]) -> Tombstone:
    """The tombstone in the object."""
    stone = Tombstone(**_stone_values(members))
    if stone.kind not in TYPES:
        raise Refused("invalid", field="kind")
    return stone


# --- the shape of a type, built from its fields so that a new one cannot be forgotten --------------------------------


def _shape(cls: type[Entry]) -> Shape:
    hints = typing.get_type_hints(cls)
    of_days = {field.name: field.declared for field in fields_of(cls) if isinstance(field.declared, Day)}
    names = [field.name for field in dataclasses.fields(cls)]
    keys = [key for name in names for key in _keys(name, hints[name], of_days.get(name))]
    by_name = {key.name: key for key in keys}
    types = {name: key.type for name, key in by_name.items()}
    required = frozenset(name for name, key in by_name.items() if key.absent is _MISSING)
    write = _writer(keys)
    measured = "basis" in by_name  # an older journal may hold an amount that says two things
    return Shape(
        types,
        required,
        write=(lambda entry: write(with_words_that_fit(entry))) if measured else write,
        read=_reader(cls, by_name),
    )


def _writer(keys: list[_Key]) -> Callable[[Entry], Object]:
    names = [key.name for key in keys]
    fetch = attrgetter(*(key.path for key in keys))
    converted = [(key.name, key.write) for key in keys if key.write is not None]

    def write(entry: Entry) -> Object:
        # False is no int here: the class decides. So 0 stays, and null, false and what is empty is left out.
        members = {
            name: value for name, value in zip(names, fetch(entry), strict=True) if value or value.__class__ is int
        }
        for name, convert in converted:
            if name in members:
                members[name] = convert(members[name])
        return members

    return write


def _reader(cls: type[Entry], keys: dict[str, _Key]) -> Callable[[Mapping[str, Value]], Entry]:
    timed = "zone" in keys
    measured = "basis" in keys
    values_of = _values_reader(keys)

    def read(members: Mapping[str, Value]) -> Entry:
        values = values_of(members)
        if timed:
            values["at"] = moment_of(values["at"], values.pop("zone"))
        if measured:
            values["amount"] = Amount(*map(values.pop, _AMOUNT_KEYS))
        return cls(**values)

    return read


def _values_reader(keys: Mapping[str, _Key]) -> Callable[[Mapping[str, Value]], Object]:
    """Every field's value out of an object, each read and of the right type."""
    absent = {key.field: key.absent for key in keys.values() if key.absent is not _MISSING}
    required = {name for name, key in keys.items() if key.absent is _MISSING}
    readers = {name: (key.field, key.type, key.read) for name, key in keys.items()}
    nullable = {name for name, key in keys.items() if key.absent is None}

    def values_of(members: Mapping[str, Value]) -> Object:
        values = dict(absent)
        if not members.keys() <= readers.keys():
            raise Refused("key-unknown", key=min(members.keys() - readers.keys())[:40])
        for name, value in members.items():
            field, json_type, read = readers[name]
            if value.__class__ is json_type:
                values[field] = value if read is None else read(value)
            elif value is not None or name not in nullable:
                raise Refused("invalid", field=name)
        if not required <= members.keys():
            raise Refused("key-missing", key=min(required - members.keys()))
        return values

    return values_of


_AMOUNT_KEYS = ("amount", "quantity", "dimension", "basis", "spread", "unit")


def _keys(name: str, hint: object, day: Day | None) -> list[_Key]:
    inner, optional = without_none(hint)
    if inner is Moment:
        return [_Key("at", "at", str, moment_text), _Key("zone", "at.zone", str)]
    if inner is Amount:
        return _amount_keys()
    if name.endswith("_ms"):
        return [_Key(name.removesuffix("_ms"), name, str, utc_text, utc_ms_of, None if optional else _MISSING)]
    return [_plain_key(name, inner, optional, day)]


def _amount_keys() -> list[_Key]:
    return [
        _Key("amount", "amount.text", str, absent=""),
        _Key("quantity", "amount.quantity", int, None, _whole, absent=None),
        _Key("dimension", "amount.dimension", str, None, _choice(Dimension), absent=None),
        _Key("basis", "amount.basis", str, None, _choice(Basis)),
        _Key("spread", "amount.spread", int, None, _whole, absent=None),
        _Key("unit", "amount.unit", str, absent=None),
    ]


def _plain_key(name: str, inner: object, optional: bool, day: Day | None) -> _Key:
    absent = None if optional else _MISSING
    if inner is str:
        return _Key(name, name, str, absent=None if optional else "")
    if inner is bool:
        return _Key(name, name, bool, absent=False)
    if typing.get_origin(inner) is tuple:
        return _Key(name, name, list, list, _texts, ())
    if inner is int:
        return _Key(name, name, int, None, _whole, absent)
    if day is not None:
        return _Key(name, name, str, methodcaller("isoformat"), _day_reader(day), absent)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return _Key(name, name, str, None, _choice(inner), absent)
    raise TypeError(f"{name} has a type that no file can hold yet")


def _day_reader(day: Day) -> Callable[[str], dt.date]:
    return partial(rough_day_of, ends=bool(day.ends)) if day.rough else day_of


# --- one value -------------------------------------------------------------------------------------------------------


def _whole(number: int) -> int:
    if abs(number) > 2**53:
        raise Refused("invalid", field=str(number))
    return number


def _texts(values: list[Value]) -> tuple[str, ...]:
    if not all(type(value) is str for value in values):
        raise Refused("list-of-texts")
    return tuple(values)


def _choice(enum: type[StrEnum]) -> Callable[[Value], StrEnum]:
    members = {str(member): member for member in enum}

    def read(code: str) -> StrEnum:
        option = members.get(code)
        if option is None:
            raise Refused("option-unknown", text=code[:40], options=", ".join(members))
        return option

    return read


_SHAPES = {kind: _shape(cls) for kind, cls in TYPES.items()}
_stone_values = _values_reader({
    "id": _Key("id", "id", str),
    "kind": _Key("kind", "kind", str),
    "purged": _Key("purged", "purged_ms", str, utc_text, utc_ms_of),
})  # fmt: skip
