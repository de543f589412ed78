"""Instants and days as ISO 8601 text, read strictly and written fast."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from journal.core.journal_day import day_from_number, day_number
from journal.core.moments import EARLIEST_MS, LATEST_MS, MINUTE_MS, Moment, out_of_range, zone_of
from journal.core.refusal import Refused
from journal.core.rough_days import rough_day_of as written_roughly

# What Python's own parser takes besides (weeks, no separators, microseconds) would not come back the same.
_INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.([0-9]{3}))?"
    r"(Z|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+\-/]{0,63}")


def moment_text(moment: Moment) -> str:
    """The moment on its wall clock with its offset: ``2026-11-22T15:24:00+01:00``."""
    return _wall_clock(moment.local_ms) + _offset(moment.offset_s)


def utc_text(utc_ms: int) -> str:
    """A bare instant: ``2026-11-22T14:24:00Z``."""
    return _wall_clock(utc_ms) + "Z"


@lru_cache(maxsize=64)
def _wall_clock(ms: int) -> str:
    # Instants come in pairs, days and minutes repeat, so this is five times as fast as datetime.isoformat.
    minute, rest = divmod(ms, MINUTE_MS)
    if not rest:
        return _minute_text(minute)
    second, thousandths = divmod(rest, 1000)
    fraction = f".{thousandths:03d}" if thousandths else ""
    return f"{_minute_text(minute)[:17]}{second:02d}{fraction}"


@lru_cache(maxsize=1024)
def _minute_text(number: int) -> str:
    day, minute = divmod(number, 1440)
    return f"{_day_text(day)}T{minute // 60:02d}:{minute % 60:02d}:00"


@lru_cache(maxsize=1024)
def _day_text(number: int) -> str:
    return day_from_number(number).isoformat()


@lru_cache(maxsize=256)
def _offset(offset_s: int) -> str:
    minutes, seconds = divmod(abs(offset_s), 60)
    sign = "-" if offset_s < 0 else "+"
    return f"{sign}{minutes // 60:02d}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")


def moment_of(text: str, zone: str) -> Moment:
    """The moment written so, in the zone of that name; Refused("zone-unknown") for one that is not known here."""
    _refuse_unknown(zone)
    utc_ms, offset_s = _read(text)
    return Moment(utc_ms, offset_s, zone)


@lru_cache(maxsize=256)
def _refuse_unknown(zone: str) -> None:
    if not _ZONE.fullmatch(zone):
        raise Refused("zone-unknown", zone=zone[:40])
    zone_of(zone)


def utc_ms_of(text: str) -> int:
    """The instant written so, in UTC milliseconds."""
    return _read(text)[0]


def _read(text: str) -> tuple[int, int]:
    """UTC milliseconds and offset; in parts, because days, times and offsets repeat and parsing is the slow half."""
    match = _INSTANT.fullmatch(text)
    if match is None:
        raise Refused("time-not-iso", text=text[:40])
    day, clock, thousandths, offset = match.groups()
    if offset is None:
        raise Refused("time-without-offset", text=text[:40])
    try:
        offset_s = _offset_s(offset)
        utc_ms = (_day_s(day) + _clock_s(clock) - offset_s) * 1000 + int(thousandths or 0)
    except ValueError:
        raise Refused("time-not-iso", text=text[:40]) from None
    if not EARLIEST_MS <= utc_ms < LATEST_MS:
        raise out_of_range()
    return utc_ms, offset_s


@lru_cache(maxsize=1024)
def _day_s(text: str) -> int:
    return day_number(dt.date.fromisoformat(text)) * 86_400


@lru_cache(maxsize=4096)
def _clock_s(text: str) -> int:
    clock = dt.time.fromisoformat(text)
    return clock.hour * 3600 + clock.minute * 60 + clock.second


@lru_cache(maxsize=256)
def _offset_s(text: str) -> int:
    offset = dt.time.fromisoformat(f"00:00:00{text}").utcoffset()
    return 0 if offset is None else int(offset.total_seconds())


def day_of(text: str) -> dt.date:
    """The day written so: ``2026-11-22``."""
    try:
        if _DAY.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise Refused("day-not-iso", text=text[:40])


def rough_day_of(text: str, ends: bool = False) -> dt.date:
    """A day, or the year or month of one that is not known closer: ``2019-03``, ``2019``. ``ends``: of an end."""
    return written_roughly(text, ends) or day_of(text)


def wall_clock_of(text: str) -> dt.datetime | None:
    """The wall clock of a time written without an offset; None when there is one."""
    match = _INSTANT.fullmatch(text.replace(" ", "T", 1))
    if match is None:
        raise Refused("time-not-iso", text=text[:40])
    if match[4] is not None:
        return None
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise Refused("time-not-iso", text=text[:40]) from None
