"""This computer's clock and zone."""

from __future__ import annotations

import os
import time
from functools import lru_cache

from tzlocal import get_localzone_name, reload_localzone

# What names the zone where there is no registry; tzlocal's own look takes a millisecond, as long as a save's commit.
_NAMED_BY = ("/etc/localtime", "/etc/timezone", "/etc/sysconfig/clock", "/etc/conf.d/clock", "/var/db/zoneinfo")


class SystemClock:
    """Implements ``core.moments.Clock``; the zone is read anew because laptops travel."""

    def now_ms(self) -> int:
        """Milliseconds since 1970 in UTC."""
        return time.time_ns() // 1_000_000

    def zone_name(self) -> str:
        """The IANA name of this computer's zone; UTC where the system names none."""
        signs = _signs()
        return _zone_named_by(signs) if signs else _zone()


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
    try:
        reload_localzone()
        return get_localzone_name() or "UTC"
    except (KeyError, ValueError, OSError):
        # A zone without a name, such as TZ=CET-1CEST, or none at all, such as TZ=/etc: the offset that it has now.
        return _of_offset(time.localtime().tm_gmtoff)


def _of_offset(seconds: int) -> str:
    """ "Etc/GMT-2" is two hours ahead of UTC; zones of half hours have no such name.

    >>> _of_offset(7200), _of_offset(-18000), _of_offset(0), _of_offset(19800)
    ('Etc/GMT-2', 'Etc/GMT+5', 'UTC', 'UTC')
    """
    hours, rest = divmod(seconds, 3600)
    return "UTC" if rest or not hours else f"Etc/GMT{-hours:+d}"
