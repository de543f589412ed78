"""A journal with a passphrase locks by itself: nobody uses it, the computer sleeps, or its screen is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from journal.ui.lock.idle import IdleWatch, can_be_heard

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet
    from journal.ui.kit.bridge import Bridge
    from journal.ui.lock.system_signals import SystemSignals


class OwnLocking(QObject):
    """Looks after one open journal. ``wanted``: lock it now; said again later if it could not be locked."""

    wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.idle = IdleWatch(self)
        self.idle.idle.connect(self.wanted)
        self._system: SystemSignals | None = None
        bridge.changed.connect(self._changed)
        self._follow()

    def _changed(self, change: ChangeSet) -> None:
        if "setting" in change.kinds:
            self._follow()

    def _follow(self) -> None:
        """As the settings say now."""
        chosen = self._bridge.logbook.preferences
        self.idle.watch(chosen.lock_after, chosen.lock_on_sleep)
        if self._system is not None:
            self._system.deleteLater()
            self._system = None
        if chosen.lock_on_sleep and can_be_heard():
            from journal.ui.lock.system_signals import SystemSignals  # other systems have no D-Bus

            self._system = SystemSignals(self)
            self._system.leaving.connect(self.wanted)

    def stop(self) -> None:
        """The journal is let go."""
        self.idle.stop()
        self.deleteLater()
