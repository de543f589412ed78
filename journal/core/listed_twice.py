"""The same thing on a list twice: what helps, someone to call, a condition at the same time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journal.core.entry import Entry
from journal.core.health import Condition, ConditionKind
from journal.core.own_help import Contact, Help
from journal.core.plaintext import folded

# Of these the kind alone says little: each name is of another one.
_TOLD_BY_NAME = frozenset({ConditionKind.ALLERGY, ConditionKind.OTHER, ConditionKind.MENTAL_HEALTH})


def listed_already(entry: Entry, listed: Iterable[Entry]) -> Entry | None:
    """The one of these, but for the entry itself, that names what this one names; None: it is new on its list."""
    return next((other for other in listed if other.id != entry.id and is_same_thing(entry, other)), None)


def is_same_thing(entry: Entry, other: Entry) -> bool:
    """Whether both name one thing: by their words, and of conditions by kind, place and time."""
    match entry, other:
        case Help(), Help():
            return _same_words(entry.text, other.text)
        case Contact(), Contact():
            return _same_words(entry.name, other.name)
        case Condition(), Condition():
            return entry.what is other.what and _names_same(entry, other) and _overlap(entry, other)
    return False


def _names_same(one: Condition, other: Condition) -> bool:
    if one.what in _TOLD_BY_NAME:
        return bool(one.name) and _same_words(one.name, other.name)
    names_differ = bool(one.name and other.name) and not _same_words(one.name, other.name)
    return not names_differ and _same_words(one.place, other.place) and one.planned == other.planned


def _overlap(one: Condition, other: Condition) -> bool:
    return _begins(one) <= _ends(other) and _begins(other) <= _ends(one)


def _begins(condition: Condition) -> dt.date:
    return condition.since or dt.date.min


def _ends(condition: Condition) -> dt.date:
    return condition.until or dt.date.max


def _same_words(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(folded(text).split()).rstrip(" .!")
