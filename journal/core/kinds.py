"""What every kind of entry is, from its class in ``core.entries``: what handles all kinds reads this and keeps no list.

A class that says too little, or contradicts another, is an error when the program starts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from journal.core.entries import TYPES, Entry, kind_of
from journal.core.fields import (
    Choice,
    Day,
    Field,
    Free,
    Gone,
    Lines,
    Name,
    Quantity,
    Recorded,
    Refers,
    Thousandths,
    When,
    fields_of,
)
from journal.core.journal_day import journal_day


class Placed(StrEnum):
    """How an entry of a kind is placed in time."""

    AT_A_MOMENT = "moment"
    ON_A_DAY = "day"
    NOWHERE = "nowhere"


class Reference(NamedTuple):
    """One way in which entries of ``kind`` refer to entries of ``to``; ``path`` leads to the id in an entry."""

    kind: str
    column: str
    path: str
    to: str
    gone: Gone
    optional: bool
    added_later: bool = False


class Kind(NamedTuple):
    """One kind of entry. ``code`` names its table, ``plural`` its list in files.

    ``day_column`` holds the day that an entry is about, if its kind is placed on a day. ``has_recorded``: it says when
    it was written down. ``shows_day_written``: its entries show that their day was written down.
    ``references`` are its own; ``held_by`` are those of others that keep its entries from being deleted for good, and
    ``taken_along`` those of others that are deleted for good with its entries.
    """

    code: str
    cls: type[Entry]
    plural: str
    placed: Placed
    in_diary: bool
    deletable: bool
    shows_day_written: bool
    fields: tuple[Field, ...]
    references: tuple[Reference, ...]
    day_column: str | None
    has_recorded: bool
    held_by: tuple[Reference, ...] = ()
    taken_along: tuple[Reference, ...] = ()

    @property
    def measured(self) -> bool:
        """Whether it has numbers in thousandths of what its dimension counts."""
        return any(isinstance(field.declared, Quantity | Thousandths) for field in self.fields)

    @property
    def searchable_words(self) -> tuple[str, ...]:
        """The columns whose words are found: what was written freely, then amounts as typed."""
        free = [
            field.name for field in self.fields if isinstance(field.declared, Free | Name) and field.declared.searchable
        ]
        return (*free, *(field.name for field in self.fields if isinstance(field.declared, Quantity)))

    @property
    def words_beside(self) -> tuple[str, ...]:
        """The other columns that a person typed and that rows show: their words are found without full text."""
        indexed = self.searchable_words
        return tuple(field.name for field in self.fields if field.name not in indexed and _is_typed_beside(field))

    @property
    def searchable_choices(self) -> tuple[str, ...]:
        """The columns whose choices are found by the words of their names."""
        return tuple(
            field.name for field in self.fields if isinstance(field.declared, Choice) and field.declared.searchable
        )

    def reference_to(self, kind: str) -> Reference | None:
        """The first way in which it refers to that kind."""
        return next((reference for reference in self.references if reference.to == kind), None)


def _is_typed_beside(field: Field) -> bool:
    declared = field.declared
    return isinstance(declared, Name) or (isinstance(declared, Lines) and declared.searchable)


def _is_own_day(field: Field) -> bool:
    return isinstance(field.declared, Day) and field.declared.of_entry


def _kind(code: str, cls: type[Entry]) -> Kind:
    fields = fields_of(cls)
    references = tuple(_references(code, fields))
    day = next((field.name for field in fields if _is_own_day(field)), None)
    recorded = any(isinstance(field.declared, Recorded) for field in fields)
    placed = _placed(code, fields)
    shows_day = cls.shows_day_written and placed is not Placed.NOWHERE
    return Kind(
        code, cls, cls.plural, placed, cls.in_diary, cls.deletable, shows_day, fields, references, day, recorded
    )


def _placed(code: str, fields: tuple[Field, ...]) -> Placed:
    moments = sum(isinstance(field.declared, When) for field in fields)
    days = sum(map(_is_own_day, fields))
    _require(moments + days <= 1, f"{code} is placed in time twice")
    return Placed.AT_A_MOMENT if moments else Placed.ON_A_DAY if days else Placed.NOWHERE


def _references(code: str, fields: tuple[Field, ...]) -> Iterator[Reference]:
    for field in fields:
        match field.declared:
            case Refers(kind, gone, added_later):
                yield Reference(code, field.name, field.name, kind, gone, field.optional, added_later)
            case Quantity(unit_gone):
                yield Reference(code, "unit", f"{field.name}.unit", "unit", unit_gone, optional=True)


def kinds_of(types: Mapping[str, type[Entry]]) -> dict[str, Kind]:
    """The kinds that the classes declare, each knowing what refers to it; TypeError if they do not fit together."""
    alone = [_kind(code, cls) for code, cls in types.items()]
    references = [reference for kind in alone for reference in kind.references]
    _refuse_gaps(alone, references)
    return {
        kind.code: kind._replace(
            held_by=tuple(
                reference for reference in references if reference.to == kind.code and reference.gone is Gone.HOLDS
            ),
            taken_along=tuple(
                reference for reference in references if reference.to == kind.code and reference.gone is Gone.GOES
            ),
        )
        for kind in alone
    }


def _refuse_gaps(kinds: list[Kind], references: list[Reference]) -> None:
    order = [kind.code for kind in kinds]
    plurals = [kind.plural for kind in kinds]
    for reference in references:
        _require(reference.to in order, f"{reference.kind}.{reference.path} refers to {reference.to}, which is no kind")
        _require(
            order.index(reference.to) < order.index(reference.kind), f"{reference.to} must come before {reference.kind}"
        )
        _require(
            reference.optional or reference.gone is not Gone.FORGETS,
            f"{reference.kind}.{reference.path} cannot forget what it needs",
        )
    for kind in kinds:
        unknown = [name for name in _kinds_it_may_name(kind) if name not in order]
        _require(not unknown, f"{kind.code} may name {unknown}, which is no kind")
        ended = [
            field.declared.ends for field in kind.fields if isinstance(field.declared, Day) and field.declared.ends
        ]
        begun = {field.name for field in kind.fields if isinstance(field.declared, Day) and not field.declared.ends}
        _require(begun.issuperset(ended), f"{kind.code} has an end of what does not begin")
        _require(plurals.count(kind.plural) == 1, f"two kinds are called {kind.plural}")
        placed = kind.placed is not Placed.NOWHERE
        _require(placed or not kind.in_diary, f"{kind.code} is in the Diary and has neither a moment nor a day")


def _kinds_it_may_name(kind: Kind) -> Iterator[str]:
    for field in kind.fields:
        if isinstance(field.declared, Name) and field.declared.may_name is not None:
            yield field.declared.may_name


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise TypeError(otherwise)


# What others refer to comes first.
KINDS: Mapping[str, Kind] = kinds_of(TYPES)


def refuse_other_kinds(named: Iterable[str], purpose: str, wanted: Iterable[str] = tuple(KINDS)) -> None:
    """TypeError unless ``named`` are the wanted kinds: for what cannot be derived and must be said kind by kind."""
    missing, unknown = {*wanted} - {*named}, {*named} - {*wanted}
    if missing or unknown:
        raise TypeError(f"{purpose}: missing for {sorted(missing)}, not wanted for {sorted(unknown)}")


def declared(entry: Entry) -> Kind:
    """What the entry's kind is."""
    return KINDS[kind_of(entry)]


def day_of(entry: Entry, day_start: int) -> dt.date | None:
    """The journal day that the entry belongs to; None for kinds that have none."""
    if declared(entry).placed is Placed.AT_A_MOMENT:
        return journal_day(_attributes(entry).at, day_start)
    return own_day(entry)


def own_day(entry: Entry) -> dt.date | None:
    """The day that an entry of a day is of; None for kinds that have a moment, or none."""
    column = declared(entry).day_column
    day: dt.date | None = getattr(_attributes(entry), column) if column else None
    return day


@cache
def _free_fields(code: str) -> tuple[str, ...]:
    return tuple(field.name for field in KINDS[code].fields if isinstance(field.declared, Free))


def free_texts(entry: Entry) -> list[str]:
    """What was typed into it freely: notes, questions, what happened; without what is empty."""
    texts = (getattr(entry, name) for name in _free_fields(declared(entry).code))
    return [text for text in texts if text]


@cache
def past_days(code: str) -> tuple[str, ...]:
    """The fields of a kind with a day that has come when it is written down: all but those of plans."""
    return tuple(
        field.name for field in KINDS[code].fields if isinstance(field.declared, Day) and not field.declared.plan
    )


def recorded_ms(entry: Entry) -> int | None:
    """When the entry was written down; None for kinds that do not say."""
    return _attributes(entry).recorded_ms if declared(entry).has_recorded else None


def recorded_at(entry: Entry, ms: int) -> Entry:
    """The entry as written down then; only of a kind that says when."""
    written: Entry = replace(_attributes(entry), recorded_ms=ms)
    return written


def _attributes(entry: Entry) -> Any:
    """The entry with the fields that its kind declares, which the type checker cannot know."""
    return entry
