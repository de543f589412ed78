"""Nobody is at the computer: no key, no mouse, or it was asleep."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

from journal.ui.kit.called_by_qt import called_by_qt

_LOOKED_EVERY_MS = 10_000
_SLEPT_S = 60  # so much later than planned: the computer was asleep
_MINUTE_S = 60
_USED = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
})  # fmt: skip


class IdleWatch(QObject):
    """``idle``: the program was not used for so long, or the computer was asleep; again and again until it is stopped.

    Only events of the window that has the keyboard are looked at. Two clocks are compared: one that stands still while
    the computer sleeps, and the one on the wall, which can be set back.
    """

    idle = Signal()

    def __init__(
        self, parent: QObject, wall: Callable[[], float] = time.time, running: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._wall, self._running = wall, running
        self._minutes, self._after_sleep = 0, False
        self._used = self._looked = (0.0, 0.0)
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(_LOOKED_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def watching(self) -> bool:
        """Whether it would tell."""
        return self._timer.isActive()

    def watch(self, minutes: int, after_sleep: bool) -> None:
        """From now on: ``minutes`` without use (0: never), and whether sleep counts."""
        self._minutes, self._after_sleep = minutes, after_sleep
        if not minutes and not after_sleep:
            self.stop()
            return
        if not self.watching:
            self._used = self._looked = self._now()
            self._timer.start()
            _application().focusWindowChanged.connect(self._follow)
        self._follow(_application().focusWindow())

    def stop(self) -> None:
        """Watch no more."""
        if self.watching:
            self._timer.stop()
            _application().focusWindowChanged.disconnect(self._follow)
        self._leave_window()

    def look(self) -> None:
        """Compare the clocks."""
        slept = self._after_sleep and self._since(self._looked) > _LOOKED_EVERY_MS / 1000 + _SLEPT_S
        unused = self._minutes and self._since(self._used) >= self._minutes * _MINUTE_S
        self._looked = self._now()
        if slept or unused:
            self.idle.emit()

    def _now(self) -> tuple[float, float]:
        return self._wall(), self._running()

    def _since(self, then: tuple[float, float]) -> float:
        return max(now - before for now, before in zip(self._now(), then, strict=True))

    def _follow(self, window: QWindow | None) -> None:
        """The window that has the keyboard now; while another program has it, the last one is still looked at."""
        if window is not None and window is not self._window:
            self._leave_window()
            self._window = window
            window.installEventFilter(self)

    def _leave_window(self) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = None

    @called_by_qt
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _USED or not self.watching:
            return False
        self.look()  # the first key after sleep comes before the timer, and sees nothing
        self._used = self._now()
        return not self.watching


def can_be_heard() -> bool:
    """Whether this kind of system says of its sleep in a way that the program understands: see ``system_signals``."""
    return sys.platform.startswith("linux")


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application
