"""The time of day as people write it: 8:10, 8.10, 0810, 8:10 am, 9pm, 930 pm."""

from __future__ import annotations

import datetime as dt
import re

_WITH_HALF = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s?([ap])\.?m\.?", re.ASCII)
_OF_24_HOURS = re.compile(r"(\d{1,2})[:.](\d{2})|(\d{2})(\d{2})", re.ASCII)


def read_clock(words: str) -> dt.time | None:
    """The time of day in words that hold nothing else; None for what is none. An hour alone needs am or pm."""
    typed = words.strip().casefold()
    if halved := _WITH_HALF.fullmatch(typed):
        hour = int(halved[1])
        return _time(hour % 12 + 12 * (halved[3] == "p"), int(halved[2] or 0)) if 1 <= hour <= 12 else None
    if match := _OF_24_HOURS.fullmatch(typed):
        return _time(int(match[1] or match[3]), int(match[2] or match[4]))
    return None


def _time(hour: int, minute: int) -> dt.time | None:
    return dt.time(hour, minute) if hour <= 23 and minute <= 59 else None
