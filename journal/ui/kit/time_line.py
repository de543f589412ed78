"""The time of a form in one line, read before anything else, with the way to change it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal.core.moments import Moment
from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.icons import IconMark
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.widgets import label

_BESIDE_FROM = 200  # px at 100 %: with larger letters the button stands below the words


class TimeLine(QFrame):
    """ "Now · Sat 28 Nov, 13:58" and Change; ``on_change`` shows the field and gives it the keyboard."""

    def __init__(self, texts: Texts, on_change: Callable[[], object]) -> None:
        super().__init__()
        self._texts = texts
        self.setProperty("role", "well")
        self._first, self._rest = label("", "strong"), label("", "quiet")
        self.change = button(texts("Change"), on_change)
        words, line = QWidget(), SideBySide(_BESIDE_FROM, 4)
        word_row = QHBoxLayout(words)
        word_row.setContentsMargins(0, 0, 0, 0)
        word_row.setSpacing(8)
        for part in (IconMark("clock"), self._first, self._rest):
            word_row.addWidget(part)
        word_row.addStretch(1)
        line.add(words, 1)
        line.add(self.change)
        body = QVBoxLayout(self)
        body.setContentsMargins(8, 4, 4, 4)
        body.addWidget(line)

    def say_moment(self, meant: Moment, now: bool, journal_day: dt.date, this_year: int) -> None:
        """Show a moment, of another year with that one; a day that it is counted to and that the calendar does not say
        is named."""
        texts, local = self._texts, meant.local
        date = texts.day_and_month(local) if local.year == this_year else texts.short_day(local)
        day = texts("{weekday} {day}", weekday=texts.short_weekday(local.weekday()), day=date)
        time, counted = texts.time(local), local.date() != journal_day
        rest = texts("{day}, {time}", day=day, time=time) if now else day
        if counted:
            rest = texts("{when} · counted to {weekday}", when=rest, weekday=texts.weekday(journal_day))
        self.say(texts("Now") if now else time, rest)

    def say(self, first: str, rest: str = "") -> None:
        """Show words, the first in bold."""
        self._first.setText(first)
        self._rest.setText(self._texts("· {words}", words=rest) if rest else "")
        self.change.setAccessibleDescription(self.text())

    def text(self) -> str:
        """What it says."""
        return f"{self._first.text()} {self._rest.text()}".strip()
