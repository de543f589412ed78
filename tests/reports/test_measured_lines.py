"""What was measured at home stands behind page 1, and page 1 says so where nothing of it is told."""

from __future__ import annotations

from typing import Any

import pytest

from journal.core.care import WeightUnit
from journal.core.check_ins import Instrument
from journal.core.entries import CheckIn, Condition, Entry, Measurement, Person, Substance, YesOrNo
from journal.core.health import ConditionKind
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, Moment, moment_at
from journal.insights.visit_facts import visit_facts
from journal.reports.disclosed import choices_there
from journal.reports.options import Paper, ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import PERIOD, SEVEN_OH, SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper
from tests.reports.test_page_one import faults

pytestmark = pytest.mark.usefixtures("qapp")
MADE = moment_at((day_number(PERIOD.last) + 1) * DAY_MS + 9 * 3_600_000, "UTC")
TITLE = "Blood pressure, pulse, weight, sleep"


def at(back: int, hour: int = 8) -> Moment:
    return moment_at((day_number(PERIOD.last) - back) * DAY_MS + hour * 3_600_000, "UTC")


def value(back: int, **fields: Any) -> Measurement:
    return Measurement(at=at(back), **fields)


def pages(*entries: Entry, **options: Any) -> list[str]:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.5, 9)
    pdf = make_pdf(OnPaper(sheet, SYMPTOMS, entries), ReportOptions(PERIOD, **options), english(), MADE)
    return [" ".join(page.split()) for page in pages_of(pdf)]


def behind(*entries: Entry, **options: Any) -> str:
    return " ".join(pages(*entries, **options)[1:])


def test_the_last_value_how_often_and_the_ends_are_told() -> None:
    said = behind(
        value(9, systolic=118, diastolic=76, pulse=64),
        value(2, systolic=195, diastolic=125, weight=70_500, weight_unit=WeightUnit.KG),
        value(1, systolic=131),
        CheckIn(at=at(3), instrument=Instrument.DAILY, sleep=6500, quality=4),
    )
    assert f"{TITLE} Blood pressure. last upper 131 mmHg on 30 May 2026, 08:00; n 3: upper 118–195, lower" in said
    assert "lower 76–125. Upper number 160 or more, or lower number 110 or more. 195/125 on 29 May 2026, 08:00." in said
    assert "Pulse. last 64 a minute on 22 May 2026, 08:00; n 1." in said
    assert "Weight. last 70.5 kg on 29 May 2026, 08:00; n 1." in said
    assert "Sleep. last 6.5 hours on 28 May 2026, 08:00; n 1." in said
    assert "Quality of sleep (10 best). last 4 on 28 May 2026, 08:00; n 1." in said
    assert "Written down by the patient from 22 May 2026 to 30 May 2026, not checked; n: how often." in said


def test_a_high_one_of_today_is_told_and_below_the_limits_nothing_is_said() -> None:
    said = behind(value(-1, systolic=182, diastolic=99))
    assert (
        "Upper number 160 or more, or lower number 110 or more. 182/99 on 1 Jun 2026, 08:00 (after this period)."
        in said
    )
    assert "Upper number" not in behind(value(1, systolic=159, diastolic=109))


def test_page_1_tells_the_highest_one_and_the_last() -> None:
    high, higher = value(9, systolic=190, diastolic=99), value(2, systolic=195, diastolic=125)
    last = value(1, systolic=150, diastolic=95)
    assert (
        "Blood pressure: highest 195/125 on 29 May, last 150/95 on 30 May and 1 more reading from 160"
        in pages(high, higher, last)[0]
    )
    assert "more reading" not in pages(higher, last)[0]
    first = pages(high, higher)[0]
    assert (
        "Blood pressure: highest and last 195/125 on 29 May and 1 more reading from 160 or 110 on: next pages" in first
    )
    assert "Blood pressure: 195/125 on 29 May" in pages(higher)[0]
    lower = value(5, systolic=170, diastolic=130)
    assert "highest 190/99 on 22 May and 170/130 on 26 May, last 150/95 on 30 May" in pages(high, lower, last)[0]
    hidden = pages(value(2, systolic=195, diastolic=125), measurements=False)[0]
    assert "Blood pressure" not in hidden and "Blood pressure" not in pages(value(2, systolic=150, diastolic=95))[0]


@pytest.mark.slow
def test_many_high_ones_are_counted() -> None:
    high = [value(back, systolic=180 + back, diastolic=90) for back in range(1, 12)]
    assert "181/90 on 30 May 2026, 08:00; 182/90 on" in behind(*high)
    assert "188/90 on 23 May 2026, 08:00; and 3 more." in behind(*high)


@pytest.mark.slow
def test_the_limit_of_a_pregnancy_holds_for_everybody_so_that_it_betrays_none() -> None:
    measured, pregnancy = value(2, systolic=165, diastolic=90), Condition(what=ConditionKind.PREGNANCY)
    words = "Upper number 160 or more, or lower number 110 or more. 165/90 on 29 May"
    assert words in behind(measured, pregnancy, pregnancy=True)
    assert words in (left_out := behind(measured, pregnancy, pregnancy=False))
    assert left_out == behind(measured)


@pytest.mark.slow
@pytest.mark.parametrize("told", [{"private": True}, {}], ids=["private", "left out"])
def test_page_1_names_what_is_not_told(told: dict[str, bool]) -> None:
    hidden = value(2, systolic=195, diastolic=125, **told)
    first, *others = pages(hidden, measurements=bool(told))
    assert "measurements" in first.partition("Not on this page")[2].partition(".")[0]
    assert TITLE not in " ".join(others) and "195" not in " ".join([first, *others])
    first, *_ = pages(value(2, pulse=60))
    assert "measurements" not in first.partition("Not on this page")[2].partition(".")[0]


def test_it_is_a_choice_where_a_value_is_there_that_is_not_private() -> None:
    for entries, there in (([value(1, pulse=60)], True), ([value(1, pulse=60, private=True)], False), ([], False)):
        facts = visit_facts(OnPaper(Sheet(), SYMPTOMS, tuple(entries)), PERIOD)
        assert ("measurements" in choices_there(facts)) is there


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_with_all_that_is_said_of_a_person_page_1_has_room(paper: Paper) -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 2.5, 9)
        sheet.dose(day, 0.015, 12, SEVEN_OH)
        sheet.rating(day, 6, 20)
    medicines = (Substance(name=name, amount="75 mg") for name in ("zopiclone", "pregabalin", "tramadol", "sertraline"))
    about = Person(goal="walk the dog " * 9, since=PERIOD.first, naloxone_at_home=YesOrNo.YES)
    entries = (*medicines, about, value(3, systolic=190, diastolic=99), value(2, systolic=195, diastolic=125))
    options = ReportOptions(PERIOD, paper, words="word " * 60, planned="operation on the left knee")
    pdf = make_pdf(OnPaper(sheet, SYMPTOMS, entries), options, english(), MADE)
    assert faults(pdf, paper) == []
    first = " ".join(pages_of(pdf)[0].split())
    assert all(
        words in first for words in ("pressure: highest and last 195/125", "Naloxone at home: yes", "Taking it since")
    )
