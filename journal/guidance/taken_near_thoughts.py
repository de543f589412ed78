"""Whether something was taken near thoughts of suicide: then it may be too much, and help does not wait for signs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Protocol, TypeVar

from journal.core import limits
from journal.core.entries import Answer, Dose, Entry, Intake, Substance
from journal.core.moments import HOUR_MS
from journal.core.queries import EntryQuery
from journal.core.symptoms import MASKED
from journal.core.warning_facts import HOURS_BEFORE
from journal.guidance.warning_signs import Noted

Kind = TypeVar("Kind", bound=Entry)

_DOSE_BEFORE_MS = HOURS_BEFORE * HOUR_MS
_DAYS_LOOKED_BACK = dt.timedelta(days=9)  # a sign may be of seven days ago, and a journal day begin before its date


class ReadTaken(Protocol):
    """What is asked of an open journal."""

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""

    def listed(self, cls: type[Kind]) -> list[Kind]:
        """Everything of a kind of few rows."""

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of these was first written down."""

    def today(self) -> dt.date:
        """The journal day."""


def taken_near_thoughts(journal: ReadTaken, recent: Iterable[Noted]) -> bool:
    """Whether a medicine or anything else was taken, or put on the list, from a day before such a thought on.

    No number of tablets is judged: none is known to be safe. What the journal is about is taken every day, so that a
    dose counts from the hours before a thought that has not passed on. ``recent`` are the signs of the last hours.
    """
    thoughts = [noted.rating for noted in recent if noted.code in MASKED]
    if not thoughts:
        return False
    near_ms = min(rating.at.utc_ms for rating in thoughts) - limits.OPEN_SIGN_HOURS * HOUR_MS
    lasting_ms = min((rating.at.utc_ms for rating in thoughts if rating.answer is not Answer.PASSED), default=None)
    query = EntryQuery(kinds=("intake", "dose"), first_day=journal.today() - _DAYS_LOOKED_BACK)
    for entry in journal.find(query):
        if isinstance(entry, Intake) and entry.at.utc_ms > near_ms:
            return True
        if isinstance(entry, Dose) and lasting_ms is not None and entry.at.utc_ms >= lasting_ms - _DOSE_BEFORE_MS:
            return True
    written = journal.first_written([substance.id for substance in journal.listed(Substance)])
    return any(written_ms > near_ms for written_ms in written.values())
