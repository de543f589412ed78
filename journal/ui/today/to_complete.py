"""A line on Today about what was saved in a hurry: completed in its form, or said to be complete as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Rating
from journal.ui.entries.diary_rows import Row, rows_of
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label
from journal.ui.today.night_entries import rows_after_midnight
from journal.ui.today.read_day import ReadDay


class ToComplete(QWidget):
    """Hidden while there is nothing. ``complete_wanted`` gives the row that lacks most, ``answered`` the keyboard."""

    complete_wanted = Signal(object)  # Row
    answered = Signal()

    def __init__(self, bridge: Bridge, message: InlineMessage) -> None:
        super().__init__()
        self._bridge, self._texts, self._message = bridge, bridge.texts, message
        self._rows: Sequence[Row] = ()
        self.words = label("", wrap=True)
        self.complete = button(self._texts("Complete…"), lambda: self.complete_wanted.emit(self._rows[0]))
        self.as_it_is = plain_button(self._texts("Nothing to add"), self._leave_as_it_is)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(self.words)
        body.addWidget(flowing(self.complete, self.as_it_is))
        self.setEnabled(bridge.can_write)
        self.hide()

    def show_day(self, read: ReadDay) -> None:
        """Look at what the day shown holds, and on today at the night before it."""
        night = rows_after_midnight(read.before) if read.is_today else ()
        self._rows = sorted((row for row in (*rows_of(read.day), *night) if row.to_complete), key=_is_rating)
        self.setVisible(bool(self._rows))
        words = self._texts.plural("{n} entry is to be completed.", "{n} entries are to be completed.", len(self._rows))
        self.words.setText(words)
        for part in (self.complete, self.as_it_is):
            part.setAccessibleDescription(words)

    def _leave_as_it_is(self) -> None:
        entries = [replace(entry, complete_later=False) for row in self._rows for entry in row.entries]
        self._bridge.attempt(lambda: self._bridge.logbook.save(*entries, label="many.changed"), self._message)
        self.answered.emit()


def _is_rating(row: Row) -> bool:
    """What was taken comes first: most of it is missing."""
    return isinstance(row.entries[0], Rating)
