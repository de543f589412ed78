"""Typing a new passphrase once more, twice in its first week; the device file knows how often it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.passphrases import is_same
from journal.core.practice import is_due

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.ui.kit.computer import Computer


class Practice:
    """For one open journal."""

    def __init__(self, computer: Computer, logbook: Logbook) -> None:
        self._computer, self._logbook = computer, logbook

    def begin(self) -> None:
        """A passphrase was set or changed today, or taken away."""
        day = self._logbook.today() if self._logbook.encrypted else None
        self._computer.remember_practice(self._logbook.path, day, 0)

    def due(self) -> bool:
        """Whether it is time to ask."""
        kept = self._computer.practice_of(self._logbook.path)
        return self._logbook.encrypted and kept is not None and is_due(*kept, self._logbook.today())

    def is_right(self, typed: str) -> bool:
        """Whether that is the passphrase."""
        return is_same(typed, self._logbook.passphrase or "")

    def end(self) -> None:
        """It was typed, or put off: not again until the second time is due."""
        kept = self._computer.practice_of(self._logbook.path)
        if kept is not None:
            self._computer.remember_practice(self._logbook.path, kept[0], kept[1] + 1)
