"""Offers to make the emergency card again once the medicines or allergies that it was made of have changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from journal.core.changes import BY_ITSELF
from journal.core.entries import Condition, Substance
from journal.core.preferences import setting_for
from journal.reports.card_mark import card_mark
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.inline_message import InlineMessage


class CardReminder(InlineMessage):
    """Names no medicine; ``make_again`` chooses the card. Put off, it stays away until something changes again."""

    def __init__(self, bridge: Bridge, make_again: Callable[[], object]) -> None:
        super().__init__()
        self._bridge, self._texts, self._make_again = bridge, bridge.texts, make_again
        self._put_off = ""

    def card_made(self) -> None:
        """A card was saved or printed: what it was made of is remembered by its mark. No step that Undo takes back."""
        self.dismiss()
        if self._bridge.can_write:
            value = f"{self._bridge.logbook.today().isoformat()} {self._mark()}"
            made = setting_for("card", value)
            self._bridge.attempt(lambda: self._bridge.logbook.save(made, origin=BY_ITSELF), self)

    def look(self) -> None:
        """Say so if the card is out of date."""
        day, _, mark = self._bridge.logbook.preferences.card.partition(" ")
        now = self._mark() if mark else ""
        if not mark or now in (mark, self._put_off):
            self.dismiss()
            return
        words = self._texts(
            "What you take, or an allergy, has changed since you made the card of {day}. Make it again?",
            day=self._texts.short_day(dt.date.fromisoformat(day)),
        )
        if self.text() != words:
            later = (self._texts("Not now"), lambda: self._put_it_off(now))
            self.show_message(words, [(self._texts("Make the card again"), self._make_again), later])

    def _put_it_off(self, mark: str) -> None:
        self._put_off = mark

    def _mark(self) -> str:
        logbook = self._bridge.logbook
        return card_mark(logbook.listed(Substance), logbook.listed(Condition), logbook.today())
