"""Journal days in SQL: the rule of ``core.journal_day`` on columns, where ``:begins`` is the start of a day in ms."""

from __future__ import annotations

from journal.core.moments import DAY_MS


def day_number_of(local_ms: str) -> str:
    """The number of the journal day that a wall-clock time belongs to, as ``day_of`` has it."""
    # Adding a day before dividing keeps the quotient positive, where SQLite's division rounds down.
    return f"({local_ms} - :begins + {DAY_MS}) / {DAY_MS} - 1"


def beginning_of(day_number: str) -> str:
    """The wall-clock time at which a journal day begins, as ``day_begins`` has it."""
    return f"{day_number} * {DAY_MS} + :begins"
