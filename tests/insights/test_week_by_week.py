"""Weeks counted back from the end, each cell of the days on which something was rated."""

import datetime as dt
from dataclasses import replace

from journal.core.entries import Symptom
from journal.core.symptoms import SymptomKind
from journal.insights.measures import ratings_by_symptom
from journal.insights.symptom_days import in_order
from journal.insights.week_by_week import MOST_ROWS, Of, Week, WeekByWeek, week_by_week
from journal.insights.windows import span_back
from journal.insights.without_private import without_private
from tests.insights.sheet import ITCHING, LAST, NAUSEA, PAIN, RESTLESS, SYMPTOMS, YELLOW, Sheet

DARK = Symptom(id="dark", code="suicidal_thoughts", kind=SymptomKind.WITHDRAWAL)


def found(sheet: Sheet, symptoms: tuple[Symptom, ...] = SYMPTOMS) -> WeekByWeek:
    facts = without_private(sheet.facts(sheet.period))
    return week_by_week(facts, in_order(symptoms), ratings_by_symptom(facts))


def test_each_cell_is_strong_days_of_days_rated() -> None:
    sheet = Sheet()
    for day, value in ((0, 4), (0, 2), (6, 3), (7, 9), (20, 0)):
        sheet.rating(day, value, 12 + value / 10, RESTLESS)
    sheet.rating(1, 7, symptom=ITCHING)
    weeks = found(sheet)
    assert (weeks.starts[0], weeks.starts[-1], len(weeks.starts)) == (
        LAST - dt.timedelta(83),
        LAST - dt.timedelta(6),
        12,
    )
    none = (Week(0, 0),) * 9
    signs, itching = weeks.rows
    assert (signs.of, signs.symptom, signs.weeks) == (Of.WITHDRAWAL, None, (*none, Week(0, 1), Week(1, 1), Week(1, 2)))
    assert (itching.of, itching.symptom, itching.weeks[-1], itching.days) == (Of.SIDE_EFFECT, "itching", Week(1, 1), 1)


def test_before_the_first_dose_is_of_the_days_rated_before_it() -> None:
    sheet = Sheet()
    for day, hour in ((0, 9), (1, 9), (2, 9)):
        sheet.dose(day, hour=hour)
    sheet.rating(0, 5, 8, RESTLESS)
    sheet.rating(1, 3, 8, RESTLESS)
    sheet.rating(2, 8, 10, RESTLESS)
    sheet.rating(3, 8, 8, RESTLESS)  # a day without a first dose
    signs, before = found(sheet).rows
    assert (signs.weeks[-1], before.of, before.weeks[-1]) == (Week(3, 4), Of.BEFORE_FIRST, Week(1, 2))


def test_a_dose_that_a_page_leaves_out_may_be_the_first() -> None:
    sheet = Sheet()
    sheet.dose(0, hour=9)
    sheet.dose(0, hour=7, private=True)
    sheet.rating(0, 5, 8, RESTLESS)
    assert [each.of for each in found(sheet).rows] == [Of.WITHDRAWAL]


def test_without_a_rating_or_a_whole_week_there_are_no_rows() -> None:
    sheet = Sheet()
    sheet.rating(1, 9, symptom=PAIN)
    sheet.rating(1, 9, symptom=YELLOW)
    sheet.rating(1, 9, symptom=replace(DARK))
    sheet.rating(1, None, symptom=NAUSEA)
    sheet.rating(1, 9, symptom=NAUSEA, private=True)
    assert found(sheet, (*SYMPTOMS, DARK)).rows == ()
    short = Sheet(period=span_back(LAST, 6))
    short.rating(1, 9, symptom=NAUSEA)
    assert found(short) == WeekByWeek((), (), ())


def test_a_long_period_shows_its_last_weeks_and_a_short_one_its_whole_weeks() -> None:
    long, short = (Sheet(period=span_back(LAST, days)) for days in (400, 17))
    for sheet in (long, short):
        sheet.rating(16, 9, symptom=NAUSEA)
        sheet.rating(13, 9, symptom=NAUSEA)
    assert len(found(long).starts) == 12 and found(long).rows[0].days == 2
    assert found(short).starts == (LAST - dt.timedelta(13), LAST - dt.timedelta(6)) and found(short).rows[0].days == 1


def test_of_many_side_effects_those_rated_on_the_fewest_days_have_no_row() -> None:
    many = [Symptom(id=f"own {n:02}", name=f"Own {n}", kind=SymptomKind.SIDE_EFFECT, position=n) for n in range(15)]
    sheet = Sheet()
    for number, symptom in enumerate(many):
        for day in range(1 + number):
            sheet.rating(day, 1, symptom=symptom)
    sheet.rating(0, 1, symptom=RESTLESS)
    weeks = found(sheet, (*many, RESTLESS))
    assert len(weeks.rows) == MOST_ROWS and weeks.left_out == ("own 00", "own 01", "own 02", "own 03")
    assert [each.symptom for each in weeks.rows[1:]] == [each.id for each in many[4:]]
