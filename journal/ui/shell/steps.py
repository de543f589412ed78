"""Undo and redo from the window, and what a screen reader hears after each write."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.inline_message import InlineMessage

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet
    from journal.ui.shell.transfer import Transfer

# More entries than this are undone by a worker, so that the window does not stand still.
_AT_ONCE = 1000
# From so many on it is told above the screens: one key took away, or brought back, more than is seen of it.
_TOLD_FROM = 10


class Steps:
    """``transfer`` gives what runs a large step in a worker and shows how it goes on."""

    def __init__(self, texts: Texts, message: InlineMessage, transfer: Callable[[Bridge], Transfer]) -> None:
        self._texts, self._message, self._transfer = texts, message, transfer

    def undo(self, bridge: Bridge) -> None:
        """Take back the last change."""
        self._step(bridge, bridge.logbook.undo_step, bridge.logbook.undo, self._texts("Undoing"), self._undone)

    def redo(self, bridge: Bridge) -> None:
        """Do it again."""
        self._step(bridge, bridge.logbook.redo_step, bridge.logbook.redo, self._texts("Redoing"), self._redone)

    def _step(
        self,
        bridge: Bridge,
        step: ChangeSet | None,
        work: Callable[[], ChangeSet],
        words: str,
        done: Callable[[Bridge, ChangeSet], object],
    ) -> None:
        if step is not None and _size(step) > _AT_ONCE:
            self._transfer(bridge).step(words, work, lambda: done(bridge, step))
            return
        try:
            work()
        except Refused as refused:
            self._message.refuse(bridge.why_not(refused))
            return
        self._message.withdraw()
        if step is not None and _is_told(step):
            done(bridge, step)

    def _undone(self, bridge: Bridge, step: ChangeSet) -> None:
        self._tell(_undone(self._texts, step), self._texts("Redo"), lambda: self.redo(bridge))

    def _redone(self, bridge: Bridge, step: ChangeSet) -> None:
        self._tell(_done_again(self._texts, step), self._texts("Undo"), lambda: self.undo(bridge))

    def _tell(self, words: str, way_back: str, go_back: Callable[[], object]) -> None:
        """Until the next change, which the way back would be about."""
        self._message.show_message(words, [(way_back, go_back), (self._texts("OK"), self._message.dismiss)])


def _size(step: ChangeSet) -> int:
    return int(step.arguments.get("n", "1"))


def _is_told(step: ChangeSet) -> bool:
    return _size(step) >= _TOLD_FROM


def _undone(texts: Texts, step: ChangeSet) -> str:
    return texts("Undone: {change}", change=_label(texts, step))


def _done_again(texts: Texts, step: ChangeSet) -> str:
    return texts("Done again: {change}", change=_label(texts, step))


def _label(texts: Texts, step: ChangeSet) -> str:
    from journal.texts.undo import change_label

    return change_label(texts, step.label, step.arguments)


def announcement_of(texts: Texts, change: ChangeSet) -> str:
    """What a screen reader hears after a write; "" of one that no person asked for, or that a message tells of."""
    from journal.core.changes import BY_ITSELF

    steps = {"undo": _undone, "redo": _done_again}
    if change.origin == BY_ITSELF or (change.origin in steps and _is_told(change)):
        return ""
    if change.origin in steps:
        return steps[change.origin](texts, change)
    return texts("Saved: {change}", change=_label(texts, change))
