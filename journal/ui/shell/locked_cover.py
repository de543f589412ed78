"""Over a journal that could not be closed, as what is typed in it has no place on the disk: nothing of it is seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.passphrases import is_same
from journal.ui.kit.buttons import button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.pages import Pages, Sheet
from journal.ui.kit.side_by_side import flowing
from journal.ui.lock import UnlockScreen
from journal.ui.shell.menus import EMERGENCY_KEYS
from journal.ui.shell.window import MainWindow


class LockedCover(QWidget):
    """``unlocked`` once the passphrase of the journal was typed; Emergency is in reach, without anything of it."""

    unlocked = Signal()

    def __init__(self, window: MainWindow, journal: Path, passphrase: str, why: str) -> None:
        super().__init__(window)
        self.setAutoFillBackground(True)
        self._window, self._texts, self._passphrase = window, window.texts, passphrase
        self._emergency: QWidget | None = None
        self.page = UnlockScreen(self._texts, journal)
        self.page.other.hide()
        self.page.say_what_it_is(why)
        self.page.submitted.connect(self._try)
        self._pages = Pages(self.page)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(flowing(button(self._texts("Emergency"), self.show_emergency), far="all"))
        column.addWidget(self._pages, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Sheet(inside))
        for key in EMERGENCY_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self.show_emergency)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def take_keyboard(self) -> None:
        """To where the passphrase is typed, or to the numbers if those are looked at."""
        page = self._pages.currentWidget()
        (page if page is not None else self.page).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_emergency(self) -> None:
        """Whom to call and what to do."""
        from journal.ui.safety.emergency import EmergencyScreen

        if self._emergency is not None:
            return
        settings = self._window.computer.settings
        screen = EmergencyScreen(self._texts, settings.country or None, settings.help_lines)
        screen.country_chosen.connect(self._window.body.set_country)
        screen.closed.connect(self._leave_emergency)
        self._emergency = screen
        self._pages.addWidget(screen)
        self._pages.setCurrentWidget(screen)
        screen.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_emergency(self) -> None:
        if self._emergency is not None:
            self._pages.setCurrentWidget(self.page)
            self._pages.removeWidget(self._emergency)
            self._emergency.deleteLater()
            self._emergency = None

    def _try(self, typed: str) -> None:
        if is_same(typed, self._passphrase):
            self.unlocked.emit()
        else:
            self.page.refuse(self._texts("That passphrase does not open this journal. Try again."))

    def leave(self) -> None:
        """The window is seen again, or something else covers it."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self.window().rect())
        return False
