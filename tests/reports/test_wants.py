"""What the person wants and asks: a planned operation stays on page 1 in full, long goals and questions are cut."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Attempt, Person, Question, Symptom, YesOrNo
from journal.core.journal_day import day_number
from journal.core.limits import GOAL_LETTERS, PLANNED_LETTERS, WORDS_LETTERS
from journal.core.moments import DAY_MS, moment_at
from journal.core.symptoms import BUILT_INS, SymptomKind
from journal.reports import Paper, ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import LAST, PERIOD, SEVEN_OH, SHOT, SYMPTOMS, UNSAID, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.drawn_letters import drawn_lines
from tests.reports.extremes import OnPaper
from tests.reports.test_page_one import faults

MADE = moment_at((day_number(LAST) + 1) * DAY_MS, "UTC")
OPERATION = (
    "operation on the left knee, 3 December, at the hospital in the town; anaesthetist asks about everything I take"
)
GOAL = "be able to walk the dog every day and sleep through, cut down slowly without feeling ill, and keep working"
SIGNS = tuple(
    Symptom(id=each.code, code=each.code, kind=each.kind) for each in BUILT_INS if each.kind is SymptomKind.WARNING
)


def page_of(
    goal: str,
    planned: str,
    full: bool = False,
    paper: str = "a4",
    questions: tuple[str, ...] = (),
    own: str = "w " * 100,
    tried: Sequence[Attempt] = (),
) -> list[str]:
    return pages_of(pdf_of(goal, planned, full, paper, questions, own, tried))


def pdf_of(
    goal: str,
    planned: str,
    full: bool,
    paper: str,
    questions: tuple[str, ...],
    own: str = "w " * 100,
    tried: Sequence[Attempt] = (),
) -> bytes:
    sheet = Sheet()
    for day in range(84):
        for number, product in enumerate((None, SEVEN_OH, SHOT, UNSAID) if full else (None,)):
            sheet.dose(day, 1, hour=8 + number, product=product)
        for sign in SIGNS if full else ():
            sheet.rating(day, 6, symptom=sign)
    asked = tuple(Question(text=question) for question in questions)
    options = ReportOptions(
        PERIOD, "letter" if paper == "letter" else "a4", words=own[:WORDS_LETTERS], goal=goal[:GOAL_LETTERS],
        planned=planned[:PLANNED_LETTERS], suicidal=True,
    )  # fmt: skip
    return make_pdf(OnPaper(sheet, (*SYMPTOMS, *SIGNS), (*asked, *tried)), options, english(), MADE)


def test_both_stand_on_page_1_where_there_is_room(qapp: QApplication) -> None:
    assert (
        "Wants sleep better. Planned: operation on 3 December. "
        in page_of("sleep better", "operation on 3 December")[0]
    )
    assert "Wants Planned: operation on 3 December. " in page_of("", "operation on 3 December")[0]
    assert "Wants sleep better. " in page_of("sleep better", "")[0]


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_operation_stays_and_the_goal_gives_way(full: bool, paper: str, qapp: QApplication) -> None:
    first, *later = page_of(GOAL, OPERATION, full, paper)
    assert f"Planned: {OPERATION[:PLANNED_LETTERS].rstrip()}." in first
    assert f"{GOAL}." not in first and re.search(r"… \(page \d+\) Planned:", first)
    assert f"{GOAL}." in " ".join(later)


@pytest.mark.slow
@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_of_a_long_goal_and_a_long_plan_both_begin_on_page_1(full: bool, paper: str, qapp: QApplication) -> None:
    goal, plan = ("GOAL OF MINE WITH WIDE LETTERS " * 4)[:120], ("PLANNED AND WIDE LETTERS " * 5)[:120]
    first, *later = page_of(goal, plan, full, paper)
    assert "Wants GOAL OF MINE WITH" in first and "Planned: PLANNED AND WIDE" in first
    assert len(re.findall(r"… \(page \d+\)", first)) >= 2
    assert f"{goal.strip()}." in " ".join(later)
    assert f"Planned: {plan.strip()}." in " ".join((first, *later))


@pytest.mark.slow
def test_an_earlier_attempt_stands_on_page_1(qapp: QApplication) -> None:
    """The last one with the beginning of what was written, and how many there are besides."""
    stopped = "Stopped from one day to the next; " + "legs and no sleep " * 20
    tried = [
        Attempt(since=dt.date(2026, month, 1), until=dt.date(2026, month, 9), what_happened=stopped) for month in (2, 1)
    ]
    first, *later = page_of("sleep better", "", tried=tried[:1])
    assert "Wants sleep better. Tried before 1 Feb 2026 – 9 Feb 2026: “Stopped from one day to" in first
    assert "… (page 2) Takes now" in first
    assert stopped.strip() in " ".join(later) and " ".join(later).count("Stopped from") == 1
    assert "Tried before 1 more time: next pages; the last 1 Feb 2026" in page_of("", "", tried=tried)[0]
    assert "Tried before" not in page_of("", "", tried=[Attempt(what_happened=stopped, private=True)])[0]
    assert "Tried before “once” Takes now" in page_of("", "", tried=[Attempt(what_happened="once")])[0]


def test_words_in_braces_are_words(qapp: QApplication) -> None:
    assert "Planned: {words} {0}." in page_of(GOAL, "{words} {0}")[0]


# --- what is asked ----------------------------------------------------------------------------------------------------

LIVER, SLEEP = "Can I get my liver tested?", "What helps me to sleep & <rest>?"


def test_the_questions_stand_on_page_1_behind_the_goal(qapp: QApplication) -> None:
    first, *later = page_of("sleep better", "", questions=(LIVER, SLEEP))
    assert f"Wants sleep better. Asks “{LIVER}” “{SLEEP}” " in first
    assert f"Question 1. {LIVER}" in " ".join(later) and f"Question 2. {SLEEP}" in " ".join(later)
    assert f"Asks “{LIVER}” " in page_of("", "", questions=(LIVER,), own="")[0]
    assert "Asks" not in page_of("sleep better", "")[0]


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_has_no_room_is_counted_and_stands_in_full_later(full: bool, paper: str, qapp: QApplication) -> None:
    many = tuple(f"Question of the person, number {number}, about something else?" for number in range(20))
    first, *later = page_of(GOAL, OPERATION, full, paper, many)
    shown = sum(f"“{question}”" in first for question in many)
    assert 1 <= shown < 6 and all(f"“{question}”" in first for question in many[:shown])
    assert f"{20 - shown} more questions: next pages." in first
    assert all(question in " ".join(later) for question in many)


@pytest.mark.slow
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_fullest_page_has_room_for_all_of_it(paper: Paper, qapp: QApplication) -> None:
    """Every sign, four groups, the longest own words, questions and an attempt."""
    tried = [Attempt(what_happened="legs and no sleep " * 20)]
    pdf = pdf_of(GOAL, OPERATION, True, paper, (LIVER, SLEEP) * 10, tried=tried)
    assert faults(pdf, paper) == []
    first, *later = pages_of(pdf)
    (number,) = {int(said) for said in re.findall(r"(?:the whole chart: page|no room here: see page) (\d)", first)}
    assert "12 weeks at a glance bar: a day" in later[number - 2]  # behind the warning symptoms
    assert "Notes at the visit" not in first


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("full", [False, True])
def test_of_a_long_question_the_beginning_stands_there(full: bool, qapp: QApplication) -> None:
    long = "Why " + "is it so hard to say " * 20 + "at all?"
    first, *later = page_of(GOAL, OPERATION, full, questions=(long, LIVER))
    assert "Asks “Why is it so hard" in first and "…” 1 more question: next pages." in first and "at all?" not in first
    assert long in " ".join(later)


def test_questions_written_from_right_to_left_keep_their_order_and_that_of_what_stands_around_them(
    qapp: QApplication,
) -> None:
    head, back = "כאב ראש", "גב"
    lines = drawn_lines(pdf_of("sleep", "", False, "a4", (f"{head} {back}?", f"Is {back} (Sam) {head}?")))
    assert f"“?{back[::-1]} {head[::-1]}” “Is {back[::-1]} (Sam) {head[::-1]}?”" in lines
    long = drawn_lines(pdf_of("sleep", "", False, "a4", (f"{head} {back} " * 40, "Why?")))
    first, second, *_ = long[long.index("Asks") + 1 :]
    assert first.startswith("“") and first.endswith(head[::-1])
    assert second.startswith("…") and second.endswith("” 1 more question: next pages.")


_MANY_PICTURES = ("\U0001f600" * 120, "".join(chr(0x1F600 + number % 60) for number in range(120)), "W" * 120)


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("words", _MANY_PICTURES, ids=["one picture", "many pictures", "one word"])
def test_what_cannot_be_broken_or_shown_leaves_page_1_in_order(words: str, paper: Paper, qapp: QApplication) -> None:
    """A picture is printed as its name, which is up to forty letters long."""
    pdf = pdf_of(words, words, False, paper, (words * 3,), own=words * 2)
    assert faults(pdf, paper) == []
    assert "How the figures are made: at the end." in pages_of(pdf)[0]


def test_what_the_person_wrote_about_themselves_is_told_with_their_own_words(qapp: QApplication) -> None:
    about = Person(goal="walk the dog", since=dt.date(2021, 3, 1), naloxone_at_home=YesOrNo.YES)

    def first(*entries: Person, **options: Any) -> str:
        sheet = Sheet()
        for day in range(28):
            sheet.dose(day)
        pdf = make_pdf(OnPaper(sheet, SYMPTOMS, entries), ReportOptions(PERIOD, **options), english(), MADE)
        return " ".join(pages_of(pdf)[0].split())

    said = first(about)
    assert "Wants walk the dog." in said and "Taking it since 1 Mar 2021." in said
    assert "Naloxone at home: yes" in said and "wishes" not in said
    assert "Wants sleep better." in first(about, goal="sleep better")  # what was typed for these pages wins
    for hidden in (first(about, own_words=False), first(replace(about, private=True))):
        assert "dog" not in hidden and "Taking it since" not in hidden and "Naloxone at home: yes" not in hidden
    denied = first(replace(about, naloxone_at_home=YesOrNo.NO))
    assert "Naloxone at home no yes" in denied  # boxes: an answer without a day denies nothing
