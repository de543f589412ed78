"""Point 17: fifty years of daily backups under a clock that jumps: what is left is the rule, and a good one always."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from journal.core.backup_thinning import ALL_OF_DAYS, DAILY, MONTHLY, WEEKLY, Backup, ceiling_for, to_remove

FIFTY_YEARS = 18_262  # days
_START = dt.datetime(2026, 3, 2, 21, tzinfo=dt.UTC)
_DAY = dt.timedelta(days=1)
_JUMPS = dt.timedelta(days=3653)  # back or forth, once in so many backups:
_ONE_JUMPS, _ONE_IS_BAD = 500, 50
_BYTES = 1_000_000

Thin = Callable[[Collection[Backup], dt.datetime, int, Callable[[Backup], bool]], list[Backup]]


@dataclass(frozen=True, slots=True)
class Thinned:
    """How many backups were made and left, and what was not as it must be."""

    made: int
    left: int
    problems: list[str]


def all_good(days: int, seed: int, thin: Thin = to_remove) -> Thinned:
    """A backup a day, each good: after each what is left must be what a plain reading of the rule leaves."""
    return _run(days, seed, thin, one_is_bad=0)


def some_bad(days: int, seed: int, thin: Thin = to_remove) -> Thinned:
    """One in fifty is damaged: a good one goes only where the next newer one that stays is good."""
    return _run(days, seed, thin, one_is_bad=_ONE_IS_BAD)


def _run(days: int, seed: int, thin: Thin, one_is_bad: int) -> Thinned:
    chance, there, bad, problems = random.Random(seed), list[Backup](), set[Backup](), list[str]()
    for number in range(days):
        now = _START + number * _DAY
        if chance.randrange(_ONE_JUMPS) == 0:
            now += chance.choice((-1, 1)) * _JUMPS
        new = Backup(f"{now:%Y-%m-%d-%H%M%S}", now, _BYTES)
        there = [*(backup for backup in there if backup.name != new.name), new]
        if one_is_bad and chance.randrange(one_is_bad) == 0:
            bad.add(new)
        gone = set(thin(there, now, ceiling_for(_BYTES), lambda backup: backup not in bad))
        left = [backup for backup in there if backup not in gone]
        if not one_is_bad and set(left) != _left_by_the_rule(there, now):
            problems.append(f"day {number}: not what the rule leaves")
        lost = [each for each in gone if each not in bad and not _stood_in_for(each, left, bad)]
        problems += [f"day {number}: {each.name} went for a damaged one" for each in lost]
        there = left
    return Thinned(days, len(there), problems)


def _stood_in_for(gone: Backup, left: Iterable[Backup], bad: Collection[Backup]) -> bool:
    """Whether the next newer backup that stays is a good one."""
    newer = min((each for each in left if each.made >= gone.made), key=lambda each: each.made, default=None)
    return newer is not None and newer not in bad


def _left_by_the_rule(there: list[Backup], now: dt.datetime) -> set[Backup]:
    """The rule again, by sorting into spans: what is dated after tomorrow stays and counts for nothing."""
    ahead = {backup for backup in there if backup.made > now + _DAY}
    dated = sorted((backup for backup in there if backup not in ahead), key=lambda backup: (backup.made, backup.name))
    spans: tuple[tuple[Callable[[dt.datetime], tuple[int, ...]], int], ...] = (
        (lambda made: (made.year, made.month, made.day), DAILY),
        (lambda made: tuple(made.isocalendar()[:2]), WEEKLY),
        (lambda made: (made.year, made.month), MONTHLY),
        (lambda made: (made.year,), len(dated)),
    )
    kept = {backup for backup in dated if dated[-1].made - backup.made < ALL_OF_DAYS * _DAY}
    for span, most in spans:
        last_of = {span(backup.made): backup for backup in dated}
        kept |= {last_of[each] for each in sorted(last_of)[-most:]}
    return ahead | kept
