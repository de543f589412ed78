"""A calendar day as the person types it, with what was understood below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.moments import refuse_out_of_range
from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.texts.typed import read_day, read_rough_day
from journal.ui.kit.fields import line_edit
from journal.ui.kit.widgets import label


class DayField(QWidget):
    """A day as it is typed or said: 2026-11-22, Nov 22, yesterday, last Monday; empty is no day.

    ``today``: from which such words count; None: they are not understood. ``may_be_ahead``: of a plan.
    ``rough``: a year, or a month of one, is kept as such, from long before any clock's first time on; ``ends``: as an
    end.

    What is refused is said below once the keyboard leaves the field; the line for it is kept, so that nothing moves
    meanwhile.
    """

    changed = Signal()

    def __init__(
        self, texts: Texts, name: str, today: Callable[[], dt.date] | None, placeholder: str = "",
        may_be_ahead: bool = False, rough: bool = False, ends: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._texts, self._today, self._may_be_ahead, self._rough, self._ends = texts, today, may_be_ahead, rough, ends
        self.edit = line_edit(name, placeholder or texts("e.g. {day}", day=example_day(texts)), 40)
        self._understood = label(role="small", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(self.edit)
        body.addWidget(self._understood)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._typed)
        self.edit.editingFinished.connect(self._left)
        self._typed()

    def set_day(self, day: dt.date | None) -> None:
        """Show a day, or none."""
        self.edit.setText(self._shown(day) if day else "")

    def _shown(self, day: dt.date) -> str:
        """As days are shown everywhere; as 2026-11-22 where that could not be read again."""
        shown = self._texts.short_day(day)
        try:
            return shown if self._read(shown) == day else day.isoformat()
        except Refused:
            return day.isoformat()

    def day(self) -> dt.date | None:
        """The day that is meant. Raises Refused."""
        typed = self.edit.text().strip()
        if not typed:
            return None
        day = self._read(typed, self._today() if self._today else None)
        refuse_out_of_range(day, of_life=self._rough, may_be_ahead=self._may_be_ahead)
        return day

    def _read(self, typed: str, today: dt.date | None = None) -> dt.date:
        if self._rough:
            return read_rough_day(self._texts, typed, today, self._may_be_ahead, self._ends)
        return read_day(self._texts, typed, today, self._may_be_ahead)

    def understood(self) -> str:
        """The words below the field."""
        return self._understood.text()

    def _typed(self) -> None:
        self._say("")
        self.changed.emit()

    def _left(self) -> None:
        try:
            day = self.day()
        except Refused as refused:
            self._say(explain(self._texts, refused))
        else:
            self._keep(day)

    def _keep(self, day: dt.date | None) -> None:
        """ "yesterday" stays the day that it was, also after midnight and in a draft."""
        try:
            self._read(self.edit.text())
        except Refused:
            self.set_day(day)

    def _say(self, problem: str) -> None:
        """The problem, or else the day that is understood."""
        words = problem or self._day_words()
        self._keep_line()
        self._understood.setText(words)
        self.edit.setAccessibleDescription(words)

    def _keep_line(self) -> None:
        """Room for one line, measured on a line: its height is not that of the font alone."""
        self._understood.ensurePolished()
        self._understood.setText("=")
        self._understood.setMinimumHeight(self._understood.heightForWidth(self._understood.maximumWidth()))

    def _day_words(self) -> str:
        try:
            day = self.day()
        except Refused:
            return ""
        return self._texts("= {day}", day=self._texts.full_day(day)) if day else ""


def example_day(texts: Texts) -> str:
    """A day as this region writes it."""
    return texts.short_day(dt.date(2026, 11, 20))


def optional_day(texts: Texts, rough: bool = False) -> str:
    """What stands in a field that may stay empty."""
    if rough:
        return texts("optional, e.g. {day}, or {year}", day=example_day(texts), year="2019")
    return texts("optional, e.g. {day}", day=example_day(texts))
