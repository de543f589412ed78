"""For tests of what a worker finds out: it ends by itself. The program's own ``wait_for_tasks`` is for its end."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool


def let_workers_end() -> None:
    """Wait for every thread, and cancel none: whether one looks in time would depend on the machine."""
    QThreadPool.globalInstance().waitForDone()
