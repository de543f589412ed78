"""What to look for: a value that the diary's find bar makes and a saved search keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from journal.core.entries import DIARY_KINDS, DayMark, Dose, Entry, Note, Rating, kind_of
from journal.core.refusal import Refused

Listed = TypeVar("Listed", bound=Entry)


@dataclass(frozen=True, slots=True)
class EntryQuery:
    """All conditions hold together; an empty one does not restrict. Days are journal days, both ends included.

    ``text`` finds words in notes and typed amounts, and in the names of products and symptoms (``names`` maps a
    built-in symptom's code to its name in the person's language, so that "nausea" finds its ratings).
    """

    text: str = ""
    kinds: tuple[str, ...] = DIARY_KINDS
    products: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    private: bool | None = None
    trashed: bool = False
    limit: int = 500


@dataclass(frozen=True, slots=True)
class Day:
    """One journal day: its entries by kind, each list in order of time and then of writing; no list is empty."""

    day: dt.date
    entries: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)

    @classmethod
    def holding(cls, day: dt.date, *entries: Entry) -> Day:
        """The day with these entries."""
        by_kind: dict[str, tuple[Entry, ...]] = {}
        for entry in entries:
            by_kind[kind_of(entry)] = (*by_kind.get(kind_of(entry), ()), entry)
        return cls(day, by_kind)

    @property
    def empty(self) -> bool:
        """Nothing recorded."""
        return not self.entries

    @property
    def doses(self) -> tuple[Dose, ...]:
        """What was taken."""
        return self.entries.get("dose", ())

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """How strong symptoms were."""
        return self.entries.get("rating", ())

    @property
    def marks(self) -> tuple[DayMark, ...]:
        """What is said of the day as a whole."""
        return self.entries.get("day_mark", ())

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was written at some time of it."""
        return self.entries.get("note", ())


class ReadableDays(NamedTuple):
    """Journal days with what can be read of them. ``damage``: why that is not all that was saved."""

    days: list[Day]
    damage: Refused | None = None


class ReadableList(NamedTuple, Generic[Listed]):
    """What can be read of a list. ``damage``: why that is not all that was saved."""

    entries: list[Listed]
    damage: Refused | None = None


class DayCount(NamedTuple):
    """How many diary rows a journal day has: what was rated together is one.

    A before-rating stands in its dose's row, or in one of its own if that dose is in the trash or on another day.
    """

    day: dt.date
    rows: int


Names = Mapping[str, str]
