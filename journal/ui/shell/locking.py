"""The open journal is locked: closed, with nothing of it left in the window, and its passphrase is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from journal.ui.shell.open_journal import OpenJournal
from journal.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from journal.ui.shell.hiding import Hiding


class Locking(QObject):
    """``ask`` shows the page that asks for the passphrase."""

    def __init__(self, window: MainWindow, journal: OpenJournal, ask: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._texts, self._journal, self._ask = window, window.texts, journal, ask
        self._hiding: Hiding | None = None
        journal.lock_wanted.connect(self.by_itself)

    def now(self) -> None:
        """As the person asked; what was typed and not saved is in the journal."""
        if self._journal.logbook is not None and self._journal.logbook.encrypted:
            words = self._texts("What you typed could not be kept, and locking now would lose it.")
            self._journal.once_kept(words, self._texts("Lock anyway"), self._locked)

    def by_itself(self) -> None:
        """Nobody is there: what is at work goes on, and what could not be kept is asked about once somebody is."""
        if self._journal.logbook is None or self._window.body.is_at_work():
            return
        for dialog in self._window.findChildren(QDialog):
            dialog.close()  # it may show entries, and would lie above the page
        self.now()

    def hide(self) -> None:
        """Show nothing of the window, and lock it."""
        from journal.ui.shell.hiding import Hiding

        if self._hiding is None:
            self._hiding = Hiding(self._window, self._journal, self.by_itself)
        self._hiding.hide()

    def _locked(self) -> None:
        self._journal.let_go()
        self._ask()
