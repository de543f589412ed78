"""Backups are thinned as they grow older, and never so that a good one is missing."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.backup_thinning import (
    ALL_OF_DAYS,
    DAILY,
    MONTHLY,
    SMALLEST_CEILING,
    TIMES_THE_JOURNAL,
    WEEKLY,
    Backup,
    ceiling_for,
    to_remove,
)

START = dt.datetime(2026, 3, 2, 21, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ROOM = 10**12


def made_at(*times: dt.datetime, size: int = 1) -> list[Backup]:
    return [Backup(f"{at:%Y-%m-%d-%H%M%S%f}", at, size) for at in times]


def all_good(_backup: Backup) -> bool:
    return True


def kept_of(
    backups: list[Backup],
    now: dt.datetime,
    ceiling: int = ROOM,
    is_good: Callable[[Backup], bool] = all_good,
) -> list[Backup]:
    gone = to_remove(backups, now, ceiling, is_good)
    return [backup for backup in backups if backup not in gone]


def test_none_is_removed_of_the_newest_days() -> None:
    hourly = made_at(*(START + dt.timedelta(hours=n) for n in range(ALL_OF_DAYS * 24)))
    assert kept_of(hourly, hourly[-1].made) == hourly


def test_of_earlier_days_the_last_stays() -> None:
    morning, evening = START - 5 * DAY - dt.timedelta(hours=12), START - 5 * DAY
    assert kept_of(made_at(morning, evening, START), START) == made_at(evening, START)


@pytest.mark.slow
def test_after_four_years_of_two_a_day_so_many_of_each_are_left() -> None:
    times = [START + n * DAY / 2 for n in range(4 * 365 * 2)]
    kept = kept_of(made_at(*times), times[-1])
    days = {backup.made.date() for backup in kept}
    newest = times[-1].date()
    assert {newest - n * DAY for n in range(DAILY)} <= days
    months = {(backup.made.year, backup.made.month) for backup in kept}
    assert len(months) >= MONTHLY
    assert len(kept) <= 2 * ALL_OF_DAYS + DAILY + WEEKLY + MONTHLY + 5
    assert {backup.made.year for backup in kept} == {at.year for at in times}


@pytest.mark.parametrize(
    ("seed", "years"), [(0, 5), *(pytest.param(seed, 50, marks=pytest.mark.slow) for seed in range(2))]
)
def test_years_of_use_keep_few_and_always_a_good_one(seed: int, years: int) -> None:
    """Days without, many on one day, damaged ones, and a clock that jumps: thinned after each backup."""
    drawn = random.Random(seed)
    now, there, bad = START, list[Backup](), set[Backup]()
    while now < START + years * 365 * DAY:
        now += dt.timedelta(days=drawn.choice((0.1, 0.3, 1, 1, 7, 20)))
        shown = now + drawn.choice((0, 0, 0, 0, 0, 0, 0, 0, 0, 5 * 365, -3 * 365)) * DAY
        (new,) = made_at(shown, size=1_000_000)
        there = [*(backup for backup in there if backup != new), new]
        if drawn.random() < 0.05:
            bad.add(new)
        gone = to_remove(there, shown, ceiling_for(1_000_000), lambda backup: backup not in bad)
        left = [backup for backup in there if backup not in gone]
        for removed in gone:
            assert any(stays not in bad for stays in left if stays.made >= removed.made), removed
        there = left
    assert set(range(START.year, now.year + 1)) <= {backup.made.year for backup in there}
    assert len(there) < 4 * (ALL_OF_DAYS * 10 + DAILY + WEEKLY + MONTHLY + 60)


def test_a_clock_that_jumped_ahead_costs_no_day() -> None:
    daily = made_at(*(START + n * DAY for n in range(DAILY - 1)))
    wrong = made_at(START + 3000 * DAY)
    assert kept_of([*daily, *wrong], wrong[0].made) == [*daily, *wrong]


def test_after_a_clock_was_put_right_what_it_dated_takes_no_place() -> None:
    daily = made_at(*(START + n * DAY for n in range(DAILY)))
    ahead = made_at(START + 3000 * DAY)
    assert kept_of([*daily, *ahead], daily[-1].made) == [*daily, *ahead]


def test_a_damaged_one_takes_no_others_place() -> None:
    morning, evening = START - 5 * DAY - dt.timedelta(hours=12), START - 5 * DAY
    earlier, later, newest = made_at(morning, evening, START)
    kept = kept_of([earlier, later, newest], START, is_good=lambda backup: backup != later)
    assert earlier in kept
    assert newest in kept


def test_the_only_good_one_stays_however_old() -> None:
    times = [START + n * DAY for n in range(400)]
    oldest, *others = made_at(*times)
    assert oldest in kept_of([oldest, *others], times[-1], is_good=lambda backup: backup == oldest)


def test_above_the_ceiling_the_oldest_go() -> None:
    times = [START + n * DAY for n in range(5)]
    assert kept_of(made_at(*times, size=10), times[-1], ceiling=25) == made_at(*times[3:], size=10)


def test_one_that_is_larger_than_the_ceiling_stays_if_it_is_the_newest() -> None:
    assert kept_of(made_at(START, size=10), START, ceiling=5) == made_at(START, size=10)


def test_nothing_is_looked_through_while_nothing_goes() -> None:
    def never(_backup: Backup) -> bool:
        raise AssertionError("looked through")

    assert to_remove(made_at(START, START + DAY), START + DAY, ROOM, never) == []
    assert to_remove([], START, ROOM, never) == []


def test_the_ceiling() -> None:
    assert ceiling_for(1) == SMALLEST_CEILING
    assert ceiling_for(SMALLEST_CEILING) == TIMES_THE_JOURNAL * SMALLEST_CEILING
    assert ceiling_for(SMALLEST_CEILING, 5) == ceiling_for(1, 5) == 5_000_000_000


@given(
    hours=st.lists(st.integers(0, 24 * 4000), max_size=60, unique=True),
    bad=st.sets(st.integers(0, 59)),
    ceiling=st.integers(1, 100),
)
def test_thinning_twice_is_thinning_once(hours: list[int], bad: set[int], ceiling: int) -> None:
    backups = made_at(*(START + dt.timedelta(hours=n) for n in hours))
    damaged = {backup for number, backup in enumerate(backups) if number in bad}
    now = max((backup.made for backup in backups), default=START)

    def good(backups: Iterable[Backup]) -> list[Backup]:
        return [backup for backup in backups if backup not in damaged]

    kept = kept_of(backups, now, ceiling, lambda backup: backup not in damaged)
    assert set(kept) == set(kept_of(kept, now, ceiling, lambda backup: backup not in damaged))
    newest_good = max(good(backups), key=lambda backup: backup.made, default=None)
    assert newest_good is None or newest_good in kept
