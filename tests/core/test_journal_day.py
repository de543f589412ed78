"""The day that an entry belongs to."""

import datetime as dt
from zoneinfo import available_timezones

from hypothesis import given
from hypothesis import strategies as st

from journal.core.journal_day import journal_day, local_span
from journal.core.moments import DAY_MS, LATEST_MS, moment_at, moment_from_local
from journal.core.preferences import DEFAULT_DAY_START

ZONES = sorted(available_timezones() - {"localtime", "Factory"})


@given(st.integers(DAY_MS, LATEST_MS - DAY_MS), st.sampled_from(ZONES), st.integers(0, 360))
def test_an_instant_lies_in_the_span_of_its_journal_day_only(ms: int, zone: str, day_start: int) -> None:
    moment = moment_at(ms, zone)
    day = journal_day(moment, day_start)
    start, end = local_span(day, day, day_start)
    assert start <= moment.local_ms < end
    assert end - start == DAY_MS


def test_three_at_night_belongs_to_the_day_before() -> None:
    night = moment_from_local(dt.datetime(2026, 11, 22, 3, 10), "Europe/Berlin")
    assert journal_day(night, DEFAULT_DAY_START) == dt.date(2026, 11, 21)
    assert journal_day(night, day_start=0) == dt.date(2026, 11, 22)
