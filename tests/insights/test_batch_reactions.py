"""Which batches were taken on days with a reaction: days are matched by the journal's day, and nothing is counted."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Batch, Dose
from journal.core.moments import MINUTE_MS, moment_at
from journal.insights.batch_reactions import batch_reactions, days_with_a_reaction
from tests.insights.sheet import ITCHING, NAUSEA, PAIN, Sheet

LOT, OTHER = Batch(id="lot", product="leaf", lot="A1"), Batch(id="other", product="leaf", lot="B2")
SHEET = Sheet()
SHEET.rating(5, 3, 9, NAUSEA)
SHEET.rating(5, 1, 25.5, ITCHING)  # after midnight, before the day begins at 4
SHEET.rating(4, 0, 9, NAUSEA)
SHEET.rating(3, 6, 9, PAIN)
SHEET.rating(2, None, 9, NAUSEA)
FACTS = SHEET.facts(SHEET.period)
DAY = SHEET.period.last - dt.timedelta(days=5)
ORDER = (ITCHING.id, NAUSEA.id)


def dose(day: int, hour: float, batch: Batch | None) -> Dose:
    at = moment_at(SHEET.at(day, 0) + round(hour * 60) * MINUTE_MS, "UTC")
    return Dose(at=at, product="leaf", batch=None if batch is None else batch.id, recorded_ms=at.utc_ms)


def test_a_reaction_is_1_or_more_of_a_symptom_that_is_told() -> None:
    assert days_with_a_reaction(FACTS, ORDER) == {DAY: {NAUSEA.id, ITCHING.id}}
    assert days_with_a_reaction(FACTS, (NAUSEA.id,)) == {DAY: {NAUSEA.id}}
    assert days_with_a_reaction(FACTS, ()) == {}


def test_a_batch_is_there_if_a_dose_of_it_was_taken_on_such_a_day() -> None:
    reactions = days_with_a_reaction(FACTS, ORDER)
    doses = (dose(5, 26, LOT), dose(4, 9, OTHER), dose(5, 9, None))
    (found,) = batch_reactions((OTHER, LOT), doses, reactions, ORDER, FACTS.day_start)
    assert found.batch == LOT
    assert list(found.noted.items()) == [(ITCHING.id, (DAY,)), (NAUSEA.id, (DAY,))]
    assert batch_reactions((LOT,), (dose(3, 9, LOT), dose(2, 9, LOT)), reactions, ORDER, FACTS.day_start) == ()
