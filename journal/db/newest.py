"""The newest rows by instant, out of rows that come by wall clock: clocks are indexed, and instants are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter

from journal.core.moments import DAY_MS
from journal.db.connection import Row

SPARE = 32  # more than most people write down of one kind in a day
# No clock is a day or more from UTC.
WIDEST_OFFSET_MS = DAY_MS
# Where a row has its number, its instant and its wall clock.
SEQ, TIME, CLOCK = range(3)


class Newest:
    """The newest rows by instant, out of rows that come by wall clock, latest first.

    For example, 20:00 in Berlin comes before 10:00 in Honolulu, which is an hour later: a row further down may be newer
    until the wall clocks are so far back that no offset makes up for it.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._met: list[Row] = []
        self._older_ms = -DAY_MS  # nothing is so old, until enough have been met
        self.seen = 0

    def take(self, rows: Iterable[Row], passes: Callable[[Row], bool] | None = None) -> bool:
        """Keep the rows that pass until no later one can be among the newest; whether it came to that."""
        # Hundreds of rows pass here for each letter typed, so attributes are looked up before the loop.
        met, limit, older_ms = self._met, self._limit, self._older_ms
        for row in rows:
            if row[CLOCK] < older_ms:
                return True
            self.seen += 1
            if passes is None or passes(row):
                met.append(row)
                if len(met) == limit:
                    older_ms = self._older_ms = min(row[TIME] for row in met) - WIDEST_OFFSET_MS
        return False

    def rows(self) -> list[Row]:
        """The newest, newest first; of one instant, what was written last comes first."""
        return sorted(self._met, key=itemgetter(TIME, SEQ), reverse=True)[: self._limit]
