"""An entry that is saved for another day than the one in sight: where it went, and the way there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject

from journal.core.changes import ChangeSet
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.today.panel import FormPanel


class OtherDay(QObject):
    """Follows the forms of ``panel``. ``shown`` answers the day in sight; ``go`` shows another one."""

    def __init__(
        self, bridge: Bridge, panel: FormPanel, message: InlineMessage, shown: Callable[[], dt.date],
        go: Callable[[dt.date], object],
    ) -> None:  # fmt: skip
        super().__init__(panel)
        self._bridge, self._message, self._shown, self._go = bridge, message, shown, go
        self._said = ""
        panel.host.saved.connect(self._saved)
        bridge.changed.connect(lambda _change: self.forget())

    def _saved(self, done: ChangeSet) -> None:
        went_to = self._other(done)
        if went_to is None:
            return
        texts, day = self._bridge.texts, went_to
        self._said = texts("Saved for {day}.", day=texts.full_day(day))
        self._message.show_message(self._said, [(texts("Open {day}", day=texts.weekday(day)), lambda: self._go(day))])

    def forget(self) -> None:
        """Something else was saved, or the person was elsewhere: it is no news any more."""
        if self._said and self._message.text() == self._said:
            self._message.dismiss()
        self._said = ""

    def _other(self, done: ChangeSet) -> dt.date | None:
        """The day of the entry, unless it is in sight or lies ahead."""
        days = [day for day in (done.first_day, done.last_day) if day is not None and day != self._shown()]
        return days[0] if days and days[0] <= self._bridge.logbook.today() else None
