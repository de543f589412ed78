"""Page 1 never says that nothing is taken while doses of today are written down, whatever its period holds."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.amounts import Dimension
from journal.core.entries import DayMarkKind
from journal.core.figure_facts import DoseFact
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, HOUR_MS, MINUTE_MS, Moment
from journal.insights.windows import span_back
from journal.reports import ReportOptions, pdf
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import LAST, LEAF, SEVEN_OH, SYMPTOMS, UNSAID, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper

TODAY = -1  # counted back from the period's last day, which is yesterday
NOW = Moment((day_number(LAST) + 1) * DAY_MS + 20 * HOUR_MS, 0, "UTC")
IN_THE_PERIOD = ("nothing", "doses", "none", "private", "number not known")
SINCE = {
    "leaf": "leaf, 5 g in 2 doses (Green)",
    "unweighed": "leaf, 1 dose, amount not said (Green)",
    "two groups": "leaf, 2 g in 1 dose (Green); 7-OH, 15 mg in 1 dose (Seven)",
    "kind not said": "leaf, at least 2 g in at least 1 dose (Green); kind not said, 3 g in 1 dose (Unsaid)",
    "private": "1 dose was written down and is left out",
    "one private": "leaf, at least 2 g in at least 1 dose (Green); 1 dose was written down and is left out",
    "number not known": "doses whose number is not known",
}


def sheet_of(before: str, since: str) -> Sheet:
    sheet = Sheet()
    for day in range(10):
        if before in ("doses", "private"):
            sheet.dose(day, private=before == "private")
        elif before == "none":
            sheet.mark(day)
        elif before == "number not known":
            sheet.mark(day, DayMarkKind.NUMBER_NOT_KNOWN)
    if since in ("leaf", "two groups", "kind not said", "one private"):
        sheet.dose(TODAY, 2, hour=8)
    if since == "leaf":
        sheet.dose(TODAY, 3, hour=12, product=LEAF)
    elif since == "unweighed":
        sheet.dose(TODAY, None, hour=8)
    elif since == "two groups":
        sheet.dose(TODAY, 0.015, hour=12, product=SEVEN_OH)
    elif since == "kind not said":
        sheet.dose(TODAY, 3, hour=12, product=UNSAID)
    elif since in ("private", "one private"):
        sheet.dose(TODAY, 3, hour=12, product=SEVEN_OH, private=True)
    elif since == "number not known":
        sheet.mark(TODAY, DayMarkKind.NUMBER_NOT_KNOWN)
    if since == "later than the clock":
        sheet.dose(TODAY, 3, hour=20.1)
    return sheet


def page_of(sheet: Sheet, last: int = 0) -> str:
    period = span_back(LAST - dt.timedelta(days=last), 84)
    return str(pages_of(make_pdf(OnPaper(sheet, SYMPTOMS), ReportOptions(period), english(), NOW))[0])


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("before", IN_THE_PERIOD)
def test_doses_of_today_are_told_whatever_the_period_holds(before: str, qapp: QApplication) -> None:
    for since, said in SINCE.items():
        page = page_of(sheet_of(before, since))
        assert f"After this period, up to 1 Jun, 20:00: {said}; not in the figures." in page, (before, since)
        assert "doses (takes now)" not in page
        only_today = before in ("nothing", "number not known")
        assert ("No dose is written down in this period." in page) is only_today, (before, since)
        if only_today:  # a journal that begins today does not begin with what is not there
            assert page.index("After this period, up to") < page.index("No dose is written down in this period.")
        assert "Seven" not in page or since == "two groups"  # what is used in private only is not named


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("before", IN_THE_PERIOD)
def test_without_doses_of_today_nothing_more_is_said(before: str, qapp: QApplication) -> None:
    page = page_of(sheet_of(before, "nothing"))
    assert "After this period" not in page and "No dose is written down" not in page
    assert ("doses (takes now)" in page) is (before in ("nothing", "number not known"))


def test_doses_dated_later_than_the_clock_are_counted(qapp: QApplication) -> None:
    page = page_of(sheet_of("nothing", "later than the clock"))
    assert "1 dose is dated later than this computer’s clock; not in the figures." in page


def test_a_dose_taken_before_a_journey_to_the_west_is_told(qapp: QApplication) -> None:
    """In Auckland it was the day after tomorrow's morning; the clock of Los Angeles says that day has not come yet."""
    sheet = Sheet()
    taken = Moment(NOW.utc_ms - 30 * MINUTE_MS, 13 * 3600, "Pacific/Auckland")
    sheet.doses.append(DoseFact("west", taken.utc_ms, taken.local_ms, taken.utc_ms, SEVEN_OH.id, 20, "mass", "label"))
    assert "7-OH, 20 mg in 1 dose (Seven); not in the figures." in page_of(sheet)


def test_doses_measured_in_two_ways_are_both_told(qapp: QApplication) -> None:
    sheet = Sheet()
    sheet.dose(TODAY, 2.04, hour=8)
    sheet.dose(TODAY, 60, hour=9, dimension=Dimension.VOLUME)
    assert "leaf, 2.04 g in 1 dose and 60 ml in 1 dose (Green)" in page_of(sheet)


def test_a_period_that_ends_earlier_says_that_later_days_are_not_looked_at(qapp: QApplication) -> None:
    for before in ("nothing", "doses"):
        page = page_of(sheet_of(before, "leaf"), last=5)
        assert "Days after 26 May 2026 are not looked at." in page
        assert ("No dose is written down in this period." in page) is (before == "nothing")
        assert "After this period" not in page and "doses (takes now)" not in page


def test_a_page_that_forgets_them_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "first_day_after", lambda period, today: None)
    for before in ("nothing", "doses"):
        with pytest.raises(AssertionError):
            test_doses_of_today_are_told_whatever_the_period_holds(before, qapp)
