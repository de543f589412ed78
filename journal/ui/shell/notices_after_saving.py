"""After a save: what the list of interactions, or the table of blood pressures, says of it is looked up and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journal.core.changes import BY_ITSELF
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.shell.found_after_saving import SPOKEN_OF, Found, found_in

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet
    from journal.core.entries import Entry
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.inline_message import InlineMessage
    from journal.ui.shell.notice_board import NoticeBoard

_MOST = 20  # entries that a person writes in one step; more were chosen or read from somewhere


class NoticesAfterSaving(QObject):
    """Tells ``board`` of every change. The list is read in a worker, not before the first save that it may concern.

    Refusals go to ``message``.
    """

    def __init__(self, bridge: Bridge, board: NoticeBoard, message: InlineMessage) -> None:
        super().__init__(board)
        self._bridge, self._board, self._message = bridge, board, message
        self._waiting: list[Entry] = []
        self._at_work = False
        self._taken_back = 0  # how often something was
        bridge.changed.connect(self._journal_changed)

    def _journal_changed(self, change: ChangeSet) -> None:
        if change.origin == BY_ITSELF:
            return
        board = self._board
        if change.origin == "undo":
            self._taken_back += 1
            self._waiting.clear()
            board.take_back()
            board.follow(change.kinds)
            board.put_away.emit()
            return
        if change.kinds & {"measurement", "rating"}:
            board.at_forms.put_right()
        if change.origin == "redo":
            board.do_again()
        board.follow(change.kinds)
        board.leave_if_old()
        if change.origin == "window" and change.kinds & SPOKEN_OF and change.count <= _MOST:
            self._waiting += self._bridge.logbook.written_by(change)
            self._look()

    def _look(self) -> None:
        if self._at_work or not self._waiting:
            return
        saved, self._waiting, self._at_work = self._waiting, [], True
        logbook, ticket = self._bridge.logbook, self._taken_back
        run_in_background(
            lambda: found_in(logbook, saved),
            while_alive(self, lambda after_saving: self._say(after_saving, ticket)),
            while_alive(self, lambda _problem: self._say(Found(saved), ticket)),
        )

    def _say(self, after_saving: Found, ticket: int) -> None:
        """Show the notice, unless the entries were taken back meanwhile."""
        self._at_work = False
        if self._bridge.can_write and ticket == self._taken_back:
            if (speech := after_saving.speech) is not None:
                self._bridge.attempt(
                    lambda: self._bridge.logbook.save(*speech.remember, origin=BY_ITSELF), self._message
                )
            self._board.say(after_saving)
        self._look()
