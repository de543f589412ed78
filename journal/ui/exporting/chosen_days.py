"""Which days go into a file: all of them, or those from one day to another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.ui.exporting.all_or_some import AllOrSome
from journal.ui.kit.day_field import DayField
from journal.ui.kit.widgets import label, quiet_label


class ChosenDays(AllOrSome):
    """Below the second pill two fields for "From … to …"; a field that stays empty is no limit."""

    def __init__(self, texts: Texts, today: Callable[[], dt.date]) -> None:
        super().__init__(texts("Days"), texts("All days"), texts("From … to …"))
        self.first = DayField(texts, texts("First day"), today, may_be_ahead=True)
        self.last = DayField(texts, texts("Last day"), today, may_be_ahead=True)
        fields = QVBoxLayout(self.which)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(6)
        for words, field in ((texts("First day"), self.first), (texts("Last day"), self.last)):
            fields.addWidget(label(words, "small", wrap=True))
            fields.addWidget(field)
            field.changed.connect(self.changed)
        fields.addWidget(
            quiet_label(texts("What belongs to no day comes along, such as products and lists."), wrap=True)
        )
        self.some_wanted.connect(self.first.edit.setFocus)

    def ends(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day, None: no limit. Refused where a field names no day, or the last is earlier."""
        if not self.wants_some():
            return None, None
        first, last = self.first.day(), self.last.day()
        if first is not None and last is not None and first > last:
            raise Refused("period-backwards", first=first, last=last)
        return first, last
