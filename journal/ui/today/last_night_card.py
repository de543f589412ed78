"""The question of the morning: is anything from last night still to be written down?"""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal

from journal.core.entries import DayMark, DayMarkKind, Dose, Statement
from journal.core.health import Subject
from journal.core.moments import Moment
from journal.core.queries import Day
from journal.insights.when_asked_of_last_night import asks_about_last_night, last_dose_of
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import Card, heading, label
from journal.ui.today.day_figures import when_text


class LastNight(Card):
    """Shown while it applies. "None" is a statement about the day before, "I do not remember" marks it.

    Undo takes both back. ``dose_wanted`` gives the journal day of a dose to add; ``answered``: the keyboard focus may
    move on.
    """

    dose_wanted = Signal(object)  # dt.date
    answered = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(16, 6)
        self._bridge, self._texts = bridge, bridge.texts
        self._day = dt.date.min
        self._later: dt.date | None = None  # the day for which "Later" was pressed
        self.title = heading(self._texts("Anything from last night?"), "strong")
        self.words = label("", "quiet", wrap=True)
        self.add = button(self._texts("Add…"), self._add)
        self.none = button(self._texts("None"), self._nothing)
        self.forgotten = button(self._texts("I do not remember"), self._do_not_remember)
        self.later = plain_button(self._texts("Later"), self._put_off)
        self.message = InlineMessage()
        for part in (self.title, self.words, flowing(self.add, self.none, self.forgotten, self.later), self.message):
            self.body.addWidget(part)
        self.hide()

    def look(self, before: Day, last_dose: Dose | None, now: Moment) -> None:
        """Show the question if it applies, else hide it; ``before`` is the journal day before today."""
        asks = asks_about_last_night(before, last_dose, now, self._bridge.logbook.preferences.day_start)
        self.setVisible(asks and self._bridge.can_write and self._later != before.day)
        self._day, last = before.day, last_dose_of(before)
        day = self._texts.weekday(before.day)
        if last is None:
            self.words.setText(self._texts("No dose is written down for {day}.", day=day))
        else:
            when = when_text(self._texts, last.at, now, self._bridge.logbook.preferences.day_start)
            self.words.setText(self._texts("Last dose written down: {when}.", when=when))
        for pressed in (self.add, self.none, self.forgotten, self.later):
            pressed.setAccessibleDescription(f"{self.title.text()} {self.words.text()}")

    def _add(self) -> None:
        self.dose_wanted.emit(self._day)

    def _nothing(self) -> None:
        self._save(Statement(day=self._day, subject=Subject.NOTHING_LAST_NIGHT))

    def _do_not_remember(self) -> None:
        self._save(DayMark(day=self._day, mark=DayMarkKind.DO_NOT_REMEMBER))

    def _save(self, answer: Statement | DayMark) -> None:
        if self._bridge.attempt(lambda: self._bridge.logbook.save(answer), self.message):
            self.answered.emit()

    def _put_off(self) -> None:
        self._later = self._day
        self.hide()
        self.answered.emit()
