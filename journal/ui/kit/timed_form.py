"""A form of something that happened at a time: the field for it, and what becomes of "now" in a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal.core.journal_day import journal_day
from journal.core.moments import AmbiguousTime, moment_from_iso, moment_now
from journal.core.refusal import Refused
from journal.core.typed_day_parts import OneOfSeveral
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.form import Form
from journal.ui.kit.time_field import TimeField
from journal.ui.kit.time_line import HeadingAndTime, TimeLine

_TIME_BESIDE_FROM = 330  # px at 100 %, of a short heading and the time
_LONG_AGO = 10  # years


class TimedForm(Form):
    """Subclasses call ``add_time`` at their end, or ``begin_with_time``, and keep ``time_state`` in their state."""

    def __init__(self, bridge: Bridge, title: str, draft_key: str = "", save_hint: str = "Enter") -> None:
        super().__init__(bridge, title, draft_key, save_hint)
        self.time = TimeField(self.texts, bridge.clock, self.texts("When"))
        self.time.changed.connect(self.touched)
        self._kept_day: dt.date | None = None  # that was asked about and is right

    def add_time(self) -> None:
        """The time field, at the end of the form."""
        self.add(self.texts("When"), self.time)
        self.content.addStretch(1)

    def begin_with_time(self) -> None:
        """The time stands beside the heading; its field is first, and hidden while the time is now."""
        self.time_line = TimeLine(self.texts, self._change_time)
        self.head.removeWidget(self.heading)
        self._heading_line = HeadingAndTime(self.heading, self.time_line, _TIME_BESIDE_FROM)
        self.top.lines.insertWidget(0, self._heading_line)
        self.content.insertWidget(0, self.time)
        self.time.hide()
        self.time.changed.connect(self._say_time)
        self.time.minute_passed.connect(self._say_time)
        self._say_time()

    def _change_time(self) -> None:
        self.time.show()
        self.time.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.time.edit.selectAll()

    def _say_time(self) -> None:
        now = self.time.is_now()
        if not now:
            self.time.show()
        try:
            moment = self.time.moment()
        except Refused:
            self.time_line.say(self.time_in_words())
        else:
            counted_to = journal_day(moment, self.bridge.logbook.preferences.day_start)
            self.time_line.say_moment(moment, now, counted_to, self.bridge.logbook.today().year)
        self._heading_line.fit()

    def ask_time_of(self, day: dt.date | None) -> None:
        """For another day than today the time must be typed; none is filled in."""
        if day is not None and day != self.bridge.logbook.today():
            self.time.set_text(f"{day.isoformat()} ")

    @property
    def time_asked(self) -> bool:
        """Whether the day stands there and the time is still to be typed."""
        return self.time.edit.text().endswith(" ")

    def time_in_words(self) -> str:
        """The time that will be saved, with its day: "now", "yesterday 23:30"."""
        if self.time.is_now():
            return self.texts("now")
        try:
            moment = self.time.moment()
        except Refused as refused:
            day_alone = refused.code == "time-missing"
            return self.texts("time still to be said") if day_alone else self.texts("time not readable yet")
        now, local = moment_now(self.bridge.clock).local.date(), moment.local
        if now > self.bridge.logbook.today() and 0 <= (now - local.date()).days <= 2:
            # After midnight Today is still the day before, so "today" and "yesterday" could mean either.
            weekday = self.texts.short_weekday(local.weekday())
            return self.texts("{day} {time}", day=weekday, time=self.texts.time(local))
        return self.texts.when(local, now)

    def show_time_of(self, state: Mapping[str, Any]) -> None:
        """The time of a draft's state, as it was typed."""
        if state["time"] != self.time.edit.text():
            self.time.set_text(state["time"])

    def _asks_first(self) -> bool:
        return super()._asks_first() or self._asks_if_long_ago()

    def _asks_if_long_ago(self) -> bool:
        """A day of many years ago is more often a slip of the year, or a wrong clock."""
        try:
            day = self.time.moment().local.date()
        except Refused:
            return False  # that is said when it is written
        years = self.bridge.logbook.today().year - day.year
        if years < _LONG_AGO or day == self._kept_day or self.time.is_as_kept:
            return False
        change = (self.texts("Change it"), self._change_time)
        question = self.texts("{day} is years ago. Is that right?", day=self.texts.full_day(day))
        self.ask(question, [change, (self.texts("Keep it"), lambda: self._keep_day(day))])
        return True

    def _keep_day(self, day: dt.date) -> None:
        self._kept_day = day
        self.save()

    def field_for(self, code: str) -> QWidget | None:
        return self.time if code.startswith("time-") else super().field_for(code)

    def refuse(self, refused: Refused) -> None:
        """Which of several times is meant is asked; the rest is refused as usual."""
        if not isinstance(refused, AmbiguousTime | OneOfSeveral):
            super().refuse(refused)
            if refused.code.startswith("time-"):
                self.time.leave_unsaid()  # said at the foot, and not a second time below the field
            return
        self.time.leave_unsaid()
        stay = (self.texts("Not yet"), lambda: self.time.setFocus(Qt.FocusReason.OtherFocusReason))
        self.ask(self.time.question(refused), [stay, *self.time.answers(refused)])

    def draft_moment(self) -> list[str]:
        """ "now" and "-15 min" are said when the draft is written, not when it is read."""
        try:
            moment = self.time.moment()
        except Refused:
            return []
        return [moment.isoformat(), moment.zone]

    def show_draft_moment(self, kept: list[str]) -> None:
        if not kept:
            return
        moment = moment_from_iso(*kept)
        if moment_now(self.bridge.clock).utc_ms - moment.utc_ms >= 60_000:
            self.time.set_moment(moment)
