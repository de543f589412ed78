"""What the head of Today calls a day, the longest name first."""

from __future__ import annotations

import datetime as dt

from journal.core.moments import moment_now
from journal.ui.kit.bridge import Bridge


def names_of_day(bridge: Bridge, day: dt.date) -> tuple[str, ...]:
    """The names of a day, today's and yesterday's with that word."""
    texts, today = bridge.texts, bridge.logbook.today()
    named = texts.day(day) if day.year == today.year else texts.full_day(day)
    if day == today:
        return (*_until(bridge, day), texts("Today, {day}", day=named), named, texts("Today"))
    if (today - day).days == 1:
        return texts("Yesterday, {day}", day=named), named, texts("Yesterday")
    return named, texts.short_day(day)


def _until(bridge: Bridge, day: dt.date) -> tuple[str, ...]:
    """At one in the night Today is the calendar's yesterday: "Today, Saturday, until 04:00" says why."""
    if moment_now(bridge.clock).local.date() == day:
        return ()
    texts, weekday = bridge.texts, bridge.texts.weekday(day)
    ends = texts.time_of_day(bridge.logbook.preferences.day_start)
    return (
        texts("Today, {day}, until {time}", day=weekday, time=ends),
        texts("{day}, until {time}", day=weekday, time=ends),
    )
