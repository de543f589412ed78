"""Which of the Diary's actions a row allows."""

from __future__ import annotations

from journal.ui.entries.diary_rows import Row
from journal.ui.entries.kinds import kind_in
from journal.ui.entries.listed import KINDS_ON_LISTS


def can_be_copied(row: Row) -> bool:
    """Whether a new entry can be begun with what stands in this one."""
    kind = kind_in(row)
    return kind is not None and kind.can_be_copied and kind.code not in KINDS_ON_LISTS


def can_be_deleted(row: Row) -> bool:
    """Whether all of it may go to the trash."""
    return all(entry.deletable for entry in row.entries)
