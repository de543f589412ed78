"""Hide at once: one key, and the window shows nothing, bears another name and is minimised."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.popups import close_popups
from journal.ui.kit.tab_order import first_place
from journal.ui.lock.neutral_page import NeutralPage
from journal.ui.shell.menus import EMERGENCY_KEYS, HIDE_KEY
from journal.ui.shell.open_journal import OpenJournal
from journal.ui.shell.places import EMERGENCY
from journal.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from journal.ui.shell.locked_cover import LockedCover

_LOCKED_AFTER_MS = 1_000
_ICON_SIDE = 16


class Hiding(QObject):
    """A journal with a passphrase is locked behind it; one without comes back by the key alone.

    ``lock`` locks it unless it is at work; ``locked`` is what covers one that could not be closed.
    """

    def __init__(
        self,
        window: MainWindow,
        journal: OpenJournal,
        lock: Callable[[], object],
        locked: Callable[[], LockedCover | None],
    ) -> None:
        super().__init__(window)
        self._window, self._texts, self._journal = window, window.texts, journal
        self._lock_journal, self._locked = lock, locked
        self._cover: NeutralPage | None = None
        self._before: QWidget | None = None  # what had the keyboard
        self._later = QTimer(self)
        self._later.setInterval(_LOCKED_AFTER_MS)
        self._later.timeout.connect(self._lock)

    @property
    def hidden(self) -> bool:
        """Whether the window shows nothing."""
        return self._cover is not None

    def hide(self) -> None:
        """The picture goes first; what takes time comes after it."""
        if self.hidden:
            return
        self._empty()
        self._window.showMinimized()
        self._journal.keep_drafts()
        self._lock()
        self._later.start()

    def _empty(self) -> None:
        close_popups()
        for dialog in self._window.findChildren(QDialog):
            dialog.close()
        self._before = self._window.focusWidget()
        self._cover = NeutralPage(
            self._texts, self._window, HIDE_KEY, self.come_back, EMERGENCY_KEYS, self._to_emergency
        )
        self._window.show_inside(shown=False)
        self._window.setWindowTitle(self._texts("Notes"))
        self._window.setWindowIcon(_no_icon())
        self._cover.show()
        self._cover.raise_()
        self._cover.back.setFocus()
        self._window.repaint()  # what the taskbar shows of a minimised window is what was painted last

    def stay_on_top(self) -> None:
        """Something else covers the window, too."""
        if self._cover is not None:
            self._cover.raise_()
            self._cover.back.setFocus()

    def _lock(self) -> None:
        """Also what was at work at first, or was still being opened, and where a draft could not be kept."""
        if self._unlocked():
            self._lock_journal()

    def _unlocked(self) -> bool:
        """Whether there is a passphrase, and it would not be asked for."""
        return self._journal.logbook is not None and self._journal.logbook.encrypted

    def come_back(self) -> None:
        """As it was, or to the page that asks for the passphrase; not while a locked journal is still at work."""
        self._lock()
        if self._cover is None or (self._unlocked() and self._window.body.is_at_work()):
            return
        self._later.stop()
        self._window.removeEventFilter(self._cover)
        self._cover.hide()
        self._cover.deleteLater()
        self._cover = None
        self._window.setWindowTitle(self._texts("Leaf Journal"))
        self._window.setWindowIcon(QApplication.windowIcon())  # X11 keeps the empty one where there is none
        if (locked := self._locked()) is not None:
            locked.take_keyboard()
            return
        self._window.show_inside(shown=True)
        once_laid_out(self._window.body, self._give_keyboard_back)

    def _give_keyboard_back(self) -> None:
        before, page = self._before, self._window.body.stack.currentWidget()
        self._before = None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        elif page is not None and (first := first_place(page)) is not None:
            first.setFocus()

    def _to_emergency(self) -> None:
        self.come_back()
        if (locked := self._locked()) is not None:
            locked.show_emergency()
        elif not self.hidden:
            self._window.body.go(EMERGENCY.key)


def _no_icon() -> QIcon:
    nothing = QPixmap(_ICON_SIDE, _ICON_SIDE)
    nothing.fill("transparent")
    return QIcon(nothing)
