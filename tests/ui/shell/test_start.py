"""The program as a process: it paints before it opens, and brings the first window to the front."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from journal.app import grab_screens
from journal.logbook import Logbook, raise_file_of
from journal.texts import english
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.shell.computer import Computer
from journal.ui.shell.start import Start
from journal.ui.shell.window import MainWindow
from tests.journals import JournalAt
from tests.ui.conftest import Known

# Runs as the program does and ends by itself.
_RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from journal import app
started = app._started
app._started = lambda: (started(), QTimer.singleShot(0, app.QApplication.closeAllWindows))
sys.exit(app.run(Path(sys.argv[1])))
"""


def test_the_window_is_painted_first_and_usable_then(plain_journal: JournalAt) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(plain_journal.path)],
        env={**os.environ, "LEAF_JOURNAL_TIMINGS": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = re.findall(r"^(first paint|usable|memory) ([\d.]+)$", done.stderr, re.MULTILINE)
    assert [name for name, _ in said] == ["first paint", "usable", "memory"], done.stderr
    assert float(said[0][1]) < float(said[1][1])
    assert done.returncode == 0


def test_nothing_of_the_database_is_loaded_before_the_first_paint() -> None:
    code = (
        "import sys; import journal.app; from journal.ui.shell.window import MainWindow;"
        "early = ('sqlalchemy', 'sqlcipher3', 'journal.logbook', 'journal.ui.kit.theme');"
        "print([name for name in early if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_a_second_start_brings_the_first_window_to_the_front(
    plain_journal: JournalAt, plain_book: Logbook, qtbot: QtBot, tmp_path: Path
) -> None:
    left: list[int] = []
    window = MainWindow(english(), Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    start = Start(window, plain_journal.path, plain_journal.clock, True, lambda: None, left.append)
    start.begin()  # plain_book holds the lock, as the first window would
    qtbot.waitUntil(lambda: left == [0], timeout=10_000)
    assert raise_file_of(plain_journal.path).exists()


def test_the_first_window_hears_the_second_start(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "raise_", lambda _window: None)  # the offscreen plugin warns that it cannot
    usable: list[bool] = []
    window = MainWindow(english(), Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    clock = plain_journal.clock
    start = Start(window, plain_journal.path, clock, True, lambda: usable.append(True), lambda _code: None)
    start.begin()
    qtbot.waitUntil(lambda: usable == [True], timeout=10_000)
    start._watch()
    window.showMinimized()
    raise_file_of(plain_journal.path).touch()
    qtbot.waitUntil(lambda: not raise_file_of(plain_journal.path).exists(), timeout=10_000)
    assert window.isVisible() and not window.isMinimized()
    start.close()
    wait_for_tasks()


def test_a_named_journal_does_not_become_the_usual_one(plain_journal: JournalAt, tmp_path: Path) -> None:
    computer = Computer(tmp_path / "device.ini")
    computer.remember(plain_journal.path, None, as_last=False)
    assert computer.settings.last_journal == ""
    computer.remember(plain_journal.path, "ab" * 16, as_last=True)
    again = Computer(tmp_path / "device.ini")
    assert again.settings.last_journal == str(plain_journal.path)
    assert again.salt_of(plain_journal.path) == "ab" * 16


def test_the_picture_of_today_has_its_size(plain_book: Logbook, known: Known, tmp_path: Path, qtbot: QtBot) -> None:
    path = plain_book.path
    clock = plain_book.clock
    plain_book.close()
    grab_screens(path, {"today": tmp_path / "today.png"}, clock=clock)
    picture = QImage(str(tmp_path / "today.png"))
    assert (picture.width(), picture.height()) == (1240, 900)
