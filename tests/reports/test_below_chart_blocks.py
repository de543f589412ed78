"""Where the bars of the ratings before and after doses have no room, their sums stand in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.entries import Phase
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at
from journal.reports import ReportOptions, page_1_layout
from journal.reports.pdf import make_pdf
from journal.reports.rooms import ROOMS, Room
from journal.texts import english
from tests.insights.sheet import ITCHING, LEAF, NAUSEA, PERIOD, RESTLESS, SEVEN_OH, SHOT, SYMPTOMS, Sheet
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


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("others", [1, 2])
def test_a_single_one_without_room_is_named_in_place_of_a_count(others: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last product and the last side effect take no more than the line that counts them."""
    monkeypatch.setattr(page_1_layout, "ROOMS", tuple(_one_row(room) for room in ROOMS))
    sheet = Sheet()
    for day in range(84):
        for number, product in enumerate((LEAF, SEVEN_OH, SHOT)[: others + 1]):
            for n in range(3 - number):
                sheet.dose(day, 2, hour=8 + number + 4 * n, product=product)
        for symptom in (NAUSEA, ITCHING, RESTLESS)[: others + 1]:
            sheet.rating(day, 4, 21, symptom)
    first, *later = pages_of(make_pdf(OnPaper(sheet, SYMPTOMS), ReportOptions(PERIOD), english(), MADE))
    said = " ".join(first.split())
    assert ("and Seven, 56 doses, 28 days: page 2." in said) is (others == 1)
    assert ("and 2 more: page 2." in said) is (others == 2)
    assert "and Itching 28 of 28, worst 4: page 2." in said
    assert "Seven: 56 doses, 28 days" in " ".join(later)


def _one_row(room: Room) -> Room:
    return replace(room, products=min(room.products, 1), effects=min(room.effects, 1))
