"""Scores of check-ins in order of time, and whether one is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from journal.core.check_ins import QUESTIONNAIRES, CheckIn, Instrument
from journal.core.journal_day import journal_day
from journal.core.moments import Moment


@dataclass(frozen=True, slots=True)
class Scored:
    """One check-in; ``score`` None: an item was skipped."""

    at: Moment
    score: Fraction | None


def scores(check_ins: Iterable[CheckIn], instrument: Instrument) -> list[Scored]:
    """Every check-in with this instrument, oldest first."""
    scored = [Scored(check_in.at, check_in.score) for check_in in check_ins if check_in.instrument is instrument]
    return sorted(scored, key=lambda score: score.at.utc_ms)


def is_due(check_ins: Iterable[CheckIn], instrument: Instrument, today: dt.date, day_start: int) -> bool:
    """Whether it may be offered today: never answered, or as long ago as the questionnaire asks about; daily: not yet.

    One with skipped items was answered.
    """
    days = [journal_day(check_in.at, day_start) for check_in in check_ins if check_in.instrument is instrument]
    questionnaire = QUESTIONNAIRES.get(instrument)
    apart = 1 if questionnaire is None else questionnaire.days
    return not days or (today - max(days)).days >= apart
