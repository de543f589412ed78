"""Page 1 never says that the main symptom was not rated while a rating of today is written down."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, HOUR_MS, Moment
from journal.insights.windows import span_back
from journal.reports import ReportOptions, pdf
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import LAST, SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper

TODAY = -1  # counted back from the period's last day, which is yesterday
NOW = Moment((day_number(LAST) + 1) * DAY_MS + 20 * HOUR_MS, 0, "UTC")
SAID = "Rated after this period, up to 1 Jun, 20:00:"


def page_of(*today: int, in_period: bool = False, last: int = 0, **options: bool) -> str:
    sheet = Sheet()
    for day in range(10 if in_period else 0):
        sheet.rating(day, 5)
    for number, value in enumerate(today):
        sheet.rating(TODAY, value, hour=8 + number)
    chosen = ReportOptions(span_back(LAST - dt.timedelta(days=last), 84), **options)  # type: ignore[arg-type]
    return " ".join(pages_of(make_pdf(OnPaper(sheet, SYMPTOMS), chosen, english(), NOW))[0].split())


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("today", "said"),
    [((6,), "6 of 10"), ((4, 7), "4, then 7 of 10"), ((4, 2, 7, 3), "4 times, 2 to 7 of 10, the last 3")],
)
def test_what_was_rated_today_is_told_beside_the_figures(qapp: QApplication, today: tuple[int, ...], said: str) -> None:
    alone, beside = page_of(*today), page_of(*today, in_period=True)
    assert f"not rated in 56 days. {SAID} {said}; not in the figures." in alone
    assert "pain or main symptom" not in alone
    rated = "5.0 on 10 rated days of 28; last 7 days: 5.0; 28 days before: not recorded."
    assert f"{rated} {SAID} {said}; not in the figures." in beside


def test_without_a_rating_nothing_more_is_said(qapp: QApplication) -> None:
    alone, beside = page_of(), page_of(in_period=True)
    assert "pain or main symptom in 56 days" in alone
    assert "Rated after" not in alone and "Rated after" not in beside


def test_what_is_left_out_or_of_a_period_that_ends_earlier_is_not_told(qapp: QApplication) -> None:
    assert page_of(6, symptoms=False) == page_of(symptoms=False)
    assert "Rated after" not in page_of(6, last=5)


def test_a_page_that_forgets_it_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "rated_later", lambda *about: None)
    assert "pain or main symptom in 56 days" in page_of(6)


def test_the_last_week_and_how_many_days_were_rated_stand_beside_the_median(qapp: QApplication) -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.rating(day, 7 if day < 7 else 6)
    chosen = ReportOptions(span_back(LAST, 84))
    first = " ".join(pages_of(make_pdf(OnPaper(sheet, SYMPTOMS), chosen, english(), NOW))[0].split())
    assert "6.0 on 28 rated days; last 7 days: 7.0; 28 days before:" in first
