"""A folder whose disk wakes up slowly: whoever looks into it waits two seconds, and nobody may on the main thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SLEEPS_S = 2.0
_LOOKS = ("stat", "is_dir", "is_file", "exists", "iterdir", "open", "unlink")


class SlowFolder:
    """``waited_for``: what the main thread, and with it the person, waited for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.waited_for: list[str] = []
        self.looks = 0
        self._within = threading.local()

    def look(self, at: Path, how: str, real: Callable[[], Any]) -> Any:
        """One look calls others inside ``pathlib``: only the outer one is slow."""
        if self.path not in (at, *at.parents) or getattr(self._within, "one", False):
            return real()
        self.looks += 1
        if threading.current_thread() is threading.main_thread():
            self.waited_for.append(f"{how} {at.name}")
        elif self.looks == 1:
            time.sleep(SLEEPS_S)
        self._within.one = True
        try:
            return real()
        finally:
            self._within.one = False


def slow(path: Path, monkeypatch: pytest.MonkeyPatch) -> SlowFolder:
    """From now on this folder is one: the first look takes so long, as of a disk that then stays awake."""
    folder = SlowFolder(path)

    def slowed(how: str) -> Callable[..., Any]:
        real = getattr(Path, how)
        return lambda at, *args, **named: folder.look(at, how, lambda: real(at, *args, **named))

    for how in _LOOKS:
        monkeypatch.setattr(Path, how, slowed(how))
    return folder
