"""Imports in the background: every module there is, and none that the first use must wait for on purpose."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QObject, QTimer
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
        qtbot.wait(20)
        assert gc.get_freeze_count() > 1000
    finally:
        gc.unfreeze()


@pytest.mark.slow
def test_a_window_with_work_of_its_own_is_left_alone(qtbot: QtBot, steps: list[str]) -> None:
    owner = QObject()
    BackgroundImports(owner)
    qtbot.waitUntil(lambda: steps == ["a"])
    QTimer.singleShot(0, lambda: time.sleep(0.25))  # as a click whose work is slow; the second step is due meanwhile
    qtbot.wait(300)
    assert steps == ["a"]
    qtbot.waitUntil(lambda: steps == ["a", "b", "c"])


def test_the_guidance_is_read_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    guidance.sources.cache_clear()
    list(imports_in_background._steps())[1]()
    assert guidance.sources.cache_info().currsize == 1
