"""Scores in order of time, and when a check-in may be offered."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from journal.core.check_ins import CheckIn, Instrument
from journal.core.moments import DAY_MS, moment_at
from journal.insights.check_ins import is_due, scores
from tests.journals import START_MS

TODAY = dt.date(2026, 11, 22)


def peg(days_ago: int, *answers: str) -> CheckIn:
    return CheckIn(at=moment_at(START_MS - days_ago * DAY_MS, "UTC"), instrument=Instrument.PEG, answers=answers)


def test_scores_in_order_with_gaps_where_an_item_was_skipped() -> None:
    found = scores([peg(0, "1", "2", "3"), peg(7, "skipped", "2", "3"), peg(14, "4", "4", "5")], Instrument.PEG)
    assert [each.score for each in found] == [Fraction(13, 3), None, Fraction(2)]
    assert scores([peg(0, "1", "2", "3")], Instrument.PHQ2) == []


def test_due_again_after_the_time_that_it_asks_about() -> None:
    assert is_due([], Instrument.PEG, TODAY, 240)
    assert not is_due([peg(6, "1", "2", "3")], Instrument.PEG, TODAY, 240)
    assert is_due([peg(7, "1", "2", "3")], Instrument.PEG, TODAY, 240)
    daily = CheckIn(at=moment_at(START_MS, "UTC"))
    assert not is_due([daily], Instrument.DAILY, TODAY, 240)
    assert is_due([daily], Instrument.DAILY, TODAY + dt.timedelta(days=1), 240)
