"""What else a made-up journal holds: every kind, and days without entries that stay so."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from journal.core.check_ins import SKIPPED
from journal.core.entries import Batch, CheckIn, Dose, Entry, Intake, Rating, Symptom, kind_of
from journal.core.kinds import KINDS, day_of, recorded_ms
from journal.core.moments import DAY_MS
from journal.core.symptoms import SymptomKind
from journal.core.validity import refuse_invalid
from journal.demo import made_up_entries
from tests.journals import START_MS

LAST = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return list(made_up_entries(1, LAST, 84, "Europe/Berlin", START_MS))


def test_every_kind_is_there_and_lawful(entries: list[Entry]) -> None:
    assert {kind_of(entry) for entry in entries} == {*KINDS}
    for entry in entries:
        refuse_invalid(entry)
    assert max(Counter(entry.id for entry in entries).values()) == 1


def test_the_same_seed_makes_the_same(entries: list[Entry]) -> None:
    assert list(made_up_entries(1, LAST, 84, "Europe/Berlin", START_MS)) == entries
    assert list(made_up_entries(2, LAST, 84, "Europe/Berlin", START_MS)) != entries


@pytest.mark.parametrize("days", [1, 2, 20])
def test_few_days_make_a_journal_too(days: int) -> None:
    made = list(made_up_entries(1, LAST, days, "Europe/Berlin", START_MS))
    for entry in made:
        refuse_invalid(entry)


def test_there_are_days_without_entries(entries: list[Entry]) -> None:
    with_entries = {
        day_of(entry, 240) for entry in entries if entry.deleted_ms is None and KINDS[kind_of(entry)].in_diary
    }
    assert 70 < len(with_entries) < 84


def test_what_it_shows_is_in_it(entries: list[Entry]) -> None:
    """A change of product and of batch, skipped items, drinks without a number, back-filled entries, signs."""
    doses = [entry for entry in entries if isinstance(entry, Dose)]
    products = Counter(dose.product for dose in doses if dose.at.local.date() > LAST - dt.timedelta(days=20))
    assert len(products) >= 4
    assert {dose.batch for dose in doses} == {None, *(entry.id for entry in entries if isinstance(entry, Batch))}
    assert any(SKIPPED in entry.answers for entry in entries if isinstance(entry, CheckIn))
    assert any(entry.drinks is None for entry in entries if isinstance(entry, Intake) and entry.what == "alcohol")
    assert any(
        recorded - entry.at.utc_ms > DAY_MS / 2
        for entry in entries
        if isinstance(entry, Intake) and (recorded := recorded_ms(entry))
    )
    signs = {entry.id: entry.kind for entry in entries if isinstance(entry, Symptom)}
    rated = {signs[entry.symptom] for entry in entries if isinstance(entry, Rating)}
    assert {SymptomKind.WARNING, SymptomKind.WITHDRAWAL} <= rated
