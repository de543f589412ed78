"""This computer's clock and zone."""

from __future__ import annotations

import calendar
import datetime as dt
import os
import re
import time
import warnings
from functools import lru_cache

from tzlocal import get_localzone_name, reload_localzone

from journal.core.moments import moment_at, zone_of_offset
from journal.core.refusal import Refused

# What names the zone where there is no registry; tzlocal's own look takes a millisecond, as long as a save's commit.
_NAMED_BY = ("/etc/localtime", "/etc/timezone", "/etc/sysconfig/clock", "/etc/conf.d/clock", "/var/db/zoneinfo")


class SystemClock:
    """Implements ``core.moments.Clock``; the zone is read anew because laptops travel."""

    def now_ms(self) -> int:
        """Milliseconds since 1970 in UTC."""
        return time.time_ns() // 1_000_000

    def zone_name(self) -> str:
        """The IANA name of this computer's zone; that of its offset where none is named, or one of another offset."""
        return _name_here() or zone_of_offset(_offset_here())

    def rules(self) -> dt.tzinfo | None:
        """The system's own rules where no zone is named, as with TZ=CET-1CEST,M3.5.0,M10.5.0/3."""
        return None if _name_here() else _SystemRules()


class _SystemRules(dt.tzinfo):
    """How far clocks are from UTC as the system says it of any moment."""

    def utcoffset(self, local: dt.datetime | None) -> dt.timedelta | None:
        if local is None:
            return None
        naive = local.replace(tzinfo=None)  # of which Python asks the system, and heeds ``fold``
        return dt.timedelta(seconds=round((naive - _EPOCH).total_seconds() - naive.timestamp()))

    def dst(self, local: dt.datetime | None) -> dt.timedelta | None:
        return None

    def tzname(self, local: dt.datetime | None) -> str | None:
        return None

    def fromutc(self, utc: dt.datetime) -> dt.datetime:
        offset = dt.timedelta(seconds=time.localtime(calendar.timegm(utc.timetuple())).tm_gmtoff)
        local = utc + offset
        return local if self.utcoffset(local) == offset else local.replace(fold=1)


_EPOCH = dt.datetime(1970, 1, 1)
_DAY_S = 86_400


def _offset_here() -> int:
    return time.localtime().tm_gmtoff


def _is_in_reach() -> bool:
    """Whether the clocks are less than a day off: no place on earth is further, nor can it be written down."""
    return abs(_offset_here()) < _DAY_S


def _name_here() -> str:
    signs = _signs()
    name = _zone_named_by(signs) if signs else _zone()
    if not _is_in_reach():
        return "UTC"  # of such a rule, where the system names no zone: the moment itself is right
    return name if name and _offset_now(name) == _offset_here() else ""


def _signs() -> tuple[object, ...]:
    """What changes when the zone does: the variable, and where its files are and when they were written."""
    states = [(path, *_state(path)) for path in _NAMED_BY]
    return (os.environ.get("TZ"), *states) if any(len(state) > 1 for state in states) else ()


def _state(path: str) -> tuple[object, ...]:
    try:
        link, file = os.lstat(path), os.stat(path)  # noqa: PTH116 - a quarter of pathlib's time
    except OSError:
        return ()
    return link.st_ino, link.st_mtime_ns, file.st_ino, file.st_mtime_ns


@lru_cache(maxsize=1)
def _zone_named_by(_signs: tuple[object, ...]) -> str:
    return _zone()


def _zone() -> str:
    """The name that the variable or the system gives, if it is a zone's; else "".

    TZ=EST5EDT is one although it looks like a rule; TZ=CET-1CEST is a rule, and /etc/localtime may be a file without
    a name.
    """
    if hasattr(time, "tzset"):
        time.tzset()  # or the offset would stay that of the place before
    return next(filter(_is_zone, (os.environ.get("TZ", "").strip().lstrip(":"), _found())), "")


def forget_what_is_no_zone() -> str:
    """Take a TZ that is neither a zone nor a rule out of this process, so that the system's own holds; answers it.

    The C library takes such a name for UTC without a word. Where no zone of the system is known, it stays.
    """
    named = os.environ.get("TZ", "").strip()
    if hasattr(time, "tzset"):
        time.tzset()
    if not named or (_RULE.match(named) and _is_in_reach()) or named.startswith((":", "/")) or _is_zone(named):
        return ""
    given = os.environ.pop("TZ")
    if _zone():
        return named
    os.environ["TZ"] = given
    _zone()
    return ""


_RULE = re.compile(r"(<[^>]+>|[A-Za-z]{3,})[+-]?\d")


def _found() -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of files that do not agree; the system's offset decides
            reload_localzone()
            return get_localzone_name() or ""
    except (KeyError, ValueError, OSError):
        return ""


def _is_zone(name: str) -> bool:
    return _offset_now(name) is not None


def _offset_now(name: str) -> int | None:
    """How far ahead of UTC clocks are there now, in seconds; None for what is no zone."""
    try:
        return moment_at(time.time_ns() // 1_000_000, name).offset_s
    except Refused:
        return None
