"""The find bar's choices as a value: kind, product, period, private or not, and what they make of a query."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from journal.core.entries import DIARY_KINDS
from journal.core.queries import EntryQuery
from journal.texts import Texts

WEEKS = (1, 4, 12, 52)
PAGE = 500


@dataclass(frozen=True, slots=True)
class Period:
    """The last so many weeks, or one calendar year; neither means all time."""

    weeks: int = 0
    year: int = 0

    def days(self, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
        """First and last journal day, None where there is no end."""
        if self.year:
            return dt.date(self.year, 1, 1), dt.date(self.year, 12, 31)
        return (today - dt.timedelta(days=7 * self.weeks - 1) if self.weeks else None), None

    def words(self, texts: Texts) -> str:
        """The period's words on its chip and in its menu."""
        if self.year:
            return str(self.year)
        if not self.weeks:
            return texts("All time")
        return texts.plural("Last {n} week", "Last {n} weeks", self.weeks)


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything that restricts what the diary shows."""

    text: str = ""
    kind: str = ""
    product: str = ""
    period: Period = Period()
    private: bool = False

    @property
    def any(self) -> bool:
        """Whether anything is restricted at all."""
        return self != Filters()

    def query(self, today: dt.date, limit: int) -> EntryQuery:
        """The search that these choices ask for."""
        first, last = self.period.days(today)
        return EntryQuery(
            text=self.text,
            kinds=(self.kind,) if self.kind else DIARY_KINDS,
            products=(self.product,) if self.product else (),
            first_day=first,
            last_day=last,
            private=True if self.private else None,
            limit=limit,
        )
