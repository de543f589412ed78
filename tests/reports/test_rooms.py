"""What a full page 1 gives up: always more, so that halving finds the first room; the demo keeps figures and chart."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at
from journal.demo import made_up_entries
from journal.insights.summary import Span
from journal.reports import Paper, ReportOptions
from journal.reports.figure_rows import page_groups
from journal.reports.pdf import make_pdf
from journal.reports.rooms import ROOMS
from journal.texts import english
from tests.insights.sheet import SHOT, Sheet
from tests.journals import new_journal
from tests.oracle.printed import CHART_LATER, FIGURES_LATER
from tests.oracle.read_back import pages_of
from tests.reports.test_rising import inputs_of

LAST = dt.date(2026, 11, 29)
GIVEN_UP_AS_TRUE = ("one_panel", "fewest_panels", "running", "answers_run_on", "small_lines")
GIVEN_UP_AS_FALSE = ("spare", "histogram", "all_names", "chart", "glance", "figures")
LESS = ("effects", "products", "words", "pitch", "fields", "writing", "asks", "denied")


def test_each_room_gives_up_all_that_those_before_it_did() -> None:
    for before, after in pairwise(ROOMS):
        for name in LESS:
            assert getattr(after, name) <= getattr(before, name), name
        for name in GIVEN_UP_AS_TRUE:
            assert getattr(after, name) >= getattr(before, name), name
        for name in GIVEN_UP_AS_FALSE:
            assert getattr(after, name) <= getattr(before, name), name
        assert before != after


def test_the_chart_leaves_before_the_key_figures() -> None:
    assert not any(room.glance for room in ROOMS if not room.figures)
    assert all(room.least >= 60 for room in ROOMS if room.chart)


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_demo_has_its_key_figures_and_its_chart_on_page_1(paper: Paper, tmp_path: Path) -> None:
    """With everything that can be chosen."""
    until = (day_number(LAST) + 1) * DAY_MS
    with new_journal(tmp_path / "demo.leaf", None).open() as book:
        book.save(*made_up_entries(1, LAST, 84, "UTC", until))
        options = ReportOptions(
            Span(LAST - dt.timedelta(days=83), LAST), paper, alcohol=True, cannabis=True, other_substances=True,
            mood=True, suicidal=True,
        )  # fmt: skip
        first = pages_of(make_pdf(book, options, english(), moment_at(until, "UTC")))[0]
    said = " ".join(first.split())
    assert FIGURES_LATER not in said and not any(words in said for words in CHART_LATER)
    assert "Days taken" in said and "last 28 days →" in said


def test_rows_without_a_figure_are_spare_and_days_taken_stay() -> None:
    """Extract on two days of the last 28: on a full page its amount and doses stand on the next one."""
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 2.5)
    for day in (2, 9):
        sheet.dose(day, 1, hour=15, product=SHOT)
    leaf, extract, _ = page_groups(inputs_of(sheet))
    assert [row.label for row in leaf.rows if row.spare] == ["g, largest day"]
    assert [row.label for row in extract.rows if not row.spare] == ["Days taken"]
    assert len(extract.rows) == 4
