"""When a draft is written: a moment after the first key that is not in it yet, also while typing goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

# A second at most is lost if the computer stops: the rest of it is for the write.
DRAFT_AFTER_MS = 800


class DraftTimer(QTimer):
    """Writes what is typed, and then waits for the next key. A key does not put off what is due already."""

    def __init__(self, owner: QObject, write: Callable[[], object]) -> None:
        super().__init__(owner)
        self.setSingleShot(True)
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.setInterval(DRAFT_AFTER_MS)
        self.timeout.connect(write)

    def typed(self) -> None:
        """Something is not in the draft yet."""
        if not self.isActive():
            self.start()
