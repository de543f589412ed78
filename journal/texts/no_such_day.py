"""Why a typed day is in no calendar: its month has fewer days."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from journal.core.refusal import Refused
from journal.texts.date_words import month_names
from journal.texts.language import Texts
from journal.texts.plain_numbers import spaced

_LEAP_YEAR = 2000  # has every day that any year has
_MOST_DAYS = 31
_TIME = re.compile(r"[\st,]+\d{1,2}[:.]\d{2}.*$", re.ASCII)
_IN_NUMBERS = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})(?:[./-] ?(\d{4}))?\.?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", re.ASCII)
_PARTS = re.compile(r"\d+|[^\W\d_]+")


def no_such_day(texts: Texts, typed: str) -> Refused | None:
    """The refusal that says how many days the month has; None where the day is not missing for that reason."""
    for day, month, year in _meant(texts, _TIME.sub("", spaced(typed))):
        last = calendar.monthrange(year or _LEAP_YEAR, month)[1] if 1 <= month <= 12 else _MOST_DAYS
        if last < day <= _MOST_DAYS:
            named = dt.date(year or _LEAP_YEAR, month, 1)
            if year is None:
                return Refused("time-no-such-day-ever", text=typed, month=texts.short_month(named), last=last)
            return Refused("time-no-such-day-then", text=typed, month=texts.month_and_year(named), last=last)
    return None


def _meant(texts: Texts, words: str) -> Iterator[tuple[int, int, int | None]]:
    """Day, month and year, if one is said; first in the order of the region."""
    if match := _YEAR_FIRST.fullmatch(words):
        yield int(match[3]), int(match[2]), int(match[1])
    elif match := _IN_NUMBERS.fullmatch(words):
        first, second, year = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
        both = [(first, second, year), (second, first, year)]
        yield from both if texts.formats.of_dates.day_before_month else reversed(both)
    else:
        months, parts = month_names(texts.formats), _PARTS.findall(words)
        named = [months[part] for part in parts if part in months]
        days = [int(part) for part in parts if part.isdecimal() and len(part) <= 2]
        years = [int(part) for part in parts if part.isdecimal() and len(part) == 4]
        if len(named) == len(days) == 1 and len(named) + len(days) + len(years) == len(parts) and len(years) <= 1:
            yield days[0], named[0], years[0] if years and years[0] else None
