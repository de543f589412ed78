"""What Today's buttons begin: the form of a new entry, or "none today" at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.core.entries import DayMark, DayMarkKind
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.today.filled_in import ask_about_the_week, say_what_was_taken
from journal.ui.today.panel import FormPanel

if TYPE_CHECKING:
    from journal.core.substances import Taken


class NewEntry:
    """Opens forms in the panel. ``day`` answers the day that is shown, after a new day has begun the new one."""

    def __init__(self, bridge: Bridge, panel: FormPanel, message: InlineMessage, day: Callable[[], dt.date]) -> None:
        self._bridge, self._panel, self._message, self._day = bridge, panel, message, day

    def begin(self, kind: str) -> None:
        """What the button of this kind of entry does: open its form, or mark the day."""
        if kind == "day_mark":
            self.mark_none()
        else:
            self.open_form(kind)

    def open_form(self, kind: str) -> None:
        """Open a form of this kind, with what was typed there before; one that is open already gets the keyboard."""
        open_already = self._panel.form
        self._message.dismiss()
        day = self._day()
        if open_already is not None and open_already.draft_key == kind:
            self._panel.focus()
            return
        if not self._panel.gives_way() or self._panel.restore(kind):
            return
        if kind == "check_in" and self._week_is_due(day):
            self._panel.new_with(kind, ask_about_the_week, day)
        else:
            self._panel.new(kind, day)

    def _week_is_due(self, day: dt.date) -> bool:
        """Whether the questions about the past week wait; about an earlier day they are not asked."""
        from journal.ui.today.check_in_due import week_is_due  # Today is shown without it

        logbook = self._bridge.logbook
        return day == logbook.today() and week_is_due(logbook)

    def open_something_else(self, kind: str, taken: Taken | None) -> None:
        """Open the form of this kind; of an intake what was taken is said already."""
        self._message.dismiss()
        day = self._day()
        if taken is None:
            self.open_form(kind)
        elif self._panel.host.free():
            self._panel.new_with(kind, lambda form: say_what_was_taken(form, taken), day)

    def open_weekly(self) -> None:
        """Open the questions about the past week."""
        if self._panel.host.free():
            self._panel.new_with("check_in", ask_about_the_week, self._day())

    def open_dose(self, day: dt.date) -> None:
        """Open an empty form for a dose of this day."""
        self._panel.new("dose", day)

    def mark_none(self) -> None:
        """Say that there was no dose on the day shown; Undo takes it back."""
        day, logbook, texts = self._day(), self._bridge.logbook, self._bridge.texts
        marks = logbook.days(day, day)[0].marks
        if any(known.mark is DayMarkKind.NONE_TODAY for known in marks):
            self._message.show_message(texts("This day is marked “none today” already."))
            return
        mark = DayMark(day=day, mark=DayMarkKind.NONE_TODAY)
        self._bridge.attempt(lambda: logbook.save(mark), self._message)
