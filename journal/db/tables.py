"""Today's tables. Migrations never import this module; a test compares the two by ``sqlite_master``."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)

METADATA = MetaData()
_INSTANT = "BETWEEN 0 AND 4133980800000"


def _flag(name: str) -> tuple[Column[int], CheckConstraint]:
    return Column(name, Integer, nullable=False), CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_is_flag")


def _later_flag(name: str) -> Column[int]:
    """A flag that a migration added to a table: rows that were there have 0."""
    check = CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_is_flag")
    return Column(name, Integer, check, nullable=False, server_default=text("0"))


def _instant(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name} {_INSTANT}", name=f"{name.removesuffix('_ms')}_in_range")


def _amounts() -> tuple[CheckConstraint, ...]:
    return (
        CheckConstraint("quantity BETWEEN 1 AND 10000000", name="quantity_in_range"),
        CheckConstraint("spread BETWEEN 0 AND 10000000", name="spread_in_range"),
        CheckConstraint("dimension IN ('mass', 'volume', 'count')", name="dimension_known"),
    )


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _refers(name: str, target: str, nullable: bool = True, ondelete: str | None = None) -> Column[str]:
    key = ForeignKey(target, deferrable=True, initially="DEFERRED", ondelete=ondelete)
    return Column(name, Text, key, nullable=nullable)


def _entry(name: str, *columns: Column[Any] | CheckConstraint | Index) -> Table:
    return Table(
        name,
        METADATA,
        Column("seq", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("origin", Text),
        *_flag("private"),
        *_flag("complete_later"),
        Column("deleted_ms", Integer),
        *columns,
        _instant("deleted_ms"),
        sqlite_strict=True,
    )


def _timed() -> tuple[Column[Any] | CheckConstraint, ...]:
    return (
        Column("utc_ms", Integer, nullable=False),
        Column("offset_s", Integer, nullable=False),
        _words("zone"),
        Column("recorded_ms", Integer, nullable=False),
        Column("local_ms", Integer, Computed("utc_ms + offset_s * 1000", persisted=False)),
        CheckConstraint(f"utc_ms {_INSTANT}", name="time_in_range"),
        CheckConstraint("offset_s BETWEEN -86400 AND 86400", name="offset_in_range"),
        _instant("recorded_ms"),
    )


def _by_time(table: Table, *first: str) -> None:
    columns = (*first, "local_ms")
    live = text("deleted_ms IS NULL")
    Index("_by_".join((table.name, "_".join(columns))), *(table.c[each] for each in columns), sqlite_where=live)


def _by_origin(table: Table) -> None:
    Index(f"{table.name}_by_origin", table.c.origin, sqlite_where=text("origin IS NOT NULL"))


person = _entry(
    "person",
    _words("name"),
    Column("birth_year", Integer),
    _words("purpose"),
    Column("since", Integer),
    _words("goal"),
    Column("next_visit", Integer),
    CheckConstraint("birth_year BETWEEN 1890 AND 2100", name="birth_year_in_range"),
)

product = _entry(
    "product",
    _words("name"),
    _words("vendor"),
    _words("kind"),
    _words("strain"),
    _words("vein"),
    _words("default_unit"),
    Column("default_preparation", Text),
    _words("strength"),
    _words("strength_source"),
    *_flag("archived"),
    Column("content", Text),
    _later_flag("ask_kind"),
    CheckConstraint("name <> ''", name="named"),
)

unit = _entry(
    "unit",
    _refers("product", "product.id", nullable=False, ondelete="CASCADE"),
    _words("name"),
    Column("quantity", Integer),
    _words("dimension"),
    Column("spread", Integer),
    _words("measured"),
    Column("since", Integer),
    *_amounts(),
)

dose = _entry(
    "dose",
    *_timed(),
    _refers("product", "product.id"),
    _words("amount"),
    Column("quantity", Integer),
    Column("dimension", Text),
    _words("basis"),
    Column("spread", Integer),
    _refers("unit", "unit.id"),
    Column("preparation", Text),
    Column("stomach", Text),
    _words("reasons"),
    Column("finished_ms", Integer),
    _words("note"),
    _instant("finished_ms"),
    *_amounts(),
    CheckConstraint("(quantity IS NULL) = (dimension IS NULL)", name="quantity_has_dimension"),
)

symptom = _entry(
    "symptom",
    Column("code", Text),
    _words("name"),
    _words("kind"),
    _words("low_label"),
    _words("high_label"),
    *_flag("higher_is_better"),
    Column("active_from", Integer),
    Column("active_until", Integer),
    Column("position", Integer, nullable=False),
    *_flag("main"),
    *_flag("hidden"),
    CheckConstraint("code IS NOT NULL OR name <> ''", name="named"),
)

rating = _entry(
    "rating",
    *_timed(),
    _refers("symptom", "symptom.id", nullable=False),
    Column("value", Integer),
    _words("group"),
    _words("site"),
    _words("side"),
    _refers("dose", "dose.id", ondelete="SET NULL"),
    _words("phase"),
    *_flag("prompted"),
    Column("due_ms", Integer),
    Column("answer", Text),
    _instant("due_ms"),
    CheckConstraint("value BETWEEN 0 AND 10", name="value_in_range"),
)

day_mark = _entry(
    "day_mark",
    Column("day", Integer, nullable=False),
    _words("mark"),
    Column("recorded_ms", Integer, nullable=False),
    CheckConstraint("day BETWEEN 0 AND 47846", name="day_in_range"),
    _instant("recorded_ms"),
)

note = _entry("note", *_timed(), _words("text"), CheckConstraint("\"text\" <> ''", name="has_text"))

setting = _entry("setting", _words("value"))

draft = Table(
    "draft",
    METADATA,
    Column("form", Text, primary_key=True, nullable=False),
    _words("content"),
    Column("saved_ms", Integer, nullable=False),
    sqlite_strict=True,
)

change_set = Table(
    "change_set",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("at_ms", Integer, nullable=False),
    _words("label"),
    _words("arguments"),
    _words("origin"),
    # DONE, UNDONE or OVERTAKEN of schema.py.
    Column("undone", Integer, nullable=False),
    CheckConstraint("undone BETWEEN 0 AND 2", name="undone_known"),
    sqlite_strict=True,
)

change = Table(
    "change",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column(
        "change_set",
        Integer,
        ForeignKey("change_set.seq", deferrable=True, initially="DEFERRED", ondelete="CASCADE"),
        nullable=False,
    ),
    _words("kind"),
    _words("entry"),
    # The record before the change as JSON; null for an addition. Undo and redo swap it with the row's record.
    Column("before", Text),
    sqlite_strict=True,
)

tombstone = Table(
    "tombstone",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _words("kind"),
    Column("purged_ms", Integer, nullable=False),
    sqlite_strict=True,
)

for _table in (dose, rating, note):
    _by_time(_table)
_by_time(dose, "product")
_by_time(rating, "symptom")
for _table in (person, product, unit, dose, symptom, rating, day_mark, note):
    _by_origin(_table)
for _table in (dose, rating, note, day_mark, product, unit, symptom, person):
    Index(f"{_table.name}_trash", _table.c.deleted_ms, sqlite_where=text("deleted_ms IS NOT NULL"))
Index("day_mark_by_day", day_mark.c.day, sqlite_where=text("deleted_ms IS NULL"))
Index("rating_by_dose", rating.c.dose, sqlite_where=text("dose IS NOT NULL"))
Index("unit_by_product", unit.c.product)
Index("change_by_set", change.c.change_set)
Index("change_by_entry", change.c.entry)
Index("change_set_undone", change_set.c.undone, sqlite_where=text("undone > 0"))

ENTRY_TABLES: dict[str, Table] = {
    each.name: each for each in (person, product, unit, dose, symptom, rating, day_mark, note, setting)
}
