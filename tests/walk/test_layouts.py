"""A dose and a rating on keyboards of other countries: the same keys by their place, on a real X server."""

from __future__ import annotations

import pytest

from journal.core.entries import Dose, Rating
from tests.walk.manual import Follower

# The numbers that X gives to places, by what they bear in the United States.
ONE, TWO, SIX, R, D, ENTER, CTRL = 10, 11, 15, 27, 40, 36, 37


@pytest.mark.slow
@pytest.mark.slow_every(2)
@pytest.mark.needs("Xvfb", "xdotool", "setxkbmap")
@pytest.mark.parametrize("layout", ["fr", "cz", "ru", "ara"])
def test_two_entries_and_two_places(walk: Follower, layout: str) -> None:
    walk.here.layout(layout)
    ratings, doses = len(walk.all(Rating)), len(walk.all(Dose))
    walk.here.places(R, held=CTRL)
    walk.arrives("Lower back pain: not rated")
    walk.here.places(SIX)
    walk.until_read("6 of 10")
    walk.here.places(ENTER)
    walk.until_true(lambda: len(walk.all(Rating)) > ratings, "no rating was saved")
    walk.here.places(TWO, held=CTRL)
    walk.here.shown("Find in the diary")
    walk.here.places(ONE, held=CTRL)
    walk.here.shown("Dose")
    walk.here.places(D, held=CTRL)
    walk.arrives("Amount")
    walk.here.places(ENTER)
    walk.until_true(lambda: len(walk.all(Dose)) > doses, "no dose was saved")
