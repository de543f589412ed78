"""A medicine under another id: joined where the file says nothing else of it, else kept apart and named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.entries import Entry, Intake, Substance
from journal.core.moments import moment_now
from journal.core.substances import Source, Taken
from journal.exchange.export import export_to
from journal.exchange.json_in import JsonFile
from journal.exchange.opening import remark_on_medicines
from journal.exchange.plan import Plan, plan_import
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.texts import json_bytes
from tests.journals import JournalAt, new_journal

TEXTS = english()
ImportAll = Callable[..., Plan]
SAID = Substance(name="Sertraline", amount="50 mg", source=Source.PRESCRIBED, since=dt.date(2024, 3, 1))
_TWICE = "1 medicine or other substance would be on your list twice, as not all that is said of it is the same."


@pytest.fixture
def import_all(plain_book: Logbook, tmp_path: Path) -> ImportAll:
    """Imports entries from a file of our own, in their order."""

    def imported(*entries: Entry) -> Plan:
        file = tmp_path / "in.json"
        file.write_bytes(json_bytes(entries, []))
        plan = plan_import(JsonFile(file), plain_book, plain_book.clock.now_ms())
        plain_book.save_all(plan.entries(), label="many.imported", origin="import", tombstones=plan.tombstones)
        return plan

    return imported


def under_another_id(**other: object) -> Substance:
    """The same medicine as another journal has it."""
    return replace(SAID, id=Substance(name="x").id, **other)  # type: ignore[arg-type]


def intake_of(book: Logbook, substance: Substance) -> Intake:
    return Intake(at=moment_now(book.clock), what=Taken.OWN, name=substance.name, substance=substance.id)


def taken_of(book: Logbook) -> list[str | None]:
    return [each.substance for part in book.slices("intake") for each in part if isinstance(each, Intake)]


@pytest.mark.parametrize(
    "other",
    [{}, {"name": "  sertraline".strip()}, {"amount": ""}, {"source": None, "since": None}, {"classes": ("ssri",)}],
)
def test_what_says_nothing_else_is_the_same_and_what_was_taken_goes_to_ours(
    plain_book: Logbook, import_all: ImportAll, other: dict[str, object]
) -> None:
    plain_book.save(SAID)
    theirs = under_another_id(**other)
    plan = import_all(theirs, intake_of(plain_book, theirs))
    assert plan.counts.here == {"substance": 1}
    assert remark_on_medicines(plan, TEXTS) == []
    assert plain_book.listed(Substance) == [SAID]
    assert taken_of(plain_book) == [SAID.id]
    again = import_all(theirs)
    assert again.total == 0


@pytest.mark.parametrize(
    "other",
    [{"amount": "100 mg"}, {"how_often": "at night"}, {"note": "with food"}, {"private": True}],
)
def test_what_says_something_else_is_kept_apart_and_named(
    plain_book: Logbook, import_all: ImportAll, other: dict[str, object]
) -> None:
    plain_book.save(SAID)
    theirs = under_another_id(**other)
    plan = import_all(theirs, intake_of(plain_book, theirs))
    named = [] if theirs.private else ["“Sertraline”"]
    assert remark_on_medicines(plan, TEXTS) == [
        _TWICE,
        *named,
        "Under Health you can change or delete one of the two.",
    ]
    assert {each.id for each in plain_book.listed(Substance)} == {SAID.id, theirs.id}
    assert taken_of(plain_book) == [theirs.id]


def test_where_ours_is_there_twice_nothing_is_joined(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(SAID, under_another_id())
    plan = import_all(under_another_id())
    assert plan.counts.new == {"substance": 1}
    assert remark_on_medicines(plan, TEXTS)[0] == _TWICE


def test_one_that_ended_is_no_second_on_the_list(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(SAID)
    plan = import_all(under_another_id(until=dt.date(2025, 1, 1)))
    assert plan.counts.new == {"substance": 1}
    assert remark_on_medicines(plan, TEXTS) == []


def test_ours_that_ended_is_not_what_is_still_taken(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(replace(SAID, until=dt.date(2025, 1, 1)))
    assert import_all(under_another_id()).counts.new == {"substance": 1}


def test_two_that_a_person_keeps_go_out_and_come_in_as_two(
    plain_book: Logbook, plain_journal: JournalAt, tmp_path: Path
) -> None:
    plain_book.save(SAID, under_another_id())
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    export_to(plain_book, first, TEXTS)
    with new_journal(tmp_path / "other.leaf", None).open() as other:
        plan = plan_import(JsonFile(first), other, other.clock.now_ms())
        other.save_all(plan.entries(), label="many.imported", origin="import", tombstones=plan.tombstones)
        export_to(other, second, TEXTS)
    assert first.read_bytes() == second.read_bytes()
