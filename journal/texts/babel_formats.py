"""How any language writes dates, times and numbers in a region: what Babel knows of it, read once."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cached_property, lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import NumberPattern, format_decimal
from babel.numbers import parse_pattern as parse_number_pattern

from journal.texts.babel_dates import DateTimePattern, match_skeleton, parse_pattern

# English of no region: the day before the month, the clock of 24 hours, 1,234.5.
_PLAIN = {
    "time": "HH:mm", "hour": "HH", "day": "EEEE d MMMM", "full_day": "EEEE d MMMM y", "long_day": "d MMMM y",
    "short_day": "d MMM y", "month_day": "d MMMM", "short_month_day": "d MMM", "short_month_year": "MMM y",
}  # fmt: skip
_WORLD_ENGLISH = "en_001"
_HALF_DAYS = re.compile(r"[abBhK]")  # letters of a pattern that count hours to twelve
_YEAR_AT_THE_END = re.compile(r"[,.\s]*(?:'[^']*'\s*)?y+[^a-zA-Z']*$")


def is_known(region: str) -> bool:
    """Whether Babel knows the region, such as "de_DE"."""
    try:
        _locale(region)
    except (UnknownLocaleError, ValueError):
        return False
    return True


class BabelDates:
    """Dates and times of day in a language, in the order and with the clock of a region ("": of none)."""

    def __init__(self, language: str, region: str) -> None:
        self.words = words_of(language, region)
        self._region = _locale(region) if region else None

    def written(self, name: str, when: dt.date | dt.time) -> str:
        """A date or a time of day in the pattern of that name."""
        return str(self.patterns[name].apply(when, self.words))

    @cached_property
    def patterns(self) -> dict[str, DateTimePattern]:
        """How each of them is written."""
        patterns = _of_region(self.words, self._region) if self._region else _PLAIN
        return {name: parse_pattern(pattern) for name, pattern in patterns.items()}

    @property
    def first_weekday(self) -> int:
        """0 is Monday; Monday too where no region is known."""
        return self._region.first_week_day if self._region else 0

    @cached_property
    def day_before_month(self) -> bool:
        """The order in a date made of numbers only."""
        pattern = self._region.date_formats["short"].pattern if self._region else "dM"
        return pattern.index("d") < pattern.index("M")

    def weekday(self, number: int) -> str:
        """The name of a weekday by itself."""
        return str(self.words.days["stand-alone"]["wide"][number])

    def short_weekday(self, number: int) -> str:
        """Its short name."""
        return str(self.words.days["stand-alone"]["abbreviated"][number])

    def short_month(self, number: int) -> str:
        """The short name of a month by itself; 1 is January."""
        return str(self.words.months["stand-alone"]["abbreviated"][number])


class BabelNumbers:
    """Numbers with the signs of a region, or with those of the language."""

    def __init__(self, language: str, region: str) -> None:
        self.signs = _locale(region) if region else Locale.parse(language)

    def number(self, thousandths: int, places: int | None) -> str:
        """Thousandths without groups, with as many decimals as there are, or ``places``."""
        return str(_decimals(places).apply(Decimal(thousandths).scaleb(-3), self.signs))

    def integer(self, n: int) -> str:
        """A whole number in groups."""
        return format_decimal(n, locale=self.signs)


@lru_cache(maxsize=8)
def words_of(language: str, region: str) -> Locale:
    """The language as it is written in the region, or else in most of the world."""
    territory = _locale(region).territory if region else None
    try:
        return Locale(language, territory)
    except UnknownLocaleError:
        return Locale.parse(_WORLD_ENGLISH if language == "en" else language)


@lru_cache(maxsize=32)
def _locale(region: str) -> Locale:
    return Locale.parse(region)


@lru_cache(maxsize=8)
def _decimals(places: int | None) -> NumberPattern:
    return parse_number_pattern("0.###" if places is None else f"0.{'0' * places}" if places else "0")


def _of_region(words: Locale, region: Locale) -> dict[str, str]:
    hours_12 = bool(_HALF_DAYS.search(region.time_formats["short"].pattern))
    own_clock = words.time_formats["short"].pattern
    clock = own_clock if bool(_HALF_DAYS.search(own_clock)) is hours_12 else "h:mm\u202fa" if hours_12 else "HH:mm"
    full = words.date_formats["full"].pattern
    return {
        "time": clock,
        "hour": "h\u202fa" if hours_12 else "HH",
        "day": _without_year(words, full),
        "full_day": full,
        "long_day": words.date_formats["long"].pattern,
        "short_day": _skeleton(words, "yMMMd"),
        "month_day": _skeleton(words, "MMMMd"),
        "short_month_day": _skeleton(words, "MMMd"),
        "short_month_year": _skeleton(words, "yMMM"),
    }


def _without_year(words: Locale, full: str) -> str:
    shortened = _YEAR_AT_THE_END.sub("", full)
    return shortened if shortened != full else _skeleton(words, "MMMEd")


def _skeleton(words: Locale, skeleton: str) -> str:
    """The language's pattern for these parts of a date, or for the nearest ones it has."""
    known = words.datetime_skeletons
    nearest = skeleton if skeleton in known else match_skeleton(skeleton, known)  # the search takes milliseconds
    assert nearest is not None  # every language has these
    return str(known[nearest].pattern)
