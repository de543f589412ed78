"""What is said of a whole day: one choice, changed or added later from the diary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import DayMark, DayMarkKind, Entry
from journal.texts.names import DAY_MARKS
from journal.ui.entries.entry_form import EntryForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.form import State
from journal.ui.kit.widgets import label


class MarkForm(EntryForm):
    """A day and its mark; nothing is chosen beforehand."""

    def __init__(self, bridge: Bridge, draft_key: str = "") -> None:
        super().__init__(bridge, bridge.texts("Day mark"), draft_key)
        self._editing: DayMark | None = None
        self._day = bridge.logbook.today()
        self._said_day = label(role="quiet", wrap=True)
        marks = [(mark, self.texts(DAY_MARKS[mark])) for mark in DayMarkKind]
        self.mark = ChipRow(self.texts("Day mark"), marks)
        self.content.addWidget(self._said_day)
        self.content.addWidget(self.mark)
        self.content.addStretch(1)
        self.mark.changed.connect(lambda _mark: self.touched())

    def open_new(self, day: dt.date | None = None) -> None:
        """A mark for this journal day, today if none is given."""
        self._show_day(day or self.bridge.logbook.today())
        self.begin()

    def edit_entries(self, entries: Sequence[Entry]) -> None:
        """The one of the row."""
        (mark,) = entries
        assert isinstance(mark, DayMark)
        self.edit(mark)

    def copy_entries(self, entries: Sequence[Entry]) -> None:
        raise NotImplementedError("a mark belongs to its day")

    def edit(self, mark: DayMark) -> None:
        """Change an existing mark."""
        self._editing = mark
        self.heading.setText(self.texts("Change the day mark"))
        self._show_day(mark.day)
        self.mark.set_value(mark.mark)
        self.begin(mark)

    def _show_day(self, day: dt.date) -> None:
        self._day = day
        self._said_day.setText(self.texts.full_day(day))

    def first_field(self) -> QWidget:
        return self.mark

    def state(self) -> State:
        return {
            "mark": self.mark.value(),
            "day": self._day.isoformat(),
            "editing": self._editing.id if self._editing else None,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        if state["editing"]:
            self.edit(self.bridge.live_entry(state["editing"], DayMark))
        else:
            self.open_new(dt.date.fromisoformat(state["day"]))
        self.mark.set_value(DayMarkKind(state["mark"]) if state["mark"] else None)

    def _write(self) -> ChangeSet | None:
        chosen = self.mark.value()
        if not isinstance(chosen, DayMarkKind):
            self.message.refuse(self.texts("Choose one under “{field}” first.", field=self.texts("Day mark")))
            self.mark.focus()
            return None
        base = self._editing or DayMark(day=self._day)
        return self.bridge.logbook.save(
            replace(base, mark=chosen, complete_later=False), discard_draft=self.draft_key or None
        )
