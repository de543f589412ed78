"""Rows without an id, recognised by what they mean: the same time, product and amount as an entry of the journal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from journal.core.entries import DIARY_KINDS, DayMark, Dose, Entry, Note, Rating, Timed
from journal.core.fields import Choice, Day, Field, Free, Name, Quantity, Refers, Whole
from journal.core.kinds import declared
from journal.core.moments import MINUTE_MS
from journal.exchange.id_set import IdSet
from journal.exchange.identities import Occurrences


class Read(Protocol):
    """What gives everything of a kind in slices; ``Logbook`` does."""

    def slices(self, kind: str) -> Iterator[list[Entry]]: ...


class RecognisedRows:
    """What the journal's diary says, read when it is first asked for: most files have an id in every row."""

    def __init__(self, here: Read) -> None:
        self._here = here
        self._known: IdSet | None = None
        self._asked = Occurrences()

    def has(self, entry: Entry) -> bool:
        """Whether the journal says this; asked n times it must say it n times, so that two equal doses stay two."""
        if self._known is None:
            self._known = self._read()
        content = meaning(entry)
        return f"{content}\x1e{self._asked.number(content)}" in self._known

    def _read(self) -> IdSet:
        known, counted = IdSet(), Occurrences()
        for kind in DIARY_KINDS:
            for part in self._here.slices(kind):
                for content in map(meaning, part):
                    known.add(f"{content}\x1e{counted.number(content)}")
        return known


def _means_something(field: Field) -> bool:
    """Whether another value of the field makes it another entry; what may have been added later does not."""
    match field.declared:
        case Free(required) | Name(required):
            return required
        case Whole() | Choice() | Day() | Quantity() | Refers():
            return True
    return False


def meaning(entry: Entry) -> str:
    """What makes it the same entry: its minute, and what was taken, rated, marked or noted then.

    A spreadsheet may have lost the seconds. Notes beside a dose, preparation and basis may have been added later.
    """
    content: tuple[object, ...]
    match entry:
        case Dose():
            content = entry.product, entry.amount.dimension, entry.amount.quantity
        case Rating():
            content = entry.symptom, entry.value, f"{entry.site} {entry.side}"
        case Note():
            content = (entry.text,)
        case DayMark():
            content = entry.day.isoformat(), entry.mark
        case _:
            content = tuple(getattr(entry, field.name) for field in declared(entry).fields if _means_something(field))
    minute = entry.at.utc_ms // MINUTE_MS if isinstance(entry, Timed) else 0
    return "\x1f".join(map(str, (type(entry).__name__, minute, *content)))
