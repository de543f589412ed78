"""Damaged rows are left out in the thread that shows them, and refused in every other."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from journal.core.entries import Product, Setting, Symptom
from journal.core.preferences import DEFAULT_DAY_START
from journal.core.refusal import Refused
from journal.logbook import Logbook
from tests.journals import JournalAt, raw


@pytest.fixture
def damaged(plain_journal: JournalAt) -> Iterator[Logbook]:
    """Two products and two symptoms, one of each no longer what was saved."""
    with plain_journal.open() as book:
        book.save(Product(name="Green"), Product(name="Other"), Symptom(name="Calm"), Symptom(name="Tired"))
    with raw(plain_journal) as connection:
        connection.execute("UPDATE product SET name = 'Grean' WHERE name = 'Green'")
        connection.execute("UPDATE symptom SET name = CAST(x'43ff6c6d' AS TEXT) WHERE name = 'Calm'")
    with plain_journal.open() as book:
        yield book


def test_it_is_refused_unless_it_is_to_be_left_out(damaged: Logbook) -> None:
    for read in (damaged.products, damaged.symptoms):
        with pytest.raises(Refused, match="entries-damaged"):
            read()
    told: list[Refused] = []
    damaged.leave_out_damage(told.append)
    assert [product.name for product in damaged.products()] == ["Other"]
    assert [symptom.name for symptom in damaged.symptoms()] == ["Tired"]
    assert {damage.code for damage in told} == {"entries-damaged"}


def test_another_thread_and_what_is_judged_are_refused_it(damaged: Logbook) -> None:
    damaged.leave_out_damage(lambda _damage: None)
    with ThreadPoolExecutor(1) as other, pytest.raises(Refused, match="entries-damaged"):
        other.submit(damaged.products).result()
    with pytest.raises(Refused, match="entries-damaged"), damaged.refusing_damage():
        damaged.products()
    damaged.leave_out_damage(None)
    with pytest.raises(Refused, match="entries-damaged"):
        damaged.products()


def test_what_is_written_out_is_whole_or_refused(damaged: Logbook) -> None:
    """An export from the thread of the window would else leave entries out in silence."""
    damaged.leave_out_damage(lambda _damage: None)
    with pytest.raises(Refused, match="entries-damaged"):
        list(damaged.slices("product"))


def test_a_damaged_preference_leaves_the_journal_open_and_refuses_days(plain_journal: JournalAt) -> None:
    """When a day begins is a preference: days and figures by another one would be others."""
    with plain_journal.open() as book:
        book.save(Setting(id="day_start", value=str(DEFAULT_DAY_START + 60)))
    with raw(plain_journal) as connection:
        connection.execute("UPDATE setting SET value = '120'")
    with plain_journal.open() as book:
        assert book.preferences.day_start == DEFAULT_DAY_START
        with pytest.raises(Refused, match="entries-damaged"):
            book.days(book.today(), book.today())
        assert book.readable_days(book.today(), book.today()).damage is not None
