"""Whoever wrote a table, its odd heads and rows are read by one rule."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.core.entries import Entry
from journal.exchange.opening import remarks
from journal.texts import english
from tests.exchange.foreign import doses, read, source

Doses = list[tuple[str, str, str]]  # when, how much, and the note beside it


def _own(rows: Doses) -> str:
    lines = [f"dose,{when},Europe/Berlin,Green,{amount},g,{note}" for when, amount, note in rows]
    return "\n".join(["kind,time,zone,product,amount,unit,note", *lines, ""])


def _table(rows: Doses) -> str:
    lines = [f"{when.replace('T', ',')},Green,{amount},{note}" for when, amount, note in rows]
    return "\n".join(["Date,Time,Product,Amount (g),Note", *lines, ""])


def _tracker(rows: Doses) -> str:
    lines = [f"{when.replace('T', ',')},{when},G,Green,{amount},{note}" for when, amount, note in rows]
    return "\n".join(["date,time,iso_timestamp,strain_code,strain_name,amount_g,notes", *lines, ""])


TABLES: dict[str, Callable[[Doses], str]] = {"own": _own, "table": _table, "herbal tracker": _tracker}
DAY = [("2026-11-20T08:10", "2.5", "slept"), ("2026-11-20T13:40", "2.0", "")]
TWICE = [("2026-10-25T02:30", "2.5", ""), ("2026-10-25T03:30", "2.5", "")]

of_every_reader = pytest.mark.parametrize("reader", TABLES)


def _seen(path: Path, content: str, codec: str = "utf-8") -> tuple[list[tuple[str, int | None, str]], list[str]]:
    """Its doses, and what was refused."""
    path.write_bytes(content.encode(codec))
    entries, refused = read(path)
    return _said(entries), refused


def _said(entries: list[Entry]) -> list[tuple[str, int | None, str]]:
    return [(dose.at.isoformat()[:16], dose.amount.quantity, dose.note) for dose in doses(entries)]


BOTH = [("2026-11-20T08:10", 2500, "slept"), ("2026-11-20T13:40", 2000, "")]


@of_every_reader
def test_two_equal_rows_without_ids_are_two(tmp_path: Path, reader: str) -> None:
    seen, refused = _seen(tmp_path / "a.csv", TABLES[reader]([DAY[0], DAY[0]]))
    assert (seen, refused) == ([BOTH[0], BOTH[0]], [])


@of_every_reader
def test_of_a_repeated_autumn_hour_the_first_is_taken_and_that_is_said(tmp_path: Path, reader: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLES[reader](TWICE), encoding="utf-8")
    _first_of_both(path)


def test_so_it_is_in_a_backup_of_herbal_tracker(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    rows = [{"id": str(n), "strainId": "s", "amount": 2.5, "timestamp": when} for n, (when, _, _) in enumerate(TWICE)]
    path.write_text(json.dumps({"strains": [{"id": "s", "name": "Green"}], "dosages": rows}), encoding="utf-8")
    _first_of_both(path)


def _first_of_both(path: Path) -> None:
    file = source(path)
    rows = list(file.rows())
    found = [row.entry for row in rows if not hasattr(row, "reason") and isinstance(row.entry, Entry)]
    assert [dose.at.isoformat()[11:] for dose in doses(found)] == ["02:30:00+02:00", "03:30:00+01:00"]
    said = "1 time came twice, because the clocks went back; the first was taken."
    assert [line for line in remarks(file, english()) if "twice" in line] == [said]
