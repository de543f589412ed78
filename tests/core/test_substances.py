"""When a medicine is taken: an end that was not said is open."""

import datetime as dt

from journal.core.entries import Substance

FIRST, MIDDLE, LAST = dt.date(2026, 1, 1), dt.date(2026, 6, 1), dt.date(2026, 12, 31)


def test_what_was_not_said_leaves_that_end_open() -> None:
    assert Substance(name="x").taken_on(MIDDLE)
    assert Substance(name="x", since=FIRST, until=LAST).taken_on(FIRST)
    assert Substance(name="x", since=FIRST, until=LAST).taken_on(LAST)
    assert not Substance(name="x", until=FIRST).taken_on(MIDDLE)
    assert not Substance(name="x", since=LAST).taken_on(MIDDLE)
