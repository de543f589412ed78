"""What changed since the last report: by dates, of what is told, and never a word that something did not change."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from journal.core.entries import Condition, Entry, LabResult, Substance
from journal.core.health import ConditionKind, Lab
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at
from journal.core.preferences import setting_for
from journal.core.substances import Source
from journal.insights.summary import Span
from journal.reports.options import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import LEAF, PERIOD, SECOND_LEAF, SYMPTOMS, YELLOW, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper

MADE = moment_at((day_number(PERIOD.last) + 1) * DAY_MS, "UTC")
NOTED = setting_for("reports", "2026-04-20")
SAME = (
    "It went out on 20 Apr 2026. Looked at: warning symptoms; medicines, other substances and conditions by their "
    "dates; laboratory values; products first taken. Nothing is said of anything else, entries can be left out, and "
    "what was changed without a date is not seen here."
)


def behind(*entries: Entry, **options: Any) -> str:
    """The words of every page but the first."""
    sheet = Sheet()
    for day in range(60):
        sheet.dose(day, 2.5, 9, LEAF)
    for day in range(5):
        sheet.dose(day, 2.5, 12, SECOND_LEAF)
    return said(sheet, *entries, **options)


def said(sheet: Sheet, *entries: Entry, **options: Any) -> str:
    pdf = make_pdf(OnPaper(sheet, SYMPTOMS, entries), ReportOptions(PERIOD, **options), english(), MADE)
    return " ".join(" ".join(pages_of(pdf)[1:]).split())


def day(month: int, number: int) -> dt.date:
    return dt.date(2026, month, number)


@pytest.mark.usefixtures("qapp")
class TestPages:
    """Real pages, read back."""

    def test_what_bears_a_later_date_is_told(self) -> None:
        words = behind(
            NOTED,
            Substance(name="Tramadol", source=Source.PRESCRIBED, since=day(5, 2)),
            Substance(name="Diclofenac", source=Source.PRESCRIBED, since=day(1, 2), until=day(4, 25)),
            Substance(name="Sertraline", source=Source.PRESCRIBED, since=day(4, 20)),
            Condition(what=ConditionKind.LIVER, name="fatty liver", since=day(5, 9)),
            LabResult(day=day(5, 3), what=Lab.ALT, value="68", unit="U/l"),
        )
        assert (
            "Since the last report New. Tramadol on 2 May 2026; Liver: fatty liver on 9 May 2026; Amber first" in words
        )
        assert "first taken on 27 May 2026. Ended. Diclofenac on 25 Apr 2026. Laboratory. ALT on 3 May 2026." in words
        assert SAME in words and "Sertraline on 20 Apr" not in words

    def test_what_is_private_or_left_out_is_not_told_and_the_sentence_is_the_same(self) -> None:
        tramadol = Substance(name="Tramadol", source=Source.PRESCRIBED, since=day(5, 2))
        hidden = (
            Substance(name="Codeine", source=Source.PRESCRIBED, since=day(5, 2), private=True),
            Condition(what=ConditionKind.MENTAL_HEALTH, name="panic", since=day(5, 9)),
            Condition(what=ConditionKind.PREGNANCY, since=day(5, 9), private=True),
        )
        words = behind(NOTED, *hidden)
        assert not any(name in words for name in ("Codeine", "panic", "Pregnancy on")) and SAME in words
        assert "Tramadol" in behind(NOTED, tramadol) and "Tramadol" not in behind(NOTED, tramadol, medicines=False)

    def test_nothing_listed_is_no_word_that_nothing_changed(self) -> None:
        sheet = Sheet()
        sheet.dose(1)
        assert f"Since the last report Nothing is listed here. {SAME}" in said(sheet, NOTED)

    def test_warning_symptoms_since_then_are_named_those_of_that_day_too(self) -> None:
        sheet = Sheet()
        for back in (2, 9, 41, 42):  # 41 days back is 20 Apr
            sheet.rating(back, 4, symptom=YELLOW)
        told = said(sheet, NOTED)
        signs = "Warning symptoms from that day on. yellow eyes or skin on 3 days, the last 29 May 2026."
        assert f"Since the last report {signs} {SAME}" in told
        assert f"Since the last report Nothing is listed here. {SAME}" in said(sheet, NOTED, warnings=False)

    def test_a_warning_symptom_before_everything_that_page_1_looks_at_is_named(self) -> None:
        sheet = Sheet()
        sheet.rating(100, 4, symptom=YELLOW)
        old, week = setting_for("reports", "2026-02-01"), Span(PERIOD.last - dt.timedelta(days=6), PERIOD.last)
        pdf = make_pdf(OnPaper(sheet, SYMPTOMS, (old,)), ReportOptions(week), english(), MADE)
        first, *later = pages_of(pdf)
        assert "No warning symptom is listed here." in first
        assert "Warning symptoms from that day on. yellow eyes or skin on 20 Feb 2026." in " ".join(
            " ".join(later).split()
        )

    def test_a_first_report_and_one_that_leaves_it_out_have_no_such_lines(self) -> None:
        of_today = setting_for("reports", (PERIOD.last + dt.timedelta(days=1)).isoformat())
        for words in (behind(), behind(of_today), behind(NOTED, since_report=False)):
            assert "Since the last report" not in words

    def test_what_lies_between_the_last_report_and_a_short_period_is_told(self) -> None:
        """A report of one week after a visit months ago: the values since that visit are not forgotten."""
        sheet = Sheet()
        for back in range(60):
            sheet.dose(back, 2.5, 9, LEAF)
        for back in range(20):
            sheet.dose(back, 2.5, 12, SECOND_LEAF)
        lab = LabResult(day=day(5, 3), what=Lab.ALT, value="68", unit="U/l")
        old = LabResult(day=day(4, 20), what=Lab.AST, value="41")
        week = Span(PERIOD.last - dt.timedelta(days=6), PERIOD.last)
        pdf = make_pdf(OnPaper(sheet, SYMPTOMS, (NOTED, lab, old)), ReportOptions(week), english(), MADE)
        words = " ".join(" ".join(pages_of(pdf)[1:]).split())
        assert "first taken on 12 May 2026. Laboratory. ALT on 3 May 2026. It went out on 20 Apr 2026." in words
        assert "AST on 20 Apr" not in words
