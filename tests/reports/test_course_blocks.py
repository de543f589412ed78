"""Weeks and the hours since the last dose on real pages: what is told, left out, and where there is not enough."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from journal.core.amounts import Basis
from journal.core.entries import Symptom
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at
from journal.core.symptoms import SymptomKind
from journal.insights.summary import Span
from journal.insights.windows import span_back
from journal.reports.options import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import LAST, NAUSEA, PAIN, PERIOD, RESTLESS, SLEEP, SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper
from tests.reports.test_page_one import faults

MADE = moment_at((day_number(PERIOD.last) + 1) * DAY_MS, "UTC")
TITLES = ("Week by week days with", "When it wears off withdrawal")


def rated(days: int = 12, times: int = 3) -> Sheet:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.5, 9)
    for day in range(days):
        for hour in (7, 9.5, 12, 20)[:times]:
            sheet.rating(day, 5, hour, RESTLESS)
        sheet.rating(day, 3, 12, NAUSEA)
    return sheet


def behind(sheet: Sheet, symptoms: tuple[Symptom, ...] = SYMPTOMS, period: Span = PERIOD, **options: Any) -> str:
    """The words of every page but the first."""
    pdf = make_pdf(OnPaper(sheet, symptoms), ReportOptions(period, **options), english(), MADE)
    return " ".join(" ".join(pages_of(pdf)[1:]).split())


@pytest.mark.usefixtures("qapp")
class TestPages:
    """Real pages, read back."""

    def test_weeks_and_hours_stand_with_every_n(self) -> None:
        said = behind(rated())
        assert "Week from 9 Mar 23 Mar 6 Apr 20 Apr 4 May 18 May Withdrawal signs – – – – – – – – – – 5/5 7/7" in said
        assert "– before 1st dose – – – – – – – – – – 5/5 7/7 Nausea – – – – – – – – – – 0/5 0/7" in said
        assert "– not rated, which is not 0. Before the 1st dose: of days rated before it." in said
        assert "n 12 0 12 0 0 12 days 12 0 12 0 0 12" in said
        assert (
            "36 ratings on 12 days of the last 28 days, the worst sign of each time. Bar: median, middle half; " in said
        )

    def test_a_dash_is_explained_only_where_one_is(self) -> None:
        sheet = Sheet()
        for day in range(84):
            sheet.rating(day, 2, 12, NAUSEA)
        said = behind(sheet)
        assert "Nausea 0/7 0/7" in said and "not rated, which" not in said and "84 days" in said

    def test_a_morning_that_was_never_rated_is_said(self) -> None:
        sheet = rated(days=0)
        sheet.rating(3, 6, 12, RESTLESS)
        assert "which is not 0. Withdrawal signs: not rated before the 1st dose of a day." in behind(sheet)

    def test_too_few_are_said_to_be_and_one_whose_hours_are_not_known_is_left_out(self) -> None:
        sheet = rated(days=9)
        sheet.rating(40, 9, 12, RESTLESS)
        sheet.doses = [each for each in sheet.doses if each.local_ms < sheet.at(0, 4)]
        said = behind(sheet)
        assert "Not enough for a picture: it needs 30 ratings on 10 days. 3 are left out, as a" in said
        assert "6+" not in said.partition("When it wears off")[2].partition("Data quality")[0]  # no empty frame

    @pytest.mark.parametrize(("hidden", "told"), [("weeks", TITLES[1]), ("since_dose", TITLES[0])])
    def test_each_can_be_left_out_and_the_other_stays(self, hidden: str, told: str) -> None:
        options: dict[str, Any] = {hidden: False}
        said = behind(rated(), **options)
        assert [title in said for title in TITLES] == [title == told for title in TITLES]

    def test_without_both_there_is_no_page_of_them(self) -> None:
        both = behind(rated(), courses=False, quality=False, weeks=False, since_dose=False)
        nothing = behind(rated(days=0), quality=False)
        for said in (both, nothing):
            assert not any(title in said for title in (*TITLES, "Symptoms and data quality"))

    def test_every_symptom_rated_often_enough_has_a_picture_with_its_medians(self) -> None:
        sheet = rated()
        for day in (30, 40, 50, 51, 52):
            sheet.rating(day, 8, symptom=SLEEP)
        sheet.rating(1, 2, symptom=PAIN)
        said = behind(sheet)
        assert (
            "Symptoms 0–10 · dot: a rating · line: 7-day median · grey: nothing recorded · dashed: last 28 days" in said
        )
        assert "Withdrawal, worst sign 5.0 n 12; before not rated" in said
        assert "Nausea 3.0 n 12; before not rated" in said
        assert "Rated on fewer than 7 days: lower back pain (n 1), sleep quality (n 5)." in said
        for day in (3, 4):
            sheet.rating(day, 7, symptom=SLEEP)
        better = tuple(replace(each, higher_is_better=each is SLEEP) for each in SYMPTOMS)
        assert "Sleep quality (10 best) too few n 2; before 8.0 n 5" in behind(sheet, better)

    def test_scales_of_mood_are_told_only_if_that_was_chosen(self) -> None:
        mood, anxiety = (Symptom(id=code, code=code, kind=SymptomKind.WELLBEING) for code in ("mood", "anxiety"))
        sheet = rated()
        for day in range(9):
            sheet.rating(day, 6, symptom=mood)
            sheet.rating(day, 6, symptom=anxiety)
        for chosen in (None, False):
            assert "Mood" not in behind(sheet, (*SYMPTOMS, mood, anxiety), mood=chosen)
        said = behind(sheet, (*SYMPTOMS, mood, anxiety), mood=True)
        assert "Mood (10 best) 6.0 n 9; before not rated" in said and "Anxiety 6.0 n 9" in said

    def test_data_quality_counts_days_doses_and_when_they_were_written(self) -> None:
        sheet = rated()
        sheet.dose(30, None, 9, product=None, noted_after_min=90)
        sheet.dose(31, 1.5, 9, basis=Basis.GUESSED, noted_after_min=3000)
        sheet.dose(3, 1.5, 15, noted_after_min=20, private=True)
        said = behind(sheet)
        days = "Data quality Days. entries on 30 of 84 days, none on 54; 30 known to be with or without a dose, "
        assert days in said
        assert (
            "Doses. 30 doses in 84 days; 1 more was written down and is left out; an amount is missing on "
            "1 of 30 days with doses, a kind on 1; of 28 doses in the last" in said
        )
        assert "of 28 doses in the last 28 days 28 weighed. When written. of 78 doses and ratings in 84 days" in said
        assert " 76 within 15 minutes, 76 within the hour, 1 after 24 hours; 0 changed later." in said
        assert "Data quality Days" not in behind(sheet, quality=False)
        assert "Data quality Days" not in behind(Sheet())

    def test_without_a_dose_the_days_are_named_and_no_zero_stands_there(self) -> None:
        sheet = Sheet()
        sheet.rating(3, 4, symptom=NAUSEA)
        said = behind(sheet)
        assert "Doses. none is listed in 84 days. When written." in said and "0 doses" not in said
        for day in (30, 40):
            sheet.dose(day, 2)
        assert "Doses. 2 doses in 84 days;" in behind(sheet)
        assert "a kind on 0; none of them in the last 28 days. When written." in behind(sheet)

    def test_every_way_in_which_amounts_are_known_is_counted(self) -> None:
        sheet = Sheet()
        for day, basis in enumerate((*Basis, Basis.LABEL)):
            sheet.dose(day, None if basis is Basis.UNKNOWN else 2, basis=basis)
        said = behind(sheet)
        assert "of 7 doses in the last 28 days 1 weighed, 1 counted, 2 from the label, 1 as last time, not" in said
        assert "weighed again, 1 guessed, 1 not said how measured." in said

    def test_more_symptoms_than_pictures_are_named(self) -> None:
        many = tuple(Symptom(id=f"s{n}", name=f"Symptom {n}", kind=SymptomKind.PAIN, position=n) for n in range(10))
        sheet = rated()
        for symptom in many:
            for day in range(8):
                sheet.rating(day, 6, symptom=symptom)
        assert "without a picture: Symptom 6, Symptom 7, Symptom 8, Symptom 9, nausea." in behind(
            sheet, (*many, NAUSEA, RESTLESS)
        )

    @pytest.mark.slow
    def test_ten_years_are_drawn_as_weeks_or_months(self) -> None:
        for days, grain in ((500, "weekly"), (3652, "monthly")):
            period = span_back(LAST, days)
            pdf = make_pdf(OnPaper(rated(), SYMPTOMS), ReportOptions(period), english(), MADE)
            assert f"line: {grain} median, band: middle half" in " ".join(pages_of(pdf))
            assert faults(pdf, "a4") == []

    def test_a_symptom_that_is_named_there_alone_is_named_as_it_can_be_printed(self) -> None:
        odd = replace(NAUSEA, code=None, name="Übelkeit 🦊 " + "very long " * 20)
        sheet = Sheet()
        sheet.rating(70, 5, symptom=odd)
        said = behind(sheet, (odd,))
        assert "Übelkeit" in said and "1 character of names and texts cannot be shown" in said

    def test_a_period_without_a_whole_week_has_no_weeks(self) -> None:
        said = behind(rated(), period=span_back(LAST, 5))
        assert TITLES[0] not in said and "these 5 days" in said.lower()

    @pytest.mark.parametrize("paper", ["a4", "letter"])
    def test_as_many_side_effects_as_anybody_has_stay_on_the_page(self, paper: str) -> None:
        many = tuple(
            Symptom(id=f"own {n:02}", name=f"Own {n:02}" + "W" * 40, kind=SymptomKind.SIDE_EFFECT, position=n)
            for n in range(20)
        )
        sheet = rated()
        for symptom in many:
            sheet.rating(3, 10, 13, symptom)
        said = behind(sheet, (RESTLESS, *many), paper=paper)
        assert "Rated on fewer days, without a row:" in said and said.count("1/1") >= 10
