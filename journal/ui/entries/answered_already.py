"""The same questions answered twice within the time that they ask about: the second time may be a slip."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from journal.core.check_ins import QUESTIONNAIRES, CheckIn
from journal.core.journal_day import journal_day
from journal.core.queries import EntryQuery
from journal.texts import Texts

if TYPE_CHECKING:
    from journal.logbook import Logbook


def answered_already(logbook: Logbook, check_in: CheckIn) -> CheckIn | None:
    """Another one with answers whose time this one asks about, too; "not this week" holds no answer.

    The questions of a day may be answered as often as one likes: sleep in the morning, the rest in the evening.
    """
    questionnaire = QUESTIONNAIRES.get(check_in.instrument)
    if questionnaire is None:
        return None
    day = journal_day(check_in.at, logbook.preferences.day_start)
    apart = dt.timedelta(days=questionnaire.days - 1)
    near = logbook.find(EntryQuery(kinds=("check_in",), first_day=day - apart, last_day=day + apart))
    return next((other for other in near if isinstance(other, CheckIn) and _is_same(other, check_in)), None)


def _is_same(other: CheckIn, check_in: CheckIn) -> bool:
    answered = other.score is not None or other.answered_in_part
    return other.id != check_in.id and other.instrument is check_in.instrument and answered


def save_them_again(texts: Texts, logbook: Logbook, answered: CheckIn) -> str:
    """The question whether they are to be saved again."""
    day = journal_day(answered.at, logbook.preferences.day_start)
    if day == logbook.today():
        return texts("You answered these today. Save them again?")
    return texts("You answered these on {day}. Save them again?", day=texts.day_and_month(day))
