"""What the fields of entries are: said beside each field's type, and read by everything that handles every kind.

A field of a kind is declared as ``Annotated[str, Name(required=True)]``. Yes or no (``bool``), a choice (``StrEnum``)
and a date say by their type what they are; text and numbers do not, so they must be declared.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from journal.core.amounts import Amount
from journal.core.moments import Moment


class Gone(StrEnum):
    """What becomes of an entry when what it refers to is to be deleted for good."""

    HOLDS = "holds"  # it keeps the other entry from being deleted for good
    FORGETS = "forgets"  # it stays, and no longer refers to anything
    GOES = "goes"  # it is deleted for good with the other entry


class Identity:
    """A UUID."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Code:
    """Text that a program made, not a person. Without ``empty`` there must be some."""

    longest: int
    empty: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """One typed line; ``searchable``: by its words.

    ``may_name``: it may be the id of an entry of that kind instead of one of ``words``.
    ``with_unit``: the field of the unit that is commonly written behind it: 131 U/L.
    """

    required: bool = False
    searchable: bool = False
    may_name: str | None = None
    words: tuple[str, ...] = ()
    with_unit: str = ""


class Lines:
    """Several typed lines, none of them empty."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Free:
    """Typed text of any length; ``searchable``: by its words."""

    required: bool = False
    searchable: bool = True


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from ``low`` to ``high``. ``in_table``: the table refuses others too.

    ``above``: the field whose number is commonly written below this one, both as one: 128/82.
    """

    low: int
    high: int
    in_table: bool = True
    above: str = ""


class Thousandths(Whole):
    """A whole number of thousandths of what the entry's dimension counts."""

    __slots__ = ()


class Number(Whole):
    """A number with up to three decimals, kept as a whole number of thousandths. Its unit is fixed, or not known."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no. ``added_later``: by a migration, so that older rows say no."""

    added_later: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
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


@dataclass(frozen=True, slots=True)
class Day:
    """A date. ``of_entry``: the journal day that the entry is about. ``plan``: it may lie ahead.

    ``ends``: the field with the day on which began what ends on this one; an end is never before it.

    Forms and the command line refuse other days that lie ahead; files may hold them.
    """

    of_entry: bool = False
    plan: bool = False
    ends: str = ""


class When:
    """The moment that the entry is about."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount; what its ``unit`` names keeps ``unit_gone``."""

    unit_gone: Gone = Gone.HOLDS


@dataclass(frozen=True, slots=True)
class Refers:
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
        declared = dataclasses.replace(declared, options=inner)
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
