"""Warning symptoms as they are read: with answers, from the day before on, and what is near them by the instant."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Answer, Dose, Note, Product, Rating, Symptom
from journal.core.moments import Moment, moment_at
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from tests.journals import JournalAt, clock, plain_journal, templates

__all__ = ["clock", "plain_journal", "templates"]

DAY = dt.date(2026, 11, 20)
DARK = Symptom(code="dark_urine", kind=SymptomKind.WARNING)
HEART = Symptom(code="palpitations", kind=SymptomKind.SIDE_EFFECT)
NAUSEA = Symptom(code="nausea", kind=SymptomKind.SIDE_EFFECT)
GREEN = Product(name="Green")


def at(day: dt.date, hour: float, zone: str = "UTC") -> Moment:
    """So many hours after midnight UTC of that day."""
    since = day - dt.date(1970, 1, 1)
    return moment_at(since.days * 86_400_000 + round(hour * 3_600_000), zone)


def rating(hour: float, symptom: Symptom = DARK, value: int | None = 3, private: bool = False, back: int = 0) -> Rating:
    day = DAY - dt.timedelta(days=back)
    return Rating(at=at(day, hour), symptom=symptom.id, value=value, private=private, answer=Answer.PASSED)


def begun(at_place: JournalAt) -> Logbook:
    book = at_place.open()
    book.save(DARK, HEART, NAUSEA, GREEN)
    return book


def test_signs_with_their_answers_and_no_others(plain_journal: JournalAt) -> None:
    with begun(plain_journal) as book:
        book.save(rating(8), rating(9, HEART), rating(10, NAUSEA), rating(11, value=0), rating(12, value=None))
        book.save(gone := rating(13))
        book.delete([gone.id])
        signs = book.warning_facts(DAY).signs
    assert [(sign.symptom, sign.value, sign.answer) for sign in signs] == [
        (DARK.id, 3, "passed"), (HEART.id, 3, "passed"), (DARK.id, None, "passed"),
    ]  # fmt: skip


def test_from_the_day_before_on_and_beyond_the_clock(plain_journal: JournalAt) -> None:
    with begun(plain_journal) as book:
        book.save(rating(12, back=2), rating(12, back=1, private=True), rating(12), rating(12, back=-400))
        assert [sign.private for sign in book.warning_facts(DAY).signs] == [1, 0, 0]


def test_texts_near_by_the_instant_and_by_the_dose(plain_journal: JournalAt) -> None:
    with begun(plain_journal) as book:
        dose = Dose(at=at(DAY, 2), note="empty stomach")
        book.save(dose, Dose(at=at(DAY, 8), note="of another dose"))
        book.save(Rating(at=at(DAY, 8), symptom=DARK.id, value=4, dose=dose.id))
        book.save(Note(at=at(DAY, 8.9, "Asia/Tokyo"), text="near"), Note(at=at(DAY, 9.1), text="far"))
        book.save(Note(at=at(DAY, 8), text="private", private=True))
        assert [text.text for text in book.warning_facts(DAY).texts] == ["empty stomach", "near"]


def test_doses_of_the_hours_before_without_private_ones(plain_journal: JournalAt) -> None:
    with begun(plain_journal) as book:
        for hour, private in ((1.9, False), (2, False), (5, True), (7, False), (8.1, False)):
            book.save(Dose(at=at(DAY, hour), product=GREEN.id, private=private))
        book.save(rating(8), rating(8, HEART))
        assert [dose.utc_ms for dose in book.warning_facts(DAY).doses] == [at(DAY, 2).utc_ms, at(DAY, 7).utc_ms]
        assert [dose.utc_ms for dose in book.warning_facts(DAY).left_out] == [at(DAY, 5).utc_ms]
        assert book.warning_facts(DAY, private=True).left_out == ()


def test_private_texts_and_doses_near_are_told_only_where_they_are_asked_for(plain_journal: JournalAt) -> None:
    with begun(plain_journal) as book:
        book.save(rating(8), Note(at=at(DAY, 8), text="near", private=True))
        book.save(Dose(at=at(DAY, 7), note="its own", private=True))
        facts, with_private = book.warning_facts(DAY), book.warning_facts(DAY, private=True)
    assert (facts.texts, facts.doses) == ((), ())
    assert ([text.text for text in with_private.texts], len(with_private.doses)) == (["near"], 1)


def test_it_goes_by_indexes(plain_journal: JournalAt) -> None:
    """A journal of fifty years is not gone through for a page."""
    from journal.db import warning_queries

    with begun(plain_journal) as book, book._file.reading() as connection:
        for query in (warning_queries._SIGNS, warning_queries._TEXTS, warning_queries._DOSES):
            parameters = ("[]", 0, 1, 1)[: query.count("?")]
            plan = " ".join(str(row[-1]) for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", parameters))
            assert "SCAN rating" not in plan and "SCAN dose" not in plan and "SCAN note" not in plan, plan
