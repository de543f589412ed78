"""The ratings of warning signs of the last 24 hours: there then, or written down then about the days before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from journal.core import limits
from journal.core.changes import Revision
from journal.core.entries import Entry, Rating, Symptom
from journal.core.moments import HOUR_MS
from journal.core.queries import EntryQuery
from journal.core.warning_words import means_sign, sign_code

_DAYS_LOOKED_BACK = dt.timedelta(days=7)  # what is older was written down too late to be open


class ReadSigns(Protocol):
    """What is asked of an open journal."""

    def symptoms(self) -> list[Symptom]:
        """The symptoms that are rated."""

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""

    def today(self) -> dt.date:
        """The journal day."""

    def history(self, entry_id: str) -> Sequence[Revision]:
        """What happened to an entry, oldest first."""


def recent_sign_ratings(
    journal: ReadSigns, now_ms: int, also: Collection[str] = (), near_ms: int | None = None
) -> tuple[list[Rating], Mapping[str, str | None]]:
    """Those of the last hours (``limits``), the newest first, and the signs' codes by the ids of the symptoms.

    ``also``: the codes of symptoms that are no signs and are wanted, too. ``near_ms``: those of the hours before this
    time and all after it are wanted, too.
    """
    wanted = (symptom for symptom in journal.symptoms() if means_sign(symptom) or symptom.code in also)
    codes = {symptom.id: sign_code(symptom) for symptom in wanted}
    if not codes:
        return [], codes
    before = now_ms if near_ms is None else min(near_ms, now_ms)
    first = journal.today() - _DAYS_LOOKED_BACK - dt.timedelta(milliseconds=now_ms - before)
    entries = journal.find(EntryQuery(kinds=("rating",), symptoms=tuple(codes), first_day=first))
    since = before - limits.OPEN_SIGN_HOURS * HOUR_MS
    return [rating for rating in entries if isinstance(rating, Rating) and newest_ms(rating) > since], codes


def is_open(rating: Rating, now_ms: int) -> bool:
    """Whether this is one of the last hours; what is not saved yet would be written down now."""
    newest = max(rating.at.utc_ms, rating.recorded_ms or now_ms)
    looked_back_ms = _DAYS_LOOKED_BACK // dt.timedelta(milliseconds=1)
    return newest > now_ms - limits.OPEN_SIGN_HOURS * HOUR_MS and rating.at.utc_ms > now_ms - looked_back_ms


def earlier_ms() -> int:
    """So much farther back than the signs of the last hours is looked for what belongs to one of them, in ms."""
    return (limits.JOINED_SIGN_HOURS - limits.OPEN_SIGN_HOURS) * HOUR_MS


def newest_ms(rating: Rating) -> int:
    """When it was there or was written down, whichever is later."""
    return max(rating.at.utc_ms, rating.recorded_ms)
