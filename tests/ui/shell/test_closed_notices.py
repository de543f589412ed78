"""What was closed can be had again for a day, once."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from journal.core.moments import HOUR_MS
from journal.guidance.interactions import Level
from journal.guidance.level_words import LEVELS_INSIDE
from journal.texts import english
from journal.ui.shell.closed_notices import ClosedNotices
from journal.ui.shell.found_after_saving import Found
from tests.journals import FixedClock


class Said:
    """A speech about findings of these levels."""

    conditions = private_conditions = private_findings = ()

    def __init__(self, *levels: Level) -> None:
        self.findings = [
            (SimpleNamespace(level=level, findings=(), by_column=(), ask_today=False), None) for level in levels
        ]

    def with_earlier(self, earlier: Said) -> Said:
        return Said(*(name.level for name, _ in (*earlier.findings, *self.findings)))


def found(level: Level = Level.ASK_FIRST) -> Found:
    return cast(Found, SimpleNamespace(speech=Said(level), saved=[]))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def closed(clock: FixedClock) -> ClosedNotices:
    bridge: Any = SimpleNamespace(clock=clock, texts=english())
    pressures: Any = SimpleNamespace(has_closed=lambda: False, closed=list)
    return ClosedNotices(bridge, pressures)


def test_nothing_is_closed_at_first(closed: ClosedNotices) -> None:
    assert not closed.are_any() and closed.names() == [] and closed.take() == []


def test_it_is_named_by_how_urgent_and_when(closed: ClosedNotices) -> None:
    closed.close([found(Level.ASK_FIRST), found(Level.CALL_TODAY)])
    texts = english()
    levels = f"{texts(LEVELS_INSIDE[Level.CALL_TODAY])}, {texts(LEVELS_INSIDE[Level.ASK_FIRST])}"
    assert closed.names() == [f"{levels} (10:30)"]


def test_what_was_closed_before_stays_and_each_has_its_time(closed: ClosedNotices, clock: FixedClock) -> None:
    first, second = found(Level.CALL_TODAY), found(Level.ASK_FIRST)
    closed.close([first])
    clock.tick(HOUR_MS)
    closed.close([second])
    words = english()
    assert closed.names() == [
        f"{words(LEVELS_INSIDE[Level.CALL_TODAY])} (10:30)",
        f"{words(LEVELS_INSIDE[Level.ASK_FIRST])} (11:30)",
    ]
    clock.tick(23 * HOUR_MS)
    assert closed.take() == [second]


def test_the_most_urgent_is_named_first_whenever_it_was_closed(closed: ClosedNotices, clock: FixedClock) -> None:
    for level in (Level.DO_NOT_MIX, Level.ASK_FIRST, Level.CALL_TODAY):
        closed.close([found(level)])
        clock.tick(HOUR_MS)
    assert closed.names() == ["call today (12:30)", "do not mix (10:30)", "ask first (11:30)"]


def test_what_is_taken_is_closed_no_more(closed: ClosedNotices) -> None:
    said = [found()]
    closed.close(said)
    assert closed.are_any() and closed.take() == said
    assert not closed.are_any() and closed.take() == []


def test_after_a_day_it_is_gone(closed: ClosedNotices, clock: FixedClock) -> None:
    closed.close([found()])
    clock.tick(24 * HOUR_MS - 1)
    assert closed.are_any()
    clock.tick(1)
    assert not closed.are_any() and closed.names() == [] and closed.take() == []


@pytest.mark.parametrize(
    ("private", "named"), [(False, "a blood pressure of 195/125 mmHg"), (True, "a blood pressure")]
)
def test_a_blood_pressure_that_was_closed_is_named_first(clock: FixedClock, private: bool, named: str) -> None:
    bridge: Any = SimpleNamespace(clock=clock, texts=english())
    high = SimpleNamespace(measured=SimpleNamespace(systolic=195, diastolic=125, private=private))
    pressures: Any = SimpleNamespace(has_closed=lambda: True, closed=lambda: [high])
    closed = ClosedNotices(bridge, pressures)
    assert closed.are_any() and closed.names() == [named]
    closed.close([found()])
    assert closed.names()[0] == named and closed.names()[1].endswith(" (10:30)")
