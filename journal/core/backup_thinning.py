"""Which of the backups that were made by themselves stay as they grow older, and which make room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

ALL_OF_DAYS = 2  # every backup of so many days, back from the newest
DAILY, WEEKLY, MONTHLY = 14, 8, 24  # then the last of so many days, weeks and months; of every year the last
GIGABYTE = SMALLEST_CEILING = 1_000_000_000  # bytes
TIMES_THE_JOURNAL = 10
# What is dated later than this was made while the clock was wrong: it stays, and takes no other's place.
_AHEAD = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy by its file name; ``made`` in UTC, ``size`` in bytes."""

    name: str
    made: dt.datetime
    size: int


def ceiling_for(journal_size: int, chosen_gb: int = 0) -> int:
    """How many bytes the backups of a journal of that many bytes may take; 0: nothing else was chosen."""
    return chosen_gb * GIGABYTE or max(SMALLEST_CEILING, TIMES_THE_JOURNAL * journal_size)


def to_remove(
    backups: Collection[Backup], now: dt.datetime, ceiling: int, is_good: Callable[[Backup], bool]
) -> list[Backup]:
    """The backups that are not needed any more, oldest first; ``is_good`` opens one and looks through it.

    None is removed before a newer one that stays was seen to be good, so that a good one never makes room for a
    damaged one and the newest good one always stays. Days are counted from the newest backup and not from ``now``,
    and only days with a backup count: a clock that jumps forward by years takes one place, not all.
    """
    dated = sorted((backup for backup in backups if backup.made <= now + _AHEAD), key=_made, reverse=True)
    good: set[Backup] = set()
    bad: set[Backup] = set()
    while True:
        kept = _kept([backup for backup in dated if backup not in bad], ceiling)
        removed = [backup for backup in reversed(dated) if backup not in kept]
        unseen = next((stands for stands in _stand_ins(dated, kept) if stands not in good), None)
        if unseen is None:
            return removed
        (good if is_good(unseen) else bad).add(unseen)


def _stand_ins(dated: Collection[Backup], kept: Collection[Backup]) -> Iterator[Backup]:
    """For every backup that would go, the next newer one that stays."""
    newer: Backup | None = None
    for backup in dated:
        if backup in kept:
            newer = backup
        elif newer is not None:
            yield newer


def _kept(newest_first: list[Backup], ceiling: int) -> set[Backup]:
    if not newest_first:
        return set()
    recent = newest_first[0].made - dt.timedelta(days=ALL_OF_DAYS)
    kept = {backup for backup in newest_first if backup.made > recent}
    kept |= _last_of_each(newest_first, lambda made: made.date(), DAILY)
    kept |= _last_of_each(newest_first, lambda made: made.isocalendar()[:2], WEEKLY)
    kept |= _last_of_each(newest_first, lambda made: (made.year, made.month), MONTHLY)
    kept |= _last_of_each(newest_first, lambda made: made.year, len(newest_first))
    return _within(sorted(kept, key=_made, reverse=True), ceiling)


def _last_of_each(newest_first: list[Backup], span: Callable[[dt.datetime], object], most: int) -> set[Backup]:
    """The last backup of each day, week, month or year; of the newest ``most`` that have one."""
    last: dict[object, Backup] = {}
    for backup in newest_first:
        last.setdefault(span(backup.made), backup)
    return set(list(last.values())[:most])


def _within(newest_first: list[Backup], ceiling: int) -> set[Backup]:
    """The newest that fit together; the newest of all always does."""
    kept, total = set[Backup](), 0
    for backup in newest_first:
        total += backup.size
        if kept and total > ceiling:
            break
        kept.add(backup)
    return kept


def _made(backup: Backup) -> tuple[dt.datetime, str]:
    return backup.made, backup.name
