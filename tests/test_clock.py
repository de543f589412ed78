"""The zone of this computer: whatever names it or does not, its own offset is used."""

from __future__ import annotations

import datetime as dt
import os
import time
import warnings
from collections.abc import Callable, Iterator

import pytest

from journal import clock
from journal.clock import SystemClock
from journal.core.moments import AmbiguousTime, here, moment_now
from journal.core.refusal import Refused
from journal.core.typed_times import parse_moment

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="TZ says nothing on this system")
In = Callable[[str | None], SystemClock]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Iterator[In]:
    """The clock of a computer whose variable TZ says this; None: it says nothing."""

    def placed(tz: str | None) -> SystemClock:
        if tz is None:
            monkeypatch.delenv("TZ", raising=False)
        else:
            monkeypatch.setenv("TZ", tz)
        clock._zone_named_by.cache_clear()
        return SystemClock()

    yield placed
    monkeypatch.undo()
    clock._zone_named_by.cache_clear()
    time.tzset()


def offset_of_the_system() -> int:
    return time.localtime().tm_gmtoff


@pytest.mark.parametrize(
    ("tz", "zone"),
    [
        ("UTC0", "UTC"), ("IST-5:30", "UTC+0530"), ("NPT-5:45", "UTC+0545"), ("<+03>-3", "Etc/GMT-3"),
        ("NST3:30", "UTC-0330"), ("Asia/Kolkata", "Asia/Kolkata"), (":Asia/Kolkata", "Asia/Kolkata"),
        (" Asia/Kolkata", "UTC"), ("XXX", "UTC"), ("/etc", "UTC"), ("Nowhere/None", "UTC"), ("A" * 300, "UTC"),
        ("", "UTC"),
    ],
)  # fmt: skip
def test_the_offset_is_the_systems_own(at: In, tz: str, zone: str) -> None:
    """What the system takes for UTC is UTC, as with a zone that is none; nothing else is."""
    found = moment_now(at(tz))
    assert found.offset_s == offset_of_the_system()
    assert found.zone == zone or (found.offset_s == 0 and found.zone in ("Etc/UTC", "UTC"))


@pytest.mark.parametrize("tz", ["CET-1CEST", "EST5EDT", "CET-1CEST,M3.5.0,M10.5.0/3", "posix/Europe/Paris"])
def test_rules_give_the_offset_of_today(at: In, tz: str) -> None:
    """Whatever the season in which this runs."""
    assert moment_now(at(tz)).offset_s == offset_of_the_system()


def test_a_plain_file_without_a_name_gives_the_systems_offset(at: In, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "get_localzone_name", lambda: None)
    monkeypatch.setattr(time, "tzset", lambda: None)
    there = at(None)
    monkeypatch.setattr(time, "localtime", lambda: time.struct_time((2026, 11, 29, 12, 0, 0, 6, 333, 0, "IST", 19800)))
    assert moment_now(there).zone == "UTC+0530"


def test_a_name_that_the_system_contradicts_is_not_taken(at: In, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where two files name two zones: the library takes one and warns."""

    def doubtful() -> str:
        warnings.warn("two zones are configured", stacklevel=1)
        return "Asia/Tokyo"

    monkeypatch.setattr(clock, "get_localzone_name", doubtful)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert moment_now(at("Nowhere/None")).offset_s == offset_of_the_system() == 0


@pytest.mark.parametrize("problem", [KeyError("x"), ValueError("x"), FileNotFoundError("x")])
def test_what_the_library_meets_is_no_traceback(at: In, monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    def fails() -> str:
        raise problem

    monkeypatch.setattr(clock, "get_localzone_name", fails)
    assert moment_now(at("IST-5:30")).zone == "UTC+0530"


def test_it_is_read_anew_when_the_person_travels(at: In) -> None:
    assert moment_now(at("Asia/Kolkata")).zone == "Asia/Kolkata"
    assert moment_now(at("Asia/Tokyo")).zone == "Asia/Tokyo"


RULES = "CET-1CEST,M3.5.0,M10.5.0/3"


@pytest.mark.parametrize(
    ("typed", "meant", "zone"),
    [
        ("2026-07-01 09:00", "2026-07-01T09:00:00+02:00", "Etc/GMT-2"),
        ("2026-01-15 09:00", "2026-01-15T09:00:00+01:00", "Etc/GMT-1"),
        ("2025-10-26 02:30 first", "2025-10-26T02:30:00+02:00", "Etc/GMT-2"),
        ("2025-10-26 02:30 second", "2025-10-26T02:30:00+01:00", "Etc/GMT-1"),
    ],
)
def test_rules_without_a_name_give_each_moment_its_own_offset(at: In, typed: str, meant: str, zone: str) -> None:
    """Summer is summer where the variable holds rules that no registry names."""
    there = Fixed(at(RULES), dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
    found = parse_moment(typed, there)
    assert (found.isoformat(), found.zone) == (meant, zone)
    assert here(there, found.utc_ms) == found


def test_what_such_rules_left_out_or_repeat_is_told(at: In) -> None:
    there = Fixed(at(RULES), dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
    with pytest.raises(Refused, match="time-skipped"):
        parse_moment("2026-03-29 02:30", there)
    with pytest.raises(AmbiguousTime) as asked:
        parse_moment("2026-10-25 02:30", there)
    assert (asked.value.first.offset_s, asked.value.second.offset_s) == (7200, 3600)


def test_hours_ago_may_lie_before_the_change(at: In) -> None:
    there = Fixed(at(RULES), dt.datetime(2026, 10, 25, 3, tzinfo=dt.UTC))
    assert parse_moment("-5 h", there).isoformat() == "2026-10-25T00:00:00+02:00"


class Fixed(SystemClock):
    """The system's zone at another time."""

    def __init__(self, system: SystemClock, now: dt.datetime) -> None:
        self._ms = int(now.timestamp() * 1000)

    def now_ms(self) -> int:
        return self._ms


@pytest.mark.parametrize(
    ("tz", "is_none"),
    [
        ("bogus", True), ("Nowhere/None", True), ("", False), ("UTC", False), ("CET-1CEST", False),
        ("<+03>-3", False), (":Asia/Kolkata", False), ("XYZ+99", True), ("XYZ+24", True), ("XYZ-23", False),
    ],
)  # fmt: skip
def test_a_name_of_no_zone_gives_way_to_the_systems_own(
    at: In, monkeypatch: pytest.MonkeyPatch, tz: str, is_none: bool
) -> None:
    at(tz)
    monkeypatch.setattr(clock, "_found", lambda: "" if "TZ" in os.environ else "Etc/UTC")
    assert clock.forget_what_is_no_zone() == (tz if is_none else "")
    assert os.environ.get("TZ") == (None if is_none else tz)


def test_it_stays_where_the_system_names_no_zone(at: In, monkeypatch: pytest.MonkeyPatch) -> None:
    at("bogus")
    monkeypatch.setattr(clock, "_found", str)
    assert clock.forget_what_is_no_zone() == ""
    assert os.environ["TZ"] == "bogus"


def test_a_rule_of_more_than_a_day_is_utc_where_the_system_names_no_zone(
    at: In, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = at("XYZ+99")
    monkeypatch.setattr(clock, "_found", str)
    assert clock.forget_what_is_no_zone() == ""
    assert (here.zone_name(), here.rules(), moment_now(here).offset_s) == ("UTC", None, 0)
