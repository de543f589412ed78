"""Emergency numbers and help lines by country."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from journal.assets import asset
from journal.core.plaintext import folded
from journal.guidance.markdown import PageFault
from journal.guidance.tables import read_table
from journal.texts.marked import marked

# crisis: for thoughts of suicide. own: added by the person, never shipped.
Kind = Literal["crisis", "poison", "medical", "drug_help", "own"]

_KNOWN_COMMONLY = "common knowledge"
# The kinds that a person may need within minutes: where a country has none, it is said.
NEEDED: tuple[Kind, ...] = ("poison", "crisis")
# What is looked for in every country; where it was not verified, the whole list of lines says so.
KINDS: tuple[Kind, ...] = (*NEEDED, "drug_help")


_ALWAYS = ("Day and night", "At any time")


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A number to call that is not the emergency number; ``source`` is the id of a source, read on ``checked``.

    ``also_source`` is a second one where the first does not say everything; it may be "". A line that the person wrote
    has the source "", and ``checked`` is the day it was written. ``came`` is the shipped line that it stands in place
    of. ``language`` is the one that it speaks where a country has lines of several, else "". ``in_place_of_poison`` is
    how a sentence names it that would name a poison centre, in a country whose public has none, else "".
    """

    name: str
    number: str
    about: str
    hours: str
    source: str
    checked: dt.date
    kind: Kind
    came: HelpLine | None = None
    also_source: str = ""
    language: str = ""
    in_place_of_poison: str = ""

    @property
    def always_open(self) -> bool:
        """Whether it has no hours of its own; of a line that the person wrote none are known."""
        return self.hours in ("", *_ALWAYS)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of what it rests on; none for a line that the person wrote."""
        return tuple(filter(None, (self.source, self.also_source)))


@dataclass(frozen=True, slots=True)
class Country:
    """Whom to call in one country. ``emergency`` is the number for an ambulance, in digits; ``also`` may be empty.

    The fallback has the code "" and words in place of a number. ``changed`` is the day on which the person put another
    number in the place of ``came``; ``hidden`` are the lines that they do not want to see.
    """

    code: str
    name: str
    emergency: str
    also: str
    lines: tuple[HelpLine, ...]
    came: str = ""
    changed: dt.date | None = None
    hidden: tuple[HelpLine, ...] = ()

    def of_kind(self, kind: Kind) -> tuple[HelpLine, ...]:
        """Its lines of one kind."""
        return tuple(line for line in self.lines if line.kind == kind)

    @property
    def for_poisons(self) -> tuple[HelpLine, ...]:
        """Whom to ask about too much: a poison centre, or where the public has none the line that answers for it."""
        return self.of_kind("poison") or self.of_kind("medical")

    @property
    def has_shipped_line(self) -> bool:
        """Whether any line came with the program, as it was, changed or hidden by the person."""
        return any(line.source or line.came for line in (*self.lines, *self.hidden))

    def missing(self, kinds: Sequence[Kind] = NEEDED) -> tuple[Kind, ...]:
        """The kinds of which no line came with the program; one that the person hid is not missing."""
        there = {line.kind for line in (*self.lines, *self.hidden)}
        return tuple(kind for kind in kinds if kind not in there)


FALLBACK = Country(
    "", marked("Another country"), marked("Your local emergency number"), marked("112 works on many mobile phones"), ()
)


@cache
def countries() -> tuple[Country, ...]:
    """Every known country, sorted by name. Raises PageFault for a table that is not in order."""
    return parse_countries(read_table(asset("guidance", "help_lines.toml")))


def country(code: str | None) -> Country:
    """The country of an ISO 3166 code in either case; FALLBACK, which has no lines, if it is None or not known."""
    return {listed.code: listed for listed in countries()}.get((code or "").upper(), FALLBACK)


def parse_countries(table: Mapping[str, object]) -> tuple[Country, ...]:
    """Countries from their table, sorted by name."""
    return tuple(sorted((_country(*item) for item in table.items()), key=lambda listed: folded(listed.name)))


def _country(code: str, fields: object) -> Country:
    match fields:
        case {"name": str(name), "emergency": str(emergency), "basis": basis, **rest}:
            also, lines = rest.pop("also", ""), rest.pop("lines", [])
            known = basis == _KNOWN_COMMONLY and re.fullmatch("[A-Z]{2}", code) and re.fullmatch("[0-9]+", emergency)
            if known and name and isinstance(also, str) and not rest:
                return Country(code, name, emergency, also, _lines(code, lines))
    raise PageFault(f"country {code}: a field is missing, unknown or of the wrong kind")


def _lines(code: str, lines: object) -> tuple[HelpLine, ...]:
    if not isinstance(lines, list):
        raise PageFault(f"country {code}: its lines are not a list")
    return tuple(_line(code, fields) for fields in lines)


def _line(code: str, fields: object) -> HelpLine:
    match fields:
        case {
            "name": str(name),
            "number": str(number),
            "about": str(about),
            "hours": str(hours),
            "source": str(source),
            "checked": dt.date() as checked,
            "kind": "crisis" | "poison" | "medical" | "drug_help" as kind,
            **rest,
        }:
            more = [rest.pop(name, "") for name in ("also_source", "language", "in_place_of_poison")]
            if all(isinstance(value, str) for value in more) and not rest:
                return HelpLine(name, number, about, hours, source, checked, kind, None, *map(str, more))
    raise PageFault(f"country {code}: a field of a help line is missing, unknown or of the wrong kind")
