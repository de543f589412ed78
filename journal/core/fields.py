"""What the fields of entries are: said beside each field's type, and read by everything that handles every kind.

A field of a kind is declared as ``Annotated[str, Name(required=True)]``. Yes or no (``bool``), a choice (``StrEnum``)
and a date say by their type what they are; text and numbers do not, so they must be declared.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from enum import StrEnum
from typing import NamedTuple

from journal.core.amounts import Amount
from journal.core.moments import Moment


class Gone(StrEnum):
    """What becomes of an entry when what it refers to is to be deleted for good."""

    HOLDS = "holds"  # it keeps the other entry from being deleted for good
    FORGETS = "forgets"  # it stays, and no longer refers to anything
    GOES = "goes"  # it is deleted for good with the other entry


@typing.dataclass_transform(frozen_default=True)
class Declaration:
    """A frozen value made of its annotated fields, as ``dataclass`` makes it.

    That would compile half a dozen methods for each of them, for which every start waited.
    """

    __match_args__: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        own = [name for name in vars(cls).get("__annotations__", {}) if name not in cls.__match_args__]
        type.__setattr__(cls, "__match_args__", (*cls.__match_args__, *own))

    def __init__(self, *values: object, **named: object) -> None:
        given = dict(zip(self.__match_args__, values, strict=False), **named)
        missing = [name for name in self.__match_args__ if name not in given and not hasattr(type(self), name)]
        if missing or len(given) != len(values) + len(named) or not given.keys() <= set(self.__match_args__):
            raise TypeError(f"{type(self).__name__} takes {self.__match_args__}, not {values} and {named}")
        vars(self).update(given)

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(name)

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(name)

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        arguments = (f"{name}={value!r}" for name, value in zip(self.__match_args__, self._values(), strict=True))
        return f"{type(self).__name__}({', '.join(arguments)})"


class Identity:
    """A UUID."""

    __slots__ = ()


class Code(Declaration):
    """Text that a program made, not a person. Without ``empty`` there must be some."""

    longest: int
    empty: bool = True


class Name(Declaration):
    """One typed line; ``searchable``: by its words.

    ``may_name``: it may be the id of an entry of that kind instead of one of ``words``.
    ``with_unit``: the field of the unit that is commonly written behind it: 131 U/L.
    """

    required: bool = False
    searchable: bool = False
    may_name: str | None = None
    words: tuple[str, ...] = ()
    with_unit: str = ""


class Lines(Declaration):
    """Several typed lines, none of them empty; ``searchable``: by their words, or those of the names of codes."""

    searchable: bool = False


class Free(Declaration):
    """Typed text of any length; ``searchable``: by its words."""

    required: bool = False
    searchable: bool = True


class Whole(Declaration):
    """A whole number from ``low`` to ``high``. ``in_table``: the table refuses others too.

    ``above``: the field whose number is commonly written below this one, both as one: 128/82.
    """

    low: int
    high: int
    in_table: bool = True
    above: str = ""


class Thousandths(Whole):
    """A whole number of thousandths of what the entry's dimension counts."""


class Number(Whole):
    """A number with up to three decimals, kept as a whole number of thousandths. Its unit is fixed, or not known.

    ``hours``: it is a length of time, which may be typed as one.
    """

    hours: bool = False


class Flag(Declaration):
    """Yes or no. ``added_later``: by a migration, so that older rows say no."""

    added_later: bool = False


class Choice(Declaration):
    """One of an enumeration. ``in_table``: the table refuses others; ``searchable``: by the words of its names."""

    options: type[StrEnum] = StrEnum
    in_table: bool = False
    searchable: bool = False


class Instant:
    """UTC milliseconds."""

    __slots__ = ()


class Recorded(Instant):
    """The instant at which the entry was written down; 0 is set by the logbook."""

    __slots__ = ()


class Day(Declaration):
    """A date. ``of_entry``: the journal day that the entry is about. ``plan``: it may lie ahead.

    ``ends``: the field with the day on which began what ends on this one; an end is never before it.
    ``rough``: it may be known by its month or year alone, and is then a ``RoughDay``.

    Forms and the command line refuse other days that lie ahead; files may hold them.
    """

    of_entry: bool = False
    plan: bool = False
    ends: str = ""
    rough: bool = False


class When:
    """The moment that the entry is about."""

    __slots__ = ()


class Quantity(Declaration):
    """An amount; what its ``unit`` names keeps ``unit_gone``."""

    unit_gone: Gone = Gone.HOLDS


class Refers(Declaration):
    """The id of an entry of another kind. ``added_later``: by a migration, so that older rows name none."""

    kind: str
    gone: Gone
    added_later: bool = False


Declared = (
    Identity | Code | Name | Lines | Free | Whole | Flag | Choice | Instant | Day | When | Quantity | Refers
)  # fmt: skip


class Field(NamedTuple):
    """One field of a kind; ``optional``: it may be None; ``required``: it has no default."""

    name: str
    declared: Declared
    optional: bool
    required: bool

    @property
    def name_in_files(self) -> str:
        """Its name in files and in refusals."""
        return self.name.removesuffix("_ms")


def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields of a kind's class, in order; TypeError if one does not say what it is."""
    hints = _hints(cls)
    return tuple(_field(cls, field, hints[field.name]) for field in dataclasses.fields(cls))


def types_of(cls: type) -> dict[str, object]:
    """The types of a kind's fields by name, in order, without what is declared beside them."""
    hints = _hints(cls)
    return {field.name: _apart(hints[field.name])[0] for field in dataclasses.fields(cls)}


def _hints(cls: type) -> dict[str, object]:
    # Evaluated where they are written (no "from __future__" there): resolving texts would take every start 14 ms.
    return {name: hint for base in reversed(cls.__mro__) for name, hint in getattr(base, "__annotations__", {}).items()}


def _apart(hint: object) -> tuple[object, tuple[object, ...]]:
    """A type, and what is declared beside it."""
    if typing.get_origin(hint) is typing.Annotated:
        inner, *declared = typing.get_args(hint)
        return inner, tuple(declared)
    return hint, ()


def _field(cls: type, own: dataclasses.Field[object], hint: object) -> Field:
    whole, metadata = _apart(hint)
    inner, optional = without_none(whole)
    declared = next((declaration for declaration in metadata if isinstance(declaration, Declared)), None) or _by_type(
        inner
    )
    if declared is None:
        raise TypeError(f"{cls.__name__}.{own.name} does not say what it is: declare it as one of journal.core.fields")
    if isinstance(declared, Choice) and isinstance(inner, type):
        declared = Choice(inner, declared.in_table, declared.searchable)
    required = own.default is dataclasses.MISSING and own.default_factory is dataclasses.MISSING
    return Field(own.name, declared, optional, required)


def _by_type(inner: object) -> Declared | None:
    if inner is bool:
        return Flag()
    if inner is dt.date:
        return Day()
    if inner is Moment:
        return When()
    if inner is Amount:
        return Quantity()
    return Choice(inner) if isinstance(inner, type) and issubclass(inner, StrEnum) else None


def without_none(hint: object) -> tuple[object, bool]:
    """The type of a hint that may be ``X | None``, and whether it may."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        rest = [argument for argument in typing.get_args(hint) if argument is not type(None)]
        if len(rest) == 1:
            return rest[0], True
    return hint, False
