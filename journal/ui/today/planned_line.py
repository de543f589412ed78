"""A quiet line on Today with the day of the next planned operation: its day alone, since others can see the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from journal.core.entries import Condition
from journal.core.health import ConditionKind
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.words import Paragraph

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet


class PlannedLine(Paragraph):
    """Hidden while none is planned, and for one that is private."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "quiet")
        self._bridge = bridge
        self.hide()
        bridge.changed.connect(self._journal_changed)

    def _journal_changed(self, change: ChangeSet) -> None:
        if change.kinds & {"condition", "trash"}:
            self.refresh()

    def refresh(self) -> None:
        """Show the day of the next planned operation, if there is one."""
        logbook, texts = self._bridge.logbook, self._bridge.texts
        day = next_operation(logbook.listed(Condition), logbook.today())
        self.setText("" if day is None else texts("Planned operation: {day}", day=texts.short_day(day)))
        self.setVisible(day is not None)


def next_operation(conditions: Iterable[Condition], today: dt.date) -> dt.date | None:
    """The first day, from today on, for which an operation is planned that is not private and was not called off."""
    planned = (
        condition.planned
        for condition in conditions
        if condition.what is ConditionKind.PLANNED_OPERATION and not condition.private and condition.until is None
    )
    return min((day for day in planned if day is not None and day >= today), default=None)
