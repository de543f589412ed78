"""What an undone addition is: still a row, so that redo can bring it back, but nothing that was ever there."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Table, and_, exists

from journal.db.tables import change, change_set

DONE, UNDONE, OVERTAKEN = 0, 1, 2


def never_was(table: Table) -> ColumnElement[bool]:
    """That a row is an undone addition: nothing that stands in the log mentions it, and its addition was undone."""
    logged = and_(change.c.entry == table.c.id, change.c.change_set == change_set.c.seq)
    undone = exists().where(logged, change.c.before.is_(None), change_set.c.undone != DONE)
    return and_(undone, ~exists().where(logged, change_set.c.undone == DONE))
