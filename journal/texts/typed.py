"""Reads typed amounts, days and times as this language and region write them: whatever is shown can be typed again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from journal.core import words_of_amounts
from journal.core.amounts import Amount, Basis
from journal.core.moments import Clock, Moment, moment_now
from journal.core.refusal import Refused
from journal.core.rough_days import RoughDay, rough_day
from journal.core.typed_amounts import OwnUnit, parse_amount
from journal.core.typed_clock import read_clock
from journal.core.typed_day_parts import OneOfSeveral
from journal.core.typed_numbers import parse_number
from journal.core.typed_times import ENGLISH_MONTHS, ENGLISH_WEEKDAYS, latest_such_day, parse_day, parse_moment
from journal.texts.date_words import half_names, joining_words, month_names, weekday_names
from journal.texts.formats import Formats
from journal.texts.language import Texts
from journal.texts.no_such_day import no_such_day
from journal.texts.plain_numbers import spaced, with_plain_numbers

_HIGHEST_SHORT_YEAR = 999
_TIME_AT_THE_END = re.compile(
    r"(.*?)[\s,]*((?<![\d.])(?:\d{1,2}[:.]\d{2}|(?<![/-])\d{4})(?: (?:first|second))?)", re.ASCII
)
_NUMERIC_DAY = re.compile(r"(\d{4}|\d{1,2})[./-] ?(\d{1,2})(?:[./-] ?|\. | )(\d{4}|\d{1,2})", re.ASCII)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[./] ?(\d{1,2})", re.ASCII)
_DOTTED_DAY = re.compile(r"\d{1,2}\. ?\d{1,2}\.?", re.ASCII)
_NO_LENGTH_OF_A_DAY = 3  # digits: neither those of a day nor those of a year
_LEAP_YEAR = 2000  # has every day that any year has
_BEFORE_A_YEAR = re.compile(r"(?:since|from|in|until)\s+")
_YEAR_AND_MONTH = re.compile(r"((?:19|20)\d{2})(?:[-/.](\d{1,2}))?", re.ASCII)
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-/.]((?:19|20)\d{2})", re.ASCII)
_YEARS = range(1900, 2100)  # behind a day; "2130" is a time there
_NUMBER_OR_WORD = re.compile(r"\d+|[^\W\d_]+")
_HOURS_BEHIND = re.compile(r"\s*(?:h|hrs?|hours?)\.?$")
_HOURS_AND_MINUTES = re.compile(r"(\d{1,3})\s*(?::|h|hrs?|hours?)\s*([0-5]?\d)\s*(?:m|mins?|minutes?)?")
_HOURS_AND_PART = re.compile(r"(?P<hours>\d{1,3})?\s*(?P<part>1/2|1/4|3/4|½|¼|¾)")
_PARTS = {"1/4": 250, "¼": 250, "1/2": 500, "½": 500, "3/4": 750, "¾": 750}


def read_amount(
    text: str, units: Sequence[OwnUnit] = (), default_unit: str = "g", basis: Basis = Basis.UNKNOWN
) -> Amount:
    """What ``parse_amount`` understands, in any script's digits and with the spaces that numbers are grouped with.

    The amount keeps the text in the digits that every reader of an exported file knows.
    """
    return parse_amount(with_plain_numbers(text), units, default_unit, basis)


def read_pieces(text: str, basis: Basis) -> Amount:
    """What ``words_of_amounts.read_pieces`` understands, in any script's digits."""
    return words_of_amounts.read_pieces(with_plain_numbers(text), basis)


def read_size(text: str) -> Amount:
    """What one piece holds, in g, mg, ml or l; a guess is refused, because every dose would be counted with it."""
    size = read_amount(text)
    if size.basis is Basis.GUESSED:
        raise Refused("amount-guessed", text=text.strip()[:40])
    return size


def read_number(text: str) -> int:
    """The number in thousandths that ``parse_number`` understands, in any script's digits."""
    return parse_number(with_plain_numbers(text))


def read_hours(text: str) -> int:
    """A length of time in thousandths of an hour: a number, "7 h", "7:30", "7h30", "7 1/2", "7½ hours"."""
    plain = with_plain_numbers(text).strip().casefold()
    if (parts := _HOURS_AND_MINUTES.fullmatch(plain)) is not None:
        hours, minutes = (int(part) for part in parts.groups())
        return round((hours + minutes / 60) * 1000)
    bare = _HOURS_BEHIND.sub("", plain)
    if (parts := _HOURS_AND_PART.fullmatch(bare)) is not None:
        return int(parts["hours"] or 0) * 1000 + _PARTS[parts["part"]]
    return parse_number(bare)


def read_moment(texts: Texts, text: str, clock: Clock, place: Moment | None = None) -> Moment:
    """What ``parse_moment`` understands, and every date and time as they are shown: "Nov 22, 2026 3:24 PM".

    A refusal names what was typed as it was typed.
    """
    try:
        today = moment_now(clock).local.date()
        return parse_moment(_in_plain_words(texts.formats, text, today), clock, place)
    except Refused as reason:
        if "text" not in reason.values:
            raise
        typed = text.strip()[:40]
        if isinstance(reason, OneOfSeveral):
            raise OneOfSeveral(typed, str(reason.values["example"]), reason.times) from reason
        raise no_such_day(texts, typed) or Refused(reason.code, **{**reason.values, "text": typed}) from reason


def is_time_alone(texts: Texts, text: str) -> bool:
    """Whether a time of day is typed without its day: "21:30", "9:30 pm"."""
    return read_clock(_with_24_hours(texts.formats, spaced(text))) is not None


def read_day(texts: Texts, text: str, today: dt.date | None = None, may_be_ahead: bool = False) -> dt.date:
    """A day with its year, as 2026-11-22 or as it is shown; with ``today`` also "yesterday", "last Monday", "Nov 20".

    ``may_be_ahead``: a day without its year can then be of several. Raises Refused: "day-two-ways" for 11/12/2026
    where the order of day and month is not known, "day-not-said" for 2019, "day-not-iso" for what is no day.
    """
    words, typed = spaced(text), text.strip()[:40]
    day = _numeric_day(texts.formats, words, typed)
    if day is not None:
        return day
    if _month_or_year(texts.formats, words):
        raise Refused("day-not-said", text=typed)
    plain = _dotted_day(texts, words, typed, today) or _plain_day(texts.formats, words.removeprefix("last ")) or words
    try:
        return dt.date.fromisoformat(plain)
    except ValueError:
        pass
    try:
        return _without_year(plain, typed, today, may_be_ahead)
    except Refused as reason:
        raise no_such_day(texts, typed) or reason from None


def read_rough_day(
    texts: Texts, text: str, today: dt.date | None = None, may_be_ahead: bool = False, ends: bool = False
) -> dt.date:
    """What ``read_day`` understands, and a year or a month of one: 2019, March 2019, 3/2019, 2019-03, "in 2019".

    ``ends``: something ended in it.
    """
    return _month_or_year(texts.formats, spaced(text), ends) or read_day(texts, text, today, may_be_ahead)


def _month_or_year(formats: Formats, words: str, ends: bool = False) -> RoughDay | None:
    words = _BEFORE_A_YEAR.sub("", words).rstrip(".")
    if match := _YEAR_AND_MONTH.fullmatch(words):
        return rough_day(int(match[1]), int(match[2]) if match[2] else None, ends)
    if match := _MONTH_AND_YEAR.fullmatch(words):
        return rough_day(int(match[2]), int(match[1]), ends)
    months = {**dict(zip(ENGLISH_MONTHS, range(1, 13), strict=True)), **month_names(formats)}
    parts = [part for part in _NUMBER_OR_WORD.findall(words) if part not in joining_words(formats)]
    named, years = [months[part] for part in parts if part in months], [int(part) for part in parts if part.isdecimal()]
    if len(parts) == 2 and len(named) == len(years) == 1 and years[0] in _YEARS:
        return rough_day(years[0], named[0], ends)
    return None


def _numeric_day(formats: Formats, words: str, typed: str) -> dt.date | None:
    """Of day and month in numbers the region's order; without a region the only one that there is."""
    match = _NUMERIC_DAY.fullmatch(words.rstrip("."))
    if match is None:
        return None
    first, second, third = map(int, match.groups())
    if first > _HIGHEST_SHORT_YEAR or third <= _HIGHEST_SHORT_YEAR:
        return None
    by_day, by_month = _date(third, second, first), _date(third, first, second)
    both = (by_day, by_month) if formats.of_dates.day_before_month else (by_month, by_day)
    meant = both[0] or both[1]
    if by_day and by_month and by_day != by_month and not formats.dates:
        raise Refused("day-two-ways", text=typed[:40], first=by_month, second=by_day)
    return meant


def _dotted_day(texts: Texts, words: str, typed: str, today: dt.date | None) -> str:
    """ "24 december" of 24.12.; "" for what is no such day, and for 3/19, which may be a month and its year."""
    if today is None or not _DOTTED_DAY.fullmatch(words) or _is_of_no_year(words):
        return ""
    day = _day_in_numbers(texts.formats, words, typed, today)
    return day if day.endswith(ENGLISH_MONTHS) else ""


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _without_year(plain: str, typed: str, today: dt.date | None, may_be_ahead: bool) -> dt.date:
    unreadable = Refused("time-no-such-day" if _is_of_no_year(plain) else "day-not-iso", text=typed)
    if today is None:
        raise unreadable
    if may_be_ahead and plain == "tomorrow":
        return today + dt.timedelta(days=1)
    try:
        day = parse_day(plain, today)
    except Refused as reason:
        raise (unreadable if reason.code == "time-unreadable" else Refused(reason.code, text=typed)) from None
    if may_be_ahead and plain.endswith(ENGLISH_MONTHS):
        raise Refused("day-without-year", text=typed)
    return day


def _is_of_no_year(plain: str) -> bool:
    """Whether a day and a month in numbers, in either order, are in no calendar: 31.2."""
    match = _DAY_AND_MONTH.fullmatch(plain.rstrip("."))
    if match is None:
        return False
    first, second = map(int, match.groups())
    return _date(_LEAP_YEAR, first, second) is None and _date(_LEAP_YEAR, second, first) is None


# --- days and times, put into the words that core reads ---


def _in_plain_words(formats: Formats, text: str, today: dt.date) -> str:
    """The text itself where nothing in it is particular to the language or region."""
    if not text.strip():
        return text  # now: the language's names, which take tens of milliseconds to load, are not read for that
    words = _with_24_hours(formats, spaced(text))
    at_the_end = _TIME_AT_THE_END.fullmatch(words)
    typed = text.strip()
    if at_the_end and at_the_end[2].isdecimal() and _shown_day(formats, words, typed, today):
        at_the_end = None  # "20 Nov 2026" ends in its year
    day_words, time = at_the_end.groups() if at_the_end else (words, "")
    day = _shown_day(formats, day_words, typed, today)
    return f"{day or day_words} {time}".strip() if at_the_end or day else text


def _shown_day(formats: Formats, words: str, typed: str, today: dt.date) -> str:
    return _day_in_numbers(formats, words, typed, today) or _plain_day(formats, words)


def _day_in_numbers(formats: Formats, words: str, typed: str, today: dt.date) -> str:
    """ "2026-11-20" of 11/20/26, "20 november" of 20.11.; "" for what is no such day.

    In the region's order, else in the only one in which it is a day.
    """
    match = _NUMERIC_DAY.fullmatch(words.rstrip(".")) or _DAY_AND_MONTH.fullmatch(words.rstrip("."))
    if match is None:
        return ""
    first, second, *years = match.groups()
    year = int(years[0]) + 2000 * (len(years[0]) == 2) if years else None
    if len(first) > 2 or (year is not None and year not in _YEARS):
        return ""
    by_day, by_month = (_placed(int(day), int(month), year, today) for day, month in ((first, second), (second, first)))
    day_first = formats.of_dates.day_before_month
    meant = (by_day or by_month) if day_first else (by_month or by_day)
    if by_day and by_month and by_day != by_month and not formats.dates:
        raise Refused("day-two-ways", text=typed[:40], first=by_month, second=by_day)
    if meant is None:
        day, month = (first, second) if day_first else (second, first)
        return f"{year or today.year:04}-{int(month):02}-{int(day):02}"  # which is then said to be none
    return meant.isoformat() if year else f"{meant.day} {ENGLISH_MONTHS[meant.month - 1]}"


def _placed(day: int, month: int, year: int | None, today: dt.date) -> dt.date | None:
    try:
        return latest_such_day(month, day, today) if year is None else dt.date(year, month, day)
    except ValueError:
        return None


def _with_24_hours(formats: Formats, words: str) -> str:
    halves = half_names(formats)
    names = "|".join(map(re.escape, sorted(halves, key=len, reverse=True)))
    behind = rf"(?<![\d:.])(?P<hour>[0-9]{{1,2}})(?:[:.]?(?P<minute>[0-9]{{2}}))? ?(?P<half>{names})(?!\w)"

    def clock(match: re.Match[str]) -> str:
        hour = int(match["hour"])
        return f"{hour % 12 + halves[match['half']]}:{match['minute'] or '00'}" if 1 <= hour <= 12 else match.group()

    return re.sub(behind, clock, words, count=1)


def _plain_day(formats: Formats, words: str) -> str:
    """ "2026-11-22", "22 november" or "sunday"; "" for what is no day as it is shown."""
    numeric = _NUMERIC_DAY.fullmatch(words.rstrip("."))
    if numeric:
        return _from_numbers(formats, [int(part) for part in numeric.groups()])
    months, weekdays = month_names(formats), weekday_names(formats)
    parts = [part for part in _NUMBER_OR_WORD.findall(words) if part not in joining_words(formats)]
    named = [months[part] for part in parts if part in months]
    numbers = [int(part) for part in parts if part.isdecimal()]
    on = [weekdays[part] for part in parts if part in weekdays and part not in months]
    too_long = any(len(part) == _NO_LENGTH_OF_A_DAY for part in parts if part.isdecimal())  # 019 is a slip
    if len(named) + len(numbers) + len(on) < len(parts) or len(on) > 1 or too_long:
        return ""
    days, years = [n for n in numbers if n <= 31], [n for n in numbers if n in _YEARS]
    if len(named) == len(days) == 1 and len(days) + len(years) == len(numbers) and len(years) <= 1:
        return _dated(years, named[0], days[0])
    return ENGLISH_WEEKDAYS[on[0]] if on and len(parts) == 1 else ""


def _dated(years: list[int], month: int, day: int) -> str:
    return f"{years[0]:04}-{month:02}-{day:02}" if years else f"{day} {ENGLISH_MONTHS[month - 1]}"


def _from_numbers(formats: Formats, numbers: list[int]) -> str:
    """A day in numbers: year first, or last in the order of the region; "" where the order is not known."""
    if numbers[0] > 999:
        year, month, day = numbers
    elif formats.dates and numbers[2] in _YEARS:
        first, second, year = numbers
        day, month = (first, second) if formats.of_dates.day_before_month else (second, first)
    else:
        return ""
    return f"{year:04}-{month:02}-{day:02}"
