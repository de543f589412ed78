"""A tick that says "nothing else, as of today": an empty list and a confirmed one differ."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.health import Statement, Subject
from journal.insights.statements import Standing
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label


@dataclass(frozen=True, slots=True)
class Said:
    """The last statement of a subject; ``outdated``: something was added to the list after it."""

    standing: Standing
    outdated: bool = False

    @property
    def holds(self) -> bool:
        """Whether it need not be asked again."""
        return self.standing.stands and not self.standing.ask_again and not self.outdated


class StatementTick(QWidget):
    """Ticked it writes a statement of today, unticked it takes the statement away; both are steps of Undo.

    ``words`` hold the day: "Nothing else, as of {day}". What the disk refuses is said in ``message``.
    """

    def __init__(self, bridge: Bridge, subject: Subject, words: str, message: InlineMessage) -> None:
        super().__init__()
        self._bridge, self._texts, self._subject, self._words = bridge, bridge.texts, subject, words
        self._message = message
        self._said: Said | None = None
        self.tick = TickBox(" ")
        self.why = label("", "small", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 4, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.tick)
        body.addWidget(self.why)
        self.tick.toggled.connect(self._ticked)

    def show_said(self, said: Said | None) -> None:
        """Show what was said last, and ask gently where that may not be so any more."""
        today = self._bridge.logbook.today()
        self._said = said
        holds = said is not None and said.holds
        day = said.standing.statement.day if said is not None and holds else today
        words = self._texts(self._words, day=self._texts.short_day(day))
        self.tick.words.setText(words)
        self.tick.box.setAccessibleName(words)
        with QSignalBlocker(self.tick.box):
            self.tick.tick(holds)
        self.why.setText("" if said is None or holds or not said.standing.stands else self._asked_again(said))
        self.why.setVisible(bool(self.why.text()))
        self.tick.box.setAccessibleDescription(self.why.text())
        self.tick.setEnabled(self._bridge.can_write)

    def _asked_again(self, said: Said) -> str:
        day = self._texts.short_day(said.standing.statement.day)
        if said.outdated:
            return self._texts("You said so on {day}; the list has changed since then. Is it complete now?", day=day)
        return self._texts("You last said so on {day}. Is it still so?", day=day)

    def _ticked(self, on: bool) -> None:
        logbook, said, done = self._bridge.logbook, self._said, None
        if on:
            statement = Statement(day=logbook.today(), subject=self._subject)
            done = self._bridge.attempt(lambda: logbook.save(statement), self._message)
        elif said is not None:
            done = self._bridge.attempt(lambda: logbook.delete([said.standing.statement.id]), self._message)
        if done is None:
            self.show_said(said)
