"""Days of which only the month or the year is known: kept so, and never turned into a day that nobody said."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Self, SupportsIndex

# No calendar has so many days: a stored number is either of a day, or of a month or year.
_STORED_FROM, _STORED_ENDS_FROM = 10_000_000, 20_000_000
_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")


class RoughDay(dt.date):
    """A year, or a month of one. It is compared by its first day, equals no day, and is written as 2019 or 2019-03.

    ``ends``: something ended in it; it is compared by its last day then, so that what it ended counts until it is over.

    >>> RoughDay(2019, 3).isoformat(), RoughDay(2019) <= dt.date(2019, 1, 1), RoughDay(2019) == dt.date(2019, 1, 1)
    ('2019-03', True, False)
    """

    month_known: bool
    ends: bool

    def __new__(  # type: ignore[misc]
        cls, year: int, month: int | None = None, day: int | None = None, ends: bool = False
    ) -> Self | dt.date:
        # What date itself reckons from one, as by adding days, is a day.
        if day is not None:
            return dt.date(year, month or 1, day)
        first = dt.date(year, 1 if month is None else month, 1)  # refuses what no calendar has
        in_month = (month or 12) if ends else first.month
        rough = super().__new__(cls, year, in_month, calendar.monthrange(year, in_month)[1] if ends else 1)
        rough.month_known, rough.ends = month is not None, ends
        return rough

    def replace(self, *parts: SupportsIndex, **named: SupportsIndex) -> dt.date:  # type: ignore[override]
        """A day: what is put in place of a part of the one that it is compared by."""
        return dt.date(self.year, self.month, self.day).replace(*parts, **named)

    def isoformat(self) -> str:
        """2019-03, or 2019."""
        return f"{self.year:04}-{self.month:02}" if self.month_known else f"{self.year:04}"

    def has_begun(self, today: dt.date) -> bool:
        """Whether some of it has come."""
        return dt.date(self.year, self.month if self.month_known else 1, 1) <= today

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RoughDay) and self.stored() == other.stored()

    def __ne__(self, other: object) -> bool:  # date has one of its own, which would be asked
        return not self == other

    def __hash__(self) -> int:
        return hash(self.stored())

    def __repr__(self) -> str:
        return f"RoughDay({self.isoformat()}{', ends' if self.ends else ''})"

    def __reduce__(self) -> tuple[object, ...]:
        return rough_day_of, (self.isoformat(), self.ends)

    def stored(self) -> int:
        """Its number in the journal, which is that of no day: 10201903, or 20201903 for the end of something."""
        begun = _STORED_ENDS_FROM if self.ends else _STORED_FROM
        return begun + self.year * 100 + (self.month if self.month_known else 0)


def rough_day_of(text: str, ends: bool = False) -> RoughDay | None:
    """The year or month written so; None: the text is none, or says more."""
    match = _WRITTEN.fullmatch(text)
    return None if match is None else rough_day(int(match[1]), int(match[2]) if match[2] else None, ends)


def rough_day(year: int, month: int | None = None, ends: bool = False) -> RoughDay | None:
    """That year, or that month of it; None where no calendar has it."""
    try:
        made = RoughDay(year, month, ends=ends)
    except ValueError:
        return None
    assert isinstance(made, RoughDay)
    return made


def rough_day_stored(number: int) -> RoughDay | None:
    """The year or month with that number in the journal; None: it is the number of a day."""
    if number < _STORED_FROM:
        return None
    ends = number >= _STORED_ENDS_FROM
    year, month = divmod(number - (_STORED_ENDS_FROM if ends else _STORED_FROM), 100)
    made = rough_day(year, month or None, ends)
    if made is None:
        raise ValueError(number)
    return made


def has_come(day: dt.date, today: dt.date) -> bool:
    """Whether a day, or some of a month or year, is there already."""
    return day.has_begun(today) if isinstance(day, RoughDay) else day <= today
