"""Below today's entries: what was written down for after midnight, which is counted to the day before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Timed
from journal.core.queries import Day
from journal.texts import Texts
from journal.ui.entries.diary_rows import Row, rows_of
from journal.ui.entries.line import Line
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import hairline, label
from journal.ui.today.entry_list import EntryList


class NightEntries(QWidget):
    """Hidden while there is nothing. ``day_wanted`` gives the day to which it is counted."""

    day_wanted = Signal(object)  # dt.date

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._day = dt.date.min
        self.words = label("", "small", wrap=True)
        self.open = plain_button("", lambda: self.day_wanted.emit(self._day))
        self.list = EntryList(texts("Entries of last night"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        for part in (hairline(), flowing(self.words, self.open, far="last"), self.list):
            body.addWidget(part)
        self.hide()

    def show_night(self, before: Day | None, line: Callable[[Row], Line]) -> None:
        """What the day before holds after midnight; None: the day shown is not today."""
        rows = rows_after_midnight(before) if before is not None else ()
        self.setVisible(bool(rows))
        self.list.show_rows([(row, line(row)) for row in rows])
        if before is not None:
            self._day = before.day
            day = self._texts.day(before.day)
            self.words.setText(self._texts("Last night, counted to {day}", day=day))
            self.open.setText(self._texts("Open {day}", day=self._texts.weekday(before.day)))


def rows_after_midnight(day: Day) -> Sequence[Row]:
    """The rows of a journal day whose clock says the date after it."""
    return [row for row in rows_of(day) if _begins_after_midnight(row)]


def _begins_after_midnight(row: Row) -> bool:
    first = row.entries[0]
    return isinstance(first, Timed) and first.at.local.date() > row.day
