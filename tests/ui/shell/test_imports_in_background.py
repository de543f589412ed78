"""Imports in the background: every module there is, and none that the first use must wait for on purpose."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.ui.shell import imports_in_background
from journal.ui.shell.imports_in_background import DRAWING, MODULES, BackgroundImports
from tests.journals import JournalAt, dose


def loaded_after(names: tuple[str, ...]) -> list[str]:
    code = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print(*(name for name in ('matplotlib', 'reportlab', 'numpy', 'alembic') if name in sys.modules))"
    )
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.slow
def test_the_screens_modules_exist_and_leave_the_heavy_libraries_alone() -> None:
    assert loaded_after(MODULES) == []


@pytest.mark.slow
def test_what_draws_exists() -> None:
    assert loaded_after(DRAWING) == ["matplotlib", "reportlab", "numpy"]


def test_a_start_reads_the_day_without_sqlalchemy_and_has_it_soon_after(plain_journal: JournalAt) -> None:
    """It takes as long to import as everything else of the start; entries are read without it and written with it."""
    with plain_journal.open() as book:
        dose(book)
    code = (
        "import os, sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from journal import app\n"
        "def look():\n"
        "    print('sqlalchemy' in sys.modules)\n"
        "usable = app.Program._usable\n"
        "def watched(self):\n"
        "    look()\n"
        "    usable(self)\n"
        "    QTimer.singleShot(0, self.window, wait)\n"
        "def wait():\n"
        "    if hasattr(sys.modules.get('journal.logbook.writing'), 'save_entries'): look(); os._exit(0)\n"
        "    QTimer.singleShot(20, wait)\n"
        "app.Program._usable = watched\n"
        f"app.run(__import__('pathlib').Path({str(plain_journal.path)!r}))\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=60)
    assert done.stdout.split() == ["False", "True"], done.stderr


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was imported, of three steps with short pauses."""
    done: list[str] = []
    monkeypatch.setattr(
        imports_in_background, "_steps", lambda: iter([lambda name=name: done.append(name) for name in "abc"])
    )
    monkeypatch.setattr(imports_in_background, "_SECOND_AFTER_MS", 100)
    monkeypatch.setattr(imports_in_background, "_NEXT_AFTER_MS", 20)
    return done


def test_steps_follow_each_other_and_what_they_made_stays(qtbot: QtBot, steps: list[str]) -> None:
    owner = QObject()
    gc.unfreeze()
    try:
        BackgroundImports(owner)
        qtbot.waitUntil(lambda: steps == ["a", "b", "c"])
        qtbot.waitUntil(lambda: gc.get_freeze_count() > 1000)
    finally:
        gc.unfreeze()


class Hours:
    """A clock and an event loop that stand still until the test moves them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds, self.asked = 0.0, list[tuple[float, Callable[[], object]]]()
        monkeypatch.setattr(imports_in_background, "time", SimpleNamespace(monotonic=lambda: self.seconds))
        monkeypatch.setattr(imports_in_background, "later", lambda _owner, ms, work: self.asked.append((ms, work)))
        monkeypatch.setattr(imports_in_background, "run_in_background", lambda work, done: done(work()))

    def pass_by(self, late_ms: float = 0) -> None:
        """What was asked for last is done, so much later than asked for."""
        ms, work = self.asked.pop()
        self.seconds += (ms + late_ms) / 1000
        work()


def test_a_window_with_work_of_its_own_is_left_alone(
    qapp: QApplication, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with a click whose work is slow: the second step is due meanwhile."""
    hours, owner = Hours(monkeypatch), QObject()
    BackgroundImports(owner)
    hours.pass_by(late_ms=250)
    assert steps == ["a"], "what a save needs is never put off"
    hours.pass_by(late_ms=250)
    assert steps == ["a"]
    hours.pass_by(late_ms=30)
    assert steps == ["a"]
    hours.pass_by(late_ms=20)
    hours.pass_by()
    assert steps == ["a", "b", "c"]


def test_the_guidance_is_read_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    guidance.sources.cache_clear()
    list(imports_in_background._steps())[1]()
    assert guidance.sources.cache_info().currsize == 1
