"""Whose a row is that was found without the tree of its table: its check covers what it holds, not where it stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, cached_property

from sqlalchemy import Integer

from journal.core.kinds import KINDS
from journal.db.connection import Row
from journal.db.row_checks import CHECKED
from journal.db.tables import METADATA


class RowOwner:
    """``logged`` reads the ids and kinds of the change log, as far as that can be read, when they are first needed.

    Several tables have as many columns as others, and a page of one, read as another's, gives rows whose checks are
    right.
    """

    def __init__(self, logged: Callable[[], Iterable[Row]]) -> None:
        self._logged = logged

    @cached_property
    def _kinds(self) -> dict[object, object]:
        return {row[0]: row[1] for row in self._logged()}

    def owns(self, table: str, row: Row) -> bool:
        """Whether the row can be of the table: by what was logged of its id, and by what its columns hold."""
        if not _fits(table, row):
            return False
        return table not in KINDS or self._kinds.get(row[_place_of_id(table)], table) == table


@cache
def _place_of_id(table: str) -> int:
    return CHECKED[table].index("id")


@cache
def _held(table: str) -> tuple[tuple[type, bool], ...]:
    """What each column holds, and whether it may hold nothing."""
    columns = METADATA.tables[table].columns
    return tuple(
        (int if isinstance(columns[name].type, Integer) else str, bool(columns[name].nullable))
        for name in CHECKED[table]
    )


def _fits(table: str, row: Row) -> bool:
    held = _held(table)
    return all(
        nullable if value is None else isinstance(value, kind)
        for value, (kind, nullable) in zip(row, held, strict=False)
    )
