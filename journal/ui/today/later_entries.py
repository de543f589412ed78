"""A line on Today about entries that are dated later than this computer's clock: kept, counted, and one click away."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.core.queries import DayCount
from journal.texts import Texts
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.widgets import quiet_label


class LaterEntries(QWidget):
    """Hidden while there are none. ``day_wanted`` gives the first one's journal day."""

    day_wanted = Signal(object)  # dt.date

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._day = dt.date.min
        self.words = quiet_label("", wrap=True)
        self.button = plain_button(texts("Show in the Diary"), lambda: self.day_wanted.emit(self._day))
        line = FlowLayout(self, 8)
        line.addWidget(self.words)
        line.addWidget(self.button)
        self.hide()

    def show_count(self, later: DayCount | None) -> None:
        """Say how many there are, or nothing."""
        self.setVisible(later is not None)
        if later is None:
            return
        self._day = later.day
        one = "{n} entry is dated later than this computer’s clock ({day}). Check the clock, or correct the entry."
        many = (
            "{n} entries are dated later than this computer’s clock (from {day} on). Check the clock, or correct them."
        )
        self.words.setText(self._texts.plural(one, many, later.rows, day=self._texts.short_day(later.day)))
