"""What the person wants: a planned operation stays on page 1 in full, and a long goal gives way to it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Symptom
from journal.core.journal_day import day_number
from journal.core.limits import GOAL_LETTERS, PLANNED_LETTERS, WORDS_LETTERS
from journal.core.moments import DAY_MS, moment_at
from journal.core.symptoms import BUILT_INS, SymptomKind
from journal.reports import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import LAST, PERIOD, SEVEN_OH, SHOT, SYMPTOMS, UNSAID, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper

MADE = moment_at((day_number(LAST) + 1) * DAY_MS, "UTC")
OPERATION = (
    "operation on the left knee, 3 December, at the hospital in the town; anaesthetist asks about everything I take"
)
GOAL = "be able to walk the dog every day and sleep through, cut down slowly without feeling ill, and keep working"
SIGNS = tuple(
    Symptom(id=each.code, code=each.code, kind=each.kind) for each in BUILT_INS if each.kind is SymptomKind.WARNING
)


def page_of(goal: str, planned: str, full: bool = False, paper: str = "a4") -> list[str]:
    sheet, words = Sheet(), "w " * 100
    for day in range(84):
        for number, product in enumerate((None, SEVEN_OH, SHOT, UNSAID) if full else (None,)):
            sheet.dose(day, 1, hour=8 + number, product=product)
        for sign in SIGNS if full else ():
            sheet.rating(day, 6, symptom=sign)
    options = ReportOptions(
        PERIOD, "letter" if paper == "letter" else "a4", words=words[:WORDS_LETTERS], goal=goal[:GOAL_LETTERS],
        planned=planned[:PLANNED_LETTERS], suicidal=True,
    )  # fmt: skip
    return pages_of(make_pdf(OnPaper(sheet, (*SYMPTOMS, *SIGNS)), options, english(), MADE))


def test_both_stand_on_page_1_where_there_is_room(qapp: QApplication) -> None:
    assert (
        "Wants sleep better. Planned: operation on 3 December. "
        in page_of("sleep better", "operation on 3 December")[0]
    )
    assert "Wants Planned: operation on 3 December. " in page_of("", "operation on 3 December")[0]
    assert "Wants sleep better. " in page_of("sleep better", "")[0]


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_operation_stays_and_the_goal_gives_way(full: bool, paper: str, qapp: QApplication) -> None:
    first, *later = page_of(GOAL, OPERATION, full, paper)
    assert f"Planned: {OPERATION[:PLANNED_LETTERS].rstrip()}." in first
    assert f"{GOAL}." not in first and "… (page 2) Planned:" in first
    assert f"{GOAL}." in " ".join(later)


def test_words_in_braces_are_words(qapp: QApplication) -> None:
    assert "Planned: {words} {0}." in page_of(GOAL, "{words} {0}")[0]
