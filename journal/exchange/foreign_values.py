"""Numbers, days and times as other programs and people write them, read exactly or refused with the reason."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from enum import StrEnum

from journal.core.moments import AmbiguousTime, Moment, moment_at, moment_from_local
from journal.core.refusal import Refused
from journal.core.typed_clock import read_clock

_NUMBER = re.compile(r"([+\-−]?)([0-9][0-9.,]{0,30})")
_NO_WHOLE = re.compile(r"[.,][0-9]")  # ".5": no sign between groups stands in front
_GROUPED = {sign: re.compile(rf"[1-9][0-9]{{0,2}}(?:[{sign}][0-9]{{3}})+") for sign in ".,"}
_STAMP = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,]([0-9]{1,9}))?\s*"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)
_NUMBERS_DAY = re.compile(r"([0-9]{1,4})[./\-]\s?([0-9]{1,2})[./\-]\s?([0-9]{1,4})")
_WORDS_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[. \-]+([a-z]{3,9})[., \-]+([0-9]{4})")
_WORDS_FIRST = re.compile(r"([a-z]{3,9})[. \-]+([0-9]{1,2})(?:st|nd|rd|th)?[, \-]+([0-9]{4})")
_SECONDS = re.compile(r"([0-9]{1,2}[:.][0-9]{2})[:.]([0-9]{2})(?:[.,][0-9]{1,9})?(\s?(?:am|pm|a\.m\.|p\.m\.))?")
_CLOCK_BEHIND = re.compile(
    r"(.+?)[\sT,]+([0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}.*|\s.*|[ap]\.?m\.?)?"
    r"|[0-9]{1,4}\s?[ap]\.?m\.?|[0-9]{4})",
    re.IGNORECASE,
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip


class DateOrder(StrEnum):
    """In which order day, month and year stand."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


# --- numbers ---------------------------------------------------------------------------------------------------------


def exact_number(text: str, decimal: str = "") -> str:
    """The number with a point before its fraction and nothing else: "1.234,5" with a decimal comma is "1234.5".

    ``decimal`` is ``.`` or ``,``; the other sign then groups thousands. Empty: not said, so that "1,500", which can
    be 1.5 or 1500, is refused. Raises Refused with an ``amount-`` code.
    """
    match = _NUMBER.fullmatch(f"0{decimal or '.'}{text[1:]}" if _NO_WHOLE.match(text) else text)
    if match is None:
        raise Refused("amount-unreadable", text=text[:40])
    if match[1] in ("-", "−"):
        raise Refused("amount-negative")
    return _decided(match[2], decimal) if decimal else _undecided(match[2])


def _decided(digits: str, decimal: str) -> str:
    whole, sign, fraction = digits.partition(decimal)
    group = "," if decimal == "." else "."
    if _GROUPED[group].fullmatch(whole):
        whole = whole.replace(group, "")
    if not whole.isdigit() or (sign and not fraction.isdigit()):
        raise Refused("amount-unreadable", text=digits[:40])
    return f"{whole}.{fraction}" if fraction else whole


def _undecided(digits: str) -> str:
    parts = re.split("[.,]", digits)
    if len(parts) > 2 or not all(parts):
        raise Refused("amount-unreadable", text=digits[:40])
    # "0.125" cannot be a thousand with a separator.
    if len(parts) == 2 and len(parts[1]) == 3 and not parts[0].startswith("0"):
        whole, fraction = parts
        small = f"{whole}.{fraction}".rstrip("0").rstrip(".")
        raise Refused("amount-ambiguous", text=digits[:40], small=small, large=whole + fraction)
    return ".".join(parts)


# --- days and times of day -------------------------------------------------------------------------------------------


def written_day(text: str, order: DateOrder | None) -> dt.date:
    """The day written so: 2026-11-20, 20.11.2026, 11/20/26, 20 Nov 2026, November 20, 2026.

    A year of four digits needs no order where it stands in front or where the day is above 12. Two digits are a year
    from 2000 on; without an order they are never taken for a year in front. Raises Refused("day-ambiguous") where the
    order is not known, "day-unreadable" for what is no day.
    """
    words = " ".join(text.casefold().split())
    match = _NUMBERS_DAY.fullmatch(words)
    try:
        return _worded_day(words) if match is None else _numbered_day(match, order, text)
    except ValueError:
        raise Refused("day-unreadable", text=text[:40]) from None


def _numbered_day(match: re.Match[str], order: DateOrder | None, text: str) -> dt.date:
    if order is not None:
        return _day_in(order, *match.groups())
    days = readings(match[0])
    if not set(days) - {DateOrder.YMD}:
        raise ValueError(text)  # "30.02.26" is more likely a typing error than a day of 2030
    *others, last = (day.isoformat() for day in sorted(set(days.values())))
    if others:
        raise Refused("day-ambiguous", text=text[:40], first=", ".join(others), second=last)
    return dt.date.fromisoformat(last)


def _day_in(order: DateOrder, first: str, second: str, third: str) -> dt.date:
    if len(first) == 4:
        return dt.date(int(first), int(second), int(third))
    if len(first) > 2 or len(third) not in (2, 4):
        raise ValueError(first, third)
    if order is not DateOrder.YMD:
        day, month = (first, second) if order is DateOrder.DMY else (second, first)
        return dt.date(_year(third), int(month), int(day))
    if (len(first), len(third)) != (2, 2):
        raise ValueError(first, third)
    return dt.date(_year(first), int(second), int(third))


def readings(text: str) -> dict[DateOrder, dt.date]:
    """The day that the numbers in front are in each order in which they are one: "03/04/26" is 3 April or 4 March 2026,
    or 26 April 2003. A year of four digits in front is the same day in every order."""
    match = _NUMBERS_DAY.match(text.strip())
    if match is None:
        return {}
    days: dict[DateOrder, dt.date] = {}
    for order in DateOrder:
        with suppress(ValueError):
            days[order] = _day_in(order, *match.groups())
    return days


def begins_with_day(text: str) -> bool:
    """Whether numbers in front look like a day."""
    return bool(_NUMBERS_DAY.match(text.strip()))


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _worded_day(words: str) -> dt.date:
    if match := _WORDS_DAY.fullmatch(words):
        day, month, year = match.groups()
    elif match := _WORDS_FIRST.fullmatch(words):
        month, day, year = match.groups()
    else:
        raise ValueError(words)
    months = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(month)]
    if len(months) != 1:
        raise ValueError(words)
    return dt.date(int(year), months[0], int(day))


def written_clock(text: str) -> dt.time:
    """The time of day as ``read_clock`` reads it, or with seconds; Refused("clock-unreadable") for anything else."""
    words = " ".join(text.casefold().split())
    seconds = _SECONDS.fullmatch(words)
    clock = read_clock(words if seconds is None else seconds[1] + (seconds[3] or ""))
    second = 0 if seconds is None else int(seconds[2])
    if clock is None or second > 59:
        raise Refused("clock-unreadable", text=text[:40])
    return clock.replace(second=second)


def day_and_clock(text: str, order: DateOrder | None) -> tuple[str, str]:
    """A cell's day, and the time of day behind it or "": "20 Nov 2026" ends in its year, "20.11.26 0810" does not."""
    match = _CLOCK_BEHIND.fullmatch(text)
    if match is None or (match[2].isdecimal() and _is_day(text, order)):
        return text, ""
    return match[1], match[2]


def _is_day(text: str, order: DateOrder | None) -> bool:
    try:
        written_day(text, order)
    except Refused as reason:
        return reason.code == "day-ambiguous"
    return True


# --- moments ---------------------------------------------------------------------------------------------------------


class Times:
    """Makes moments in one zone. ``twice`` counts times that came twice in an autumn night: the first was taken."""

    def __init__(self, zone: str) -> None:
        self.zone = zone
        self.twice = 0
        self.without_offset = 0

    def at(self, local: dt.datetime) -> Moment:
        """When a clock in the zone showed this; Refused("time-skipped") if none ever did."""
        try:
            return moment_from_local(local, self.zone)
        except AmbiguousTime as both:
            self.twice += 1
            return both.first

    def stamp(self, text: str) -> Moment:
        """The moment of an ISO 8601 time. Z is UTC, shown in the zone; a written offset is kept; none is local time.

        What is finer than a millisecond is left off. Raises Refused("time-not-iso", "time-skipped", ...).
        """
        match = _STAMP.fullmatch(text.strip())
        if match is None:
            raise Refused("stamp-unreadable", text=text[:40])
        day, clock, fraction, offset = match.groups()
        try:
            local = dt.datetime.fromisoformat(f"{day}T{clock.zfill(5) if clock.count(':') == 1 else clock.zfill(8)}")
        except ValueError:
            raise Refused("stamp-unreadable", text=text[:40]) from None
        local += dt.timedelta(milliseconds=int((fraction or "").ljust(3, "0")[:3]))
        if offset is None:
            self.without_offset += 1
            return self.at(local)
        return self._with_offset(local, offset.upper(), text)

    def _with_offset(self, local: dt.datetime, offset: str, text: str) -> Moment:
        minutes = 0 if offset == "Z" else int(offset[1:3]) * 60 + int(offset[-2:])
        if minutes >= 1440:
            raise Refused("stamp-unreadable", text=text[:40])
        seconds = -60 * minutes if offset[0] == "-" else 60 * minutes
        utc_ms = (local - dt.datetime(1970, 1, 1)) // dt.timedelta(milliseconds=1) - seconds * 1000
        there = moment_at(utc_ms, self.zone)
        return there if offset == "Z" else Moment(utc_ms, seconds, self.zone)


def is_stamp(text: str) -> bool:
    """Whether the text looks like an ISO 8601 time."""
    return bool(_STAMP.fullmatch(text.strip()))


def stamp_key(text: str) -> str:
    """A time stamp as it is compared, whatever its spelling: "2026-11-20 08:10" and "2026-11-20T08:10:00.000000"."""
    match = _STAMP.fullmatch(text.strip())
    if match is None:
        return text.strip()
    day, clock, fraction, offset = match.groups()
    full = f"{clock}:00" if clock.count(":") == 1 else clock
    return f"{day}T{full.zfill(8)}.{(fraction or '').ljust(3, '0')[:3]}{(offset or '').upper().replace(':', '')}"
