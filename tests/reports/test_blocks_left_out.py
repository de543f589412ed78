"""Each block of page 1, and the page on how figures are made, can be left out: nothing else goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.moments import HOUR_MS, moment_at, moment_now
from journal.reports import Paper, ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import LEAF, NAUSEA, PAIN, PERIOD, Sheet
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper
from tests.reports.filled import filled_journals
from tests.reports.test_page_one import faults
from tests.reports.test_page_words import MADE, said_of

__all__ = ["clock", "plain_journal", "templates"]

NOON = moment_at(MADE.utc_ms + 12 * HOUR_MS, "UTC")
# What only that block says.
SAYS = {
    "key_figures": ("Key figures", "g, largest day", "[middle half of days]"),
    "glance": ("12 weeks at a glance", "bar: a day"),
    "products": ("Products, 28 days", "leaf powder; vendor and strength not said"),
    "before_after": ("Before → after", "pairs on"),
    "methods": ("How these figures are made", "Day, week, period.", "How the figures are made: at the end."),
}
ALWAYS = ("Takes now", "Change", "Side effects", "Nausea", "Entries on 60 of 84 days", "fingerprint of the data")


def _sheet() -> Sheet:
    """60 days up to the last one, and the day on which the pages are made."""
    sheet = Sheet()
    for day in range(-1, 60):
        sheet.dose(day, 2 + day % 3 / 2, 12)
        sheet.rating(day, 6, 11.5)
        sheet.rating(day, 4, 13)
        sheet.rating(day, 3, 18, NAUSEA)
    return sheet


def _said(**chosen: Any) -> str:
    options = replace(ReportOptions(PERIOD), **chosen)
    return " ".join(pages_of(make_pdf(OnPaper(_sheet(), (PAIN, NAUSEA)), options, english(), NOON)))


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("field", SAYS)
def test_each_is_left_out_by_itself(qapp: QApplication, field: str) -> None:
    usual, said = _said(), _said(**{field: False})
    for words in SAYS[field]:
        assert words in usual
        assert words not in said
    for words in (*ALWAYS, *(words for other, says in SAYS.items() if other != field for words in says[:1])):
        assert words in said


def test_without_products_none_is_named_anywhere(qapp: QApplication) -> None:
    """Nor among the doses after the period."""
    assert f"({LEAF.name})" in _said() and f"{LEAF.name} 28 doses" in _said()
    assert LEAF.name not in _said(products=False)


@pytest.mark.slow
@pytest.mark.slow_every(3)
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", ["84 full days", "long texts and many warnings", "no data"])
def test_what_is_left_has_room_on_its_page(
    qapp: QApplication, plain_journal: JournalAt, case: str, paper: Paper
) -> None:
    """Whatever is left out, and with all of it left out."""
    with plain_journal.open() as book:
        fill, _ = filled_journals()[case]
        fill(book)
        for left_out in _some_left_out():
            options = replace(ReportOptions(PERIOD, paper), **left_out)
            made = make_pdf(book, options, english(), moment_now(plain_journal.clock))
            assert not faults(made, paper), left_out
            first = pages_of(made)[0]
            assert "Takes now" in first or case == "no data", left_out


def _some_left_out() -> Iterator[Mapping[str, Any]]:
    yield from ({field: False} for field in SAYS)
    yield dict.fromkeys(SAYS, False)


def test_without_a_pair_there_is_a_sentence_and_no_block() -> None:
    sheet = Sheet()
    sheet.dose(3, 2.5)
    page = said_of(sheet).page
    assert page.before_and_after is None and page.no_pairs is not None
    assert page.no_pairs.caption == "0 of 1 dose of the last 28 days has a rating before and after."
    assert said_of(sheet, before_after=False).page.no_pairs is None


def test_without_a_dose_nothing_is_said_of_ratings_around_them() -> None:
    page = said_of(Sheet()).page
    assert page.before_and_after is None and page.no_pairs is None
