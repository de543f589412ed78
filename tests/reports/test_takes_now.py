"""What is taken now says where it may be more."""

from __future__ import annotations

from tests.insights.sheet import Sheet
from tests.reports.test_page_words import said_of


def test_days_known_in_part_are_counted_beside_an_exact_median() -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.5)
    sheet.dose(3, None)
    now = said_of(sheet).page.lines[0].paragraphs[0][0]
    assert str(now).startswith("Leaf, 2.5 g in 1 dose a day (28-day median; on 1 of 28 days at least), 28 of 28")
