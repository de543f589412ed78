"""The times of one made-up day."""

from __future__ import annotations

import datetime as dt

from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, MINUTE_MS, Moment, moment_at


class DayClock:
    """The moments of one day: the offset is looked up twice a day, not once for each entry."""

    def __init__(self, day: dt.date, zone: str) -> None:
        self.day = day
        self.zone = zone
        self._midnight = day_number(day) * DAY_MS
        self._offset_s = moment_at(self._midnight, zone).offset_s
        self._steady = moment_at(self._midnight + 2 * DAY_MS, zone).offset_s == self._offset_s

    def after(self, at: Moment, minutes: int) -> Moment:
        """So many minutes after a moment of this day."""
        utc_ms = at.utc_ms + minutes * MINUTE_MS
        return Moment(utc_ms, self._offset_s, self.zone) if self._steady else moment_at(utc_ms, self.zone)

    def at(self, minute: int) -> Moment:
        """The moment so many minutes after midnight; those past 24 hours are the night after."""
        utc_ms = self._midnight + minute * MINUTE_MS - self._offset_s * 1000
        return Moment(utc_ms, self._offset_s, self.zone) if self._steady else moment_at(utc_ms, self.zone)
