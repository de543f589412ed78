"""The legend below the key figures: an example in it does not read like a figure of the journal."""

from __future__ import annotations

import pytest

from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at
from journal.reports import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import PERIOD, SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper

MADE = moment_at((day_number(PERIOD.last) + 1) * DAY_MS, "UTC")


@pytest.mark.usefixtures("qapp")
def test_the_example_of_days_known_in_part_is_one_of_the_table() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 2.5 if day % 4 else None)
    first = pages_of(make_pdf(OnPaper(sheet, SYMPTOMS), ReportOptions(PERIOD), english(), MADE))[0]
    assert "“n 28 (7)”: in brackets how many of these are known only in part." in first
    assert "n 28 (7)" in first


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("private", [True, False], ids=["private", "never rated"])
def test_what_is_private_and_what_was_never_rated_are_both_not_listed(private: bool) -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 2.5)
        if private:
            sheet.rating(day, 6, private=True)
    first = pages_of(make_pdf(OnPaper(sheet, SYMPTOMS), ReportOptions(PERIOD), english(), MADE))[0]
    rows = " ".join(first.split()).partition("All products")[2].partition("For the visit")[0]
    assert "not listed not listed not listed" in rows
    assert "not rated" not in rows and "not listed too few" not in rows
