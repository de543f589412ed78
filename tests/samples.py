"""One entry of a kind with something in every field, made from what the kind declares; nothing here knows the kinds."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Entry, new_id
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
    Quantity,
    Recorded,
    Refers,
    Thousandths,
    When,
    Whole,
)
from journal.core.kinds import KINDS
from journal.core.moments import Moment

WORD = "zanzibarine"
# What only some texts that a program makes may be.
_CODES = {"symptom.code": "nausea", "setting.id": "welcomed", "setting.value": "1", "check_in.version": "1"}
# Lines that must be answers of the instrument.
_LINES = {"check_in.answers": ("3", "skipped", "7")}


def sample(code: str, at: Moment) -> list[Entry]:
    """An entry of the kind, behind what it refers to."""
    made: dict[str, Entry] = {}
    _make(code, at, made)
    return list(made.values())


def one_of_each(at: Moment) -> list[Entry]:
    """An entry of every kind, which refer to one another."""
    made: dict[str, Entry] = {}
    for code in KINDS:
        if code not in made:
            _make(code, at, made)
    return list(made.values())


def _make(code: str, at: Moment, made: dict[str, Entry]) -> None:
    kind = KINDS[code]
    for each in kind.references:
        if each.to not in made:
            _make(each.to, at, made)
    made[code] = kind.cls(**{field.name: _value(code, field, at, made) for field in kind.fields})


def _value(code: str, field: Field, at: Moment, made: dict[str, Entry]) -> Any:
    match field.declared:
        case Identity():
            return new_id()
        case Code():
            return _CODES.get(f"{code}.{field.name}") or new_id()
        case Name(may_name=str()):
            return "ml"
        case Name():
            return f"{WORD} {field.name}"
        case Lines():
            return _LINES.get(f"{code}.{field.name}", ("first", "second"))
        case Free():
            return f"A {WORD} day,\nsaid so."
        case Thousandths():
            return 500
        case Whole(low, high):
            return (low + high) // 2 + 1
        case Flag():
            return True
        case Choice(options):
            return _second(options)
        case Recorded():
            return at.utc_ms + 1000
        case Instant():
            return None if field.name == "deleted_ms" else at.utc_ms - 1000
        case Day():
            return at.local.date()
        case When():
            return at
        case Quantity():
            return Amount("2.5 g", 2500, Dimension.MASS, Basis.WEIGHED, 100, made["unit"].id)
        case Refers(to):
            return made[to].id


def _second(options: type[StrEnum]) -> StrEnum:
    """The first is often what is meant where nothing is said."""
    return list(options)[1]
