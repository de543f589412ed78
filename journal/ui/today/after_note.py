"""Once any note with the words of a sign, or a pressure that may matter, is saved: a line, and the way to more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from journal.core.changes import ChangeSet
from journal.core.entries import Entry, Measurement
from journal.core.kinds import free_texts
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.key_names import key_name

_MOST = 20  # entries of one step; an import has its own list


class AfterNote(QObject):
    """It names nothing of what was read, as others may see it, and nothing of it is kept."""

    def __init__(self, bridge: Bridge, message: InlineMessage, call: Callable[[], object]) -> None:
        super().__init__(message)
        self._bridge, self._message, self._call = bridge, message, call
        bridge.changed.connect(self._changed)

    def _changed(self, change: ChangeSet) -> None:
        if change.count > _MOST:
            return
        if change.may_bring_back:
            saved = self._bridge.logbook.brought_by(change)
        elif change.origin == "window":
            saved = self._bridge.logbook.written_by(change)
        else:
            return
        if any(isinstance(entry, Measurement) or free_texts(entry) for entry in saved):
            self._say_of(saved)

    def _say_of(self, saved: list[Entry]) -> None:
        from journal.guidance.if_pregnant import lines_if_pregnant
        from journal.guidance.notes_read import lines_after_notes
        from journal.guidance.signs_in_words import country_of

        texts, logbook, country = self._bridge.texts, self._bridge.logbook, country_of(*self._bridge.whom_to_call)
        lines = *lines_after_notes(texts, saved, country), *lines_if_pregnant(texts, saved, logbook, country)
        words = " ".join(lines)
        if words:
            # Later than what else is said of the save in the same place.
            once_laid_out(self._message, lambda: self._show(words))

    def _show(self, found_words: str) -> None:
        words = self._bridge.texts("Emergency, {key}", key=key_name("F1"))
        self._message.show_message(found_words, [(words, self._call)])
