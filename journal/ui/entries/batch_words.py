"""A batch in words: its lot as printed, its days, and what its lab report says, with where that comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journal.core.entries import Batch
from journal.texts import Texts


def batch_name(texts: Texts, batch: Batch) -> str:
    """ "Lot A12"; without a number the day on which it was opened says which one it is."""
    if batch.lot:
        return texts("Lot {lot}", lot=batch.lot)
    return texts("Opened {day}", day=texts.short_day(batch.opened)) if batch.opened else texts("No lot number")


def batch_of_form(texts: Texts, batch: Batch, today: dt.date) -> str:
    """ "Batch A12, opened yesterday"; which one a dose is saved with."""
    if batch.opened is None:
        return texts("Batch {lot}", lot=batch.lot) if batch.lot else texts("A batch without a lot number")
    if not batch.lot:
        return texts("The batch that was opened on {day}", day=texts.short_day(batch.opened))
    match (today - batch.opened).days:
        case 0:
            return texts("Batch {lot}, opened today", lot=batch.lot)
        case 1:
            return texts("Batch {lot}, opened yesterday", lot=batch.lot)
    return texts("Batch {lot}, opened {day}", lot=batch.lot, day=texts.short_day(batch.opened))


def batch_days(texts: Texts, batch: Batch) -> str:
    """ "opened 3 Mar 2026 · finished 9 May 2026 · private"."""
    facts = (
        texts("opened {day}", day=texts.short_day(batch.opened)) if batch.opened and batch.lot else "",
        texts("finished {day}", day=texts.short_day(batch.finished)) if batch.finished else "",
        texts("private") if batch.private else "",
    )
    return " · ".join(part for part in facts if part)


def batch_figures(texts: Texts, batch: Batch) -> str:
    """The lab report's figures as they were typed, never without saying where they come from."""
    if not batch.figures:
        return ""
    source = batch.figures_source or texts("not said")
    return texts("{figures} (source: {source})", figures=batch.figures, source=source)


def latest_first(batches: Iterable[Batch]) -> list[Batch]:
    """Those opened last come first, those that were not opened before them."""
    return sorted(batches, key=lambda batch: batch.opened or dt.date.max, reverse=True)
