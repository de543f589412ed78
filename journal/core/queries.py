"""What to look for: a value that the diary's find bar makes and a saved search keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from journal.core.entries import DIARY_KINDS, DayMark, Dose, Note, Rating


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
    """One journal day's entries, each list in order of time and then of writing."""

    day: dt.date
    doses: tuple[Dose, ...] = ()
    ratings: tuple[Rating, ...] = ()
    marks: tuple[DayMark, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing recorded."""
        return not (self.doses or self.ratings or self.marks or self.notes)


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many diary rows a journal day has: what was rated together is one.

    A before-rating stands in its dose's row, or in one of its own if that dose is in the trash or on another day.
    """

    day: dt.date
    rows: int


Names = Mapping[str, str]
