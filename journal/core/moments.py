"""Time has one owner: instants with their zone, journal days, and the reading of typed times."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journal.core.refusal import Refused

MINUTE_MS = 60_000
HOUR_MS = 3_600_000
DAY_MS = 86_400_000
FUTURE_TOLERANCE_MS = 5 * MINUTE_MS
DEFAULT_DAY_START = 4 * 60

EARLIEST_MS = 0
LATEST_MS = 4_133_980_800_000  # 2101-01-01 UTC: years outside 1970-2100 overflow somewhere down the line

_EPOCH = dt.datetime(1970, 1, 1)
_EPOCH_DAY = dt.date(1970, 1, 1).toordinal()


class Clock(Protocol):
    """Where "now" and "here" come from; given from outside so that tests own time."""

    def now_ms(self) -> int:
        """Milliseconds since 1970 in UTC."""

    def zone_name(self) -> str:
        """The IANA name of the zone the person is in, read anew each time because people travel."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant as it was lived: UTC milliseconds, the UTC offset in seconds at that time, the zone's name."""

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
        return _EPOCH + dt.timedelta(milliseconds=self.local_ms)

    def as_typed(self) -> str:
        """The wall clock as ``parse_moment`` reads it again in every language: 2026-11-22 15:24."""
        return f"{self.local:%Y-%m-%d %H:%M}"

    def isoformat(self) -> str:
        """ISO 8601 with offset, e.g. ``2026-11-22T15:24:00+01:00``; milliseconds only when there are any."""
        zone = dt.timezone(dt.timedelta(seconds=self.offset_s))
        precision = "milliseconds" if self.utc_ms % 1000 else "seconds"
        return self.local.replace(tzinfo=zone).isoformat(timespec=precision)


class AmbiguousTime(Refused):
    """The clock showed this time twice (autumn change): the person chooses the first or the second."""

    def __init__(self, first: Moment, second: Moment) -> None:
        super().__init__("time-twice", time=first.local.time())
        self.first = first
        self.second = second


def zone_of(name: str) -> ZoneInfo:
    """The zone of that name; Refused("zone-unknown") for anything the tz database does not hold."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError) as problem:
        # ZoneInfo("America") raises IsADirectoryError, ZoneInfo("/etc") ValueError.
        raise Refused("zone-unknown", zone=name) from problem


def moment_at(utc_ms: int, zone: str) -> Moment:
    """The instant as a clock in that zone shows it."""
    return _shown(utc_ms, zone_of(zone), zone)


def _shown(utc_ms: int, rules: dt.tzinfo, zone: str) -> Moment:
    if not EARLIEST_MS <= utc_ms < LATEST_MS:
        raise Refused("time-out-of-range")
    aware = dt.datetime.fromtimestamp(utc_ms // 1000, rules)
    return Moment(utc_ms, _seconds(aware.utcoffset()), zone)


def moment_now(clock: Clock) -> Moment:
    """This instant, here."""
    return moment_at(clock.now_ms(), clock.zone_name())


def moment_from_iso(text: str, zone: str) -> Moment:
    """An instant from ISO 8601 with an offset, and the zone it was lived in; the written offset is kept as it is.

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
        raise Refused("time-out-of-range")
    return Moment(utc_ms, offset_s, zone)


def moment_from_local(local: dt.datetime, zone: str, fold: int | None = None) -> Moment:
    """The instant at which a clock in the zone showed this naive wall time.

    Raises Refused("time-skipped") for a time the spring change left out, AmbiguousTime for one shown twice
    unless ``fold`` (0 first, 1 second) decides.
    """
    return _from_local(local, zone_of(zone), zone, fold)


def _from_local(local: dt.datetime, rules: dt.tzinfo, zone: str, fold: int | None) -> Moment:
    first, second = (_instant(local, rules, zone, fold) for fold in (0, 1))
    if first.local != local and second.local != local:
        raise Refused("time-skipped", time=local.time(), day=local.date())
    if first.utc_ms != second.utc_ms and fold is None:
        raise AmbiguousTime(first, second)
    return second if fold == 1 else first


def _instant(local: dt.datetime, rules: dt.tzinfo, zone: str, fold: int) -> Moment:
    try:
        offset_s = _seconds(local.replace(tzinfo=rules, fold=fold).utcoffset())
        return _shown(_ms_since_epoch(local) - offset_s * 1000, rules, zone)
    except OverflowError as problem:
        raise Refused("time-out-of-range") from problem


def _ms_since_epoch(local: dt.datetime) -> int:
    return (local - _EPOCH) // dt.timedelta(milliseconds=1)


def _seconds(offset: dt.timedelta | None) -> int:
    return 0 if offset is None else int(offset.total_seconds())


# --- journal days ---------------------------------------------------------------------------------------------------


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _EPOCH_DAY


def day_from_number(number: int) -> dt.date:
    """The date so many days after 1970-01-01."""
    return dt.date.fromordinal(number + _EPOCH_DAY)


def journal_day(moment: Moment, day_start: int = DEFAULT_DAY_START) -> dt.date:
    """The day an entry belongs to. Example: with a day start of 240 (04:00), 03:10 on Sunday is still Saturday."""
    return day_of(moment.local_ms, day_start)


def day_of(local_ms: int, day_start: int) -> dt.date:
    """The day that a time on the wall clock belongs to."""
    return day_from_number((local_ms - day_start * MINUTE_MS) // DAY_MS)


def day_begins(day: dt.date, day_start: int) -> int:
    """The time on the wall clock at which a day begins."""
    return day_number(day) * DAY_MS + day_start * MINUTE_MS


def local_span(first: dt.date, last: dt.date, day_start: int = DEFAULT_DAY_START) -> tuple[int, int]:
    """The half-open range of ``local_ms`` that the journal days ``first`` to ``last`` cover."""
    return day_begins(first, day_start), day_begins(last, day_start) + DAY_MS


def latest_now(clock: Clock) -> int:
    """The latest UTC milliseconds that count as past: a little after now, as clocks differ."""
    return clock.now_ms() + FUTURE_TOLERANCE_MS


# --- typed times ----------------------------------------------------------------------------------------------------

_AGO = re.compile(r"[-−–]\s*(?:(\d{1,3})\s*(?:h|hours?|hrs?))?\s*(?:(\d{1,4})\s*(?:m|min|mins|minutes?))?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_WORD_DAY = re.compile(r"(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?", re.ASCII)
ENGLISH_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
_FOLDS = {"first": 0, "second": 1}


def parse_moment(text: str, clock: Clock, place: Moment | None = None) -> Moment:
    """The moment a person means.

    Understands ``now``, ``-15 min``, ``-2 h``, ``-1 h 30 min``, ``8:10`` (the latest past one), ``yesterday 21:30``,
    ``fri 21:30``, ``2026-11-20 21:30``, ``20 Nov 21:30``, each with ``first`` or ``second`` behind it where the
    clock showed the time twice. Up to five minutes of future are tolerated. Raises Refused or AmbiguousTime.

    ``place`` is a moment lived elsewhere: times of day and days are then those of its clock, so that correcting 21:30
    in New York to 21:40 moves it by ten minutes. ``now`` and ``-15 min`` are always said here.
    """
    words = " ".join(text.casefold().split())
    now = moment_now(clock)
    if words in ("", "now"):
        return now
    ago = _AGO.fullmatch(words)
    if ago and any(ago.groups()):
        return _ago(ago, now)
    words, fold = _split_fold(words)
    here = place or now
    meant = _meant(words, text, _There(_rules_at(here), here.zone, now.utc_ms), fold)
    if meant.utc_ms > now.utc_ms + FUTURE_TOLERANCE_MS:
        raise Refused("time-in-future", time=meant.as_typed())
    return meant


def _ago(match: re.Match[str], now: Moment) -> Moment:
    hours, minutes = (int(part or 0) for part in match.groups())
    return moment_at(now.utc_ms - hours * HOUR_MS - minutes * MINUTE_MS, now.zone)


def _split_fold(words: str) -> tuple[str, int | None]:
    head, _, tail = words.rpartition(" ")
    return (head, _FOLDS[tail]) if tail in _FOLDS else (words, None)


@dataclass(frozen=True, slots=True)
class _There:
    """Now, on the clock of a place."""

    rules: dt.tzinfo
    zone: str
    utc_ms: int

    @property
    def local(self) -> dt.datetime:
        return _shown(self.utc_ms, self.rules, self.zone).local

    def at(self, local: dt.datetime, fold: int | None) -> Moment:
        """The instant at which the clock showed this; asks only if it showed it twice already."""
        if fold is None and not self.has_come(local, 1):
            fold = 0
        return _from_local(local, self.rules, self.zone, fold)

    def has_come(self, local: dt.datetime, fold: int) -> bool:
        """Whether the first or the second time that the clock shows this is past, or nearly."""
        # Instants are compared: in the repeated hour a later time on the clock can be an earlier one.
        return _instant(local, self.rules, self.zone, fold).utc_ms <= self.utc_ms + FUTURE_TOLERANCE_MS


def _rules_at(moment: Moment) -> dt.tzinfo:
    """The rules of its zone; its own offset where the zone is not known here or says another one for that moment."""
    own = dt.timezone(dt.timedelta(seconds=moment.offset_s))
    try:
        return zone_of(moment.zone) if moment_at(moment.utc_ms, moment.zone) == moment else own
    except Refused:
        return own


def _meant(words: str, typed: str, there: _There, fold: int | None) -> Moment:
    day_words, time_of_day = _split_time(words, typed)
    if day_words:
        return there.at(dt.datetime.combine(_day(day_words, typed, there.local.date()), time_of_day), fold)
    return _latest_past(time_of_day, there, fold)


def _latest_past(time_of_day: dt.time, there: _There, fold: int | None) -> Moment:
    now = there.local
    today = dt.datetime.combine(now.date(), time_of_day)
    # What the spring change left out was no instant: it is behind us once the clock shows a later time.
    if today > now and not there.has_come(today, 0):
        today -= dt.timedelta(days=1)
    return there.at(today, fold)


def _split_time(words: str, typed: str) -> tuple[str, dt.time]:
    head, _, tail = words.replace("t", " ").rpartition(" ") if _ISO_DAY.match(words) else words.rpartition(" ")
    clock_time = _CLOCK.fullmatch(tail)
    if not clock_time:
        raise Refused("time-unreadable", text=typed[:40])
    hour, minute = (int(part) for part in clock_time.groups())
    if hour > 23 or minute > 59:
        raise Refused("time-unreadable", text=typed[:40])
    return head.strip(" ,"), dt.time(hour, minute)


def _day(words: str, typed: str, today: dt.date) -> dt.date:
    if words in ("today", "yesterday"):
        return today - dt.timedelta(days=words == "yesterday")
    if len(words) >= 3 and (matches := [n for n, name in enumerate(ENGLISH_WEEKDAYS) if name.startswith(words)]):
        return today - dt.timedelta(days=(today.weekday() - matches[0]) % 7 or 7)
    try:
        return _dated(words, today)
    except ValueError as problem:
        raise Refused("time-unreadable", text=typed[:40]) from problem


def _dated(words: str, today: dt.date) -> dt.date:
    if iso := _ISO_DAY.fullmatch(words):
        year, month, day = (int(part) for part in iso.groups())
        return dt.date(year, month, day)
    match = _WORD_DAY.fullmatch(words)
    months = [n for n, name in enumerate(ENGLISH_MONTHS, 1) if match and name.startswith(match[2])]
    if match is None or len(months) != 1:
        raise ValueError(words)
    if match[3]:
        return dt.date(int(match[3]), months[0], int(match[1]))
    return _latest_such_day(months[0], int(match[1]), today)


def _latest_such_day(month: int, day: int, today: dt.date) -> dt.date:
    # 29 February may lie up to eight years back (1896-1904 had none between).
    for year in range(today.year, today.year - 9, -1):
        try:
            day_written = dt.date(year, month, day)
        except ValueError:
            continue
        if day_written <= today:
            return day_written
    raise ValueError(day)
