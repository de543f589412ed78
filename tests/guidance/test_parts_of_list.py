"""The order of a checked list: what is in the body, what is to be done today, what adds up, the rest."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.moments import DAY_MS, HOUR_MS
from journal.guidance.matching import Checked, Taken, check
from journal.guidance.parts_of_list import Kind, makes_sleepy_now, parts_of, taken_now

TODAY, NOW = dt.date(2026, 11, 29), 20_000 * DAY_MS


def checked(*taken: Taken) -> Checked:
    return check(taken, TODAY, NOW)


def names(of: Checked, searched: bool = False) -> list[str]:
    return [name.given for part in parts_of(of, searched) for name in part.names]


EVERY = (
    Taken("Oxycodone", True), Taken("magnesium"), Taken("Zanaflx"), Taken("Ibuprofen"), Taken("Sertraline", True),
    Taken("Beer", at_ms=NOW - HOUR_MS),
)  # fmt: skip


@pytest.mark.parametrize("searched", [False, True])
def test_every_name_stands_once(searched: bool) -> None:
    assert sorted(names(checked(*EVERY), searched)) == sorted(taken.name for taken in EVERY)


def test_what_is_in_the_body_comes_first_and_sums_behind_what_is_for_today() -> None:
    kinds = [part.kind for part in parts_of(checked(*EVERY)) if part.names or part.kind is not Kind.NAMES]
    assert kinds == [
        Kind.ABOUT, Kind.TAKEN, Kind.FOR_NOW, Kind.NAMES, Kind.ADDING_UP, Kind.CONDITIONS_TODAY, Kind.NAMES, Kind.SUMS,
        *(Kind.NAMES,) * 4, Kind.CONDITIONS,
    ]  # fmt: skip
    assert names(checked(*EVERY))[:2] == ["Beer", "Oxycodone"]


@pytest.mark.parametrize(
    ("taken", "first"),
    [
        (Taken("Beer", at_ms=NOW), True),
        (Taken("Beer", at_ms=NOW - 49 * HOUR_MS), False),
        (Taken("Beer"), False),
        (Taken("tilidine", at_ms=NOW), True),  # nobody said that it is prescribed
        (Taken("tilidine", True, at_ms=NOW), False),
        (Taken("ibuprofen", at_ms=NOW), False),
    ],
)
def test_only_what_was_taken_lately_and_may_not_be_mixed_comes_first(taken: Taken, first: bool) -> None:
    of = checked(Taken("Oxycodone", True), taken)
    assert [name.given for name in taken_now(of)] == ([taken.name] if first else [])


def test_what_to_do_is_said_of_what_makes_sleepy_also_where_it_is_prescribed() -> None:
    assert makes_sleepy_now(checked(Taken("tilidine", True, at_ms=NOW)))
    assert not makes_sleepy_now(checked(Taken("tilidine", True), Taken("ibuprofen", at_ms=NOW)))
