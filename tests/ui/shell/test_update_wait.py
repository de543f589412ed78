"""A journal of an earlier version in the window: what takes long is shown, can be stopped, and freezes nothing."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from journal.core.updating import UpdateStep
from journal.db import migrate
from journal.texts import english
from journal.ui.kit.computer import Computer
from journal.ui.kit.tasks import Task, wait_for_tasks
from journal.ui.lock import UnlockScreen
from journal.ui.shell.cannot_open_page import CannotOpenPage, UpdatePage
from journal.ui.shell.start import Start
from journal.ui.shell.update_wait import UpdateWait
from journal.ui.shell.window import MainWindow
from tests.db.test_released import FILES
from tests.db.test_stopping import make_endless
from tests.journals import PASSPHRASE, FixedClock, JournalAt
from tests.ui.conftest import keys

PATIENCE_MS = 20_000


@pytest.fixture(params=["plain", "encrypted"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> JournalAt:
    """A real file of an earlier version."""
    path = tmp_path / "older.leaf"
    shutil.copyfile(FILES / f"journal-0002-{request.param}.leaf", path)
    return JournalAt(path, PASSPHRASE if request.param == "encrypted" else None, FixedClock())


@pytest.fixture
def begin(older: JournalAt, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Start]]:
    """Starts the program on it, and types the passphrase."""
    begun: list[Start] = []

    def started() -> Start:
        window = MainWindow(english(), Computer(tmp_path / "device.ini"))
        qtbot.addWidget(window)
        begun.append(Start(window, older.path, older.clock, True, lambda: None, lambda _code: None))
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        begun[0].begin()
        unlock(begun[0], older, qtbot)
        return begun[0]

    yield started
    begun[0].close()
    wait_for_tasks()


def unlock(start: Start, older: JournalAt, qtbot: QtBot) -> None:
    if older.passphrase is not None:
        qtbot.waitUntil(lambda: isinstance(page(start), UnlockScreen), timeout=PATIENCE_MS)
        screen = page(start)
        assert isinstance(screen, UnlockScreen)
        screen.submitted.emit(older.passphrase)


def page(start: Start) -> object:
    return start.window.body.stack.currentWidget()


def arrives(qtbot: QtBot, start: Start, kind: type[object]) -> None:
    qtbot.waitUntil(lambda: isinstance(page(start), kind), timeout=PATIENCE_MS)


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The update never ends by itself, until this is called."""
    make_endless(monkeypatch)
    return monkeypatch.undo


@pytest.mark.slow
def test_its_steps_are_shown_while_the_window_goes_on(
    endless: Callable[[], None], begin: Callable[[], Start], qtbot: QtBot
) -> None:
    start = begin()
    arrives(qtbot, start, UpdatePage)
    shown = page(start)
    assert isinstance(shown, UpdatePage)

    def read() -> list[str]:
        return [each.text() for each in shown.findChildren(QLabel) if each.isVisible()]

    qtbot.waitUntil(lambda: "Step 3 of 3: changing the journal" in read(), timeout=PATIENCE_MS)
    assert shown.progress.isVisible()
    turns: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(1))
    timer.start(1)
    qtbot.waitUntil(lambda: len(turns) > 50, timeout=PATIENCE_MS)  # keys and mouse are heard as the timer is
    assert page(start) is shown


@pytest.mark.slow
def test_cancel_with_a_key_leaves_the_file_as_it_was_and_it_can_be_tried_again(
    older: JournalAt, endless: Callable[[], None], begin: Callable[[], Start], qtbot: QtBot
) -> None:
    before = older.path.read_bytes()
    start = begin()
    arrives(qtbot, start, UpdatePage)
    shown = page(start)
    assert isinstance(shown, UpdatePage)
    qtbot.waitUntil(lambda: shown.progress.cancel.hasFocus(), timeout=PATIENCE_MS)
    keys(Qt.Key.Key_Space)
    arrives(qtbot, start, CannotOpenPage)
    refused = page(start)
    assert isinstance(refused, CannotOpenPage)
    words = [each.text() for each in refused.findChildren(QLabel)]
    assert any("It was not brought up to date, and is as it was." in each for each in words)
    assert older.path.read_bytes() == before
    endless()
    refused.again.click()
    unlock(start, older, qtbot)
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=PATIENCE_MS)


@pytest.mark.quick_every(2)
def test_closing_the_window_stops_it_too(
    older: JournalAt, endless: Callable[[], None], begin: Callable[[], Start], qtbot: QtBot
) -> None:
    before = older.path.read_bytes()
    start = begin()
    arrives(qtbot, start, UpdatePage)
    start.window.close()
    start.close()
    assert older.path.read_bytes() == before


@pytest.mark.slow
def test_what_takes_long_and_ends_shows_the_journal_then(
    monkeypatch: pytest.MonkeyPatch, begin: Callable[[], Start], qtbot: QtBot
) -> None:
    run, go_on = migrate._run, threading.Event()

    def slow(connection: Connection, revision: str) -> None:
        run(connection, revision)
        assert go_on.wait(PATIENCE_MS / 1000)

    monkeypatch.setattr(migrate, "_run", slow)
    start = begin()
    arrives(qtbot, start, UpdatePage)
    go_on.set()
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=PATIENCE_MS)
    QApplication.processEvents()
    assert page(start) is start.window.body.today


def test_what_ends_in_time_is_not_shown(qapp: QApplication) -> None:
    shown: list[UpdatePage] = []
    task = Task()
    waits = UpdateWait(task, english(), shown.append)
    task.report(UpdateStep.COPYING)
    assert waits._later.isActive()
    task.finished.emit()
    assert not waits._later.isActive()
    assert shown == []
