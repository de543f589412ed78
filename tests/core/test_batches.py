"""A dose is of the batch that was open on its day; nothing is guessed where no day was said."""

from __future__ import annotations

import datetime as dt

from journal.core.batches import is_open, open_batch
from journal.core.entries import Batch, new_id

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
