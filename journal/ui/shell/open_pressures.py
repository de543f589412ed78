"""Which very high blood pressure is still to be spoken of: one of the last day whose notice was not closed.

That is read from the journal itself, so that no crash and no lock loses one, nor one that a command wrote down. Only
what was closed is kept beside it: if that is lost, the notice comes once more.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING

from journal.core import limits
from journal.core.entries import Measurement
from journal.core.moments import HOUR_MS
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.ui.kit.put_away import PutAway, was_listed

if TYPE_CHECKING:
    from journal.core.entries import Entry
    from journal.guidance.blood_pressure import HighPressure
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.inline_message import InlineMessage

_CLOSED = "pressures.closed"
_DAYS_LOOKED_BACK = dt.timedelta(days=7)  # one of an earlier day does not come back


class OpenPressures:
    """Those that were measured, or written down about the days before, in the last 24 hours (``limits``)."""

    def __init__(self, bridge: Bridge, message: InlineMessage) -> None:
        self._bridge, self._closed = bridge, PutAway(bridge, message, _CLOSED)

    def newest(self) -> HighPressure | None:
        """The newest one that was neither closed nor shown in a list; one that is only raised after the others."""
        recent = self._recent()
        closed = set(self._closed.ids()) if recent else set()
        newest = {high.is_raised_only: high for high in reversed(recent)}.values()
        open_still = (high for high in newest if not _is_closed(high, closed))
        unlisted = [high for high in open_still if not was_listed(self._bridge.logbook, high.measured.id)]
        return min(unlisted, key=lambda high: high.is_raised_only, default=None)

    def close(self) -> None:
        """Remember that the person closed the notice; the older ones are done with, too."""
        self._closed.keep(key for high in self._recent() for key in (high.measured.id, *_more_urgent_by(high)))

    def has_closed(self) -> bool:
        """Whether the notice of one was closed that would still be spoken of."""
        return bool(self.closed())

    def closed(self) -> list[HighPressure]:
        """Those whose notice was closed and that would still be spoken of, the most urgent first."""
        closed = set(self._closed.ids())
        return [high for high in self._recent() if _is_closed(high, closed)] if closed else []

    def closed_and_open(self) -> HighPressure | None:
        """The most urgent one whose notice was closed and that is open all the same: closing takes the notice away.

        A new number that is lower answers "measure again", except in a pregnancy or with a very bad headache.
        """
        for high in self.closed():
            waits = not (high.pregnant or high.headache)
            if not high.is_raised_only and not (waits and self._is_measured_again(high)):
                return high
        return None

    def _is_measured_again(self, high: HighPressure) -> bool:
        query = EntryQuery(kinds=("measurement",), first_day=high.measured.at.local.date() - dt.timedelta(days=1))
        measured = (entry for entry in self._found(query) if isinstance(entry, Measurement))
        later = (entry for entry in measured if entry.at.utc_ms > high.measured.at.utc_ms)
        return any((entry.systolic or entry.diastolic) and not high.reached.reached_by(entry) for entry in later)

    def at_taking(self) -> HighPressure | None:
        """What whoever is about to take something is told of, as of a sign: closing its notice takes that away alone.

        Of those that are very high the one that was not closed comes first.
        """
        newest = self.newest()
        every = [*([newest] if newest is not None else []), *self.closed()]
        return min(every, key=lambda high: high.is_raised_only, default=None)

    def open_again(self) -> None:
        """Speak of those again that were closed."""
        self._closed.keep(())

    def _recent(self) -> list[HighPressure]:
        logbook, now = self._bridge.logbook, self._bridge.clock.now_ms()
        query = EntryQuery(kinds=("measurement",), first_day=logbook.today() - _DAYS_LOOKED_BACK)
        since = now - limits.OPEN_SIGN_HOURS * HOUR_MS
        measured = [entry for entry in self._found(query) if isinstance(entry, Measurement)]
        pressures = [entry for entry in measured if (entry.systolic or entry.diastolic) and _newest_ms(entry) > since]
        if not pressures:
            return []
        from journal.guidance.blood_pressure import high_in_journal  # loads the guidance, which most starts do not need

        return high_in_journal(logbook, pressures)

    def _found(self, query: EntryQuery) -> list[Entry]:
        """Nothing where the journal cannot be read just now: what is shown of it says why."""
        with suppress(Refused):
            return self._bridge.logbook.find(query)
        return []


def _is_closed(high: HighPressure, closed: set[str]) -> bool:
    """Whether its notice was closed, and nothing that makes it more urgent has been written down since."""
    return high.measured.id in closed and closed.issuperset(_more_urgent_by(high))


def _more_urgent_by(high: HighPressure) -> list[str]:
    """What is said of it with a pregnancy or a very bad headache is another thing than what was closed without."""
    facts = {"pregnant": high.pregnant, "headache": high.headache}
    return [f"{high.measured.id} {fact}" for fact, is_so in facts.items() if is_so]


def _newest_ms(entry: Measurement) -> int:
    return max(entry.at.utc_ms, entry.recorded_ms)
