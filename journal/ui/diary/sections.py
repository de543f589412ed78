"""The diary's outline: which day or run of empty days each row of the list belongs to, by arithmetic alone."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

# A longer run of days without anything is one row.
LONGEST_RUN_OF_SINGLE_DAYS = 3
_ONE_DAY = dt.timedelta(days=1)


class Section(NamedTuple):
    """A day with so many entries, or a run of days (``newest`` back to ``oldest``) with none."""

    newest: dt.date
    oldest: dt.date
    rows: int = 0

    @property
    def is_run(self) -> bool:
        """Whether it stands for several days with nothing recorded."""
        return self.newest != self.oldest


class Place(NamedTuple):
    """Where a row of the list lies: its section, and its entry in that day (None: the header)."""

    section: int
    entry: int | None


class Outline:
    """Sections, newest first, and the number of the row at which each begins."""

    def __init__(self, sections: Iterable[Section] = ()) -> None:
        self.sections = tuple(sections)
        sizes = (1 + each.rows for each in self.sections)
        self._starts = list(accumulate(sizes, initial=0))

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._starts[-1]

    def start(self, section: int) -> int:
        """The row of this section's header; for the number of sections, the total."""
        return self._starts[section]

    def place(self, row: int) -> Place:
        """The place of a row from 0 to ``total - 1``."""
        section = bisect_right(self._starts, row) - 1
        entry = row - self._starts[section] - 1
        return Place(section, entry if entry >= 0 else None)

    def section_of(self, day: dt.date) -> int | None:
        """The section that holds this day, None outside of the diary."""
        # Sections run backwards in time, so the search runs on the negated day.
        found = bisect_right(self.sections, -day.toordinal(), key=lambda each: -each.newest.toordinal()) - 1
        if found < 0 or self.sections[found].oldest > day:
            return None
        return found

    def same_ends(self, other: Outline) -> tuple[int, int]:
        """How many sections at the beginning and at the end are equal in both outlines."""
        shorter = min(len(self.sections), len(other.sections))
        head = _equal_run(zip(self.sections, other.sections, strict=False))
        tail = _equal_run(zip(reversed(self.sections), reversed(other.sections), strict=False))
        return head, min(tail, shorter - head)


def _equal_run(pairs: Iterable[tuple[Section, Section]]) -> int:
    count = 0
    for ours, theirs in pairs:
        if ours != theirs:
            break
        count += 1
    return count


def outline_of(counts: Mapping[dt.date, int], today: dt.date) -> Outline:
    """The outline of days with so many rows each. Today has a header of its own even with nothing in it."""
    days = sorted((day for day, rows in counts.items() if rows), reverse=True)
    if not days:
        return Outline()
    return Outline(_sections(counts, days, today))


def _sections(counts: Mapping[dt.date, int], days: list[dt.date], today: dt.date) -> Iterator[Section]:
    if today > days[0]:
        yield Section(today, today)
        yield from _empty(today, days[0])
    newer = days[0]
    for day in days:
        yield from _empty(newer, day)
        yield Section(day, day, counts[day])
        newer = day


def _empty(newer: dt.date, older: dt.date) -> Iterator[Section]:
    """The days between the two, without them."""
    between = (newer - older).days - 1
    if between > LONGEST_RUN_OF_SINGLE_DAYS:
        yield Section(newer - _ONE_DAY, older + _ONE_DAY)
        return
    for back in range(1, between + 1):
        day = newer - back * _ONE_DAY
        yield Section(day, day)
