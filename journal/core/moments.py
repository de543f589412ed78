"""Instants with their time zone; no other module computes them. Days are in ``journal_day``."""

from __future__ import annotations

import datetime as dt
import re
import time
from dataclasses import dataclass, replace
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journal.core.refusal import Refused

MINUTE_MS = 60_000
HOUR_MS = 3_600_000
DAY_MS = 86_400_000
FUTURE_TOLERANCE_MS = 5 * MINUTE_MS

FIRST_DAY, LAST_DAY = dt.date(1970, 1, 1), dt.date(2100, 12, 31)  # times outside this range overflow in other libraries
EARLIEST_BIRTH_YEAR = 1890
FIRST_LIFE_DAY = dt.date(EARLIEST_BIRTH_YEAR, 1, 1)  # of what somebody has had since a year, where no clock told a time
EARLIEST_MS, LATEST_MS = 0, (LAST_DAY - FIRST_DAY + dt.timedelta(days=1)) // dt.timedelta(milliseconds=1)
# No clock is a day or more from UTC, so two clocks show the same instant less than two days apart.
FURTHEST_OFFSET_S = 86_400
_FIRST_ZONE_MS = 14 * 3_600_000  # Kiritimati
CLOCKS_APART = dt.timedelta(seconds=2 * FURTHEST_OFFSET_S)

_EPOCH = dt.datetime(1970, 1, 1)
_ONLY_AN_OFFSET = re.compile(r"UTC([+-])(\d\d)([0-5]\d)")


class Clock(Protocol):
    """Where "now" and "here" come from; passed in, so that tests can set the time."""

    def now_ms(self) -> int:
        """Milliseconds since 1970 in UTC."""

    def zone_name(self) -> str:
        """The name of the zone the person is in, an IANA one or as from ``zone_of_offset``.

        It is read anew each time because people travel.
        """

    def rules(self) -> dt.tzinfo | None:
        """Where the zone has rules but no name: the rules, as a name from ``zone_of_offset`` says them of now alone."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant as the person's clock showed it: UTC milliseconds, the UTC offset in seconds, the zone's name."""

    utc_ms: int
    offset_s: int
    zone: str

    @property
    def local_ms(self) -> int:
        """Wall-clock milliseconds: only for days and display, never for differences (subtract ``utc_ms``)."""
        return self.utc_ms + self.offset_s * 1000

    @property
    def local(self) -> dt.datetime:
        """The wall clock as a naive datetime."""
        return wall_clock(self.local_ms)

    def as_typed(self) -> str:
        """The wall clock as ``parse_moment`` reads it again in every language: 2026-11-22 15:24."""
        return f"{self.local:%Y-%m-%d %H:%M}"

    def isoformat(self) -> str:
        """ISO 8601 with offset, e.g. ``2026-11-22T15:24:00+01:00``; milliseconds only when there are any."""
        zone = dt.timezone(dt.timedelta(seconds=self.offset_s))
        precision = "milliseconds" if self.utc_ms % 1000 else "seconds"
        return self.local.replace(tzinfo=zone).isoformat(timespec=precision)


def wall_clock(local_ms: int) -> dt.datetime:
    """The naive datetime of wall-clock milliseconds."""
    return _EPOCH + dt.timedelta(milliseconds=local_ms)


class AmbiguousTime(Refused):
    """The clock showed this time twice (autumn change): the person chooses the first or the second."""

    def __init__(self, first: Moment, second: Moment) -> None:
        super().__init__("time-twice", time=first.local.time())
        self.first = first
        self.second = second


def out_of_range(code: str = "time-out-of-range", first: dt.date | None = None) -> Refused:
    """Why a time or a day outside of the years that are kept is not taken; ``first``: where they begin earlier."""
    return Refused(code, first=(first or FIRST_DAY).year, last=LAST_DAY.year)


def refuse_out_of_range(day: dt.date, of_life: bool = False, may_be_ahead: bool = False) -> None:
    """Raise Refused("day-out-of-range") for a day that is not kept; ``of_life``: of what somebody has had since.

    ``may_be_ahead``: of a plan, which is kept in any year, so that whatever is stored can be opened and corrected; one
    that is far ahead is asked about.
    """
    first = FIRST_LIFE_DAY if of_life else FIRST_DAY
    if day < first or (day > LAST_DAY and not may_be_ahead):
        raise out_of_range("day-out-of-range", first)


def zone_of_offset(seconds: int) -> str:
    """The name of a place of which no more is known than its offset: "Etc/GMT-2" is two hours ahead of UTC.

    The tz database has none for half hours.

    >>> zone_of_offset(7200), zone_of_offset(-18000), zone_of_offset(0), zone_of_offset(19800), zone_of_offset(-12600)
    ('Etc/GMT-2', 'Etc/GMT+5', 'UTC', 'UTC+0530', 'UTC-0330')
    """
    hours, rest = divmod(seconds, 3600)
    if not rest and -12 <= hours <= 14:
        return f"Etc/GMT{-hours:+d}" if hours else "UTC"
    minutes = abs(seconds) // 60
    return f"UTC{'-' if seconds < 0 else '+'}{minutes // 60:02d}{minutes % 60:02d}"


def zone_of(name: str) -> dt.tzinfo:
    """The zone of that name; Refused("zone-unknown") for what is neither in the tz database nor of an offset alone."""
    offset = _ONLY_AN_OFFSET.fullmatch(name)
    if offset is not None and int(offset[2]) < 24:
        east_of_utc = dt.timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return dt.timezone(east_of_utc if offset[1] == "+" else -east_of_utc)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError) as problem:
        # ZoneInfo("America") raises IsADirectoryError, ZoneInfo("/etc") ValueError.
        raise Refused("zone-unknown", zone=name) from problem


def moment_at(utc_ms: int, zone: str) -> Moment:
    """The instant as a clock in that zone shows it."""
    return shown(utc_ms, zone_of(zone), zone)


def shown(utc_ms: int, rules: dt.tzinfo, zone: str) -> Moment:
    """The instant as a clock with these rules shows it."""
    if not EARLIEST_MS <= utc_ms < LATEST_MS:
        raise out_of_range()
    aware = dt.datetime.fromtimestamp(utc_ms // 1000, rules)
    return Moment(utc_ms, _seconds(aware.utcoffset()), zone)


def moment_now(clock: Clock) -> Moment:
    """This instant, here."""
    return moment_at(clock.now_ms(), clock.zone_name())


def here(clock: Clock, utc_ms: int) -> Moment:
    """An instant as this computer's clock shows it, in summer and in winter."""
    rules = clock.rules()
    return moment_at(utc_ms, clock.zone_name()) if rules is None else by_offset(shown(utc_ms, rules, ""))


def by_offset(moment: Moment) -> Moment:
    """The moment in a zone that has no name but its offset."""
    return replace(moment, zone=zone_of_offset(moment.offset_s))


def utc_now(clock: Clock) -> dt.datetime:
    """This instant in UTC, for the names and ages of files."""
    return dt.datetime.fromtimestamp(clock.now_ms() / 1000, dt.UTC)


def moment_from_iso(text: str, zone: str) -> Moment:
    """An instant from ISO 8601 with an offset, and its time zone; the written offset is kept as it is.

    Past entries keep their recorded offset even if zone rules change later.
    """
    try:
        aware = dt.datetime.fromisoformat(text)
    except ValueError as problem:
        raise Refused("time-not-iso", text=text[:40]) from problem
    if aware.tzinfo is None:
        raise Refused("time-without-offset", text=text[:40])
    offset_s = _seconds(aware.utcoffset())
    utc_ms = _ms_since_epoch(aware.replace(tzinfo=None)) - offset_s * 1000
    if not EARLIEST_MS <= utc_ms < LATEST_MS:
        raise out_of_range()
    return Moment(utc_ms, offset_s, zone)


def moment_from_local(local: dt.datetime, zone: str, fold: int | None = None) -> Moment:
    """The instant at which a clock in the zone showed this naive wall time.

    Raises Refused("time-skipped") for a time the spring change left out, AmbiguousTime for one shown twice
    unless ``fold`` (0 first, 1 second) decides.
    """
    return from_local(local, zone_of(zone), zone, fold)


def from_local(local: dt.datetime, rules: dt.tzinfo, zone: str, fold: int | None) -> Moment:
    """``moment_from_local`` for a clock with these rules."""
    first, second = (instant_of(local, rules, zone, fold) for fold in (0, 1))
    if first.local != local and second.local != local:
        raise Refused("time-skipped", time=local.time(), day=local.date())
    if first.utc_ms != second.utc_ms and fold is None:
        raise AmbiguousTime(first, second)
    return second if fold == 1 else first


def instant_of(local: dt.datetime, rules: dt.tzinfo, zone: str, fold: int) -> Moment:
    """The first or second instant at which such a clock showed it; near it, if it never did."""
    try:
        offset_s = _seconds(local.replace(tzinfo=rules, fold=fold).utcoffset())
        return shown(_ms_since_epoch(local) - offset_s * 1000, rules, zone)
    except OverflowError as problem:
        raise out_of_range() from problem


def _ms_since_epoch(local: dt.datetime) -> int:
    return (local - _EPOCH) // dt.timedelta(milliseconds=1)


def _seconds(offset: dt.timedelta | None) -> int:
    return 0 if offset is None else int(offset.total_seconds())


def latest_now(clock: Clock) -> int:
    """The latest UTC milliseconds that count as past: a little after now, as clocks differ."""
    return clock.now_ms() + FUTURE_TOLERANCE_MS


def last_day_anywhere(now_ms: int) -> dt.date:
    """The latest day that any place has reached: a day after it lies ahead, whatever zone a file was written in."""
    return FIRST_DAY + dt.timedelta(milliseconds=now_ms + _FIRST_ZONE_MS)


def clock_can_be_said() -> bool:
    """Not from the year 2262 on: what asks Python for the time fails then, such as libraries that are imported."""
    try:
        time.time()
    except OverflowError:
        return False
    return True
