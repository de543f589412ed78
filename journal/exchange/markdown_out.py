"""The Diary as Markdown, to be read in any editor: a page for each day that has an entry, the oldest first.

A page begins with the day as its heading, and pages are parted by a rule. Days without an entry have no page: nothing
is said of them. The same entries give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from journal.core.entries import DIARY_KINDS, Entry
from journal.core.kinds import day_of
from journal.exchange.markdown_lines import Lines, escaped
from journal.exchange.names import Names
from journal.texts import Texts


def write_markdown(
    file: BinaryIO,
    entries_of: Callable[[str], Iterable[Entry]],
    names: Names,
    day_start: int,
    made_up: bool = False,
) -> int:
    """Write every day's page; how many entries are on them. All lines are in memory meanwhile."""
    lines, texts = Lines(names), names.texts
    days: dict[dt.date, list[tuple[int, list[str]]]] = defaultdict(list)
    with_night: set[dt.date] = set()
    for kind in DIARY_KINDS:
        for entry in entries_of(kind):
            day = day_of(entry, day_start)
            assert day is not None  # as every kind of the Diary
            days[day].append((_time_of(entry), lines.of(entry)))
            with_night.update({day} if _is_of_the_next_date(entry, day) else ())
    pages = []
    for day in sorted(days):
        heading = f"# {escaped(texts.full_day(day))}\n"
        remark = [texts("Made up for the demonstration.") + "\n"] if made_up else []
        remark += [_remark_on_night(texts, day, day_start) + "\n"] if day in with_night else []
        written = [line for _, entry_lines in sorted(days[day], key=lambda timed: timed[0]) for line in entry_lines]
        pages.append("\n".join([heading, *remark, *written, ""]))
    file.write("\n---\n\n".join(pages).encode())
    return sum(map(len, days.values()))


def _is_of_the_next_date(entry: Any, day: dt.date) -> bool:
    """Whether the clock showed the next date already: a day of the journal ends in the night."""
    at = getattr(entry, "at", None)
    return at is not None and at.local.date() > day


def _remark_on_night(texts: Texts, day: dt.date, day_start: int) -> str:
    begins = texts.time(dt.time(*divmod(day_start, 60)))
    words = "A day ends at {time} here: earlier times on this page are of the night to {day}."
    return escaped(texts(words, time=begins, day=texts.full_day(day + dt.timedelta(days=1))))


def _time_of(entry: Any) -> int:
    """What is of the whole day stands before what has a time."""
    at = getattr(entry, "at", None)
    return -1 if at is None else int(at.utc_ms)
