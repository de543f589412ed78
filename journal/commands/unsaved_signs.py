"""What log was asked to save, as it was typed: the ratings and blood pressures in it, for when nothing can be saved."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from journal.commands.signs import advice_on_unsaved, advice_on_unsaved_pressures, unsaved_signs
from journal.texts import Texts

_PRESSURE = ("systolic", "diastolic")


def unsaved_advice(options: Namespace, lines: Iterable[str], texts: Texts) -> list[str]:
    """What to do about the signs and high blood pressures in the options and the JSON lines; nothing without any."""
    members = [member for line in lines for member in _members(line)]
    ratings = [*_rated(options), *(pair for name, value in members if name == "rate" for pair in _pairs(value))]
    pressures = [(name, getattr(options, name)) for name in _PRESSURE if getattr(options, name, None) is not None]
    pressures += [(name, value) for name, value in members if name in _PRESSURE]
    return [
        *advice_on_unsaved(ratings, texts),
        *advice_on_unsaved_pressures(pressures, texts, unsaved_signs(ratings, texts)),
    ]


def _rated(options: Namespace) -> Iterator[tuple[str, object]]:
    """Every symptom that was to be rated, with its rating as it was typed."""
    for text in (*(getattr(options, "rate", None) or ()), *getattr(options, "more", ())):
        name, sign, value = text.rpartition("=")
        yield (name, value) if sign else (text, "")


def _members(line: str) -> Iterator[tuple[str, Any]]:
    """The names and values of a line's object, also those that are there twice; nothing of what is no object."""
    pairs = json.JSONDecoder(object_pairs_hook=list)
    try:
        decoded = pairs.decode(line.strip())
    except (ValueError, RecursionError):
        return
    yield from _pairs(decoded)


def _pairs(decoded: object) -> Iterator[tuple[str, Any]]:
    """An object was decoded as the list of its pairs."""
    yield from (member for member in decoded if isinstance(member, tuple)) if isinstance(decoded, list) else ()
