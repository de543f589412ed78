"""How long what has ended counts still: some days, and longer for what stays long in the body."""

from __future__ import annotations

import datetime as dt

from journal.guidance.interactions import classes_of
from journal.guidance.recognising import Recognised, folded_name, recognise

_ENDED_DAYS, ENDED_DAYS_LONG = 14, 60


def counts_still(name: str, until: dt.date | None, today: dt.date) -> bool:
    """Whether what a list holds by this name goes on, or ended so lately that it counts as if it did."""
    if until is None or until >= today:
        return True
    return (today - until).days <= (ENDED_DAYS_LONG if _lasts_long(recognise(name)) else _ENDED_DAYS)


def _lasts_long(recognised: Recognised) -> bool:
    names = {*recognised.known_as, *map(folded_name, recognised.generics)}
    return any(folded_name(long) in names for class_ in classes_of(recognised.generics) for long in class_.long)
