"""The words of dates and times in a language, as people type them: months, weekdays, halves of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from journal.texts.formats import Formats
from journal.texts.plain_numbers import spaced

_QUOTED = re.compile(r"'([^']+)'")
_ENGLISH_HALVES = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12}


@lru_cache(maxsize=8)
def half_names(formats: Formats) -> dict[str, int]:
    """What morning and afternoon are called, and the hours that each adds."""
    halves = dict(_ENGLISH_HALVES)
    for width in ("wide", "abbreviated"):
        named = formats.words.day_periods["format"].get(width, {})
        halves.update((spaced(str(named[name])), hours) for name, hours in (("am", 0), ("pm", 12)) if name in named)
    return halves


@lru_cache(maxsize=8)
def month_names(formats: Formats) -> dict[str, int]:
    """Months by name, long and short; 1 is January."""
    return {name: n for n, name in _names(formats.words.months)}


@lru_cache(maxsize=8)
def weekday_names(formats: Formats) -> dict[str, int]:
    """Weekdays by name, long and short; 0 is Monday."""
    return {name: n for n, name in _names(formats.words.days)}


def _names(of: object) -> Iterator[tuple[int, str]]:
    """Numbers and names, as they stand alone and in dates, long and short, without the dot of a short one."""
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for n, name in of[context][width].items():  # type: ignore[index]
                yield n, spaced(str(name)).rstrip(".")


@lru_cache(maxsize=8)
def joining_words(formats: Formats) -> frozenset[str]:
    """Words between the parts of a date, as in "22 de noviembre de 2026"."""
    patterns = (formats.words.date_formats[name].pattern for name in ("full", "long"))
    return frozenset(word.strip().casefold() for pattern in patterns for word in _QUOTED.findall(pattern))
