"""When a new passphrase is asked for once more, while it can still be changed by whoever forgot it."""

from __future__ import annotations

import datetime as dt

# Days after it was set from which on it is asked for a first and a second time; after the week never.
_FROM_DAYS = (1, 4)
_WEEK = 7


def is_due(set_on: dt.date, done: int, today: dt.date) -> bool:
    """Whether it is time; ``done`` counts what was answered or put off."""
    days = (today - set_on).days
    return done < len(_FROM_DAYS) and _FROM_DAYS[done] <= days <= _WEEK
