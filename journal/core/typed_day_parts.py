"""Parts of a day in typed times: "yesterday evening" is hours long; "last night 23:30" is one time in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from journal.core.moments import Moment
from journal.core.refusal import Refused
from journal.core.typed_clock import read_clock

_HOURS_OF_A_DAY = 24
_DAYS = {0: "today", 1: "yesterday"}


class _Part(NamedTuple):
    """Hours from the beginning of its day, more than 24 on the next: those to choose from, and all that it can mean."""

    offered: range
    lasts: range
    usual: dt.time  # is the example


_NOON = _Part(range(11, 14), range(11, 14), dt.time(12))
_NIGHT = _Part(range(22, 28), range(19, 30), dt.time(22))
_PARTS = {
    "morning": _Part(range(6, 12), range(4, 12), dt.time(8)),
    "noon": _NOON,
    "midday": _NOON,
    "afternoon": _Part(range(13, 18), range(12, 18), dt.time(15)),
    "evening": _Part(range(18, 23), range(17, 24), dt.time(19)),
    "night": _NIGHT,
    "tonight": _NIGHT,
    "midnight": _Part(range(23, 26), range(23, 26), dt.time(23)),
}
_ALSO = r"(?:\b(?:in the|at|early|late)\s+)*"
_TYPED = re.compile(
    rf"(?P<day>.*?)\s*{_ALSO}(?:\b(?P<which>this|last)\s+)?{_ALSO}\b(?P<part>{'|'.join(_PARTS)})"
    r"(?:[\s,]+(?:at\s+)?(?P<clock>\d[\d:.]*(?:\s?[ap]\.?m\.?)?))?"
)


class OneOfSeveral(Refused):
    """Which of these times is meant is for the person to say; none is made up."""

    def __init__(self, text: str, example: str, times: tuple[Moment, ...]) -> None:
        super().__init__("time-of-many", text=text, example=example)
        self.times = times


class DayPart(NamedTuple):
    """A part of a day as it was typed. ``day``: the words that name the day, if any."""

    day: str
    which: str
    name: str
    clock: dt.time | None

    def example(self, times: Sequence[Moment], today: dt.date) -> str:
        """One of these times as it can be typed: the usual one, or the last that has come."""
        usual = _PARTS[self.name].usual
        at = next((moment for moment in times if moment.local.time() == usual), times[-1])
        day = _DAYS.get((today - at.local.date()).days, f"{at.local:%Y-%m-%d}")
        return f"{day} {at.local.hour}:{at.local:%M}"

    def begins_on(self, today: dt.date, hour: int) -> list[dt.date]:
        """Without words for the day: the days on which it can have begun, the likelier first."""
        yesterday = today - dt.timedelta(days=1)
        if self.which == "last":
            return [yesterday]
        before_dawn = _PARTS[self.name].lasts.stop - _HOURS_OF_A_DAY > hour
        said_of_today = self.which == "this" or self.name == "tonight"
        return [today] if said_of_today and not before_dawn else [today, yesterday]

    def local_times(self, day: dt.date) -> list[dt.datetime]:
        """What it can mean if it began on that day: the typed time in it, or a few to choose from."""
        part, midnight = _PARTS[self.name], dt.datetime.combine(day, dt.time())
        if self.clock is None:
            return [midnight + dt.timedelta(hours=hour) for hour in part.offered]
        after = dt.timedelta(hours=self.clock.hour, minutes=self.clock.minute)
        halves = (after + dt.timedelta(hours=hours) for hours in (0, 12, 24))
        return [midnight + half for half in halves if half // dt.timedelta(hours=1) in part.lasts][:1]


def day_part(words: str) -> DayPart | None:
    """The part of a day in these words; None where there is none, or more than that."""
    match = _TYPED.fullmatch(words)
    if match is None:
        return None
    clock = read_clock(match["clock"]) if match["clock"] else None
    if match["clock"] and clock is None:
        return None
    return DayPart(match["day"].strip(" ,"), match["which"] or "", match["part"], clock)
