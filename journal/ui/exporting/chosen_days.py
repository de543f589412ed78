"""Which days go into a file: all of them, or those from one day to another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.day_field import DayField
from journal.ui.kit.widgets import label

_ALL, _SOME = "all", "some"


class ChosenDays(QWidget):
    """Two pills, and two fields for "From … to …"; a field that stays empty is no limit."""

    changed = Signal()

    def __init__(self, texts: Texts, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self.chips = ChipRow(texts("Days"), [(_ALL, texts("All days")), (_SOME, texts("From … to …"))])
        self.chips.set_value(_ALL)
        self.first = DayField(texts, texts("First day"), today, ahead=True)
        self.last = DayField(texts, texts("Last day"), today, ahead=True)
        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(6)
        for words, field in ((texts("First day"), self.first), (texts("Last day"), self.last)):
            fields.addWidget(label(words, "small", wrap=True))
            fields.addWidget(field)
        self._fields.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.chips)
        body.addWidget(self._fields)
        self.chips.changed.connect(lambda _key: self._choose())
        for field in (self.first, self.last):
            field.changed.connect(self.changed)

    def choose_some(self) -> None:
        """Show the two fields, as the second pill does."""
        self.chips.set_value(_SOME)
        self._choose()

    def ends(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day, None: no limit. Refused where a field names no day, or the last is earlier."""
        if self.chips.value() != _SOME:
            return None, None
        first, last = self.first.day(), self.last.day()
        if first is not None and last is not None and first > last:
            raise Refused("period-backwards", first=first, last=last)
        return first, last

    def _choose(self) -> None:
        some = self.chips.value() == _SOME
        self._fields.setVisible(some)
        if some:
            self.first.edit.setFocus()
        self.changed.emit()
