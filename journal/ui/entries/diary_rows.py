"""What stands in one row of the diary: a day's header, or one dose, rating, mark or note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.core.entries import Dose, Entry, Phase, Rating, Timed
from journal.core.queries import Day


class RowKind(StrEnum):
    """What a row shows; ``LISTS`` is the header of what is about no day."""

    DAY = "day"
    RUN = "run"
    LISTS = "lists"
    ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``entries`` is what deleting acts on: a dose and its before-ratings, or what was rated together."""

    kind: RowKind
    day: dt.date
    entries: tuple[Entry, ...] = ()
    contents: Day | None = None
    oldest: dt.date | None = None
    rows_found: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """What makes the row the same one after a change elsewhere."""
        if self.entries:
            return (self.kind, self.entries[0].id)
        return (self.kind, self.day.isoformat())

    @property
    def ids(self) -> tuple[str, ...]:
        """The identities of everything in the row."""
        return tuple(entry.id for entry in self.entries)

    @property
    def to_complete(self) -> bool:
        """Whether something in it was saved to be completed later."""
        return any(entry.complete_later for entry in self.entries)

    @property
    def dose(self) -> Dose | None:
        """The dose of a dose row."""
        first = self.entries[0] if self.entries else None
        return first if isinstance(first, Dose) else None

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """The ratings in the row: those made together, or those before the dose."""
        return tuple(entry for entry in self.entries if isinstance(entry, Rating))


def header_row(contents: Day) -> Row:
    """The header of a day."""
    return Row(RowKind.DAY, contents.day, contents=contents)


def run_row(newest: dt.date, oldest: dt.date) -> Row:
    """The one row of a run of days without anything."""
    return Row(RowKind.RUN, newest, oldest=oldest)


def rows_of(day: Day) -> tuple[Row, ...]:
    """The rows below a day's header: what is said of the day as a whole, then everything else, newest first."""
    entries = [entry for of_kind in day.entries.values() for entry in of_kind]
    of_day = tuple(Row(RowKind.ENTRIES, day.day, (entry,)) for entry in entries if not isinstance(entry, Timed))
    return of_day + rows_of_entries(day.day, [entry for entry in entries if isinstance(entry, Timed)])


def rows_of_entries(day: dt.date, entries: Sequence[Entry]) -> tuple[Row, ...]:
    """Rows of one day from any of its entries; a before-rating stands with its dose if that is among them."""
    doses = {entry.id for entry in entries if isinstance(entry, Dose)}
    before: dict[str, list[Rating]] = {}
    groups: dict[str, list[Rating]] = {}
    for rating in (entry for entry in entries if isinstance(entry, Rating)):
        if rating.phase is Phase.BEFORE and rating.dose in doses:
            before.setdefault(rating.dose or "", []).append(rating)
        else:
            groups.setdefault(rating.group, []).append(rating)
    return _newest_first([*_simple_rows(day, entries, before), *_rating_rows(day, groups.values())])


def _simple_rows(day: dt.date, entries: Iterable[Entry], before: dict[str, list[Rating]]) -> list[Row]:
    rows = []
    for entry in entries:
        if isinstance(entry, Dose):
            rows.append(Row(RowKind.ENTRIES, day, (entry, *before.get(entry.id, ()))))
        elif not isinstance(entry, Rating):
            rows.append(Row(RowKind.ENTRIES, day, (entry,)))
    return rows


def _rating_rows(day: dt.date, groups: Iterable[list[Rating]]) -> list[Row]:
    return [Row(RowKind.ENTRIES, day, tuple(group)) for group in groups]


def _newest_first(rows: list[Row]) -> tuple[Row, ...]:
    """By the instant, never the wall clock: the hour that autumn repeats would shuffle the day."""
    rows.reverse()  # of one instant, what was written last comes first
    rows.sort(key=_back_in_time)
    return tuple(rows)


def _back_in_time(row: Row) -> float:
    entry = row.entries[0]
    return -entry.at.utc_ms if isinstance(entry, Timed) else float("-inf")
