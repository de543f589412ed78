"""English dates and numbers of every region from a shipped table: Babel, which says the same, takes 6 MB to load."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from journal.assets import asset

_Names = dict[str, list[str]]


class EnglishDates:
    """English dates and times of day, in the order and with the clock of one region."""

    def __init__(self, look: dict[str, Any], names: _Names) -> None:
        self.first_weekday: int = look["first_weekday"]
        self.day_before_month: bool = look["day_before_month"]
        self._patterns: dict[str, str] = look["patterns"]
        self._names = names

    def written(self, name: str, when: dt.date | dt.time) -> str:
        """A date or a time of day in the pattern of that name."""
        return self._patterns[name].format_map(_Parts(when, self._names))

    def weekday(self, number: int) -> str:
        """The name of a weekday by itself."""
        return self._names["days"][number]

    def short_weekday(self, number: int) -> str:
        """Its short name."""
        return self._names["short_days"][number]

    def short_month(self, number: int) -> str:
        """The short name of a month by itself; 1 is January."""
        return self._names["short_months"][number - 1]


class EnglishNumbers:
    """Numbers with the signs of one region."""

    def __init__(self, look: dict[str, Any]) -> None:
        self._decimal: str = look["decimal"]
        self._group: str = look["group"]
        self._sizes: list[int] = look["sizes"]  # how many digits stand in the last group, and in each before it

    def number(self, thousandths: int, places: int | None) -> str:
        """Thousandths without groups, with as many decimals as there are, or ``places``."""
        whole, part = divmod(abs(thousandths), 1000)
        decimals = f"{part:03}".rstrip("0") if places is None else f"{part:03}"[:places]
        return f"{_minus(thousandths)}{whole}{self._decimal if decimals else ''}{decimals}"

    def integer(self, n: int) -> str:
        """A whole number in groups."""
        digits, (size, further) = str(abs(n)), self._sizes
        groups: list[str] = []
        while len(digits) > size:
            digits, last = digits[:-size], digits[-size:]
            groups.insert(0, last)
            size = further
        return _minus(n) + self._group.join([digits, *groups])


def _minus(number: int) -> str:
    return "-" if number < 0 else ""


def english_dates(region: str) -> EnglishDates | None:
    """Of a region such as "de_DE", or of none (""); None where the table does not have it."""
    table = _table()
    if region not in table["regions"]:
        return None
    look = table["dates"][table["regions"][region][0]]
    return EnglishDates(look, table["names"][look["names"]])


def english_numbers(region: str) -> EnglishNumbers | None:
    """Of a region, or of none; None where the table does not have it."""
    table = _table()
    return EnglishNumbers(table["numbers"][table["regions"][region][1]]) if region in table["regions"] else None


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    formats: dict[str, Any] = json.loads(asset("regions", "english.json").read_text(encoding="utf-8"))
    return formats


class _Parts(dict[str, str]):
    """The parts of a date or a time as they are asked for, named by the letters that Unicode gives them."""

    def __init__(self, when: dt.date | dt.time, names: _Names) -> None:
        super().__init__()
        self._when, self._names = when, names

    def __missing__(self, letters: str) -> str:
        return _PARTS[letters](self._when, self._names)


_PARTS: dict[str, Callable[[Any, _Names], str]] = {
    "y": lambda day, _: str(day.year),
    "MMMM": lambda day, names: names["months"][day.month - 1],
    "MMM": lambda day, names: names["short_months"][day.month - 1],
    "d": lambda day, _: str(day.day),
    "dd": lambda day, _: f"{day.day:02}",
    "EEEE": lambda day, names: names["days"][day.weekday()],
    "H": lambda time, _: str(time.hour),
    "HH": lambda time, _: f"{time.hour:02}",
    "h": lambda time, _: str(time.hour % 12 or 12),
    "mm": lambda time, _: f"{time.minute:02}",
    "a": lambda time, names: names["halves"][time.hour >= 12],
}
