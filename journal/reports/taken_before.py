"""What else was taken in the hours before a sign, of what the person lets the pages tell."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from journal.core.entries import Entry, Intake, Substance
from journal.core.moments import HOUR_MS, Moment
from journal.core.queries import EntryQuery
from journal.core.substances import Taken
from journal.core.warning_facts import HOURS_BEFORE, WarningFacts
from journal.insights.warning_signs import Sign
from journal.reports.disclosed import Chosen
from journal.reports.options import ReportOptions

_MOST = 50_000  # intakes
_DAY = dt.timedelta(days=1)  # to either side: the days of two zones may differ


class ReadTaken(Protocol):
    """The journal as the person chose to tell it."""

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""

    def listed(self, cls: type[Substance]) -> list[Substance]:
        """Every medicine or other substance."""


class TakenBefore(NamedTuple):
    """One of them: ``name`` and ``amount`` as typed, "" for none; ``drinks`` in thousandths, None: not said."""

    at: Moment
    what: Taken
    name: str
    amount: str
    drinks: int | None
    substance: str | None  # the id of what it was of, if that is on the list


def taken_before(journal: ReadTaken, options: ReportOptions, sign: Sign | None) -> tuple[TakenBefore, ...]:
    """The newest first. What is withheld is neither here nor counted."""
    if sign is None:
        return ()
    chosen, by_id = Chosen(options), {substance.id: substance for substance in journal.listed(Substance)}
    earliest = sign.utc_ms - HOURS_BEFORE * HOUR_MS
    query = EntryQuery(kinds=("intake",), first_day=sign.day - _DAY, last_day=sign.day + _DAY, private=False)
    told = []
    for intake in journal.find(query):
        if not isinstance(intake, Intake) or not earliest <= intake.at.utc_ms <= sign.utc_ms:
            continue
        substance = by_id.get(intake.substance or "")
        if chosen.intake(intake, substance):
            name = substance.name if substance is not None else intake.name
            told.append(TakenBefore(intake.at, intake.what, name, intake.amount, intake.drinks, intake.substance))
    return tuple(sorted(told, key=lambda taken: -taken.at.utc_ms))


def intakes_near_signs(journal: ReadTaken, facts: WarningFacts) -> tuple[Intake, ...]:
    """Those in the hours before any sign: what could stand there is offered to be left out."""
    times = [sign.utc_ms for sign in facts.signs if not sign.private]
    if not times:
        return ()
    query = EntryQuery(kinds=("intake",), first_day=facts.first - _DAY, private=False, limit=_MOST)
    return tuple(entry for entry in journal.find(query) if isinstance(entry, Intake) and _is_near(entry, times))


def _is_near(intake: Intake, times: Sequence[int]) -> bool:
    """``times`` of signs, in their order."""
    following = bisect_left(times, intake.at.utc_ms)
    return following < len(times) and times[following] - intake.at.utc_ms <= HOURS_BEFORE * HOUR_MS
