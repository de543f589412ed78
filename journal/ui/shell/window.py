"""The main window: painted from the device file alone, then filled with what is costly to import."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from journal.device import Device
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.computer import Computer
from journal.ui.kit.on_screen import fit_on_screen
from journal.ui.shell.first_picture import FirstPicture

if TYPE_CHECKING:
    from journal.texts import Texts
    from journal.ui.shell.body import Body

_SIZE = (1240, 900)
_SMALLEST = (520, 480)


class MainWindow(QMainWindow):
    """The window. Until ``build`` it shows a picture of what is coming."""

    def __init__(self, texts: Texts, computer: Computer) -> None:
        super().__init__()
        self.texts, self.computer = texts, computer
        self._body: Body | None = None
        self._on_build: list[Callable[[Body], object]] = []
        self.setWindowTitle(texts("Leaf Journal"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        if computer.settings.geometry:
            self.restoreGeometry(QByteArray.fromHex(computer.settings.geometry.encode()))
        if not self.isMaximized() and not self.isFullScreen():
            fit_on_screen(self, self.size())  # the size that was kept may be of a larger screen
        self.on_first_paint: Callable[[], object] = _nothing
        self.on_activated: Callable[[], object] = _nothing
        self.on_rescue: Callable[[], object] = _nothing
        self.on_mend_search: Callable[[], object] = _nothing
        self.setCentralWidget(FirstPicture(computer.settings, lambda: self.on_first_paint()))

    def build(self) -> Body:
        """Make what fills the window; it takes the picture’s place as soon as it has something to show."""
        from journal.ui.shell.body import Body

        if self._body is None:
            self._body = Body(self, self.texts, self.computer)
            for then in self._on_build:
                then(self._body)
        return self._body

    def build_later(self, then: Callable[[Body], object]) -> None:
        """Call ``then`` with the body as soon as there is one."""
        self._on_build.append(then)

    @property
    def body(self) -> Body:
        """What fills the window."""
        return self.build()

    def show_backups(self) -> None:
        """The backups of the open journal, each with the way back."""
        self._come_to("backups")

    def show_own_journal(self) -> None:
        """Its passphrase, and the copies of it that have another one or none."""
        self._come_to("journal")

    def _come_to(self, section: str) -> None:
        from journal.ui.shell.places import SETTINGS

        if self._body is not None and self._body.bridge is not None:
            self._body.reach(SETTINGS).come_to(section)

    def has_backups(self) -> bool:
        """Whether the open journal has any to go back to."""
        from journal.ui.shell.known_backups import has_backups

        bridge = self._body.bridge if self._body is not None else None
        return bridge is not None and has_backups(bridge.logbook, self.computer)

    def show_rescue(self) -> None:
        """Rescue what can be read of the open journal."""
        if self._has_journal():
            self.on_rescue()

    def mend_search(self) -> None:
        """Build the search index of the open journal anew."""
        if self._has_journal():
            self.on_mend_search()

    def show_inside(self, shown: bool) -> None:
        """Whether anything but a cover is seen of the window and answers to its keys."""
        bar = self.menuBar()
        bar.setVisible(shown)
        bar.setEnabled(shown)  # macOS shows it elsewhere
        self.body.setVisible(shown)

    def come_to_front(self) -> None:
        """Another start asked for this window."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    @called_by_qt
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.on_activated()

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        from journal.ui.shell.form_keys import reach_form

        if self._body is None or not reach_form(self._body.stack, event):
            super().keyPressEvent(event)

    @called_by_qt
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._body is not None and self._stays(self._body, event):
            event.ignore()
            return
        self._keep_geometry()
        super().closeEvent(event)

    def keep_what_is_open(self) -> None:
        """Write the drafts and where the window is, now: nobody may be there to close it."""
        if self._body is not None:
            self._body.keep_drafts()
        self._keep_geometry()

    def _keep_geometry(self) -> None:
        if not self._has_journal() and self.computer.settings == Device():
            return  # before anything was begun, or after it was erased, no file is made for the window's place alone
        self.computer.change(geometry=bytes(self.saveGeometry().toHex().data()).decode())

    def _has_journal(self) -> bool:
        return self._body is not None and self._body.bridge is not None

    def _stays(self, body: Body, event: QCloseEvent) -> bool:
        """Write the drafts; whether the person, who pressed the window's own button, is told something first.

        The end of the session and the program's own closing are never held up.
        """
        from journal.ui.shell.unsaved import asks_first

        refused = body.keep_drafts()
        app = QApplication.instance()
        ending = isinstance(app, QApplication) and app.isSavingSession()
        return event.spontaneous() and not ending and asks_first(body, refused)


def _nothing() -> None:
    return None
