"""A rescued journal keeps what did not come back: what is missing in it must not look as if it had never been."""

from __future__ import annotations

from collections.abc import Iterable

from journal.core.entries import Setting
from journal.core.records import to_values
from journal.core.rescued import Brought, added_up, missing_read, missing_written, not_brought_back
from journal.db.checked_rows import change_rows, insert_rows, stored_rows
from journal.db.connection import SqlConnection
from journal.db.row_checks import CHECKED

_KEY = "rescued"


def remember(rescued: SqlConnection, tables: Iterable[Brought]) -> None:
    """Write it down beside what was missing already; nothing where everything came back."""
    missing = not_brought_back(tables)
    if not missing:
        return
    stored = stored_rows(rescued, "setting", "WHERE id = ?", (_KEY,))
    before = missing_read(str(stored[0][CHECKED["setting"].index("value")])) if stored else {}
    written = missing_written(added_up(before, missing))
    if stored:
        change_rows(rescued, "setting", stored, {"value": written})
    else:
        insert_rows(rescued, "setting", [to_values(Setting(id=_KEY, value=written))])
