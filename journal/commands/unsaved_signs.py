"""What log was asked to save, as it was typed: the ratings and blood pressures in it, for when nothing can be saved."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from journal.commands.signs import advice_on_unsaved, advice_on_unsaved_pressures
from journal.commands.unsaved_names import advice_on_unsaved_names
from journal.guidance.unsaved_signs import unsaved_signs
from journal.texts import Texts

_PRESSURE = ("systolic", "diastolic")
_BEHIND = " \"'}]),;"  # what may stand behind a rating in a line of another shape
# A name and its value in a line that is not JSON as a whole.
_MEMBER = re.compile(r'"([^"]{1,80})"\s*:\s*(?:"([^"]*)"?|([^",{}\[\]]*))')


def unsaved_advice(options: Namespace, lines: Iterable[str], texts: Texts) -> list[str]:
    """What to do about the signs and high blood pressures in the options and the JSON lines; nothing without any."""
    by_line = [list(_members(line)) for line in lines]
    members = [member for of_line in by_line for member in of_line]
    ratings = [*_rated(options), *(pair for name, value in members for pair in _ratings_in(name, value))]
    pressures = [(name, getattr(options, name)) for name in _PRESSURE if getattr(options, name, None) is not None]
    pressures += [(name, value) for name, value in members if name in _PRESSURE]
    return [
        *advice_on_unsaved(ratings, texts),
        *advice_on_unsaved_pressures(pressures, texts, unsaved_signs(ratings, texts)),
        *advice_on_unsaved_names(options, map(dict, by_line), texts),
    ]


def _rated(options: Namespace) -> Iterator[tuple[str, object]]:
    """Every symptom that was to be rated, with its rating as it was typed."""
    yield from map(_as_typed, (*(getattr(options, "rate", None) or ()), *getattr(options, "more", ())))


def _as_typed(text: str) -> tuple[str, object]:
    """ "Chest pain=5" as name and rating; without a sign all of it is the name."""
    name, sign, value = text.rpartition("=")
    return (name, value.strip(_BEHIND)) if sign else (text, "")


def advice_on_arguments(given: Sequence[str], texts: Texts) -> list[str]:
    """What to do about the signs and high blood pressures among arguments that nothing could be made of."""
    rates = [text.removeprefix("--rate=") for text in given if not text.startswith("--") or text.startswith("--rate=")]
    ratings = [_as_typed(text) for text in rates if "=" in text or "rating" in given]
    pairs = zip(given, given[1:], strict=False)
    pressures = [(name[2:], value) for name, value in pairs if name[2:] in _PRESSURE]
    pressures += [(name[2:], value) for name, _, value in (text.partition("=") for text in given) if value]
    pressures = [(name, value) for name, value in pressures if name in _PRESSURE]
    advised = advice_on_unsaved_pressures(pressures, texts, unsaved_signs(ratings, texts))
    return [*advice_on_unsaved(ratings, texts), *advised]


def _members(line: str) -> Iterator[tuple[str, Any]]:
    """The names and values of a line's object, also those that are there twice; of what is no object what looks so."""
    pairs = json.JSONDecoder(object_pairs_hook=list)
    try:
        decoded = pairs.decode(line.strip())
    except (ValueError, RecursionError):
        yield from ((name, text or plain.strip()) for name, text, plain in _MEMBER.findall(line))
        pieces = line.strip().split('"')
        yield from (_as_typed(piece) for piece in pieces if "=" in piece or len(pieces) == 1)
        return
    yield from _pairs(decoded)


def _ratings_in(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Symptoms with their ratings: of "rate" in whatever way they are written, and a member that is called like one."""
    if name not in ("rate", "symptom"):
        yield name, value
    elif isinstance(value, str):
        yield _as_typed(value)
    elif isinstance(value, list):
        yield from _pairs(value)
        yield from (_as_typed(item) for item in value if isinstance(item, str))
        yield from (pair for item in value for pair in _pairs(item))


def _pairs(decoded: object) -> Iterator[tuple[str, Any]]:
    """An object was decoded as the list of its pairs."""
    yield from (member for member in decoded if isinstance(member, tuple)) if isinstance(decoded, list) else ()
