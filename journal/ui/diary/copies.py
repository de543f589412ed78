"""A new entry that says the same as an old one, at another time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.core.entries import Dose, Entry, Note, Rating, new_id
from journal.core.moments import Moment


def copies_of(entries: Sequence[Entry], now: Moment) -> list[Entry]:
    """Copies as of now: a dose without its before-ratings (nobody felt them now), ratings as a new group.

    Day marks say something of one day and are not copied.
    """
    first = entries[0] if entries else None
    if isinstance(first, Rating):
        group = new_id()
        return [_rating(each, group, now) for each in entries if isinstance(each, Rating)]
    if isinstance(first, Dose):
        return [replace(first, id=new_id(), origin=None, at=now, recorded_ms=0, finished_ms=None)]
    if isinstance(first, Note):
        return [replace(first, id=new_id(), origin=None, at=now, recorded_ms=0)]
    return []


def _rating(rating: Rating, group: str, now: Moment) -> Rating:
    return Rating(
        at=now, symptom=rating.symptom, value=rating.value, group=group, site=rating.site, side=rating.side,
        private=rating.private,
    )  # fmt: skip
