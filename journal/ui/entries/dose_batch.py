"""Which batch a dose is saved with."""

from __future__ import annotations

import datetime as dt

from journal.core.batches import open_batch
from journal.core.entries import Batch, Dose
from journal.logbook import Logbook


def batch_of_dose(logbook: Logbook, before: Dose | None, product: str | None, day: dt.date) -> str | None:
    """The batch that is open on the day; a dose that is changed keeps its own while its product stays the same."""
    if before is not None and before.product == product:
        return before.batch
    open_batch = batch_open_on(logbook, product, day)
    return None if open_batch is None else open_batch.id


def batch_open_on(logbook: Logbook, product: str | None, day: dt.date) -> Batch | None:
    """The batch of a product that is open on this day, as far as it was written down."""
    return open_batch(logbook.listed(Batch), product, day)
