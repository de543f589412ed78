"""The page behind the first: medicines, health, values, attempts and questions in full, and no levels."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Attempt, Condition, Entry, Intake, LabResult, Question, Substance
from journal.core.health import ConditionKind, Lab
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at
from journal.core.substances import Source, Taken
from journal.guidance.interactions import Level
from journal.guidance.level_words import LEVELS
from journal.reports.options import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import PERIOD, SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper

MADE = moment_at((day_number(PERIOD.last) + 1) * DAY_MS, "UTC")


def behind(*entries: Entry, **options: Any) -> str:
    """The words of every page but the first."""
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.5, 9)
    pdf = make_pdf(OnPaper(sheet, SYMPTOMS, entries), ReportOptions(PERIOD, **options), english(), MADE)
    return " ".join(" ".join(pages_of(pdf)[1:]).split())


@pytest.mark.usefixtures("qapp")
class TestPages:
    """Real pages, read back."""

    def test_a_medicine_says_what_is_possible_by_mechanism_and_evidence(self) -> None:
        tramadol = Substance(
            name="tramadol", source=Source.PRESCRIBED, amount="50 mg", how_often="twice a day", reason="back",
            since=dt.date(2024, 5, 1),
        )  # fmt: skip
        said = behind(tramadol, Substance(name="Relax blend"), Substance(name="metformin"))
        assert "tramadol. 50 mg, twice a day; prescribed; since 1 May 2024; for: back; possible with kratom:" in said
        assert re.search(r"possible with kratom: both act[^()]*\([^()]*\)\. Also possible: [^()]*\([^()]*\)\.", said)
        assert "Relax blend. name not recognised: not checked. This does not mean safe." in said
        assert "Medicines are looked at with kratom, not with each other." in said
        assert "No prescribed medicine should be stopped because of this page." in said
        assert not [words for level, words in LEVELS.items() if words in said and level is not Level.NOT_STUDIED]

    def test_alcohol_stands_among_what_is_taken_where_it_is_told(self) -> None:
        noon = moment_at((day_number(PERIOD.last) - 3) * DAY_MS + 43_200_000, "UTC")
        beer = Intake(at=noon, what=Taken.ALCOHOL, name="Beer", drinks=3500)
        said = behind(beer, alcohol=True)
        told = "Alcohol. at least 3.5 drinks in 28 days; written down on 1 of 28 recorded days; possible with kratom:"
        assert f"Medicines and substances {told}" in said
        assert "No prescribed medicine should be stopped because of this page." in said
        assert "Alcohol. at least" not in behind(beer, alcohol=False) + behind(
            replace(beer, private=True), alcohol=True
        )

    def test_values_of_one_name_stand_together_as_they_were_printed(self) -> None:
        days = (PERIOD.last, PERIOD.last - dt.timedelta(days=30))
        said = behind(
            *(LabResult(day=day, what=Lab.ALT, value=value, unit="U/l", normal="0-45")
              for day, value in zip(days, ("68", "< 41"), strict=True)),
            LabResult(day=PERIOD.last, what=Lab.OWN, name="Vitamin D", value="12"),
        )  # fmt: skip
        assert (
            "ALT. 68 U/l on 31 May 2026, above the range printed there (0-45); < 41 U/l on 1 May 2026 (range printed"
            in said
        )
        assert "Vitamin D. 12 on 31 May 2026." in said
        assert "ALT" not in behind(LabResult(day=PERIOD.last, what=Lab.ALT, value="68"), lab_results=False)

    def test_conditions_attempts_and_questions_are_in_full(self) -> None:
        entries = (
            Condition(what=ConditionKind.LIVER, name="fatty liver", until=dt.date(2027, 1, 1)),
            Attempt(since=dt.date(2026, 2, 1), what_happened="half as much, four days"),
            Question(text="May I stop before the operation?"),
            Question(text="Asked before", asked_on=dt.date(2026, 1, 1)),
            Question(text="Nobody's business", private=True),
        )
        said = behind(*entries)
        assert "Liver. fatty liver; until 1 Jan 2027." in said
        assert "Tried to cut down or stop, 1 Feb 2026. half as much, four days" in said
        assert "Question 1. May I stop before the operation?" in said
        assert "Asked before" not in said
        assert "Nobody" not in said
        assert "four days" not in behind(*entries, attempts=False)

    def test_nothing_kept_has_no_heading(self) -> None:
        said = behind()
        for heading in ("Medicines and substances", "Conditions and allergies", "Laboratory values", "Questions"):
            assert heading not in said


def test_page_2_is_what_page_1_had_no_room_for(qapp: QApplication) -> None:
    """Page 1 says "page 2" of it, whatever else stands behind."""
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.5, 9)
    options = ReportOptions(PERIOD, words="word " * 200)
    many = [Question(text=f"Question {n}? {'w ' * 200}") for n in range(40)]
    pages = pages_of(make_pdf(OnPaper(sheet, SYMPTOMS, tuple(many)), options, english(), MADE))
    assert "(page 2)" in " ".join(pages[0].split())
    assert "word word" in " ".join(pages[1].split())
