"""Mappings to begin with, for long tables whose columns are known although the program's own code is not."""

from __future__ import annotations

from collections.abc import Sequence

from journal.assets import asset
from journal.exchange.kept_mapping import from_text
from journal.exchange.mapping import TableMapping

# The columns that only this program's table has together.
_TABLES = {"bearable.mapping.json": frozenset({"date", "time of day", "category", "rating/amount", "detail", "notes"})}


def shipped(columns: Sequence[str], zone: str) -> TableMapping | None:
    """The one for a table of these columns, to be looked over; None if there is none."""
    for name, known in _TABLES.items():
        if known <= {*columns}:
            return from_text(asset("formats", name).read_text(encoding="utf-8"), columns, zone)
    return None
