"""A folder whose disk sleeps: whoever looks into it waits until a test wakes it; nobody may on the main thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_LONG_S = 60  # for a test that fails before it wakes it
_LOOKS = ("stat", "is_dir", "is_file", "exists", "iterdir", "open", "unlink")


class SlowFolder:
    """``waited_for``: what the main thread, and with it the person, waited for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.waited_for: list[str] = []
        self.looks = 0
        self._awake = threading.Event()
        self._within = threading.local()

    def sleep(self) -> None:
        """As in the beginning: the next look waits."""
        self.looks = 0
        self._awake.clear()

    def wake(self) -> None:
        """Let whoever waits have what was looked for, and all who come after."""
        self._awake.set()

    def look(self, at: Path, how: str, real: Callable[[], Any]) -> Any:
        """One look calls others inside ``pathlib``: only the outer one is slow."""
        if self.path not in (at, *at.parents) or getattr(self._within, "one", False):
            return real()
        self.looks += 1
        if threading.current_thread() is threading.main_thread():
            self.waited_for.append(f"{how} {at.name}")
        else:
            self._awake.wait(_LONG_S)
        self._within.one = True
        try:
            return real()
        finally:
            self._within.one = False


def slow(path: Path, monkeypatch: pytest.MonkeyPatch) -> SlowFolder:
    """From now on this folder is one, and asleep."""
    folder = SlowFolder(path)

    def slowed(how: str) -> Callable[..., Any]:
        real = getattr(Path, how)
        return lambda at, *args, **named: folder.look(at, how, lambda: real(at, *args, **named))

    for how in _LOOKS:
        monkeypatch.setattr(Path, how, slowed(how))
    return folder
