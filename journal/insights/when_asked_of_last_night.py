"""Whether to ask in the morning if anything of last night is still to be written down. Standard library only."""

from __future__ import annotations

from journal.core.entries import Dose, Statement
from journal.core.health import Subject
from journal.core.journal_day import day_begins
from journal.core.moments import DAY_MS, MINUTE_MS, Moment
from journal.core.queries import Day

MORNING_ENDS = 12 * 60  # minutes after midnight
_USED_WITHIN_MS = 7 * DAY_MS  # after longer without a dose the question is not asked


def asks_about_last_night(before: Day, last_dose: Dose | None, now: Moment, day_start: int) -> bool:
    """Whether it is morning and nothing says yet whether the doses of the day ``before`` are all.

    A mark of that day, the statement that there is nothing to add, or a dose of it that was written down since today
    began, is an answer. Nobody is asked who wrote down no dose in seven days.
    """
    began = day_begins(before.day, day_start) + DAY_MS
    morning = began <= now.local_ms < began + (MORNING_ENDS - day_start) * MINUTE_MS
    used = last_dose is not None and now.utc_ms - last_dose.at.utc_ms <= _USED_WITHIN_MS
    if not morning or not used or before.marks or _nothing_to_add(before):
        return False
    began_utc_ms = began - now.offset_s * 1000  # on the clock of here and now
    return all(dose.recorded_ms < began_utc_ms for dose in before.doses)


def _nothing_to_add(before: Day) -> bool:
    stated: tuple[Statement, ...] = before.entries.get("statement", ())
    return any(statement.subject is Subject.NOTHING_LAST_NIGHT for statement in stated)


def last_dose_of(before: Day) -> Dose | None:
    """Up to when something is written down."""
    return max(before.doses, key=lambda dose: dose.at.utc_ms, default=None)
