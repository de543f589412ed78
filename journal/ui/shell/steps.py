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


class Steps:
    """``transfer`` gives what runs a large step in a worker and shows how it goes on."""

    def __init__(self, texts: Texts, message: InlineMessage, transfer: Callable[[Bridge], Transfer]) -> None:
        self._texts, self._message, self._transfer = texts, message, transfer

    def undo(self, bridge: Bridge) -> None:
        """Take back the last change."""
        self._step(bridge, bridge.logbook.undo_step, bridge.logbook.undo, self._texts("Undoing"))

    def redo(self, bridge: Bridge) -> None:
        """Do it again."""
        self._step(bridge, bridge.logbook.redo_step, bridge.logbook.redo, self._texts("Redoing"))

    def _step(self, bridge: Bridge, step: ChangeSet | None, work: Callable[[], ChangeSet], words: str) -> None:
        if step is not None and int(step.arguments.get("n", "1")) > _AT_ONCE:
            self._transfer(bridge).step(words, work)
            return
        try:
            work()
        except Refused as refused:
            self._message.refuse(bridge.why_not(refused))
        else:
            self._message.withdraw()


def announcement_of(texts: Texts, change: ChangeSet) -> str:
    """What a screen reader hears after a write; "" of one that no person asked for."""
    from journal.core.changes import BY_ITSELF
    from journal.texts.undo import change_label

    if change.origin == BY_ITSELF:
        return ""
    label = change_label(texts, change.label, change.arguments)
    if change.origin == "undo":
        return texts("Undone: {change}", change=label)
    if change.origin == "redo":
        return texts("Done again: {change}", change=label)
    return texts("Saved: {change}", change=label)
