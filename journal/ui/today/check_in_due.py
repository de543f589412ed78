"""Once a week Today offers the questions about the past week; they are never a window of their own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from journal.core.check_ins import QUESTIONNAIRES, SKIPPED, Instrument
from journal.core.entries import CheckIn
from journal.core.moments import moment_now
from journal.core.queries import EntryQuery
from journal.insights.check_ins import is_due
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import Card, heading, label

if TYPE_CHECKING:
    from journal.logbook import Logbook

_EVERY = dt.timedelta(days=QUESTIONNAIRES[Instrument.PEG].days)


def week_is_due(logbook: Logbook) -> bool:
    """Whether the questions about the past week are to be offered today."""
    if not logbook.preferences.ask_weekly:
        return False
    today = logbook.today()
    query = EntryQuery(kinds=("check_in",), first_day=today - _EVERY)
    answered = [entry for entry in logbook.find(query) if isinstance(entry, CheckIn)]
    return is_due(answered, Instrument.PEG, today, logbook.preferences.day_start)


class CheckInDue(Card):
    """Offered until it was answered or put off. "Not this week" is kept as a check-in with every question skipped."""

    wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(16, 6)
        self._bridge, self._texts = bridge, bridge.texts
        self.start = button(self._texts("Answer"), self.wanted.emit)
        self.put_off = plain_button(self._texts("Not this week"), self._skip)
        self.message = InlineMessage()
        words = self._texts(
            "Three questions about the past week: pain, enjoyment of life, general activity. Each can be skipped."
        )
        for pressed in (self.start, self.put_off):
            pressed.setAccessibleDescription(words)
        self.body.addWidget(heading(self._texts("Weekly check-in"), "strong"))
        for part in (label(words, "quiet", wrap=True), flowing(self.start, self.put_off), self.message):
            self.body.addWidget(part)
        self.hide()

    def look(self) -> None:
        """Show the offer if a check-in is due, else hide it."""
        self.setVisible(self._bridge.can_write and week_is_due(self._bridge.logbook))

    def _skip(self) -> None:
        at = moment_now(self._bridge.clock)
        skipped = (SKIPPED,) * QUESTIONNAIRES[Instrument.PEG].items
        check_in = CheckIn(at=at, instrument=Instrument.PEG, answers=skipped)
        self._bridge.attempt(lambda: self._bridge.logbook.save(check_in), self.message)
