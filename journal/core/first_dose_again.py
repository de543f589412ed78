"""When the amount from before may be too strong now: after days without, or where the product is not the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from journal.core.changes import Revision
from journal.core.entries import Dose, Product, ProductKind

# Days in a row, each confirmed as one without, after which the amount from before is not offered again.
DAYS_WITHOUT = 3


def after_days_without(days_marked_none: Collection[dt.date], last_dose: dt.date | None, day: dt.date) -> bool:
    """Whether so many confirmed days in a row lie between the last dose's journal day and this day.

    A day about which nothing was written down ends the row: it is not known to be without.
    Example: a dose on the 1st, the 2nd to 4th marked "none today", a dose on the 5th: yes; with the 3rd left open: no.
    """
    without = {marked for marked in days_marked_none if marked < day and (last_dose is None or marked > last_dose)}
    return any(
        all(first + dt.timedelta(days=further) in without for further in range(DAYS_WITHOUT)) for first in without
    )


def of_another_kind(product: Product, last_dose: Dose, history: Sequence[Revision]) -> bool:
    """Whether the product was said to be of another kind when its last dose was written down.

    ``history``: the product's, oldest first. A kind that had not been said until then is no other kind.
    """
    later = [step for step in history if step.at_ms > last_dose.recorded_ms and step.before and not step.undone]
    if not later or later[0].before is None:
        return False
    then = later[0].before.get("kind"), later[0].before.get("content")
    return then[0] != ProductKind.NOT_SAID and then != (product.kind, product.content)
