"""The bare facts that figures are made of: one light tuple an entry, because fifty years hold a third of a million."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from journal.core.journal_day import day_begins
from journal.core.moments import DAY_MS
from journal.core.preferences import DEFAULT_DAY_START


class DoseFact(NamedTuple):
    """A dose. ``quantity`` in thousandths of the dimension's unit, None: unknown; ``product`` None: not said.

    ``private``: 1 if so marked, else 0.
    """

    id: str
    utc_ms: int
    local_ms: int
    recorded_ms: int
    product: str | None
    quantity: int | None
    dimension: str | None
    basis: str
    private: int = 0


class RatingFact(NamedTuple):
    """A rating, 0 to 10; ``value`` None when it was asked and skipped. ``private``: 1 if so marked, else 0."""

    utc_ms: int
    local_ms: int
    recorded_ms: int
    symptom: str
    value: int | None
    phase: str
    dose: str | None
    private: int = 0


class MarkFact(NamedTuple):
    """What was said of a whole day; ``day`` counts from 1970-01-01."""

    day: int
    mark: str
    private: int = 0


class TextFact(NamedTuple):
    """What was written at a time and is not private: the note ``note``, or what stands in the dose ``dose``.

    ``product``: that of the dose.
    """

    utc_ms: int
    local_ms: int
    text: str
    dose: str | None
    note: str | None = None
    product: str | None = None


class ChangedFact(NamedTuple):
    """A dose of the product ``of``, or a rating of the symptom, that was changed a while after it was written down."""

    of: str | None
    private: int = 0


class LeftOut(NamedTuple):
    """When a dose was taken that a page leaves out otherwise."""

    utc_ms: int
    local_ms: int


class FirstUse(NamedTuple):
    """The wall-clock time of the first dose of a product in the whole journal, before ``Facts.first`` or not.

    ``product`` None: of the doses that name none. ``open_ms``: of the first dose that is not private; None if all are.
    """

    product: str | None
    local_ms: int
    open_ms: int | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything recorded on the journal days ``first`` to ``last``, trash left out, each list in order of time.

    ``notes`` and ``private_notes`` hold only wall-clock times, of notes and of every other kind that has no list
    here and shows that its day was written down: that something was written, not what.
    ``left_out``: doses that are withheld from a page (``insights.without_private``). ``begun``: the journal's first
    recorded day, of which something can be told: with a dose, or another entry that is not private.
    """

    first: dt.date
    last: dt.date
    day_start: int = DEFAULT_DAY_START
    doses: tuple[DoseFact, ...] = ()
    ratings: tuple[RatingFact, ...] = ()
    marks: tuple[MarkFact, ...] = ()
    notes: tuple[int, ...] = ()
    private_notes: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    first_uses: tuple[FirstUse, ...] = ()
    begun: dt.date | None = None

    def index_of(self, local_ms: int) -> int:
        """The place of a wall-clock time's journal day in the range: 0 for ``first``."""
        return (local_ms - self._begins) // DAY_MS

    def indexes_of(self, times: Iterable[int]) -> list[int]:
        """The same of many times: fifty years hold a third of a million."""
        begins = self._begins
        return [(local_ms - begins) // DAY_MS for local_ms in times]

    @property
    def _begins(self) -> int:
        """The wall-clock time at which the first day begins."""
        return day_begins(self.first, self.day_start)

    @property
    def days(self) -> int:
        """How many journal days the range has."""
        return (self.last - self.first).days + 1
