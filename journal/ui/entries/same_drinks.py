"""The same drinks saved twice, once by name and once without, perhaps: more often a slip than as many again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.entries import Intake
from journal.core.moments import MINUTE_MS, Moment
from journal.core.plaintext import folded
from journal.core.queries import EntryQuery
from journal.core.substances import Taken
from journal.texts import Texts
from journal.ui.entries.same_dose import WITHIN_MS

if TYPE_CHECKING:
    from journal.logbook import Logbook


def same_drinks_near(logbook: Logbook, intake: Intake) -> Intake | None:
    """Drinks like these, close to them in time; of none there is nothing to save twice."""
    day = logbook.day_of(intake)
    if intake.what is not Taken.ALCOHOL or intake.drinks == 0 or day is None:
        return None
    others = logbook.find(EntryQuery(kinds=("intake",), first_day=day, last_day=day))
    return next((other for other in others if isinstance(other, Intake) and _is_same(other, intake)), None)


def drinks_already_there(texts: Texts, same: Intake, now: Moment) -> str:
    """The question whether they are to be saved again."""
    minutes = (now.utc_ms - same.recorded_ms) // MINUTE_MS
    if minutes < 1:
        return texts("You saved the same drinks just now. Save them again?")
    if minutes <= 2:
        return texts.plural(
            "You saved the same drinks {n} minute ago. Save them again?",
            "You saved the same drinks {n} minutes ago. Save them again?",
            minutes,
        )
    when = texts.when(same.at.local, now.local.date())
    return texts("The same drinks are written down already: {when}. Save them again?", when=when)


def _is_same(other: Intake, intake: Intake) -> bool:
    near = abs(other.at.utc_ms - intake.at.utc_ms) <= WITHIN_MS
    return near and other.what is intake.what and _how_much(other) == _how_much(intake) and _may_be_one(other, intake)


def _how_much(intake: Intake) -> int | str:
    """The number of drinks; without one the amount as it was typed."""
    return folded(intake.amount) if intake.drinks is None else intake.drinks


def _may_be_one(other: Intake, intake: Intake) -> bool:
    """Beer and wine are two things; beer and what nobody named may be one."""
    names = {folded(each.name) for each in (other, intake) if each.name}
    return len(names) < 2
