"""What is dated later than this computer's clock, which may have been set back: told, and said to be so."""

from __future__ import annotations

import datetime as dt

from journal.texts import Texts


def since_words(texts: Texts, day: dt.date, today: dt.date) -> str:
    """ "since 24 Dec 2026 (later than this computer's clock)"."""
    if day <= today:
        return texts("since {day}", day=texts.short_day(day))
    return texts("since {day} (later than this computer’s clock)", day=texts.short_day(day))


def entries_later(texts: Texts, n: int) -> str:
    """For the person alone: figures do not count what has not happened yet by the clock."""
    return texts.plural(
        "{n} entry is dated later than this computer’s clock and is in no figure. Check the clock.",
        "{n} entries are dated later than this computer’s clock and are in no figure. Check the clock.",
        n,
    )
