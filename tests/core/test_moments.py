"""Instants with their time zone."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.moments import (
    EARLIEST_MS,
    LATEST_MS,
    AmbiguousTime,
    Moment,
    last_day_anywhere,
    moment_at,
    moment_from_iso,
    moment_from_local,
)
from journal.core.refusal import Refused

ZONES = sorted(available_timezones() - {"localtime", "Factory"})


@given(st.integers(EARLIEST_MS, LATEST_MS - 1), st.sampled_from(ZONES))
def test_every_instant_survives_its_iso_text(ms: int, zone: str) -> None:
    moment = moment_at(ms, zone)
    assert moment_from_iso(moment.isoformat(), zone) == moment
    exact = dt.datetime.fromtimestamp(ms // 1000, ZoneInfo(zone)).replace(tzinfo=None)
    assert moment.local.replace(microsecond=0) == exact


@given(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2040, 1, 1)), st.sampled_from(ZONES))
def test_a_wall_time_exists_once_twice_or_not_at_all(local: dt.datetime, zone: str) -> None:
    local = local.replace(microsecond=0)
    try:
        moment = moment_from_local(local, zone)
    except AmbiguousTime as twice:
        assert twice.first.local == twice.second.local == local
    except Refused as refused:
        assert refused.code == "time-skipped"
        assert (
            dt.datetime.fromtimestamp(local.replace(tzinfo=ZoneInfo(zone)).timestamp(), ZoneInfo(zone)).replace(
                tzinfo=None
            )
            != local
        )
    else:
        assert moment.local == local


@pytest.mark.parametrize("name", ["Nowhere/Land", "America", "/etc/passwd", "", "../UTC"])
def test_unknown_zones_are_refused(name: str) -> None:
    with pytest.raises(Refused, match="zone-unknown"):
        moment_at(0, name)


def test_an_instant_without_offset_is_refused() -> None:
    with pytest.raises(Refused, match="time-without-offset"):
        moment_from_iso("2026-11-22T10:00:00", "UTC")
    assert moment_from_iso("2026-11-22T10:00:00.120+05:30", "Asia/Kolkata") == Moment(
        1795321800120, 19800, "Asia/Kolkata"
    )


def test_a_day_has_come_once_any_place_has_it() -> None:
    noon = moment_from_iso("2026-11-20T12:00:00+00:00", "UTC").utc_ms
    assert last_day_anywhere(noon) == dt.date(2026, 11, 21)
    assert last_day_anywhere(noon - 3 * 3_600_000) == dt.date(2026, 11, 20)
