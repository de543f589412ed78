"""The times of the made-up journals of these tests."""

from __future__ import annotations

import datetime as dt

from journal.core.moments import Moment, moment_at
from tests.journals import START_MS

LAST = dt.date(2026, 11, 21)
_NOON_MS = START_MS - 90 * 60_000 - 22 * 3_600_000  # noon of LAST in Berlin


def noon(back: int, minutes: int = 0) -> Moment:
    """Minutes from noon of the day so many days before LAST."""
    return moment_at(_NOON_MS - back * 86_400_000 + minutes * 60_000, "Europe/Berlin")
