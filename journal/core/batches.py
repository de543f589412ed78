"""Which bought lot of a product a dose is from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journal.core.entries import Batch


def open_batch(batches: Iterable[Batch], product: str | None, day: dt.date) -> Batch | None:
    """The product's batch that was open on this day: of several the one opened last. None: none is known to be."""
    opened = [each for each in batches if each.product == product and is_open(each, day)]
    return max(opened, key=lambda each: each.opened or dt.date.min, default=None)


def is_open(batch: Batch, day: dt.date) -> bool:
    """Whether it was opened by this day, and not finished before it."""
    return batch.opened is not None and batch.opened <= day and (batch.finished is None or day <= batch.finished)
