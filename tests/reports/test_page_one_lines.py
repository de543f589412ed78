"""The lines on top of page 1: what was not rated never reads as "none"."""

from __future__ import annotations

import pytest

from tests.insights.sheet import RESTLESS, Sheet
from tests.reports.test_page_words import said_of


def line(sheet: Sheet, label: str) -> str:
    """The words beside a bold word; nothing without such a line."""
    found = (each for each in said_of(sheet).page.lines if each.label == label)
    return " ".join(str(sentence) for each in found for paragraph in each.paragraphs for sentence in paragraph)


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        (
            [(1, 12, 6), (2, 12, 3)],
            "on 1 of 2 rated days of 28 (restless legs); not rated before the first dose of a day;",
        ),
        ([(1, 12, 3)], "on 0 of 1 rated day of 28 (restless legs); not rated before the first dose of a day;"),
        (
            [(1, 7, 6), (2, 7, 3)],
            "on 1 of 2 rated days of 28 (restless legs); on 1 of 2 days rated before the first dose;",
        ),
        (
            [(1, 7, 3), (2, 12, 9)],
            "on 1 of 2 rated days of 28 (restless legs); on 0 of 1 day rated before the first dose;",
        ),
    ],
)
def test_a_morning_that_was_not_rated_is_not_a_morning_without(ratings: list[tuple[int, int, int]], said: str) -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.5, 9)
    for day, hour, value in ratings:
        sheet.rating(day, value, hour, RESTLESS)
    assert said in line(sheet, "When it wears off")


def test_without_a_dose_there_is_no_first_one() -> None:
    sheet = Sheet()
    sheet.dose(40, 2.5, 9)
    sheet.rating(1, 6, 7, RESTLESS)
    said = line(sheet, "When it wears off")
    assert "on 1 of 1 rated day of 28" in said and "first dose" not in said
