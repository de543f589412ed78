"""The reading of typed times, in English words: now, 15 min ago, 8:10, yesterday 21:30."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from journal.core.moments import (
    FUTURE_TOLERANCE_MS,
    HOUR_MS,
    MINUTE_MS,
    Clock,
    Moment,
    by_offset,
    from_local,
    here,
    instant_of,
    moment_at,
    moment_now,
    shown,
    zone_of,
)
from journal.core.refusal import Refused
from journal.core.typed_clock import read_clock
from journal.core.typed_day_parts import DayPart, OneOfSeveral, day_part

_AGO = re.compile(r"[-−–]\s*(?:(\d{1,3})\s*(?:h|hours?|hrs?))?\s*(?:(\d{1,4})\s*(?:m|min|mins|minutes?))?", re.ASCII)
_HOURS, _MINUTES = r"(?:h|hours?|hrs?)", r"(?:m|min|mins|minutes?)"
_AGO_IN_WORDS = re.compile(
    rf"(?:(\d{{1,3}}|an?|one)\s*{_HOURS})?(?:\s*(?:and\s+)?(\d{{1,4}}|a|one)\s*{_MINUTES})?\s+ago", re.ASCII
)
_HALVES_AGO = {
    "half an hour ago": 30, "half hour ago": 30, "a half hour ago": 30, "1/2 h ago": 30, "½ h ago": 30,
    "an hour and a half ago": 90, "one and a half hours ago": 90, "1.5 h ago": 90, "1,5 h ago": 90,
    "1.5 hours ago": 90, "1½ h ago": 90, "1½ hours ago": 90, "quarter of an hour ago": 15,
    "a quarter of an hour ago": 15,
}  # fmt: skip
_ABOUT = re.compile(r"(?<!\S)(?:(?:about|around|circa|ca\.?|approximately)\s+|[~≈]\s*)(?=\S)")  # times have no spread
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_WORD_DAY = re.compile(r"(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:\s+((?:19|20)\d{2}))?", re.ASCII)
ENGLISH_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
_DAYS_AGO = re.compile(r"(\d{1,3}|a|one|two|three)\s+(day|week)s?\s+ago", re.ASCII)
_FEW = {"a": 1, "one": 1, "two": 2, "three": 3}
_FOLDS = {"first": 0, "second": 1}


def parse_moment(text: str, clock: Clock, place: Moment | None = None) -> Moment:
    """The moment a person means.

    Understands ``now``, ``15 min ago``, ``half an hour ago``, ``-1 h 30 min``, ``8:10`` and ``0810`` (the latest past
    one), ``yesterday 21:30``, ``2 days ago 21:30``, ``fri 21:30``, ``2026-11-20 21:30``, ``20 Nov 21:30``, each
    with ``first`` or ``second`` behind it where the clock showed the time twice. Up to five minutes of future are
    tolerated. Raises Refused or AmbiguousTime.

    "About" before a time is read over: what was understood is shown beside it.

    ``place`` is a moment in another zone: times of day and days are then read on its clock, so that correcting 21:30 in
    New York to 21:40 moves it by ten minutes. ``now`` and ``-15 min`` are always said here.
    """
    words = _ABOUT.sub("", " ".join(text.casefold().split()))
    now = moment_now(clock)
    if words in ("", "now"):
        return now
    ago = _AGO.fullmatch(words)
    if ago and any(ago.groups()):
        return _ago(ago, now, clock)
    minutes = _minutes_ago(words)
    if minutes is not None:
        return here(clock, now.utc_ms - minutes * MINUTE_MS)
    words, fold = _split_fold(words)
    unnamed = clock.rules() if place is None else None
    if unnamed is None:
        at = place or now
        meant = _meant(words, text, _There(_rules_at(at), at.zone, now.utc_ms), fold)
    else:
        meant = by_offset(_meant(words, text, _There(unnamed, "", now.utc_ms), fold))
    if meant.utc_ms > now.utc_ms + FUTURE_TOLERANCE_MS:
        raise Refused("time-in-future", time=meant.as_typed())
    return meant


def parse_day(text: str, today: dt.date) -> dt.date:
    """The day a person means: ``yesterday``, ``2 days ago``, ``last Monday``, ``20 Nov`` (the latest).

    Raises Refused.
    """
    return _day(" ".join(text.casefold().split()), text, today)


def _ago(match: re.Match[str], now: Moment, clock: Clock) -> Moment:
    hours, minutes = (int(part or 0) for part in match.groups())
    return here(clock, now.utc_ms - hours * HOUR_MS - minutes * MINUTE_MS)


def _minutes_ago(words: str) -> int | None:
    """ "2 h ago", "an hour and 5 minutes ago", "half an hour ago" in minutes; None for anything else."""
    if words in _HALVES_AGO:
        return _HALVES_AGO[words]
    match = _AGO_IN_WORDS.fullmatch(words)
    if match is None or not any(match.groups()):
        return None
    hours, minutes = (0 if part is None else int(part) if part.isdecimal() else 1 for part in match.groups())
    return hours * 60 + minutes


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
        return shown(self.utc_ms, self.rules, self.zone).local

    def at(self, local: dt.datetime, fold: int | None) -> Moment:
        """The instant at which the clock showed this; asks only if it showed it twice already."""
        if fold is None and not self.has_come(local, 1):
            fold = 0
        return from_local(local, self.rules, self.zone, fold)

    def has_come(self, local: dt.datetime, fold: int) -> bool:
        """Whether the first or the second time that the clock shows this is past, or nearly."""
        # Instants are compared: in the repeated hour a later time on the clock can be an earlier one.
        return instant_of(local, self.rules, self.zone, fold).utc_ms <= self.utc_ms + FUTURE_TOLERANCE_MS


def _rules_at(moment: Moment) -> dt.tzinfo:
    """The rules of its zone; its own offset where the zone is not known here or says another one for that moment."""
    own = dt.timezone(dt.timedelta(seconds=moment.offset_s))
    try:
        return zone_of(moment.zone) if moment_at(moment.utc_ms, moment.zone) == moment else own
    except Refused:
        return own


def _meant(words: str, typed: str, there: _There, fold: int | None) -> Moment:
    if part := day_part(words):
        return _in_part(part, typed, there, fold)
    day_words, time_of_day = _split_time(words, typed, there.local.date())
    if day_words:
        return there.at(dt.datetime.combine(_day(day_words, typed, there.local.date()), time_of_day), fold)
    return _latest_past(time_of_day, there, fold)


def _in_part(part: DayPart, typed: str, there: _There, fold: int | None) -> Moment:
    """The typed time in a part of a day; OneOfSeveral where none is typed."""
    today, hour = there.local.date(), there.local.hour
    days = [_day(part.day, typed, today)] if part.day else part.begins_on(today, hour)
    for day in days:
        past = [local for local in part.local_times(day) if there.has_come(local, 0)]
        if past and part.clock is not None:
            return there.at(past[0], fold)
        if past:
            times = tuple(there.at(local, 0) for local in past)
            raise OneOfSeveral(typed.strip()[:40], part.example(times, today), times)
    if still_to_come := part.local_times(days[0]):
        raise Refused("time-in-future", time=there.at(still_to_come[0], 0).as_typed())
    raise Refused("time-unreadable", text=typed[:40].strip())


def _latest_past(time_of_day: dt.time, there: _There, fold: int | None) -> Moment:
    now = there.local
    today = dt.datetime.combine(now.date(), time_of_day)
    # What the spring change left out was no instant: it is behind us once the clock shows a later time.
    if today > now and not there.has_come(today, 0):
        today -= dt.timedelta(days=1)
    return there.at(today, fold)


_END_OF_DAY = "24[:.]?00(:00)?"


def _split_time(words: str, typed: str, today: dt.date) -> tuple[str, dt.time]:
    head, _, tail = words.replace("t", " ").rpartition(" ") if _ISO_DAY.match(words) else words.rpartition(" ")
    time_of_day = read_clock(tail)
    if re.fullmatch(_END_OF_DAY, tail):
        raise Refused("time-end-of-day", text=tail)
    # "20 Nov 2026" ends in its year, not in 20:26.
    if time_of_day is None or (tail.isdecimal() and _is_a_day(words, typed, today)):
        raise Refused("time-missing" if _is_a_day(words, typed, today) else "time-unreadable", text=typed[:40].strip())
    return head.strip(" ,"), time_of_day


def _is_a_day(words: str, typed: str, today: dt.date) -> bool:
    try:
        _day(words, typed, today)
    except Refused as refused:
        if refused.code == "time-unreadable":
            return False
        raise
    return True


def _day(words: str, typed: str, today: dt.date) -> dt.date:
    if words in ("today", "yesterday"):
        return today - dt.timedelta(days=words == "yesterday")
    if ago := _DAYS_AGO.fullmatch(words):
        count = _FEW[ago[1]] if ago[1] in _FEW else int(ago[1])
        return today - dt.timedelta(days=count * (7 if ago[2] == "week" else 1))
    weekday = words.removeprefix("last ")
    if len(weekday) >= 3 and (matches := [n for n, name in enumerate(ENGLISH_WEEKDAYS) if name.startswith(weekday)]):
        return today - dt.timedelta(days=(today.weekday() - matches[0]) % 7 or 7)
    day = _dated(words, typed, today)
    if day is None:
        raise Refused("time-unreadable", text=typed[:40])
    return day


def _dated(words: str, typed: str, today: dt.date) -> dt.date | None:
    """The date in these words; None: they are none. Refused("time-no-such-day") for one that no calendar has."""
    iso, match = _ISO_DAY.fullmatch(words), _WORD_DAY.fullmatch(words)
    months = [n for n, name in enumerate(ENGLISH_MONTHS, 1) if match and name.startswith(match[2])]
    try:
        if iso:
            return dt.date(int(iso[1]), int(iso[2]), int(iso[3]))
        if match is None or len(months) != 1:
            return None
        if match[3]:
            return dt.date(int(match[3]), months[0], int(match[1]))
        return latest_such_day(months[0], int(match[1]), today)
    except ValueError as problem:
        raise Refused("time-no-such-day", text=typed[:40]) from problem


def latest_such_day(month: int, day: int, today: dt.date) -> dt.date:
    """The latest day of that name up to today; ValueError for one that no calendar has."""
    # 29 February may lie up to eight years back (1896-1904 had none between).
    for year in range(today.year, today.year - 9, -1):
        try:
            day_written = dt.date(year, month, day)
        except ValueError:
            continue
        if day_written <= today:
            return day_written
    raise ValueError(day)
