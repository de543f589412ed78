"""A dose is of the batch that was open on its day; nothing is guessed where no day was said."""

from __future__ import annotations

import datetime as dt

from journal.core.batches import is_open, of_another_batch, open_batch
from journal.core.entries import Batch, Dose, new_id
from journal.core.moments import moment_from_local

GREEN, OTHER = new_id(), new_id()


def day(number: int) -> dt.date:
    return dt.date(2026, 11, number)


def batch(opened: int | None, finished: int | None = None, product: str = GREEN) -> Batch:
    return Batch(
        product=product, opened=day(opened) if opened else None, finished=day(finished) if finished else None
    )  # fmt: skip


def test_a_batch_is_open_from_its_first_day_to_its_last() -> None:
    assert [is_open(batch(3, 5), day(number)) for number in (2, 3, 5, 6)] == [False, True, True, False]
    assert is_open(batch(3), day(30)) and not is_open(batch(None), day(30)) and not is_open(batch(None, 30), day(3))


def test_of_several_open_ones_it_is_the_one_opened_last() -> None:
    first, second, of_other = batch(1), batch(8), batch(9, product=OTHER)
    every = [second, first, of_other]
    assert [open_batch(every, GREEN, day(number)) for number in (7, 8, 20)] == [first, second, second]
    assert open_batch(every, OTHER, day(20)) == of_other
    assert open_batch(every, GREEN, dt.date(2026, 10, 30)) is None and open_batch(every, None, day(20)) is None


def test_another_batch_than_that_of_the_last_dose_is_told_apart() -> None:
    at = moment_from_local(dt.datetime(2026, 11, 5, 8), "Europe/Berlin")
    first, second = batch(1), batch(8)
    unsaid, with_first = Dose(at=at), Dose(at=at, batch=first.id)
    assert of_another_batch(second, with_first, day(5)) and not of_another_batch(first, with_first, day(5))
    assert not of_another_batch(None, with_first, day(5))
    # Written down later than it was opened: the last dose may have been of it already.
    assert not of_another_batch(first, unsaid, day(5)) and of_another_batch(second, unsaid, day(5))
    assert of_another_batch(batch(5), unsaid, day(5))  # opened on the day of the dose: before or after it
