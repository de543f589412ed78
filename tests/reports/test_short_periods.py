"""A page of one chosen day, or of a few, says what it covers and never "28 days" or "last 7" of what is less."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at
from journal.insights.windows import span_back
from journal.reports import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import ITCHING, LAST, RESTLESS, SEVEN_OH, SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper

MADE = moment_at((day_number(LAST) + 1) * DAY_MS + DAY_MS // 2, "UTC")
LONGER = re.compile(r"[Ll]ast 28|28[ -]day|[Ll]ast 7")


def pages(days: int, rated: bool = True) -> list[str]:
    sheet = Sheet(begun=LAST - dt.timedelta(days=200))
    for day in range(60):
        for hour in (8, 14):
            sheet.dose(day, 2, hour=hour)
        sheet.dose(day, 0.015, hour=20, product=SEVEN_OH)
        if rated:
            sheet.rating(day, 6, hour=7.9)
            sheet.rating(day, 4, hour=9.5)
            sheet.rating(day, 3, symptom=ITCHING)
            sheet.rating(day, 5, symptom=RESTLESS)
    options = ReportOptions(span_back(LAST, days))
    return pages_of(make_pdf(OnPaper(sheet, SYMPTOMS), options, english(), MADE))


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("rated", [True, False])
@pytest.mark.parametrize(
    ("days", "heads"),
    [(1, "1 day 1 day 28 before"), (5, "5 days 5 days 28 before"), (7, "Last 7 7 days 28 before"),
     (10, "Last 7 10 days 28 before")],
)  # fmt: skip
def test_a_short_period_says_what_it_covers(days: int, heads: str, rated: bool, qapp: QApplication) -> None:
    first, *_ = pages(days, rated)
    week = {"last 7"} if days >= 7 else set()
    assert {each.lower() for each in LONGER.findall(first)} <= week
    assert f"{heads} Change" in first
    named = "1 day" if days == 1 else f"{days} days"
    assert f"Products, {named}" in first
    if rated:
        assert f"{named} before Itching" in first  # side effects
        assert f"Before → after {named}" in first
    else:
        assert f"not told for {named}" in first
        assert f"of {'this' if days == 1 else 'these'} {named} have a rating before and after" in first
    if days >= 5:
        assert f"({days}-day median)" in first


def test_a_long_period_says_it_of_28_days(qapp: QApplication) -> None:
    first, *_ = pages(84)
    for said in ("Last 7 Last 28 days 28 before Change", "(28-day median)", "Products, 28 days", "; last 7 days:"):
        assert said in first
