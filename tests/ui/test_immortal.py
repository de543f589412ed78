"""Qt's binding may not wear out None, True and False: seen without the guard, gone with it."""

from __future__ import annotations

import subprocess
import sys

import pytest

_EMITS = """
import sys
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal()
bell = Bell()
before = sys.getrefcount(True)
for _ in range(100):
    bell.rung.emit()
print(before - sys.getrefcount(True))
"""
_LONG_DAY = """
from journal.ui.immortal import guard_singletons
guard_singletons()
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal()
bell = Bell()
for _ in range(200_000):
    bell.rung.emit()
print("alive")
"""


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="the singletons are immortal from Python 3.12 on")
def test_the_fault_is_still_there_so_the_guard_must_stay() -> None:
    assert _run(_EMITS) == "100"


def test_two_hundred_thousand_signals_do_not_end_the_program() -> None:
    assert _run(_LONG_DAY) == "alive"
