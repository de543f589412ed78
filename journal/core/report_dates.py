"""On which days reports went out: the last one, and the one before it, which a second one of a day is compared with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

_KEPT = 2

Days = tuple[dt.date, ...]  # oldest first, at most two


def days_read(text: str) -> Days:
    """The days of a stored setting; ValueError for anything else.

    >>> days_read("2026-09-11 2026-11-29")[0].isoformat(), days_read("")
    ('2026-09-11', ())
    """
    days = tuple(dt.date.fromisoformat(day) for day in text.split())
    if len(days) > _KEPT or [*days] != sorted(set(days)):
        raise ValueError(text)
    return days


def days_written(days: Sequence[dt.date]) -> str:
    """As ``days_read`` reads them."""
    return " ".join(day.isoformat() for day in days)


def with_report(days: Days, today: dt.date) -> Days:
    """With a report of today; a clock that was set back adds none."""
    return days if days and days[-1] >= today else (*days, today)[-_KEPT:]


def last_before(days: Days, today: dt.date) -> dt.date | None:
    """The last report before today; None: no earlier one is noted."""
    return max((day for day in days if day < today), default=None)
