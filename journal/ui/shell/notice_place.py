"""The place above whatever is shown where a notice stands: one at a time, out of the way of the emergency numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.keyboard_before import KeyboardBefore

if TYPE_CHECKING:
    from journal.ui.safety.quiet_notice import QuietNotice


class NoticePlace(QObject):
    """Holds the notice, if there is one, in ``column``; ``room`` is the height that there is for it."""

    came_or_went = Signal()

    def __init__(self, parent: QObject, column: QVBoxLayout, room: Callable[[bool], int]) -> None:
        super().__init__(parent)
        self._column, self._room = column, room
        self._aside = False
        self._keyboard = KeyboardBefore(self)
        self.notice: QuietNotice | None = None

    def show(self, notice: QuietNotice) -> None:
        """In place of the one that was there."""
        self.take_away()
        self.notice = notice
        self._keyboard.watch(notice)
        notice.room = self._room
        self._column.insertWidget(0, notice)
        notice.setVisible(not self._aside)
        once_laid_out(notice, notice.fit)
        self.came_or_went.emit()
        notice.read_out()

    def take_away(self) -> None:
        """The keyboard goes back to where it was: Enter once more must not turn to another day."""
        if self.notice is not None:
            self._keyboard.give_back(self.notice)
            self.notice.hide()
            self.notice.deleteLater()
            self.notice = None
            self.came_or_went.emit()

    def stand_aside(self, aside: bool) -> None:
        """Whether the emergency numbers need the room; the notice comes back after them."""
        self._aside = aside
        if self.notice is not None:
            self.notice.setVisible(not aside)
            self.came_or_went.emit()

    def fit(self) -> None:
        """There is more or less room than before."""
        if self.notice is not None:
            self.notice.fit()

    def is_shown(self) -> bool:
        """Whether something is said and does not stand aside."""
        return self.notice is not None and not self._aside
