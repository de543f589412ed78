"""The blood pressure of a journal's last day that is spoken of."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from journal.core import limits
from journal.core.entries import Measurement
from journal.core.moments import HOUR_MS
from journal.core.queries import EntryQuery
from journal.core.recent_signs import ReadSigns
from journal.guidance.blood_pressure import HighPressure, ReadMeasurements, high_in_journal
from journal.guidance.taken_near_thoughts import ReadTaken

_DAYS_LOOKED_BACK = dt.timedelta(days=2)  # a journal day may begin before its date


class ReadRecent(ReadSigns, ReadMeasurements, ReadTaken, Protocol):
    """What is asked of an open journal."""


def recent_high(journal: ReadRecent, now_ms: int) -> HighPressure | None:
    """The most urgent one, the newest of equally urgent ones."""
    query = EntryQuery(kinds=("measurement",), first_day=journal.today() - _DAYS_LOOKED_BACK)
    since = now_ms - limits.OPEN_SIGN_HOURS * HOUR_MS
    measured = [entry for entry in journal.find(query) if isinstance(entry, Measurement) and entry.at.utc_ms > since]
    return next(iter(high_in_journal(journal, measured)), None)
