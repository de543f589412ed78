"""A calendar day as the person types it, with what was understood below."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.moments import FIRST_DAY, LAST_DAY, out_of_range
from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.texts.typed import read_day
from journal.ui.kit.fields import line_edit
from journal.ui.kit.widgets import label


class DayField(QWidget):
    """Year, month and day as 2026-11-22, or as a day is shown; empty is no day."""

    changed = Signal()

    def __init__(self, texts: Texts, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._texts = texts
        self.edit = line_edit(name, placeholder or texts("e.g. 2026-11-22"), 20)
        self._understood = label(role="small", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(self.edit)
        body.addWidget(self._understood)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._typed)
        self._typed()

    def set_day(self, day: dt.date | None) -> None:
        """Show a day, or none."""
        self.edit.setText(day.isoformat() if day else "")

    def day(self) -> dt.date | None:
        """The day that is meant. Raises Refused."""
        typed = self.edit.text().strip()
        if not typed:
            return None
        day = read_day(self._texts, typed)
        if not FIRST_DAY <= day <= LAST_DAY:
            raise out_of_range()
        return day

    def understood(self) -> str:
        """The words below the field."""
        return self._understood.text()

    def _typed(self) -> None:
        try:
            day = self.day()
        except Refused as refused:
            words = explain(self._texts, refused)
        else:
            words = self._texts("= {day}", day=self._texts.full_day(day)) if day else ""
        self._understood.setText(words)
        self._understood.setVisible(bool(words))
        self.edit.setAccessibleDescription(words)
        self.changed.emit()
