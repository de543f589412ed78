"""What figures are read from: entries with what is private of them, first doses and the beginning of the journal."""

from __future__ import annotations

import datetime as dt

from journal.core.care import CareKind
from journal.core.entries import (
    Care,
    DayMark,
    Dose,
    Entry,
    Intake,
    LabResult,
    Note,
    Product,
    Rating,
    Statement,
    Symptom,
    Urge,
)
from journal.core.figure_facts import Facts
from journal.core.health import Lab, Subject
from journal.core.moments import Moment, moment_at
from journal.core.substances import Taken
from journal.core.symptoms import SymptomKind
from journal.insights.days import DayState, day_figures
from journal.logbook import Logbook
from tests.journals import JournalAt, clock, plain_journal, templates

__all__ = ["clock", "plain_journal", "templates"]

DAY = dt.date(2026, 11, 20)
DARK = Symptom(code="dark_urine", kind=SymptomKind.WARNING)
PAIN = Symptom(code="back_pain", kind=SymptomKind.PAIN)


def at(day: dt.date, hour: float) -> Moment:
    """So many hours after midnight in a place at UTC."""
    since = day - dt.date(1970, 1, 1)
    return moment_at(since.days * 86_400_000 + round(hour * 3_600_000), "UTC")


def read(book: Logbook, first: dt.date = DAY - dt.timedelta(days=9), last: dt.date = DAY) -> Facts:
    return book.facts(first, last)


def note(day: dt.date, hour: float, text: str, private: bool = False) -> Note:
    return Note(at=at(day, hour), text=text, private=private)


def test_a_rating_keeps_whether_it_is_private(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(DARK)
        book.save(*(Rating(at=at(DAY, hour), symptom=DARK.id, value=3, private=hour == 9) for hour in (8, 9)))
        assert [rating.private for rating in read(book).ratings] == [0, 1]


def test_what_is_private_is_read_with_that(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(*(Dose(at=at(DAY, hour), private=hour == 9) for hour in (8, 9)))
        book.save(
            note(DAY, 10, "a", private=True), note(DAY, 11, "b"), DayMark(day=DAY - dt.timedelta(days=1), private=True)
        )
        facts = read(book)
    assert [dose.private for dose in facts.doses] == [0, 1]
    assert [mark.private for mark in facts.marks] == [1]
    assert (facts.notes, facts.private_notes) == ((at(DAY, 11).utc_ms,), (at(DAY, 10).utc_ms,))
    assert facts.left_out == ()


def test_the_journal_begins_with_its_first_entry_that_can_be_told(plain_journal: JournalAt) -> None:
    def days(count: int) -> dt.date:
        return DAY - dt.timedelta(days=count)

    steps: list[tuple[Entry, int]] = [
        (note(days(50), 12, "private", private=True), 0), (Rating(at=at(days(30), 12), symptom=PAIN.id, value=3), 30),
        (DayMark(day=days(40)), 40), (note(days(44), 3.99, "of the day before"), 45),
        (Dose(at=at(days(60), 12), private=True), 60),
        (Rating(at=at(days(90), 12), symptom=PAIN.id, value=3, private=True), 60),
        (Urge(at=at(days(70), 12), value=3), 70),
    ]  # fmt: skip
    with plain_journal.open() as book:
        book.save(PAIN)
        assert read(book).begun is None
        for entry, begun in steps:
            book.save(entry)
            assert read(book).begun == (days(begun) if begun else None)


def test_first_doses_are_those_of_the_whole_journal(plain_journal: JournalAt) -> None:
    green, white, never, gone = (Product(name=name) for name in ("Green", "White", "Never", "Gone"))
    years = DAY - dt.timedelta(days=900)
    doses = [Dose(at=at(DAY, 9), product=green.id), Dose(at=at(years, 9), product=green.id),
             Dose(at=at(DAY, 8), product=white.id), Dose(at=at(DAY, 6)), Dose(at=at(DAY, 5), private=True)]  # fmt: skip
    thrown = Dose(at=at(DAY, 7), product=gone.id)
    with plain_journal.open() as book:
        book.save(green, white, never, gone)
        book.save(*doses, thrown)
        book.delete([thrown.id])
        uses = [(use.product, use.local_ms) for use in read(book).first_uses]
    expected = [(green.id, at(years, 9).utc_ms), (None, at(DAY, 5).utc_ms), (white.id, at(DAY, 8).utc_ms)]
    assert uses == expected


def test_the_first_dose_that_is_not_private(plain_journal: JournalAt) -> None:
    green, white = (Product(name=name) for name in ("Green", "White"))
    earlier = DAY - dt.timedelta(days=30)
    with plain_journal.open() as book:
        book.save(green, white)
        book.save(Dose(at=at(earlier, 9), product=green.id, private=True), Dose(at=at(DAY, 9), product=green.id))
        book.save(Dose(at=at(DAY, 10), product=white.id, private=True))
        uses = read(book).first_uses
    assert [(use.local_ms, use.open_ms) for use in uses] == [
        (at(earlier, 9).utc_ms, at(DAY, 9).utc_ms), (at(DAY, 10).utc_ms, None),
    ]  # fmt: skip


def test_a_day_with_any_other_entry_is_not_empty(plain_journal: JournalAt) -> None:
    """A figure needs only that something was written; a private one is told apart, so that a page can leave it out."""
    with plain_journal.open() as book:
        book.save(
            Intake(at=at(DAY, 10), what=Taken.ALCOHOL),
            Care(at=at(DAY, 9), what=CareKind.HEAT, private=True),
            Urge(at=at(DAY - dt.timedelta(days=3), 4), value=3),
        )
        facts = read(book)
        assert facts.notes == (at(DAY - dt.timedelta(days=3), 4).utc_ms, at(DAY, 10).utc_ms)
        assert facts.private_notes == (at(DAY, 9).utc_ms,)
        states = [day.state for day in day_figures(facts, {})]
        assert states == [*[DayState.EMPTY] * 6, DayState.OTHER, *[DayState.EMPTY] * 2, DayState.OTHER]
        begins = (DAY - dt.timedelta(days=9), DAY - dt.timedelta(days=4))
        first, second = (read(book, begin, begin + dt.timedelta(days=4)).notes for begin in begins)
        assert (*first, *second) == facts.notes


def test_a_value_and_a_statement_do_not_show_that_their_day_was_written_down(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(LabResult(day=DAY, what=Lab.ALT, value="31"), Statement(day=DAY, subject=Subject.NOTHING_ELSE))
        facts = read(book)
    assert (facts.notes, facts.private_notes, facts.begun) == ((), (), None)
    assert {day.state for day in day_figures(facts, {})} == {DayState.EMPTY}
