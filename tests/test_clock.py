"""The zone of this computer: whatever names it or does not, its own offset is used."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator

import pytest

from journal import clock
from journal.clock import SystemClock
from journal.core.moments import moment_now

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
