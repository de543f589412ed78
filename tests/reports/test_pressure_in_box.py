"""A high blood pressure stands in the box of warning symptoms, by the same rules as the symptoms."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Condition, Measurement, Rating
from journal.core.health import ConditionKind
from journal.core.moments import moment_at, moment_now
from journal.insights.summary import Span
from journal.reports import ReportOptions
from journal.reports.options import Paper
from journal.reports.pdf import make_pdf
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
    return said[said.find("arning symptom") - len("No w") :]


def test_without_a_symptom_it_follows_the_sentence_word_for_word(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(high(3))
    assert box(plain_journal) == f"{NOTHING} Blood pressure 195/125 on 18 Nov."


def test_it_follows_the_symptoms(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(CHEST, Rating(at=noon(2), symptom=CHEST.id, value=7), high(3))
    said = box(plain_journal)
    assert "chest pain on 1 day, 7 of 10" in said and "No warning symptom" not in said
    assert "Whether it has passed is not written down. Blood pressure 195/125 on 18 Nov. Looked at: this period" in said


@pytest.mark.parametrize(
    ("back", "said"),
    [(30, " Blood pressure 195/125 on 22 Oct (before this period)."), (100, ""),
     (-400, " Blood pressure 195/125 on 26 Dec 2027 (dated later than this computer’s clock).")],
)  # fmt: skip
def test_the_same_days_are_looked_at(qapp: QApplication, plain_journal: JournalAt, back: int, said: str) -> None:
    with plain_journal.open() as book:
        book.save(high(back))
    assert box(plain_journal) == f"{NOTHING}{said}"


def test_one_after_the_period_is_told(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(Measurement(at=moment_at(START_MS - 60_000, "Europe/Berlin"), diastolic=121))
    assert box(plain_journal).endswith("Blood pressure lower 121 on 22 Nov (after this period).")


def test_what_is_private_or_left_out_or_not_high_changes_no_word(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(high(3, private=True), high(2, 179, 119))
    assert box(plain_journal) == NOTHING
    with plain_journal.open() as book:
        book.save(high(1))
    assert box(plain_journal, measurements=False) == NOTHING


def test_of_many_the_highest_and_the_newest_are_named(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(high(5, 210, 110), high(4, 185, 130), *(high(back, 181 + back, 100) for back in range(4)))
    said = box(plain_journal)
    assert said.endswith(
        "Blood pressure 181/100 on 21 Nov, 185/130 on 17 Nov, 210/110 on 16 Nov and 3 more readings from 180 or 120 on."
    )


def test_less_is_high_in_a_pregnancy_that_the_pages_tell_of(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(high(3, 162, 100), Condition(what=ConditionKind.PREGNANCY))
    assert box(plain_journal) == NOTHING
    assert box(plain_journal, pregnancy=True).endswith("Blood pressure 162/100 on 18 Nov.")


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
    assert "and 6 more readings from 180 or 120 on." in " ".join(pages_of(pdf)[0].split())
