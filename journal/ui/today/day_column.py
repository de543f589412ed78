"""The column of the day on Today: its figures, its strip, its entries, and those of the night before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.names import symptom_name
from journal.ui.entries.diary_rows import Row, rows_of
from journal.ui.entries.line import Line
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.push_button import PushButton
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import Card, heading, label, quiet_label, row
from journal.ui.today.day_figures import Cards
from journal.ui.today.entry_list import EntryList
from journal.ui.today.night_entries import NightEntries
from journal.ui.today.read_day import ReadDay
from journal.ui.today.strip import StripView


class DayColumn(QWidget):
    """Shows the day that was read. ``line`` says the words of a row.

    ``above`` stands over it and ``after`` below it. ``first``, ``second`` and ``below`` are places for what stands
    beside the day where there is room: the first thing in sight, what follows the figures, and the last.
    """

    about_day_wanted = Signal()

    def __init__(self, bridge: Bridge, line: Callable[[Row], Line], above: Sequence[QWidget], after: QWidget) -> None:
        super().__init__()
        self._texts, self._line = bridge.texts, line
        self.cards = Cards(self._texts)
        self.strip = StripView(self._texts)
        self.list = EntryList(self._texts("Entries of the day"))
        self.night = NightEntries(self._texts)
        self.nothing = quiet_label("", wrap=True)
        self.about_day = self._about_day_button()
        self.about_day.setEnabled(bridge.can_write)
        self.first, self.second, self.below = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        for part in above:
            body.addWidget(part)
        body.addLayout(self.first)
        self._strip_place = self._strip_card()
        body.addWidget(self.cards)
        body.addLayout(self.second)
        for part in (self._strip_place, self._list_card(), after):
            body.addWidget(part)
        body.addLayout(self.below)
        body.addStretch(1)

    def _about_day_button(self) -> PushButton:
        made = plain_button(self._texts("About this day…"), self.about_day_wanted.emit)
        made.setAccessibleDescription(
            self._texts(
                "Mark the day as a whole: none, nothing more to report, used but number not known, do not remember"
            )
        )
        return made

    def _strip_card(self) -> Card:
        card = Card(16, 4)
        self._legend = label("", "small", wrap=True)
        line = row(heading(self._texts("The day"), "strong"), self._legend)
        line.setStretch(1, 1)
        card.body.addLayout(line)
        card.body.addWidget(self.strip)
        return card

    def _list_card(self) -> Card:
        card = Card(16, 4)
        for part in (self.nothing, self.list, flowing(self.about_day, far="all"), self.night):
            card.body.addWidget(part)
        return card

    def show_day(self, read: ReadDay) -> None:
        """Show a day; where part of it cannot be read, what can be, and no figures of it."""
        symptom = symptom_name(self._texts, read.main) if read.main else ""
        self._show_cards(read)
        for figures in (self.cards, self._strip_place):
            figures.setVisible(read.whole)
        self.strip.show_strip(read.strip, symptom)
        self._show_legend(symptom)
        self._show_rows(rows_of(read.day), read)
        self.night.show_night(read.before if read.is_today else None, self._line)

    def _show_cards(self, read: ReadDay) -> None:
        if not read.is_today:
            self.cards.show_earlier(read.summary, read.main, read.day.day, read.milligrams)
            return
        # At one in the night the journal day is still the one before, and it is called today.
        today = self._texts("Today")
        self.cards.show_summary(read.summary, read.main, today, read.now, read.day_start, read.milligrams, read.beside)

    def _show_legend(self, symptom: str) -> None:
        dots = self._texts("bars: amount · dots: {symptom} 0–10", symptom=symptom)
        self._legend.setText(dots if symptom else self._texts("bars: amount"))

    def _show_rows(self, rows: Sequence[Row], read: ReadDay) -> None:
        self.nothing.setVisible(not rows)
        nothing = (
            self._nothing_written(read.is_today) if read.whole else self._texts("Nothing of this day can be read.")
        )
        self.nothing.setText(nothing)
        self.list.setVisible(bool(rows))
        self.list.show_rows([(shown, self._line(shown)) for shown in rows])

    def _nothing_written(self, is_today: bool) -> str:
        if is_today:
            return self._texts("Nothing is written down today. Start with one of the four buttons above.")
        return self._texts("Nothing is written down for this day. You can still add it with the buttons above.")
