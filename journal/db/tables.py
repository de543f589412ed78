"""Today's tables: those of entries from what their kinds declare. Migrations never import this module.

A test compares both by ``sqlite_master``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)
from sqlalchemy.types import UserDefinedType

from journal.core.fields import (
    Choice,
    Code,
    Day,
    Field,
    Flag,
    Free,
    Gone,
    Identity,
    Instant,
    Lines,
    Name,
    Quantity,
    Recorded,
    Refers,
    When,
    Whole,
)
from journal.core.kinds import KINDS, Kind, Placed, Reference
from journal.db.row_checks import LARGEST
from journal.db.table_checks import constraints

METADATA = MetaData()


# --- the columns of an entry's table ---------------------------------------------------------------------------------


def _columns(kind: Kind) -> Iterator[Column[Any]]:
    yield Column("seq", Integer, primary_key=True)
    for field in kind.fields:
        yield from _columns_of(kind, field)
        if kind.placed is Placed.AT_A_MOMENT and isinstance(field.declared, Recorded):
            yield Column("local_ms", Integer, Computed("utc_ms + offset_s * 1000", persisted=False))
    yield _check_of_row()


def _check_of_row() -> Column[int]:
    """What ``row_checks`` works out of all the others."""
    return Column("check", Integer, server_default=text("0"), nullable=False)


def _columns_of(kind: Kind, field: Field) -> Iterator[Column[Any]]:
    name, nullable = field.name, field.optional
    match field.declared:
        case Identity():
            yield Column(name, Text, nullable=False, unique=True)
        case Code() if name == "id":
            yield Column(name, Text, nullable=False, unique=True)
        case Code() | Name() | Lines() | Free() | Choice():
            yield Column(name, Text, nullable=nullable)
        case Flag(added_later=True):
            check = CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_is_flag")
            yield Column(name, Integer, check, nullable=False, server_default=text("0"))
        case Flag() | Whole() | Instant() | Day():
            yield Column(name, Integer, nullable=nullable)
        case Refers():
            yield _referring(next(reference for reference in kind.references if reference.column == name))
        case When():
            yield Column("utc_ms", Integer, nullable=False)
            yield Column("offset_s", Integer, nullable=False)
            yield _words("zone")
        case Quantity():
            yield _words(name)
            yield Column("quantity", Integer)
            yield Column("dimension", Text)
            yield _words("basis")
            yield Column("spread", Integer)
            yield _referring(next(reference for reference in kind.references if reference.path == f"{name}.unit"))


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


_ON_DELETE = {Gone.HOLDS: None, Gone.FORGETS: "SET NULL", Gone.GOES: "CASCADE"}


class _AddedReference(UserDefinedType[str]):
    """The type of a referring column that a migration added: SQLite takes such a reference only beside its column."""

    cache_ok = True

    def __init__(self, reference: str) -> None:
        self.reference = reference

    def get_col_spec(self, **_: object) -> str:
        return f"TEXT {self.reference}"


def _referring(reference: Reference) -> Column[str]:
    if reference.added_later:
        then = _ON_DELETE[reference.gone] or "NO ACTION"
        reference_clause = f"REFERENCES {reference.to} (id) ON DELETE {then} DEFERRABLE INITIALLY DEFERRED"
        return Column(reference.column, _AddedReference(reference_clause), nullable=True)
    key = ForeignKey(
        f"{reference.to}.id", deferrable=True, initially="DEFERRED", ondelete=_ON_DELETE[reference.gone]
    )  # fmt: skip
    return Column(reference.column, Text, key, nullable=reference.optional)


# --- its indexes -----------------------------------------------------------------------------------------------------


def _add_indexes(kind: Kind, table: Table) -> None:
    live, in_trash, c = text("deleted_ms IS NULL"), text("deleted_ms IS NOT NULL"), table.c
    if kind.placed is Placed.AT_A_MOMENT:
        Index(f"{kind.code}_by_local_ms", c.local_ms, sqlite_where=live)
        Index(f"{kind.code}_trash_by_local_ms", c.local_ms, sqlite_where=in_trash)
    if kind.day_column:
        Index(f"{kind.code}_by_day", c[kind.day_column], sqlite_where=live)
        Index(f"{kind.code}_trash_by_day", c[kind.day_column], sqlite_where=in_trash)
    if any(isinstance(field.declared, Identity) for field in kind.fields):
        Index(f"{kind.code}_by_origin", c.origin, sqlite_where=text("origin IS NOT NULL"))
        Index(f"{kind.code}_trash", c.deleted_ms, sqlite_where=in_trash)
    for reference in kind.references:
        _add_index_of(reference, kind, table)


def _add_index_of(reference: Reference, kind: Kind, table: Table) -> None:
    """What purging and reading go along; own units of doses are few, and were never looked for by index."""
    column = table.c[reference.column]
    match reference.gone:
        case Gone.GOES:
            Index(f"{kind.code}_by_{column.name}", column)
        case Gone.FORGETS:
            Index(f"{kind.code}_by_{column.name}", column, sqlite_where=text(f"{column.name} IS NOT NULL"))
        case Gone.HOLDS if kind.placed is Placed.AT_A_MOMENT and reference.path == reference.column:
            live = text("deleted_ms IS NULL")
            Index(f"{kind.code}_by_{column.name}_local_ms", column, table.c.local_ms, sqlite_where=live)


def _entry_table(kind: Kind) -> Table:
    # Constraints are written in the order in which they were made, so they are made before the table.
    refused = constraints(kind)
    table = Table(kind.code, METADATA, *_columns(kind), *refused, sqlite_strict=True)
    _add_indexes(kind, table)
    return table


ENTRY_TABLES: dict[str, Table] = {kind.code: _entry_table(kind) for kind in KINDS.values()}


# --- the other tables ------------------------------------------------------------------------------------------------

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
    _check_of_row(),
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
    _check_of_row(),
    sqlite_strict=True,
)

# How many rows a table has of each day, and the sum of their checks: see seals.py.
seal = Table(
    "seal",
    METADATA,
    Column("kind", Text, nullable=False),
    Column("bucket", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    PrimaryKeyConstraint("bucket", "kind"),
    CheckConstraint("rows >= 0", name="rows_counted"),
    CheckConstraint(f"total BETWEEN 0 AND {LARGEST}", name="total_in_range"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
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

# Who wrote last: see last_write.py.
writer = Table(
    "writer",
    METADATA,
    Column("seq", Integer, primary_key=True),
    _words("opening"),
    _words("computer"),
    Column("counter", Integer, nullable=False),
    CheckConstraint("seq = 1", name="one_row"),
    CheckConstraint("counter >= 0", name="counted"),
    sqlite_strict=True,
)

Index("change_by_set", change.c.change_set)
Index("change_by_entry", change.c.entry)
Index("change_set_undone", change_set.c.undone, sqlite_where=text("undone > 0"))
