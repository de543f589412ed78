"""A tick that says "nothing else, as of today": an empty list and a confirmed one differ."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.health import Statement, Subject
from journal.core.moments import moment_now
from journal.insights.statements import Standing
from journal.ui.entries.taken_beside import NOTHING_BESIDE, Beside
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label


class StatementTick(QWidget):
    """Ticked it writes a statement of today, unticked it takes the statement away; both are steps of Undo.

    ``words`` hold the day: "Nothing else, as of {day}". What the disk refuses is said in ``message``.
    """

    def __init__(self, bridge: Bridge, subject: Subject, words: str, message: InlineMessage) -> None:
        super().__init__()
        self._bridge, self._texts, self._subject, self._words = bridge, bridge.texts, subject, words
        self._message = message
        self._last: Standing | None = None
        self.tick = TickBox(" ")
        self.why = label("", "small", wrap=True)
        self.confirm = button(self._texts("It is still so"), self._state)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 4, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.tick)
        body.addWidget(self.why)
        body.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)
        self.tick.toggled.connect(self._ticked)

    def show_last(self, last: Standing | None, beside: Beside = NOTHING_BESIDE) -> None:
        """Show the last statement, and ask whether it still holds if it is old or the list has changed.

        ``beside``: what was written down that does not go together with it.
        """
        today = self._bridge.logbook.today()
        self._last = last
        holds = last is not None and last.holds
        day = last.statement.day if last is not None and holds else today
        words = self._with(
            beside if holds else NOTHING_BESIDE, self._texts(self._words, day=self._texts.short_day(day))
        )
        had_keyboard = self.confirm.hasFocus()
        self.confirm.setVisible(holds and beside.since and self._bridge.can_write)
        if had_keyboard and self.confirm.isHidden():
            self.tick.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tick.words.setText(words)
        self.tick.box.setAccessibleName(words)
        with QSignalBlocker(self.tick.box):
            self.tick.tick(holds)
        again = last is not None and not holds and last.stands
        self.why.setText(self._asked_again(last) if last is not None and again else self._before_day_start(day))
        self.why.setVisible(bool(self.why.text()))
        self.tick.box.setAccessibleDescription(self.why.text())
        self.tick.setEnabled(self._bridge.can_write)

    def _with(self, beside: Beside, said: str) -> str:
        """It never stands by itself over what speaks against it."""
        if not beside.names:
            return said
        names = ", ".join(beside.names)
        if beside.since:
            return self._texts("{said}; since then written down: {names}", said=said, names=names)
        return self._texts("{said}; besides it is written down: {names}", said=said, names=names)

    def _before_day_start(self, day: dt.date) -> str:
        """In the night "as of yesterday" looks like a slip: it is the journal's day."""
        logbook = self._bridge.logbook
        if day != logbook.today() or moment_now(self._bridge.clock).local.date() == day:
            return ""
        hours, minutes = divmod(logbook.preferences.day_start, 60)
        start = self._texts.time(dt.time(hours, minutes))
        return self._texts("Until {time} it is still the day of {day}.", time=start, day=self._texts.short_day(day))

    def _asked_again(self, last: Standing) -> str:
        day = self._texts.short_day(last.statement.day)
        if last.outdated:
            return self._texts("You said so on {day}; the list has changed since then. Is it complete now?", day=day)
        return self._texts("You last said so on {day}. Is it still so?", day=day)

    def _ticked(self, on: bool) -> None:
        logbook, last, done = self._bridge.logbook, self._last, None
        if on:
            done = self._state()
        elif last is not None:
            done = self._bridge.attempt(lambda: logbook.delete([last.statement.id]), self._message)
        if done is None:
            self.show_last(last)

    def _state(self) -> ChangeSet | None:
        statement = Statement(day=self._bridge.logbook.today(), subject=self._subject)
        return self._bridge.attempt(lambda: self._bridge.logbook.save(statement), self._message)
