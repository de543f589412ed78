"""What was answered last time, in words for beside the questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.core.check_ins import QUESTIONNAIRES, SKIPPED, CheckIn, Instrument
from journal.core.queries import EntryQuery
from journal.texts.instruments import answer_words

if TYPE_CHECKING:
    from journal.ui.kit.bridge import Bridge

_LOOKED_BACK = dt.timedelta(days=370)


def last_answers(bridge: Bridge, instrument: Instrument, editing: CheckIn | None) -> list[str]:
    """ "Last time: 6 on 15 Nov" for each question; "" where it was skipped. ``editing`` is not the last time."""
    logbook, texts = bridge.logbook, bridge.texts
    query = EntryQuery(kinds=("check_in",), first_day=logbook.today() - _LOOKED_BACK)
    others = [entry for entry in logbook.find(query) if isinstance(entry, CheckIn) and entry != editing]
    last = next((check_in for check_in in others if check_in.instrument is instrument), None)
    if last is None:
        return []
    day = texts.day_and_month(last.at.local.date())
    return [
        texts("Last time: {answer} on {day}", answer=answer_words(texts, instrument, answer), day=day)
        if answer is not None and answer != SKIPPED
        else ""
        for answer in answers_of(last)
    ]


def answers_of(check_in: CheckIn) -> Sequence[str | None]:
    """In the order of the items of the form."""
    if check_in.instrument in QUESTIONNAIRES:
        return check_in.answers
    return [None if value is None else str(value) for value in (check_in.quality, check_in.function)]
