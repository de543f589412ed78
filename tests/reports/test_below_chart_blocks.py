"""Where the bars of the ratings before and after doses have no room, their sums stand in a sentence."""

from __future__ import annotations

import pytest

from journal.core.entries import Phase
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at
from journal.reports import ReportOptions, page_1_layout
from journal.reports.pdf import make_pdf
from journal.reports.rooms import ROOMS
from journal.texts import english
from tests.insights.sheet import PERIOD, SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper

MADE = moment_at((day_number(PERIOD.last) + 1) * DAY_MS, "UTC")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("bars", [True, False])
def test_the_sums_of_the_bars_stand_where_they_have_no_room(bars: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_1_layout, "ROOMS", ROOMS if bars else ROOMS[2:])
    sheet = Sheet()
    for day in range(84):
        taken = sheet.dose(day, 2, hour=13)
        sheet.rating(day, 6, 12.9, phase=Phase.BEFORE, dose=taken)
        sheet.rating(day, (3, 6, 7, 3)[day % 4], 14.2, phase=Phase.AFTER, dose=taken)
    first = pages_of(make_pdf(OnPaper(sheet, SYMPTOMS), ReportOptions(PERIOD), english(), MADE))[0]
    said = "what the dose did. Rating after the dose: lower 14, same 7, higher 7."
    assert "28 pairs on 28 days" in first
    assert (said in " ".join(first.split())) is not bars
