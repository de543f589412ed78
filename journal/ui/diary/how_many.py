"""The line beside the heading of the diary: how many rows there are since when, and whether all can be read.

Rows, as what was rated together is one of them: entries are counted where files come in and go out.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from journal.ui.kit.bridge import Bridge
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.kit.widgets import label

if TYPE_CHECKING:
    from journal.logbook import Logbook


class HowMany(QObject):
    """Counts in a worker. ``counted(the first day with an entry, or None)``."""

    counted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._texts = bridge, bridge.texts
        self._asked = 0
        self._damaged = False
        self.line = label(role="quiet")
        bridge.damage_met.connect(self._met_damage)

    def count(self) -> None:
        """Count anew; what was asked before comes too late."""
        self._asked += 1
        ticket, logbook = self._asked, self._bridge.logbook
        run_in_background(lambda: _rows_since(logbook), while_alive(self, partial(self._counted, ticket)))

    def _counted(self, ticket: int, totals: tuple[int, dt.date | None]) -> None:
        if ticket != self._asked:
            return
        n, first = totals
        self.line.setText("" if first is None else self._words(n, first))
        self.counted.emit(first)

    def _words(self, n: int, first: dt.date) -> str:
        """Of damage it is known that there is some: what is left out was counted, and its day may be a wrong one."""
        if self._damaged:
            return self._texts.plural(
                "{n} entry was saved; not all can be read", "{n} entries were saved; not all can be read", n
            )
        since = self._texts.long_day(first)
        return self._texts.plural("{n} row since {day}", "{n} rows since {day}", n, day=since)

    def _met_damage(self) -> None:
        if not self._damaged:
            self._damaged = True
            self.count()


def _rows_since(logbook: Logbook) -> tuple[int, dt.date | None]:
    """How many rows are seen, what was rated together being one, and the first day with one."""
    counts = logbook.day_counts()
    return sum(day_count.rows for day_count in counts), counts[-1].day if counts else None
