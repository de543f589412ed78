"""The open journal is locked: closed, with nothing of it left in the window, and its passphrase is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog

from journal.ui.kit.popups import close_popups
from journal.ui.shell.open_journal import OpenJournal, why_not
from journal.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from journal.core.refusal import Refused
    from journal.ui.shell.hiding import Hiding
    from journal.ui.shell.locked_cover import LockedCover

_TRIED_AGAIN_MS = 10_000  # whether the disk takes by now what is typed


class Locking(QObject):
    """``ask`` shows the page that asks for the passphrase."""

    def __init__(self, window: MainWindow, journal: OpenJournal, ask: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._texts, self._journal, self._ask = window, window.texts, journal, ask
        self._hiding: Hiding | None = None
        self.cover: LockedCover | None = None
        self._again = QTimer(self)
        self._again.setInterval(_TRIED_AGAIN_MS)
        self._again.timeout.connect(self.by_itself)
        journal.lock_wanted.connect(self._unused)

    def now(self) -> None:
        """As the person asked; what was typed and not saved is in the journal."""
        if self._journal.logbook is not None and self._journal.logbook.encrypted:
            words = self._texts("What you typed could not be kept, and locking now would lose it.")
            self._journal.once_kept(words, self._texts("Lock anyway"), self._locked)

    def _unused(self) -> None:
        """The page that asks for the passphrase says why it is there."""
        from journal.ui.lock import UnlockScreen

        self.by_itself()
        page = self._window.body.stack.currentWidget()
        if self._journal.logbook is None and isinstance(page, UnlockScreen) and not page.what_it_is.text():
            page.say_what_it_is(self._texts(
                "It locked by itself: nobody used the program for a while, or the computer slept. What you were "
                "writing is kept. Settings, Your journal, has when it locks."
            ))  # fmt: skip

    def by_itself(self) -> None:
        """Nobody is there: what is at work goes on, and what could not be kept is covered until somebody unlocks it."""
        logbook = self._journal.logbook
        if logbook is None or not logbook.encrypted or self._window.body.is_at_work():
            return
        for dialog in self._window.findChildren(QDialog):
            dialog.close()  # it may show entries, and would lie above the page
        refused = self._journal.keep_drafts()
        if refused is None:
            self._locked()
        elif self.cover is None and logbook.passphrase is not None:
            self._cover_up(refused, logbook.passphrase)

    def hide(self) -> None:
        """Show nothing of the window, and lock it."""
        from journal.ui.shell.hiding import Hiding

        if self._hiding is None:
            self._hiding = Hiding(self._window, self._journal, self.by_itself, lambda: self.cover)
        self._hiding.hide()

    def _locked(self) -> None:
        close_popups()  # a list may show names of the journal, and would lie above the page
        self._journal.let_go()
        self._uncover()
        self._ask()

    # --- where what is typed cannot be kept ---

    def _cover_up(self, refused: Refused, passphrase: str) -> None:
        close_popups()
        from journal.ui.shell.locked_cover import LockedCover

        assert self._journal.logbook is not None
        why = self._texts(
            "What you typed could not be kept in it. It waits here, behind the passphrase. {why}",
            why=why_not(self._texts, refused),
        )
        self.cover = LockedCover(self._window, self._journal.logbook.path, passphrase, why)
        self.cover.unlocked.connect(self._unlocked)
        self._window.show_inside(shown=False)
        self.cover.show()
        self.cover.raise_()
        if self._hiding is not None:
            self._hiding.stay_on_top()
        self.cover.take_keyboard()
        self._again.start()

    def _uncover(self) -> None:
        self._again.stop()
        if self.cover is not None:
            self.cover.leave()
            self.cover = None
            if self._hiding is None or not self._hiding.hidden:
                self._window.show_inside(shown=True)

    def _unlocked(self) -> None:
        """The person is here again, and so is what they typed; it is still not kept."""
        self._uncover()
        refused = self._journal.keep_drafts()
        if refused is not None:
            why = why_not(self._texts, refused)
            self._journal.tell(self._texts("What you typed is not kept yet. {why}", why=why))
