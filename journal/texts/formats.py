"""How a language writes dates, times and numbers in a region, said before or not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Protocol

from journal.texts.chosen_formats import AS_THE_SYSTEM, CLOCKS, DECIMALS, ORDERS, WEEKS, Chosen
from journal.texts.english_formats import english_dates, english_numbers

if TYPE_CHECKING:
    from babel import Locale


class Dates(Protocol):
    """Dates and times of day in a language and a region."""

    @property
    def first_weekday(self) -> int:
        """0 is Monday; Monday too where no region is known."""

    @property
    def day_before_month(self) -> bool:
        """The order in a date made of numbers only."""

    def written(self, name: str, when: dt.date | dt.time) -> str:
        """A date or a time of day in the pattern of that name."""

    def weekday(self, number: int) -> str:
        """The name of a weekday by itself."""

    def short_weekday(self, number: int) -> str:
        """Its short name."""

    def short_month(self, number: int) -> str:
        """The short name of a month by itself; 1 is January."""


class Numbers(Protocol):
    """Numbers with the signs of a region."""

    def number(self, thousandths: int, places: int | None) -> str:
        """Thousandths without groups, with as many decimals as there are, or ``places``."""

    def integer(self, n: int) -> str:
        """A whole number in groups."""


@lru_cache(maxsize=16)
def formats_of(language: str, dates: str, numbers: str, chosen: Chosen = AS_THE_SYSTEM) -> Formats:
    """The formats of a language with the dates of one region and the numbers of another; one not known is none ("").

    What a person ``chosen`` by themselves goes before the regions.
    """
    system, signs = (region if _is_known(region) else "" for region in (dates, numbers))
    return Formats(
        language,
        ORDERS.get(chosen.order, system),
        DECIMALS.get(chosen.decimal, signs),
        CLOCKS.get(chosen.clock, system),
        WEEKS.get(chosen.week),
        system,
    )


def _is_known(region: str) -> bool:
    if english_dates(region) is not None:
        return True
    from journal.texts import babel_formats

    return babel_formats.is_known(region)


@dataclass(frozen=True)
class Formats:
    """Words are those of the language; the order of a date, the clock and the signs of a number are the region's.

    English comes from a table, any other language from Babel. ``times``: the region whose clock is used; ``week``: the
    day that a week begins with, None: that of the region ``system``.
    """

    language: str
    dates: str
    numbers: str
    times: str
    week: int | None
    system: str

    def written(self, name: str, when: dt.date | dt.time) -> str:
        """A date or a time of day in the pattern of that name, such as "short_day"."""
        return _written(self, name, when.replace(second=0, microsecond=0) if isinstance(when, dt.time) else when)

    def number(self, thousandths: int, places: int | None) -> str:
        """Thousandths without groups, with as many decimals as there are, or ``places``."""
        return _decimal(self, thousandths, places)

    def integer(self, n: int) -> str:
        """A whole number in groups."""
        return _integer(self, n)

    @property
    def first_weekday(self) -> int:
        """The day that a week begins with; 0 is Monday."""
        return self.week if self.week is not None else self._dates_of(self.system).first_weekday

    @cached_property
    def of_dates(self) -> Dates:
        """How dates are written."""
        return self._dates_of(self.dates)

    @cached_property
    def of_times(self) -> Dates:
        """How times of day are written."""
        return self.of_dates if self.times == self.dates else self._dates_of(self.times)

    def _dates_of(self, region: str) -> Dates:
        if self.language == "en" and (shipped := english_dates(region)):
            return shipped
        from journal.texts.babel_formats import BabelDates

        return BabelDates(self.language, region)

    @cached_property
    def of_numbers(self) -> Numbers:
        """How numbers are written."""
        if self.language == "en" and (shipped := english_numbers(self.numbers)):
            return shipped
        from journal.texts.babel_formats import BabelNumbers

        return BabelNumbers(self.language, self.numbers)

    @cached_property
    def words(self) -> Locale:
        """The names of months and days as a person may type them: from Babel, whatever the language."""
        from journal.texts.babel_formats import words_of

        return words_of(self.language, self.dates)


# A page of the Diary says a hundred dates, times and numbers, most of them again and again.


@lru_cache(maxsize=4096)
def _written(formats: Formats, name: str, when: dt.date | dt.time) -> str:
    by_clock = name in ("time", "hour")
    return (formats.of_times if by_clock else formats.of_dates).written(name, when)


@lru_cache(maxsize=4096)
def _decimal(formats: Formats, thousandths: int, places: int | None) -> str:
    return formats.of_numbers.number(thousandths, places)


@lru_cache(maxsize=4096)
def _integer(formats: Formats, n: int) -> str:
    return formats.of_numbers.integer(n)
