"""Which days the pages are about: the usual ones, or two days that the person types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core import limits
from journal.core.refusal import Refused
from journal.insights.summary import Span
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.day_field import DayField
from journal.ui.kit.widgets import label

# By the keys that drafts keep.
_DAYS: dict[object, int] = {"28": limits.WINDOW_DAYS, "84": limits.DEFAULT_DAYS}
_OTHER = "other"


class PeriodChoice(QWidget):
    """Chips, and two fields for "Other". Usual periods end yesterday, because the running day is not complete."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._yesterday = dt.date.min
        choices = [
            ("28", texts.plural("{n} day", "{n} days", limits.WINDOW_DAYS)),
            ("84", texts.plural("{n} week", "{n} weeks", limits.DEFAULT_DAYS // 7)),
            (_OTHER, texts("Other…")),
        ]
        self.chips = ChipRow(texts("Period"), choices)
        self.chips.set_value("84")
        self.chips.changed.connect(lambda _key: self._choose())
        self.first = DayField(texts, texts("First day"), self._day_of_today)
        self.last = DayField(texts, texts("Last day"), self._day_of_today)
        self.problem = label(role="small", wrap=True)
        self.said = label(role="small", wrap=True)
        self.without_today = label(
            texts(
                "Entries of today are not in the figures. Beside them the pages name today’s doses, warning symptoms, "
                "what else was taken, values and answers. To count today, choose Other… and today as the last day."
            ),
            wrap=True,
        )
        self.without_today.hide()
        self._fields = self._both_days()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        for part in (self.chips, self._fields, self.problem, self.said, self.without_today):
            body.addWidget(part)
        self._fields.hide()
        self.problem.hide()

    def _day_of_today(self) -> dt.date:
        return self._yesterday + dt.timedelta(days=1)

    def _both_days(self) -> QWidget:
        both = QWidget()
        fields = QVBoxLayout(both)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(6)
        for words, field in ((self._texts("First day"), self.first), (self._texts("Last day"), self.last)):
            fields.addWidget(label(words, "small", wrap=True))
            fields.addWidget(field)
            field.changed.connect(self._typed)
        return both

    def set_today(self, today: dt.date) -> None:
        """The usual periods end the day before."""
        self._yesterday = today - dt.timedelta(days=1)
        self._say()

    def period(self) -> Span | None:
        """The days that are meant; None while the fields name none."""
        days = _DAYS.get(self.chips.value())
        if days is not None:
            return Span(self._yesterday - dt.timedelta(days=days - 1), self._yesterday)
        try:
            first, last = self.first.day(), self.last.day()
        except Refused:
            return None
        if first is None or last is None or first > last or last > self._yesterday + dt.timedelta(days=1):
            return None
        return Span(first, last)

    def why_not(self) -> str:
        """Why there is no period, in words; "" when there is one."""
        if self.period() is not None:
            return ""
        try:
            first, last = self.first.day(), self.last.day()
        except Refused as refused:
            return explain(self._texts, refused)
        if first is None or last is None:
            return self._texts("Type the first and the last day.")
        if first > last:
            return self._texts("The first day is after the last.")
        return self._texts("The last day is still to come.")

    def state(self) -> dict[str, Any]:
        """What was chosen, for a draft."""
        return {"range": self.chips.value(), "first": self.first.edit.text(), "last": self.last.edit.text()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show a state again."""
        self.first.edit.setText(str(state.get("first", "")))
        self.last.edit.setText(str(state.get("last", "")))
        self.chips.set_value(state.get("range") if state.get("range") in (*_DAYS, _OTHER) else "84")
        self._fields.setVisible(self.chips.value() == _OTHER)
        self._say()

    def _choose(self) -> None:
        other = self.chips.value() == _OTHER
        if other and not self.first.edit.text() and not self.last.edit.text():
            self.last.set_day(self._yesterday)
            self.first.set_day(self._yesterday - dt.timedelta(days=83))
        self._fields.setVisible(other)
        if other:
            self.first.edit.setFocus()
        self._typed()

    def _typed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        period, why = self.period(), self.why_not()
        self.problem.setText(why)
        self.problem.setVisible(bool(why))
        usual = self.chips.value() in _DAYS
        if usual and period is not None:
            first, last = self._texts.short_day(period.first), self._texts.short_day(period.last)
            self.said.setText(self._texts("{first} to {last}, up to yesterday", first=first, last=last))
        self.said.setVisible(usual)
        self.without_today.setVisible(period is not None and period.last == self._yesterday)
