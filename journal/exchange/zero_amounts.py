"""An amount of 0 in a table is no dose: whether nothing was taken that day is asked, and then the day says so once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from journal.core.entries import DayMarkKind, origin_id
from journal.core.refusal import Refused
from journal.exchange.mapped_row import RefusedCell
from journal.exchange.mapping import Zero


class ZeroAmounts:
    """Of one reading."""

    def __init__(self, zero: Zero) -> None:
        self._zero = zero
        self._days: set[dt.date] = set()

    def settled(self, lost: Sequence[Refused], day: dt.date) -> tuple[list[dict[str, str]], list[Refused]]:
        """The mark of the row's day, in the cells of the own CSV, and what is still lost."""
        if self._zero is Zero.NOT_SAID or not any(map(_is_zero, lost)):
            return [], list(lost)
        if self._zero is Zero.LEFT_OUT:
            return [], [_as_chosen(reason) if _is_zero(reason) else reason for reason in lost]
        marks = [] if day in self._days else [_mark(day)]
        self._days.add(day)
        return marks, [reason for reason in lost if not _is_zero(reason)]


def _is_zero(reason: Refused) -> bool:
    return reason.code == "amount-zero"


def _as_chosen(reason: Refused) -> Refused:
    chosen = Refused("amount-zero-left-out")
    return RefusedCell(reason.column, chosen) if isinstance(reason, RefusedCell) else chosen


def _mark(day: dt.date) -> dict[str, str]:
    made = origin_id("table-row", f"none {day.isoformat()}")
    return {"kind": "day_mark", "id": made, "day": day.isoformat(), "mark": DayMarkKind.NONE_TODAY.value}
