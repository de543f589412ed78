"""Ratings of the main symptom after a period: those up to now, and of which symptom where the period has none."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Symptom
from journal.insights.rated_later import RatedLater, rated_later
from journal.insights.summary import Span
from journal.insights.symptom_days import in_order
from journal.insights.without_private import without_private
from tests.insights.sheet import LAST, NAUSEA, PAIN, SLEEP, SYMPTOMS, Sheet

TODAY = LAST + dt.timedelta(days=1)
ON_TODAY = -1  # days back from the last one
NOT_CHOSEN = tuple(Symptom(id=each.id, code=each.code, kind=each.kind, position=each.position) for each in SYMPTOMS)


def found(
    sheet: Sheet, main: str | None = PAIN.id, symptoms: tuple[Symptom, ...] = SYMPTOMS, hour: float = 20
) -> RatedLater | None:
    facts = without_private(sheet.facts(Span(TODAY, TODAY)))
    return rated_later(facts, in_order(symptoms), main, sheet.at(ON_TODAY, hour))


def test_ratings_of_the_main_symptom_come_in_the_order_of_time() -> None:
    sheet = Sheet()
    sheet.rating(ON_TODAY, 7, hour=18)
    sheet.rating(ON_TODAY, 4, hour=8)
    sheet.rating(ON_TODAY, 2, hour=9, symptom=SLEEP)
    assert found(sheet) == RatedLater(PAIN.id, (4, 7))


def test_nothing_skipped_private_or_dated_later_is_told() -> None:
    sheet = Sheet()
    sheet.rating(ON_TODAY, None, hour=8)
    sheet.rating(ON_TODAY, 9, hour=9, private=True)
    sheet.rating(ON_TODAY, 9, hour=21)
    assert found(sheet) is None
    assert found(sheet, hour=22) == RatedLater(PAIN.id, (9,))


def test_where_the_period_has_no_main_symptom_the_one_rated_since_is() -> None:
    sheet = Sheet()
    sheet.rating(ON_TODAY, 6, hour=8, symptom=SLEEP)
    sheet.rating(ON_TODAY, 3, hour=9, symptom=NAUSEA)  # a side effect has a place of its own
    assert found(sheet, None, NOT_CHOSEN) == RatedLater(SLEEP.id, (6,))
    assert found(sheet) is None
