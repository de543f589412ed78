"""A high blood pressure stands in the box of warning symptoms, by the same rules as the symptoms."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Condition, Measurement, Rating
from journal.core.health import ConditionKind
from journal.core.moments import moment_at, moment_now
from journal.insights.summary import Span
from journal.insights.wording import Sentence
from journal.reports import ReportOptions
from journal.reports.options import Paper
from journal.reports.pdf import make_pdf
from journal.reports.top_blocks import groups_of
from journal.reports.warning_symptoms import WarningBox
from journal.texts import english
from tests.journals import START_MS, JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.oracle.warned import NOTHING
from tests.reports.filled import LAST, noon
from tests.reports.test_full_page import SIGNS, fullest, made
from tests.reports.test_page_one import faults
from tests.reports.test_warning_symptoms import CHEST

__all__ = ["clock", "plain_journal", "templates"]

WEEK = Span(LAST - dt.timedelta(days=6), LAST)


def high(back: int, upper: int = 195, lower: int = 125, private: bool = False) -> Measurement:
    return Measurement(at=noon(back), systolic=upper, diastolic=lower, private=private)


def box(at: JournalAt, period: Span = WEEK, measurements: bool = True, pregnancy: bool = False) -> str:
    """What stands between the head of page 1 and the own words."""
    options = ReportOptions(period, measurements=measurements, pregnancy=pregnancy)
    with at.open(read_only=True) as book:
        first = " ".join(pages_of(make_pdf(book, options, english(), moment_now(at.clock)))[0].split())
    said = first.partition(" In own words")[0]
    beginnings = (said.find(beginning) for beginning in ("Blood pressure ", "No warning ", "Warning "))
    return said[min(place for place in beginnings if place >= 0) :]


def test_the_sentence_about_no_symptom_follows_it_word_for_word(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(high(3))
    assert box(plain_journal) == f"Blood pressure 195/125 on 18 Nov, 11:00. {NOTHING}"


def test_it_stands_before_the_symptoms(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(CHEST, Rating(at=noon(2), symptom=CHEST.id, value=7), high(3))
    said = box(plain_journal)
    assert said.startswith("Blood pressure 195/125 on 18 Nov, 11:00. Warning symptom: chest pain on 1 day, 7 of 10")
    assert "No warning symptom" not in said and said.count("Blood pressure") == 1


@pytest.mark.parametrize(
    ("back", "said"),
    [(30, "Blood pressure 195/125 on 22 Oct, 12:00 (before this period). "), (100, ""),
     (-400, "Blood pressure 195/125 on 26 Dec 2027, 11:00 (dated later than this computer’s clock). ")],
)  # fmt: skip
def test_the_same_days_are_looked_at(qapp: QApplication, plain_journal: JournalAt, back: int, said: str) -> None:
    with plain_journal.open() as book:
        book.save(high(back))
    assert box(plain_journal) == f"{said}{NOTHING}"


def test_one_after_the_period_is_told(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(Measurement(at=moment_at(START_MS - 60_000, "Europe/Berlin"), diastolic=121))
    assert box(plain_journal).startswith("Blood pressure lower 121 on 22 Nov, 10:29 (after this period). ")


def test_what_is_private_or_left_out_or_not_high_changes_no_word(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(high(3, private=True), high(2, 159, 109))
    assert box(plain_journal) == NOTHING
    with plain_journal.open() as book:
        book.save(high(1))
    assert box(plain_journal, measurements=False) == NOTHING


def test_of_many_the_highest_and_the_newest_are_named(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(high(5, 210, 110), high(4, 185, 130), *(high(back, 181 + back, 100) for back in range(4)))
    said = box(plain_journal)
    assert said.startswith(
        "Blood pressure 181/100 on 21 Nov, 11:00, 185/130 on 17 Nov, 11:00, 210/110 on 16 Nov, 11:00 "
        "and 3 more readings from 160 or 110 on. "
    )


def test_what_is_high_in_a_pregnancy_is_told_of_everybody(qapp: QApplication, plain_journal: JournalAt) -> None:
    words = f"Blood pressure 162/100 on 18 Nov, 11:00. {NOTHING}"
    with plain_journal.open() as book:
        book.save(high(3, 162, 100))
    assert box(plain_journal) == words
    with plain_journal.open() as book:
        book.save(Condition(what=ConditionKind.PREGNANCY))
    assert box(plain_journal) == words  # left out: it neither takes the pressure away nor shows in its words
    assert box(plain_journal, pregnancy=True) == words


def test_it_is_printed_bold_and_the_sentence_is_not() -> None:
    pressure = "Blood pressure 195/125 on 18 Nov, 11:00."
    groups = groups_of(WarningBox((Sentence("", NOTHING),), pressure=pressure))
    assert [[(said.lead, said.text) for said in group] for group in groups] == [[(pressure, "")], [("", NOTHING)]]


@pytest.mark.quick_every(6)
@pytest.mark.slow_every(5)
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("signs", [len(SIGNS), 4, 0])
def test_the_fullest_page_has_room_for_it(signs: int, paper: Paper, qapp: QApplication) -> None:
    journal = fullest(signs)
    measured = tuple(Measurement(at=noon(0), systolic=181 + n, diastolic=150 - n) for n in range(9))
    journal = type(journal)(journal.sheet, journal.named, (*journal.others, *measured))
    pdf = made(journal, paper)
    assert faults(pdf, paper) == []
    assert "and 6 more readings from 160 or 110 on." in " ".join(pages_of(pdf)[0].split())
