"""A quiet line at the foot: what was typed in a form that was cancelled can be brought back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.tab_order import hand_keyboard_on
from journal.ui.kit.widgets import announce, label

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.ui.kit.left_form import LeftForm

_LOOK_MS = 60_000  # how often it looks whether the day has changed


class LeftFormLine(QWidget):
    """Undo instead of a question before cancelling: it stays until something else is saved or the day changes.

    ``come_to`` shows the screen that the form belongs to. ``came_or_went``: it is shown now, or is not any more.
    """

    came_or_went = Signal()

    def __init__(self, texts: Texts, come_to: Callable[[QWidget], object]) -> None:
        super().__init__()
        self._come_to = come_to
        self._left: LeftForm | None = None
        self._logbook: Logbook | None = None
        self._day: dt.date | None = None
        self.words = label(texts("What you typed was not saved."), "small")
        # Said beside the words and not in them: in a small window with large text they would leave no room.
        until = texts("It waits here until you save, lock or close.")
        self.words.setToolTip(until)
        self.words.setAccessibleDescription(until)
        self.back = plain_button(texts("Bring it back"), self._bring_back)
        self.back.setProperty("role", "status")
        self.back.setAccessibleDescription(self.words.text())
        line = FlowLayout(self, 12)
        line.addWidget(self.words)
        line.addWidget(self.back)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_LOOK_MS)
        self._ticks.timeout.connect(self.look)
        self.hide()

    def offer(self, left: LeftForm, logbook: Logbook) -> None:
        """A form was cancelled with something typed in it; one at a time, the last."""
        self._left, self._logbook, self._day = left, logbook, logbook.today()
        self._ticks.start()
        self.show()
        self.came_or_went.emit()
        announce(self, f"{self.words.text()} {self.back.text()}")

    def look(self) -> None:
        """On another day it is not offered any more."""
        if self._logbook is None or self._logbook.closed or self._logbook.today() != self._day:
            self.forget()

    def forget(self) -> None:
        """Something else was saved, or the journal is left: what was typed goes."""
        self._ticks.stop()
        self._left = self._logbook = self._day = None
        hand_keyboard_on(self)
        self.hide()
        self.came_or_went.emit()

    def _bring_back(self) -> None:
        self.look()
        if self._left is not None:
            left = self._left
            self._come_to(left.place)
            if left.bring_back() and self._left is left:
                self._come_to(left.place)  # a section of the screen that was not chosen is in sight now
                self.forget()
