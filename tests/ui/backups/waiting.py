"""For tests of what a worker finds out: it is let end by itself."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from journal.ui.kit.tasks import working


def workers_end(qtbot: QtBot) -> None:
    """Until every worker has ended and what it brought was shown."""
    for _ in range(2):
        qtbot.waitUntil(lambda: not working(), timeout=20_000)
        qtbot.wait(1)
