"""Warning symptoms on a later page: counted, with first, last and worst, and every day in full, month by month."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Answer, Note, Rating, Symptom
from journal.core.moments import moment_now
from journal.core.symptoms import SymptomKind
from journal.insights.windows import span_back
from journal.reports import ReportOptions
from journal.reports.pdf import make_pdf
from journal.reports.sign_blocks import looked_at
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.filled import LAST, noon
from tests.reports.test_page_one import faults
from tests.reports.test_tagged import untold
from tests.reports.text_boxes import text_boxes

__all__ = ["clock", "plain_journal", "templates"]

CHEST = Symptom(code="chest_pain", kind=SymptomKind.WARNING, position=1)
SEIZURE = Symptom(code="seizure", kind=SymptomKind.WARNING, position=2)


def written(at: JournalAt, *entries: Rating | Note) -> bytes:
    with at.open() as book:
        book.save(CHEST, SEIZURE, *entries)
    with at.open(read_only=True) as book:
        return make_pdf(book, ReportOptions(span_back(LAST, 84), notes=True), english(), moment_now(at.clock))


def pain(back: int, value: int | None = 7, answer: Answer | None = None, minutes: int = 0) -> Rating:
    return Rating(at=noon(back, minutes), symptom=CHEST.id, value=value, answer=answer)


def told(pdf: bytes) -> str:
    return " ".join(pages_of(pdf)[1:])


def test_days_first_last_and_worst_stand_in_one_row(qapp: QApplication, plain_journal: JournalAt) -> None:
    said = told(written(plain_journal, pain(0, 3), pain(20, 9), pain(30, None)))
    assert "Days First Last Worst 24 Aug 2026 – 22 Nov 2026 chest pain 3 22 Oct 2026 21 Nov 2026 9 of 10" in said
    assert "A day without a mark: nothing noted, which is not “none”." in said


def test_every_day_stands_under_its_month_and_what_is_so_of_all_once(
    qapp: QApplication, plain_journal: JournalAt
) -> None:
    note = Note(at=noon(20, 5), text="on the stairs")
    said = told(written(plain_journal, pain(0, 3), pain(0, 8, minutes=-60), pain(20, 9), pain(31, None), note))
    assert (
        "Month Warning symptom Days, the newest first "
        "Nov 2026 chest pain 21 Nov, 11:00: 3 of 10; worst that day 10:00: 8 of 10 · 1 Nov, 11:00: 9 of 10 “on the "
        "stairs” Oct 2026 chest pain 21 Oct, 12:00: noted, no number"
    ) in said
    assert said.count("whether it has passed") == 1
    assert "Where no answer stands, it is not written down whether it has passed." in said


def test_answers_stand_beside_their_days(qapp: QApplication, plain_journal: JournalAt) -> None:
    said = told(written(plain_journal, pain(0, 3, Answer.PASSED), pain(1, 9)))
    assert (
        "21 Nov, 11:00: 3 of 10; answered then: it has passed · "
        "20 Nov, 11:00: 9 of 10; not written down whether it has passed"
    ) in said
    assert "Where no answer stands" not in said


def test_of_what_has_no_number_the_days_alone_stand(qapp: QApplication, plain_journal: JournalAt) -> None:
    seizures = [Rating(at=noon(back), symptom=SEIZURE.id, value=5) for back in (1, 3)]
    said = told(written(plain_journal, *seizures))
    assert "seizure 2 18 Nov 2026 20 Nov 2026 –" in said
    assert "Nov 2026 seizure 20 Nov, 11:00 · 18 Nov, 11:00" in said


def test_what_page_1_tells_whole_is_not_repeated(qapp: QApplication, plain_journal: JournalAt) -> None:
    said = told(written(plain_journal, pain(0)))
    assert "Warning symptoms, every day" not in said and "First Last Worst" not in said


def test_one_dated_later_than_the_clock_has_a_row_of_its_own(qapp: QApplication, plain_journal: JournalAt) -> None:
    said = told(written(plain_journal, pain(0), pain(5), pain(-3), pain(-4)))
    assert "chest pain (dated later) 2 24 Nov 2026 25 Nov 2026 7 of 10 chest pain 2 16 Nov 2026 21 Nov 2026" in said


def test_more_days_than_a_reader_reads_are_counted(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(CHEST, *(pain(back) for back in range(130)))
    with plain_journal.open(read_only=True) as book:
        pdf = make_pdf(book, ReportOptions(span_back(LAST, 140)), english(), moment_now(plain_journal.clock))
    said = told(pdf)
    assert re.search(r"14 Aug, 12:00: 7 of 10 and 30 days before\b", said)
    assert "chest pain 130 15 Jul 2026 21 Nov 2026 7 of 10" in said


def test_a_day_and_its_number_stand_in_one_line(plain_journal: JournalAt, qapp: QApplication) -> None:
    pdf = written(plain_journal, *(pain(back) for back in range(40)))
    lines = [" ".join(box.words.split()).strip(" ·") for box in text_boxes(pdf, 1)]
    listed = [line for line in lines if re.match(r"\d+ \w{3}, \d\d:\d\d: \d", line)]
    assert len(listed) > 6 and all(line.endswith("of 10") for line in listed)


@pytest.mark.parametrize("days", [3, 40])
def test_it_stays_on_its_pages_and_is_read_aloud(qapp: QApplication, plain_journal: JournalAt, days: int) -> None:
    pdf = written(plain_journal, *(pain(back, back % 11 or None) for back in range(days)))
    assert faults(pdf, "a4") == [] and untold(pdf) == []


def test_the_strip_holds_all_days_that_are_looked_at(plain_journal: JournalAt) -> None:
    made_at = moment_now(plain_journal.clock)
    assert looked_at(span_back(LAST, 7), made_at).first == date(2026, 8, 24)
    assert looked_at(span_back(LAST, 200), made_at).first == span_back(LAST, 200).first
    assert looked_at(span_back(date(2026, 11, 30), 7), made_at).last == date(2026, 11, 30)
