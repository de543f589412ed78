"""SIGTERM and SIGHUP: the system, or whoever closes the terminal, asks the program to end."""

from __future__ import annotations

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

# Windows has neither: it ends a session with a message that Qt hands on.
_NAMES = ("SIGTERM", "SIGHUP")


class EndSignals(QObject):
    """``asked(number)`` in the event loop, once, for the first that comes.

    Python runs a handler between two of its own steps, and an event loop that waits takes none. So Python writes each
    signal's number into a pipe, which Qt watches.
    """

    asked = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = [number for number in _numbers() if signal.getsignal(number) is not signal.SIG_IGN]
        self._was_asked = False
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)
        self._before = {number: signal.signal(number, _in_the_loop) for number in self._wanted}
        self._written_before = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)

    def _arrived(self) -> None:
        came = os.read(self._read, 4096)  # numbers of other signals, too
        number = next((signal_number for signal_number in came if signal_number in self._wanted), None)
        if number is not None and not self._was_asked:
            self._was_asked = True
            self.asked.emit(number)

    def stop(self) -> None:
        """From now on signals do what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._written_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.close(self._read)
        os.close(self._write)


def watched() -> bool:
    """Whether this system sends such signals."""
    return os.name == "posix"


def _numbers() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _NAMES]


def _in_the_loop(_number: int, _frame: FrameType | None) -> None:
    """Nothing: the pipe has it already. Without a handler of Python's the system would end the program."""
