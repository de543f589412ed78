"""What helps, people and conditions under another id: joined where the file says nothing else, else named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.entries import Condition, Contact, Entry, Help, origin_id
from journal.core.health import ConditionKind
from journal.exchange.json_in import JsonFile
from journal.exchange.opening import remarks_on_plan
from journal.exchange.plan import Plan, plan_import
from journal.exchange.same_on_lists import remark_on_lists
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.texts import json_bytes

TEXTS = english()
ImportAll = Callable[..., Plan]
WALK, ADA = Help(text="a walk", position=4), Contact(name="Ada", phone="555 0100")
KNEE = Condition(what=ConditionKind.PAIN, place="knee", since=dt.date(2020, 3, 1))


@pytest.fixture
def import_all(plain_book: Logbook, tmp_path: Path) -> ImportAll:
    """Imports entries from a file of our own."""

    def imported(*entries: Entry) -> Plan:
        file = tmp_path / "in.json"
        file.write_bytes(json_bytes(entries, []))
        plan = plan_import(JsonFile(file), plain_book, plain_book.clock.now_ms())
        plain_book.save_all(plan.entries(), label="many.imported", origin="import", tombstones=plan.tombstones)
        return plan

    return imported


def another(entry: Entry, **other: object) -> Entry:
    return replace(entry, id=origin_id("other", f"{entry.id} {other}"), **other)  # type: ignore[arg-type]


def test_what_says_nothing_else_is_the_same(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(WALK, ADA, KNEE)
    plan = import_all(another(WALK, text="A walk.", position=0), another(ADA, phone=""), another(KNEE, place="Knee"))
    assert plan.counts.here == {"help": 1, "contact": 1, "condition": 1} and plan.total == 0
    assert plain_book.listed(Help) + plain_book.listed(Contact) + plain_book.listed(Condition) == [WALK, ADA, KNEE]
    assert remark_on_lists(plan.lists.twice, TEXTS) == []


def test_what_says_something_else_comes_in_and_is_named(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(WALK, ADA, KNEE)
    plan = import_all(another(ADA, phone="555 0199"), another(KNEE, note="worse"), another(KNEE, place="hip"))
    assert plan.total == 3
    remarks = "\n".join(remarks_on_plan(plan, TEXTS))
    assert "2 conditions, people to call or things that help would be on their lists twice." in remarks
    assert "“Ada”" in remarks and "“Pain condition · knee”" in remarks and "hip" not in remarks


def test_what_is_private_is_counted_and_not_named(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(KNEE)
    plan = import_all(another(KNEE, private=True))
    first, *more = remark_on_lists(plan.lists.twice, TEXTS)
    assert first.startswith("1 condition") and "knee" not in "".join(more)


def test_a_file_that_says_it_twice_keeps_both_and_says_so(plain_book: Logbook, import_all: ImportAll) -> None:
    plan = import_all(WALK, another(WALK))
    assert len(plan.lists.twice) == 1 and len(plain_book.listed(Help)) == 2
