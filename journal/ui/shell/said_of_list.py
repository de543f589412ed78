"""What the list of interactions said of what was saved and nobody closed: it follows the journal, whatever is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.shell.closed_notices import ClosedNotices, spoken
from journal.ui.shell.found_after_saving import found_by_now
from journal.ui.shell.kept_notices import KeptNotices

if TYPE_CHECKING:
    from journal.guidance.notices_after_saving import Speech
    from journal.logbook import Logbook
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.inline_message import InlineMessage
    from journal.ui.shell.found_after_saving import Found

_KEPT = 20  # of what was taken back, as it may be done again


class SaidOfList(QObject):
    """``open`` is the oldest first. ``reworded`` comes when other words hold for it than before."""

    reworded = Signal()
    came_back = Signal()  # after the program was left
    closed_less = Signal()  # what was closed no longer holds

    def __init__(self, bridge: Bridge, closed: ClosedNotices, message: InlineMessage) -> None:
        super().__init__(bridge)
        self._bridge, self.closed, self._kept = bridge, closed, KeptNotices(bridge, message)
        self.open: list[Found] = []
        self._gone: list[Found] = []  # what was said of entries that undo took back
        self._followed = 0  # how often something changed of which the words are made

    def speech(self) -> Speech | None:
        """All of it in one; None where there is nothing."""
        return spoken(self.open)

    def add(self, notice: Found) -> None:
        """Something was said, and stays open until it is closed, also if the program is left."""
        self.open.append(notice)
        self._keep()

    def leave(self) -> None:
        """All of it is done with, and is not closed by the person."""
        self.open.clear()
        self._keep()

    def _keep(self) -> None:
        self._kept.keep(self.open)

    def come_back(self) -> None:
        """Say what was open when the program was left."""
        read = self._kept.reader(self._bridge.logbook)
        if read is not None:
            run_in_background(read, while_alive(self, self._say_kept), while_alive(self, lambda _problem: None))

    def _say_kept(self, kept: list[Found]) -> None:
        self.open = [*kept, *self.open]
        self._keep()
        if kept:
            self.came_back.emit()

    def may_leave(self) -> bool:
        """Whether there is something, and all of it may go by itself."""
        speeches = [notice.speech for notice in self.open if notice.speech is not None]
        return bool(speeches) and all(speech.may_leave for speech in speeches)

    def close(self) -> None:
        """The person is done with all of it; for a day it can be had again."""
        self.closed.close(self.open)
        self.leave()

    def open_closed(self) -> None:
        """Say again what was closed."""
        self.open = [*self.closed.take(), *self.open]
        self._keep()

    def take_back(self) -> bool:
        """Forget what is said of entries that are gone; returns whether something open was."""
        left = list(filter(self.is_there, self.open))
        self.closed.found = list(filter(self.is_there, self.closed.found))
        gone, self.open = [notice for notice in self.open if notice not in left], left
        self._gone = [*self._gone, *gone][-_KEPT:]
        if gone:
            self._keep()
        return bool(gone)

    def bring_back(self) -> bool:
        """What is said of entries that redo brought back; returns whether there is any."""
        back = list(filter(self.is_there, self._gone))
        self._gone = [notice for notice in self._gone if notice not in back]
        self.open += back
        if back:
            self._keep()
        return bool(back)

    def is_there(self, notice: Found) -> bool:
        """Whether all of what was saved is there as it was."""
        stored = self._bridge.logbook.existing([entry.id for entry in notice.saved])
        return all(stored.get(entry.id) == entry for entry in notice.saved)

    def follow(self) -> None:
        """What was said, closed or not, was right without what came, or with what went."""
        self._followed += 1
        notices, logbook, ticket = [*self.open, *self.closed.found], self._bridge.logbook, self._followed
        if notices:
            run_in_background(
                _by_now(logbook, notices),
                while_alive(self, lambda now: self._take_over(notices, now, ticket)),
                # What cannot be read again stands as it was; what is said first is right all the same.
                while_alive(self, lambda _problem: None),
            )

    def _take_over(self, earlier: list[Found], now: list[Found], ticket: int) -> None:
        """Unless a later change is followed already. Each is known by the list of what was saved with it."""
        if ticket != self._followed:
            return
        by_now = {id(before.saved): after for before, after in zip(earlier, now, strict=True)}
        opened, closed = (
            [after for notice in among if (after := by_now.get(id(notice.saved), notice)).speech is not None]
            for among in (self.open, self.closed.found)
        )
        changed, closed_less = opened != self.open, len(closed) != len(self.closed.found)
        self.open, self.closed.found = opened, closed
        if changed:
            self._keep()
        if changed:
            self.reworded.emit()
        if closed_less:
            self.closed_less.emit()


def _by_now(logbook: Logbook, notices: list[Found]) -> Callable[[], list[Found]]:
    return lambda: found_by_now(logbook, notices)
