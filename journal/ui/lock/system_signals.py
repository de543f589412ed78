"""What the system says of itself: the computer is about to sleep, or its screen was locked."""

from __future__ import annotations

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_LOGIND = "org.freedesktop.login1"
# Every desktop has a name of its own for it; the signal is the same.
_SCREEN_SAVERS = ("org.freedesktop", "org.gnome", "org.cinnamon", "org.mate", "org.xfce")


class SystemSignals(QObject):
    """``leaving``: nobody will be in front of the screen. Said over D-Bus, and only where that is there.

    Whoever sends such a signal can do no more than lock the journal, so that it does not matter who sends it.
    """

    leaving = Signal()

    def __init__(
        self, parent: QObject, system: QDBusConnection | None = None, session: QDBusConnection | None = None
    ) -> None:
        super().__init__(parent)
        system, session = system or QDBusConnection.systemBus(), session or QDBusConnection.sessionBus()
        self.heard = False  # whether anything can be said at all
        self._connect(system, f"{_LOGIND}.Manager", "PrepareForSleep", SLOT("begins(bool)"))
        self._connect(system, f"{_LOGIND}.Session", "Lock", SLOT("locked()"))
        for desktop in _SCREEN_SAVERS:
            self._connect(session, f"{desktop}.ScreenSaver", "ActiveChanged", SLOT("begins(bool)"))

    def _connect(self, bus: QDBusConnection, interface: str, name: str, slot: str) -> None:
        if bus.isConnected() and bus.connect("", "", interface, name, self, slot):  # type: ignore[call-overload]
            self.heard = True

    @Slot(bool)
    def begins(self, on: bool) -> None:
        """Sleep, or the screen saver, begins; the end of it is said by the same signal."""
        if on:
            self.leaving.emit()

    @Slot()
    def locked(self) -> None:
        """The session was locked."""
        self.leaving.emit()
