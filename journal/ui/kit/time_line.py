"""The time of a form in one line, read before anything else, with the way to change it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.core.moments import Moment
from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.icons import IconMark
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.widgets import label

_BESIDE_FROM = 200  # px at 100 %: with larger letters the button stands below the words
_LEFT, _RIGHT, _SPACING = 8, 4, 4
_BETWEEN = 12  # px, of the heading and the time


class TimeLine(QFrame):
    """ "Now · Sat 28 Nov, 13:58" and Change; ``on_change`` shows the field and gives it the keyboard."""

    def __init__(self, texts: Texts, on_change: Callable[[], object]) -> None:
        super().__init__()
        self._texts = texts
        self.setProperty("role", "well")
        self._first, self._rest = label("", "strong"), label("", "quiet")
        self.change = button(texts("Change"), on_change)
        self._words, line = QWidget(), SideBySide(_BESIDE_FROM, _SPACING)
        word_row = QHBoxLayout(self._words)
        word_row.setContentsMargins(0, 0, 0, 0)
        word_row.setSpacing(8)
        for part in (IconMark("clock"), self._first, self._rest):
            word_row.addWidget(part)
        word_row.addStretch(1)
        line.add(self._words, 1)
        line.add(self.change)
        body = QVBoxLayout(self)
        body.setContentsMargins(_LEFT, 4, _RIGHT, 4)
        body.addWidget(line)

    def one_line(self) -> int:
        """The width in px in which all of it stands in one line."""
        return _LEFT + self._words.sizeHint().width() + _SPACING + self.change.sizeHint().width() + _RIGHT

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


class HeadingAndTime(SideBySide):
    """A heading, and beside it the time as long as that stands in one line there; else the time has its own line.

    After midnight it says the day that it is counted to as well: beside "Something else taken" that took six lines.
    """

    def __init__(self, heading: QLabel, time_line: TimeLine, room: int) -> None:
        """``room``: px at 100 %, of a short heading and the time."""
        super().__init__(room, _BETWEEN)
        self._heading, self._time_line = heading, time_line
        self.add(heading)
        self.add(time_line, 1)

    @property
    def narrow(self) -> bool:
        needed = self._heading.sizeHint().width() + _BETWEEN + self._time_line.one_line()
        return super().narrow or self.width() < needed
