"""The program from its start on: a window that opens a journal, with its passphrase if it has one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.kit.computer import Computer
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.lock import UnlockScreen
from journal.ui.shell.start import Start
from journal.ui.shell.window import MainWindow
from tests.journals import JournalAt
from tests.ui.once_shown import once_shown


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[JournalAt], Start]]:
    """Opens a journal in a window, as the program does."""
    starts: list[Start] = []

    def opened(journal: JournalAt) -> Start:
        window = MainWindow(english(), Computer(tmp_path / "device.ini"))
        qtbot.addWidget(window)
        start = Start(window, journal.path, journal.clock, True, lambda: None, lambda _code: None)
        starts.append(start)
        start.begin()
        if journal.passphrase:
            window.show()
            once_shown(qtbot, window.body, UnlockScreen).submitted.emit(journal.passphrase)
        qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
        window.show()
        return start

    yield opened
    for start in starts:
        start.close()
    wait_for_tasks()
