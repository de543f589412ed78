"""The same dose saved twice: within two minutes that is more often a second press than a second dose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.entries import Dose
from journal.core.moments import MINUTE_MS, Moment
from journal.texts import Texts

if TYPE_CHECKING:
    from journal.logbook import Logbook

WITHIN_MS = 2 * MINUTE_MS  # of drinks, too


def same_dose_near(logbook: Logbook, dose: Dose) -> Dose | None:
    """A dose like this one, close to it in time."""
    day = logbook.day_of(dose)
    assert day is not None
    for other in logbook.days(day, day)[0].doses:
        near = abs(other.at.utc_ms - dose.at.utc_ms) <= WITHIN_MS
        if near and _what(other) == _what(dose):
            return other
    return None


def already_there(texts: Texts, same: Dose, now: Moment) -> str:
    """The question whether it is to be saved again."""
    minutes = (now.utc_ms - same.recorded_ms) // MINUTE_MS
    if minutes < 1:
        return texts("You saved the same dose just now. Save it again?")
    if minutes <= 2:
        return texts.plural(
            "You saved the same dose {n} minute ago. Save it again?",
            "You saved the same dose {n} minutes ago. Save it again?",
            minutes,
        )
    when = texts.when(same.at.local, now.local.date())
    return texts("The same dose is written down already: {when}. Save it again?", when=when)


def _what(dose: Dose) -> tuple[object, ...]:
    amount = dose.amount
    return dose.product, amount.quantity, amount.dimension, amount.unit, dose.preparation
