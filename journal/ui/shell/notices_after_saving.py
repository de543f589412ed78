"""After a save: what the list of interactions, or the table of blood pressures, says of it is looked up and shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journal.core.changes import BY_ITSELF
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.shell.found_after_saving import SPOKEN_OF, Found, found_in, found_on_return

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
        self._back: list[Entry] = []  # of these nothing is at hand that was said before they went
        self._at_work = False
        self._taken_back = 0  # how often something was
        bridge.changed.connect(self._journal_changed)

    def _journal_changed(self, change: ChangeSet) -> None:
        if change.origin == BY_ITSELF:
            return
        board = self._board
        if change.origin == "undo":
            self._taken_back += 1
            self._waiting, self._back = self._still_there(self._waiting), self._still_there(self._back)
            board.take_back()
        elif change.kinds & {"measurement", "rating"}:
            board.at_forms.put_right()
        board.follow(change.kinds, change.may_bring_back)
        if change.origin == "undo":
            board.put_away.emit()
        else:
            board.leave_if_old()
        if change.kinds & SPOKEN_OF and change.count <= _MOST:
            self._take_up(change)
        self._look()

    def _take_up(self, change: ChangeSet) -> None:
        """What was saved is looked up; of what is back, that of which nothing is kept that comes back with it."""
        if change.may_bring_back:
            back = self._bridge.logbook.brought_by(change)
            self._back += [entry for entry in back if not self._board.of_list.holds(entry)]
        elif change.origin == "window":
            self._waiting += self._bridge.logbook.written_by(change)

    def _still_there(self, entries: list[Entry]) -> list[Entry]:
        """Those that are there as they were when they were to be looked up."""
        stored = self._bridge.logbook.existing([entry.id for entry in entries]) if entries else {}
        return [entry for entry in entries if stored.get(entry.id) == entry]

    def _look(self) -> None:
        if self._at_work:
            return
        logbook, heard = self._bridge.logbook, self._board.of_list.heard()
        if self._waiting:
            saved, self._waiting = self._waiting, []
            self._find(saved, lambda: found_in(logbook, saved))
        elif self._back:
            back, self._back = self._back, []
            self._find(back, lambda: found_on_return(logbook, back, heard))

    def _find(self, entries: list[Entry], find: Callable[[], Found]) -> None:
        self._at_work, ticket = True, self._taken_back
        run_in_background(
            find,
            while_alive(self, lambda after_saving: self._say(after_saving, ticket)),
            while_alive(self, lambda _problem: self._say(Found(entries), ticket)),
        )

    def _say(self, after_saving: Found, ticket: int) -> None:
        """Show the notice; after something was taken back, what is still there of the entries is looked up anew."""
        self._at_work = False
        if self._bridge.can_write and ticket != self._taken_back:
            self._waiting = [*self._still_there(after_saving.saved), *self._waiting]
        elif self._bridge.can_write:
            if (speech := after_saving.speech) is not None and speech.remember:
                self._bridge.attempt(
                    lambda: self._bridge.logbook.save(*speech.remember, origin=BY_ITSELF), self._message
                )
            self._board.say(after_saving)
        self._look()
