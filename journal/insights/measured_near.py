"""Blood pressures of the days that warning symptoms are looked for, each with where it lies."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from journal.core.entries import Measurement
from journal.core.journal_day import journal_day
from journal.core.moments import Moment
from journal.insights.summary import Span
from journal.insights.visit_facts import ReadKinds, measurements_from
from journal.insights.warning_signs import When, first_day_looked_at, place_of


class PressureNear(NamedTuple):
    """A blood pressure, and whether it lies in the period."""

    measured: Measurement
    when: When


def pressures_near(journal: ReadKinds, period: Span, now: Moment, day_start: int) -> tuple[PressureNear, ...]:
    """Those that are not private, of the period and of the days before ``now``, the newest first."""
    today = journal_day(now, day_start)
    measurements = measurements_from(journal, first_day_looked_at(period, today))
    newest_first = sorted(measurements, key=lambda entry: -entry.at.utc_ms)
    placed = ((entry, _place(entry, period, now, today, day_start)) for entry in newest_first if not entry.private)
    return tuple(PressureNear(entry, when) for entry, when in placed if when is not None)


def _place(entry: Measurement, period: Span, now: Moment, today: dt.date, day_start: int) -> When | None:
    """None: no blood pressure, or before everything that is looked at."""
    if entry.systolic is None and entry.diastolic is None:
        return None
    return place_of(entry.at.utc_ms, journal_day(entry.at, day_start), period, now, today)
