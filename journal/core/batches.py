"""Which bought lot of a product a dose is from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journal.core.entries import Batch, Dose


def open_batch(batches: Iterable[Batch], product: str | None, day: dt.date) -> Batch | None:
    """The product's batch that was open on this day: of several the one opened last. None: none is known to be."""
    are_open = [batch for batch in batches if batch.product == product and is_open(batch, day)]
    return max(are_open, key=lambda batch: batch.opened or dt.date.min, default=None)


def is_open(batch: Batch, day: dt.date) -> bool:
    """Whether it was opened by this day, and not finished before it."""
    return batch.opened is not None and batch.opened <= day and (batch.finished is None or day <= batch.finished)


def of_another_batch(now: Batch | None, last: Dose, last_day: dt.date) -> bool:
    """Whether the batch that is open now is not the one of the last dose, on the journal day ``last_day``.

    A batch that was open before that day may only have been written down later: it counts as the same.
    """
    if now is None or now.id == last.batch:
        return False
    return last.batch is not None or (now.opened is not None and now.opened >= last_day)
