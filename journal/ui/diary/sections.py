"""The diary's outline: which day or run of empty days each row of the list belongs to, by arithmetic alone."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        sizes = (1 + section.rows for section in self.sections)
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
        index = bisect_right(self.sections, -day.toordinal(), key=lambda section: -section.newest.toordinal()) - 1
        if index < 0 or self.sections[index].oldest > day:
            return None
        return index

    def changed(self, counts: Mapping[dt.date, int], first: dt.date, last: dt.date, today: dt.date) -> Splice:
        """The outline after the counts of these days changed; the other days' sections are taken over as they are."""
        start = self._newer_than(last)
        while start > 0 and not self.sections[start - 1].rows:
            start -= 1  # days without anything may have to be joined anew
        end = self._newer_than(first - _ONE_DAY)
        while end < len(self.sections) and not self.sections[end].rows:
            end += 1
        newer = self.sections[start - 1].oldest if start else None
        older = self.sections[end].newest if end < len(self.sections) else None
        days = [day for n in range((last - first).days + 1) if counts.get(day := last - n * _ONE_DAY)]
        fresh = (*self.sections[:start], *_between(counts, days, newer, older, today), *self.sections[end:])
        return Splice(Outline(fresh), start, len(self.sections) - end)

    def _newer_than(self, day: dt.date) -> int:
        """How many sections begin after this day."""
        return bisect_left(self.sections, -day.toordinal(), key=lambda section: -section.newest.toordinal())


class Splice(NamedTuple):
    """A changed outline, and how many sections at its beginning and end are those of the former one."""

    outline: Outline
    head: int
    tail: int


def outline_of(counts: Mapping[dt.date, int], today: dt.date) -> Outline:
    """The outline of days with so many rows each. Today has a header of its own even with nothing in it."""
    days = sorted((day for day, rows in counts.items() if rows), reverse=True)
    return Outline(_between(counts, days, None, None, today))


def _between(
    counts: Mapping[dt.date, int], days: Sequence[dt.date], newer: dt.date | None, older: dt.date | None, today: dt.date
) -> Iterator[Section]:
    """The sections of these days, newest first, between two others that are there already (None: an end)."""
    ends = [*days, older] if older is not None else list(days)
    if not ends:
        return
    if newer is None:
        newer = max(today, ends[0] + _ONE_DAY)
        if newer == today:
            yield Section(today, today)
    for day in ends:
        yield from _empty(newer, day)
        if day != older:
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
