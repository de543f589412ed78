"""What figures are read from: texts of days with a warning symptom and no others, first doses of the whole journal."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Dose, Entry, Note, Product, Rating, Symptom
from journal.core.facts import Facts
from journal.core.moments import Moment, moment_at
from journal.core.preferences import setting_for
from journal.core.symptoms import SymptomKind
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


def texts(book: Logbook) -> list[str]:
    return [each.text for each in read(book).told]


def note(day: dt.date, hour: float, text: str, private: bool = False) -> Note:
    return Note(at=at(day, hour), text=text, private=private)


def test_texts_are_those_of_days_with_a_warning_symptom(plain_journal: JournalAt) -> None:
    before, after = DAY - dt.timedelta(days=2), DAY
    warned = DAY - dt.timedelta(days=1)
    gone = note(warned, 13, "gone")
    entries: list[Entry] = [
        Rating(at=at(warned, 12), symptom=DARK.id, value=3), Rating(at=at(warned, 15), symptom=DARK.id, value=4),
        Rating(at=at(before, 12), symptom=DARK.id, value=0), Rating(at=at(after, 12), symptom=PAIN.id, value=9),
        note(before, 12, "a warning symptom rated 0"), note(after, 12, "another symptom"),
        note(warned, 4, "first minute"), note(after, 3.99, "last minute"), note(after, 4, "next day"),
        note(warned, 12, "private", private=True), gone,
        Dose(at=at(warned, 14), note="with a dose"), Dose(at=at(warned, 14.5), note="of a private dose", private=True),
    ]  # fmt: skip
    with plain_journal.open() as book:
        book.save(DARK, PAIN)
        book.save(*entries)
        book.delete([gone.id])
        assert texts(book) == ["first minute", "with a dose", "last minute"]
        assert [bool(each.dose) for each in read(book).told] == [False, True, False]
        book.save(setting_for("day_start", 0))
        assert texts(book) == ["first minute", "with a dose"]


def test_a_rating_keeps_whether_it_is_private(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(DARK)
        book.save(*(Rating(at=at(DAY, hour), symptom=DARK.id, value=3, private=hour == 9) for hour in (8, 9)))
        assert [each.private for each in read(book).ratings] == [0, 1]


def test_first_doses_are_those_of_the_whole_journal(plain_journal: JournalAt) -> None:
    green, white, never, gone = (Product(name=name) for name in ("Green", "White", "Never", "Gone"))
    years = DAY - dt.timedelta(days=900)
    doses = [Dose(at=at(DAY, 9), product=green.id), Dose(at=at(years, 9), product=green.id),
             Dose(at=at(DAY, 8), product=white.id)]  # fmt: skip
    thrown = Dose(at=at(DAY, 7), product=gone.id)
    with plain_journal.open() as book:
        book.save(green, white, never, gone)
        book.save(*doses, thrown)
        book.delete([thrown.id])
        found = [(each.product, each.local_ms) for each in read(book).first_uses]
    assert found == [(green.id, at(years, 9).utc_ms), (white.id, at(DAY, 8).utc_ms)]
