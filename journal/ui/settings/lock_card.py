"""When a journal with a passphrase locks by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.preferences import LOCK_AFTER
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.key_names import key_name
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label
from journal.ui.lock.idle import can_be_heard


class LockCard(QWidget):
    """``chosen(preference, value)``: the person wants it so."""

    chosen = Signal(str, int)

    def __init__(self, texts: Texts, heard: Callable[[], bool] = can_be_heard) -> None:
        super().__init__()
        self._texts = texts
        self.without = label(texts("A journal without a passphrase cannot be locked."), "quiet", wrap=True)
        self.when = label(texts("Lock when nobody has used the program for"), wrap=True)
        self.after = ChipRow(
            texts("Lock when not used for"), [(minutes, self._words(minutes)) for minutes in LOCK_AFTER]
        )
        self.after.changed.connect(lambda minutes: self.chosen.emit("lock_after", minutes))
        self.asleep = TickBox(texts("Lock when the computer sleeps or its screen is locked"))
        self.asleep.toggled.connect(lambda on: self.chosen.emit("lock_on_sleep", int(on)))
        self.how = label(" ".join((texts(_ON_LINUX if heard() else _ELSEWHERE), self._kept())), "quiet", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        for part in (self.without, self.when, self.after, self.asleep, self.how):
            body.addWidget(part)

    def _words(self, minutes: int) -> str:
        if not minutes:
            return self._texts("Never")
        return self._texts.plural("{n} minute", "{n} minutes", minutes)

    def _kept(self) -> str:
        return self._texts(
            "What you are writing is kept in the journal first. Emergency stays in reach with {key}.",
            key=key_name("F1"),
        )

    def refresh(self, logbook: Logbook, can_change: bool) -> None:
        """As the journal's settings say."""
        self.without.setVisible(not logbook.encrypted)
        for part in (self.when, self.after, self.asleep, self.how):
            part.setVisible(logbook.encrypted)
        self.after.set_value(logbook.preferences.lock_after)
        self.asleep.tick(logbook.preferences.lock_on_sleep)
        for part in (self.after, self.asleep):
            part.setEnabled(can_change)


_ON_LINUX = marked(
    "Most desktops tell programs of it. Where this one does not, it locks as soon as the computer wakes up."
)
_ELSEWHERE = marked("On this system it locks as soon as the computer wakes up. A locked screen alone is not noticed.")
