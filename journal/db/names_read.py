"""What the rows that a rescue brought back are called, by their ids."""

from __future__ import annotations

from collections.abc import Iterable

from journal.core.rescued import Doubtful
from journal.db.connection import SqlConnection

_NAMED = ("SELECT id, name, '' FROM product", "SELECT id, name, coalesce(code, '') FROM symptom")


def named_in(connection: SqlConnection, doubtful: Iterable[Doubtful]) -> dict[str, tuple[str, str]]:
    """By id the name and the code of each product and symptom that these rows refer to, where it was brought back.

    A person who writes a doubtful entry down again knows a product by its name, and not by its id.
    """
    wanted = {value for row in doubtful for value in row.values if isinstance(value, str)}
    read = (row for select in _NAMED for row in connection.execute(select))
    return {row_id: (name, code) for row_id, name, code in read if row_id in wanted}
