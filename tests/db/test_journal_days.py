"""Journal days in SQL are those of ``core``."""

from __future__ import annotations

import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given
from hypothesis import strategies as st

from journal.core.journal_day import day_begins, day_from_number, day_number, day_of
from journal.core.moments import DAY_MS, LATEST_MS, MINUTE_MS
from journal.db.journal_days import beginning_of, day_number_of

DAY_STARTS = st.integers(0, 360)


def computed(expression: str, **values: int) -> int:
    connection = sqlcipher.connect(":memory:")
    (number,) = connection.execute(f"SELECT {expression}", values).fetchone()
    connection.close()
    assert isinstance(number, int)
    return number


@given(st.integers(360 * MINUTE_MS - DAY_MS, LATEST_MS), DAY_STARTS)
def test_the_day_of_a_time(local_ms: int, day_start: int) -> None:
    """Also west of UTC on the first day that is kept, where the wall clock shows a time before 1970."""
    number = computed(day_number_of(":time"), time=local_ms, begins=day_start * MINUTE_MS)
    assert number == day_number(day_of(local_ms, day_start))


@given(st.integers(0, LATEST_MS // DAY_MS), DAY_STARTS)
def test_the_beginning_of_a_day(number: int, day_start: int) -> None:
    begins = computed(beginning_of(":day"), day=number, begins=day_start * MINUTE_MS)
    assert begins == day_begins(day_from_number(number), day_start)
    assert computed(day_number_of(":time"), time=begins, begins=day_start * MINUTE_MS) == number
