"""Ended windows are counted by what they lost, and a planted fault is seen."""

from __future__ import annotations

import signal

import pytest

from tests.campaign.endings import Ending, Tally, end_windows, ways

pytestmark = pytest.mark.skipif(len(list(ways())) < 2, reason="this system sends no such signals")


def test_a_window_that_was_held_up_itself_may_lose_that_much_more() -> None:
    assert Tally((Ending(0.9, 0.1, True), Ending(1.4, 0.5, True))).in_time
    assert not Tally((Ending(0.2, 0.1, True), Ending(1.4, 0.3, True))).in_time


def test_what_lost_nothing_but_ended_otherwise_is_not_whole() -> None:
    assert Tally((Ending(0, 0, True), Ending(0, 0, False), Ending(0.1, 0, True))).whole == 1


@pytest.mark.slow
def test_windows_that_are_killed_lose_a_second_at_most_unless_drafts_wait_for_a_pause() -> None:
    assert end_windows(signal.SIGKILL, 2).in_time
    assert not end_windows(signal.SIGKILL, 1, drafts_wait=True).in_time
