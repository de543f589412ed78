"""Doses and ratings changed a while after they were written down: not what was undone, and not at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from journal.core.changes import BY_ITSELF
from journal.core.entries import Dose, Product, Rating, Symptom
from journal.core.figure_facts import ChangedFact
from journal.core.moments import MINUTE_MS
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from tests.journals import clock, now, plain_book, plain_journal, templates

__all__ = ["clock", "plain_book", "plain_journal", "templates"]

DAY = dt.date(2026, 11, 14)
LEAF = Product(name="Green")
PAIN = Symptom(code="back_pain", kind=SymptomKind.PAIN)


@pytest.fixture
def dose(plain_book: Logbook) -> Dose:
    plain_book.save(LEAF, PAIN)
    taken = Dose(at=now(plain_book), product=LEAF.id, recorded_ms=plain_book.clock.now_ms())
    plain_book.save(taken)
    return taken


def changed(book: Logbook) -> list[ChangedFact]:
    return book.changed_later(book.today(), book.today())


def wait(book: Logbook, minutes: float) -> None:
    book.clock.tick(int(minutes * MINUTE_MS))  # type: ignore[attr-defined]


def test_a_change_counts_once_and_from_a_quarter_of_an_hour_on(plain_book: Logbook, dose: Dose) -> None:
    wait(plain_book, 15)
    plain_book.save(replace(dose, note="at once"))
    assert changed(plain_book) == []
    wait(plain_book, 1)
    plain_book.save(replace(dose, note="later"))
    plain_book.save(replace(dose, note="and again"))
    assert changed(plain_book) == [ChangedFact(LEAF.id, 0)]
    plain_book.undo()
    assert changed(plain_book) == [ChangedFact(LEAF.id, 0)]
    plain_book.undo()
    assert changed(plain_book) == []


def test_private_ones_say_so_and_those_in_the_trash_and_of_other_days_are_none(plain_book: Logbook, dose: Dose) -> None:
    rating = Rating(at=now(plain_book), symptom=PAIN.id, value=3, recorded_ms=plain_book.clock.now_ms())
    plain_book.save(rating)
    wait(plain_book, 20)
    plain_book.save(replace(dose, private=True), replace(rating, value=4))
    assert changed(plain_book) == [ChangedFact(LEAF.id, 1), ChangedFact(PAIN.id, 0)]
    plain_book.delete([rating.id])
    assert changed(plain_book) == [ChangedFact(LEAF.id, 1)]
    assert plain_book.changed_later(DAY, DAY) == []


def test_what_the_program_writes_by_itself_is_no_change(plain_book: Logbook, dose: Dose) -> None:
    wait(plain_book, 20)
    plain_book.save(replace(dose, note="by itself"), origin=BY_ITSELF)
    assert changed(plain_book) == []
