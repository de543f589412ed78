"""What every step works with that closes the open journal and opens it, or another one, again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from journal.ui.shell.journal_place import JournalPlace
from journal.ui.shell.open_journal import OpenJournal
from journal.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from journal.logbook import Logbook


class Surroundings(NamedTuple):
    """``show`` shows a journal that was opened; ``begin`` looks what lies in its place, and opens that or asks."""

    window: MainWindow
    place: JournalPlace
    journal: OpenJournal
    show: Callable[[Logbook], object]
    begin: Callable[[], object]


class JournalStep(QObject):
    """Going back, a rescue, a move, another passphrase: each is one."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._window, self._place, self._journal, self._show, self._begin = around
        self._texts = around.window.texts
