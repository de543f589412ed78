"""Counts that say of what they are: entries by kind, and rows that are left out as a whole or in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.entries import Entry, Note, Product
from journal.core.moments import moment_now
from journal.core.refusal import Refused
from journal.exchange.counted_rows import new_by_kind, remark_on_parts
from journal.exchange.file_rows import Where
from journal.exchange.json_in import JsonFile
from journal.exchange.plan import Plan, plan_import
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.texts import json_bytes


@pytest.fixture
def plan(plain_book: Logbook, tmp_path: Path) -> Plan:
    notes: list[Entry] = [Note(at=moment_now(plain_book.clock), text=text) for text in "ab"]
    file = tmp_path / "in.json"
    file.write_bytes(json_bytes([Product(name="Green"), *notes], []))
    return plan_import(JsonFile(file), plain_book, plain_book.clock.now_ms())


def test_new_entries_are_counted_by_kind(plan: Plan) -> None:
    assert new_by_kind(plan, english()) == ["New are: notes 2, products 1."]
    del plan.counts.new["product"]
    assert new_by_kind(plan, english()) == []


def test_rows_are_told_from_values(plan: Plan) -> None:
    plan.refuse(Where("", 1, 2), Refused("cell-empty"))
    assert remark_on_parts(plan, english()) == []
    for column, line in (("amount", 3), ("pain", 3), ("pain", 4)):
        plan.refuse(Where(column, 0, line), Refused("cell-empty"), partly=True)
    assert remark_on_parts(plan, english()) == [
        "1 row is left out as a whole; of 2 more only what is named is left out."
    ]
    assert (len(plan.refused), plan.rows_refused) == (4, 3), "a row with two reasons is one row"


def test_entries_in_one_line_of_a_json_are_rows_of_their_own(plan: Plan) -> None:
    for kind, number in (("doses", 1), ("doses", 2), ("notes", 1)):
        plan.refuse(Where(kind, number, 1), Refused("cell-empty"))
    assert plan.rows_refused == 3
