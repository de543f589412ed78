"""What the tables hold and refuse, by raw SQL: their own checks, below every rule in Python."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, ForeignKeyConstraint

from journal.core.entries import (
    TYPES,
    DayMark,
    Dose,
    Entry,
    Note,
    Person,
    Product,
    Rating,
    Setting,
    Symptom,
    Unit,
    kind_of,
)
from journal.core.moments import moment_at
from journal.core.records import columns_of, to_record
from journal.db.schema import TEXT_COLUMNS
from journal.db.tables import ENTRY_TABLES, METADATA
from journal.logbook import Logbook
from tests.journals import FixedClock, JournalAt, now, raw
from tests.samples import sample

OF_THE_FILE = {"seq", "local_ms", "check"}
FAR = 10**18


@pytest.fixture
def connection(journal: JournalAt) -> Iterator[Any]:
    with raw(journal) as opened:
        yield opened


def test_every_kind_has_its_table() -> None:
    assert set(ENTRY_TABLES) == set(TYPES)


@pytest.mark.parametrize("kind", TYPES)
def test_a_table_has_the_columns_of_its_records(kind: str) -> None:
    assert set(ENTRY_TABLES[kind].c.keys()) - OF_THE_FILE == set(columns_of(kind))


@pytest.mark.parametrize("kind", TEXT_COLUMNS)
def test_words_come_from_columns_that_exist(kind: str) -> None:
    assert set(TEXT_COLUMNS[kind]) <= set(columns_of(kind))


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=lambda table: table.name)
def test_checks_are_named_keys_deferred_tables_strict(table: Any) -> None:
    assert all(constraint.name for constraint in table.constraints if isinstance(constraint, CheckConstraint))
    keys = [constraint for constraint in table.constraints if isinstance(constraint, ForeignKeyConstraint)]
    assert all(key.deferrable and key.initially == "DEFERRED" for key in keys)
    assert table.dialect_options["sqlite"]["strict"]


def row_of(journal: JournalAt, kind: str) -> dict[str, Any]:
    """A row that the table takes."""
    entry = next(made for made in _one_of_each(journal) if kind_of(made) == kind)
    return dict(to_record(entry))


_BY_HAND = {"product", "symptom", "dose", "rating", "unit", "day_mark", "note", "person", "setting"}


def _one_of_each(journal: JournalAt) -> list[Entry]:
    at = moment_at(journal.clock.ms, "Europe/Berlin")
    return [
        Product(name="Green"),
        Symptom(name="Knee"),
        Dose(at=at, recorded_ms=at.utc_ms),
        Rating(at=at, recorded_ms=at.utc_ms, symptom="x", value=5),
        Unit(product="x", name="capsule"),
        DayMark(day=at.local.date()),
        Note(at=at, text="x"),
        Person(),
        Setting(value="1"),
        *(sample(kind, at)[-1] for kind in TYPES if kind not in _BY_HAND),
    ]


def put(connection: Any, kind: str, row: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    connection.execute(f"INSERT INTO {kind} ({names}) VALUES ({', '.join('?' for _ in row)})", tuple(row.values()))


REFUSED: list[tuple[str, str, object]] = [
    *((kind, "id", None) for kind in TYPES),
    *((kind, "private", 2) for kind in TYPES),
    *((kind, "complete_later", -1) for kind in TYPES),
    *((kind, "deleted_ms", -1) for kind in TYPES),
    *((kind, "deleted_ms", FAR) for kind in TYPES),
    *((kind, "deleted_ms", "yesterday") for kind in TYPES),
    *(
        (kind, column, value)
        for kind in ("dose", "rating", "note")
        for column, values in {
            "utc_ms": (-1, FAR, math.nan, math.inf, -math.inf, "now", 1.5, None, b"1"),
            "offset_s": (86_401, -86_401, "+01:00", math.nan),
            "recorded_ms": (-1, FAR, math.nan, "now"),
            "zone": (None, b"\0"),
            "local_ms": (1,),
        }.items()
        for value in values
    ),
    *(("dose", "quantity", value) for value in (0, -1, 10_000_001, 2500, math.inf, 2.5, "2.5 g")),
    *(("dose", "spread", value) for value in (-1, FAR, 0.5, math.inf, "some")),
    *(("dose", "finished_ms", value) for value in (-1, FAR, "later")),
    ("dose", "dimension", "mass"),
    ("dose", "basis", None),
    *(("rating", "value", value) for value in (-1, 11, 5.5, math.inf, "5 of 10")),
    *(("rating", "due_ms", value) for value in (-1, FAR, "later")),
    ("rating", "prompted", 2),
    ("rating", "symptom", None),
    *(("unit", "quantity", value) for value in (0, -5, FAR, 0.25)),
    *(("unit", "spread", value) for value in (-1, FAR)),
    ("unit", "dimension", "length"),
    ("product", "name", ""),
    ("product", "name", None),
    ("product", "archived", 3),
    ("symptom", "name", ""),
    ("symptom", "position", "first"),
    ("note", "text", ""),
    *(("day_mark", "day", value) for value in (-1, 47_847, "2026-11-22", math.nan, math.inf)),
    *(("day_mark", "recorded_ms", value) for value in (-1, FAR)),
    *(("person", "birth_year", value) for value in (1889, 2101, -1, "old")),
    ("setting", "value", None),
]


def _said(value: object) -> str:
    return re.sub(r"\W", "", str(value)) or "empty"


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(("kind", "column", "value"), REFUSED, ids=[f"{k}-{c}-{_said(v)}" for k, c, v in REFUSED])
def test_the_table_refuses(plain_journal: JournalAt, kind: str, column: str, value: object) -> None:
    row = row_of(plain_journal, kind)
    with raw(plain_journal) as connection:
        with pytest.raises(Exception, match="(constraint failed|cannot store|cannot INSERT)"):
            put(connection, kind, {**row, column: value})
        assert connection.execute(f"SELECT count(*) FROM {kind}").fetchone() == (0,)


def test_rows_as_they_are_made_are_taken(plain_journal: JournalAt) -> None:
    with raw(plain_journal) as connection:
        for entry in _one_of_each(plain_journal):
            put(connection, kind_of(entry), dict(to_record(entry)))


def test_nothing_holds_a_number_that_is_none(book: Logbook, journal: JournalAt) -> None:
    at = now(book)
    book.save(Dose(at=at), Symptom(name="Knee"), Product(name="Green"))
    book.close()
    with raw(journal) as connection:
        for kind, table in ENTRY_TABLES.items():
            for column in table.c:
                want = "('text', 'null')" if str(column.type).startswith("TEXT") else "('integer', 'null')"
                odd = f'SELECT count(*) FROM {kind} WHERE typeof("{column.name}") NOT IN {want}'
                assert connection.execute(odd).fetchone() == (0,), f"{kind}.{column.name}"


def test_local_time_is_computed_from_utc_and_offset(connection: Any, clock: FixedClock) -> None:
    put(connection, "note", {**to_record(Note(at=moment_at(clock.ms, "Europe/Berlin"), text="x"))})
    assert connection.execute("SELECT local_ms FROM note").fetchone() == (clock.ms + 3_600_000,)
