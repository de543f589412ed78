"""What the list of interactions said of what was saved and nobody closed: it follows the journal, whatever is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.shell.closed_notices import ClosedNotices, spoken
from journal.ui.shell.found_after_saving import found_by_now
from journal.ui.shell.kept_notices import KeptNotices

if TYPE_CHECKING:
    from journal.core.entries import Entry
    from journal.guidance.notices_after_saving import Speech
    from journal.logbook import Logbook
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.inline_message import InlineMessage
    from journal.ui.shell.found_after_saving import Found

_KEPT = 20  # of what is put aside


class _Aside(NamedTuple):
    """What was said of entries that went or were changed, and that holds again once they are back.

    ``closed_ms``: when the person closed it; None: it was open.
    """

    notice: Found
    closed_ms: int | None = None


class SaidOfList(QObject):
    """``open`` is the oldest first. ``reworded`` comes when other words hold for it than before."""

    reworded = Signal()
    came_back = Signal()  # after the program was left, or with its entry
    closed_changed = Signal()  # what was closed no longer holds, or holds again

    def __init__(self, bridge: Bridge, closed: ClosedNotices, message: InlineMessage) -> None:
        super().__init__(bridge)
        self._bridge, self.closed, self._kept = bridge, closed, KeptNotices(bridge, message)
        self.open: list[Found] = []
        self._aside: list[_Aside] = []
        self._risen: list[_Aside] = []  # what was closed and is open again, as it was when it was closed
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
        self._risen.clear()
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
        """Put aside what is said of entries that are gone; returns whether something open was."""
        went = [notice for notice in self.open if not self._is_live(notice)]
        self._put_aside(went, [notice for notice in self.closed.found if not self._is_live(notice)])
        if went:
            self._keep()
        return bool(went)

    def _put_aside(self, opened: list[Found], closed: list[Found]) -> None:
        aside = [
            *(_Aside(notice) for notice in opened),
            *(_Aside(notice, self.closed.closed_ms(notice)) for notice in closed),
        ]
        self._aside = [*self._aside, *aside][-_KEPT:]
        self.open = _without(self.open, opened)
        self.closed.found = _without(self.closed.found, closed)

    def holds(self, entry: Entry) -> bool:
        """Whether something was said of it that is open, was closed, or comes back with it."""
        notices = (*self.open, *self.closed.found, *(aside.notice for aside in self._aside))
        return any(saved.id == entry.id for notice in notices for saved in notice.saved)

    def heard(self) -> list[Speech]:
        """What is open, and what the person closed and can have again."""
        return [notice.speech for notice in (*self.open, *self.closed.recent()) if notice.speech is not None]

    def _is_live(self, notice: Found) -> bool:
        """Whether all of what was saved is there, as it was or changed since."""
        stored = self._bridge.logbook.existing([entry.id for entry in notice.saved])
        return all(entry.id in stored and stored[entry.id].deleted_ms is None for entry in notice.saved)

    def is_there(self, notice: Found) -> bool:
        """Whether all of what was saved is there as it was."""
        stored = self._bridge.logbook.existing([entry.id for entry in notice.saved])
        return all(stored.get(entry.id) == entry for entry in notice.saved)

    def follow(self) -> None:
        """What was said, closed or not, was right without what came, or with what went."""
        self._followed += 1
        returning = [aside.notice for aside in self._aside if self._is_live(aside.notice)]
        notices, logbook, ticket = [*self.open, *self.closed.found, *returning], self._bridge.logbook, self._followed
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
        back = [aside for aside in self._aside if _is_said(by_now.get(id(aside.notice.saved)))]
        opened, closed = list(self.open), list(self.closed.found)
        self._put_aside(*([notice for notice in among if _goes(by_now, notice)] for among in (opened, closed)))
        self.open, self.closed.found = (
            [by_now.get(id(notice.saved), notice) for notice in among] for among in (self.open, self.closed.found)
        )
        self._return(back, by_now)
        risen = self._open_risen([*closed, *(aside.notice for aside in back if aside.closed_ms is not None)])
        self._tell(opened, closed, risen or any(aside.closed_ms is None for aside in back))

    def _return(self, back: list[_Aside], by_now: Mapping[int, Found]) -> None:
        """What was closed is there again as closed, all else as open."""
        self._aside = [aside for aside in self._aside if aside not in back]
        for aside in back:
            notice = by_now[id(aside.notice.saved)]
            if aside.closed_ms is None:
                self.open.append(notice)
            else:
                self.closed.put_back(notice, aside.closed_ms)

    def _open_risen(self, closed: list[Found]) -> bool:
        """What was closed and is more urgent by now is open again: nobody has read that of it."""
        self._close_fallen()
        before = {id(notice.saved): notice for notice in closed}
        risen = [notice for notice in self.closed.found if _is_more_urgent(before.get(id(notice.saved)), notice)]
        self._risen += [_Aside(before[id(notice.saved)], self.closed.closed_ms(notice)) for notice in risen]
        self.closed.found = _without(self.closed.found, risen)
        self.open = [*risen, *self.open]
        return bool(risen)

    def _close_fallen(self) -> None:
        """What made it more urgent has gone again: it is as the person closed it."""
        by_list = {id(notice.saved): notice for notice in self.open}
        for aside in list(self._risen):
            notice = by_list.get(id(aside.notice.saved))
            if notice is not None and not _is_more_urgent(aside.notice, notice):
                self._risen.remove(aside)
                self.open = _without(self.open, [notice])
                self.closed.put_back(notice, aside.closed_ms or 0)

    def _tell(self, opened: list[Found], closed: list[Found], came_back: bool) -> None:
        """``opened`` and ``closed`` are what was so before."""
        changed = [notice.speech for notice in opened] != [notice.speech for notice in self.open]
        if changed:
            self._keep()
        if came_back:
            self.came_back.emit()
        elif changed:
            self.reworded.emit()
        if len(closed) != len(self.closed.found):
            self.closed_changed.emit()


def _is_more_urgent(before: Found | None, now: Found) -> bool:
    if before is None or before.speech is None or now.speech is None:
        return False
    from journal.guidance.speech_again import has_risen

    return has_risen(before.speech, now.speech)


def _is_said(notice: Found | None) -> bool:
    return notice is not None and notice.speech is not None


def _goes(by_now: Mapping[int, Found], notice: Found) -> bool:
    return id(notice.saved) in by_now and by_now[id(notice.saved)].speech is None


def _without(notices: list[Found], gone: list[Found]) -> list[Found]:
    ids = {id(notice.saved) for notice in gone}
    return [notice for notice in notices if id(notice.saved) not in ids]


def _by_now(logbook: Logbook, notices: list[Found]) -> Callable[[], list[Found]]:
    return lambda: found_by_now(logbook, notices)
