"""Journal days: when a day begins, and which day an entry belongs to; no other module computes them."""

from __future__ import annotations

import datetime as dt

from journal.core.moments import DAY_MS, FIRST_DAY, MINUTE_MS, Moment

_EPOCH_DAY = FIRST_DAY.toordinal()


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _EPOCH_DAY


def day_from_number(number: int) -> dt.date:
    """The date so many days after 1970-01-01."""
    return dt.date.fromordinal(number + _EPOCH_DAY)


def journal_day(moment: Moment, day_start: int) -> dt.date:
    """The day an entry belongs to. Example: with a day start of 240 (04:00), 03:10 on Sunday is still Saturday."""
    return day_of(moment.local_ms, day_start)


def day_of(local_ms: int, day_start: int) -> dt.date:
    """The day that a time on the wall clock belongs to."""
    return day_from_number((local_ms - day_start * MINUTE_MS) // DAY_MS)


def day_begins(day: dt.date, day_start: int) -> int:
    """The time on the wall clock at which a day begins."""
    return day_number(day) * DAY_MS + day_start * MINUTE_MS


def local_span(first: dt.date, last: dt.date, day_start: int) -> tuple[int, int]:
    """The half-open range of ``local_ms`` that the journal days ``first`` to ``last`` cover."""
    return day_begins(first, day_start), day_begins(last, day_start) + DAY_MS
