"""A virtual screen with the program on it, driven by key events."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self, TypeVar

import journal

ROOT = Path(journal.__file__).parent.parent
PATIENCE_S = 20.0
Found = TypeVar("Found")

# The program with its own clock: what `python -m journal` does, less the command line.
_RUNNER = """
import sys
from pathlib import Path
from journal import app
from tests.walk.clock import FileClock
sys.exit(app.run(journal=Path(sys.argv[1]), clock=FileClock(Path(sys.argv[2]))))
"""

_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
assert app.primaryScreen().grabWindow(0).save(sys.argv[1], 'PNG')
"""


class NothingHappenedError(AssertionError):
    """What was typed had no such effect in time."""


def until(look: Callable[[], Found | None], what: str, patience: float = PATIENCE_S) -> Found:
    """Wait until ``look`` finds something."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.03)
    raise NothingHappenedError(what)


class VirtualScreen:
    """Xvfb on a display number that it chooses itself."""

    def __init__(self, size: str = "1280x960x24") -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as numbers:
            self.display = f":{numbers.readline().strip()}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait(10)


class Program:
    """One run of the program: started, typed into, quit or killed."""

    def __init__(self, screen: VirtualScreen, journal_file: Path, clock_file: Path, scheme: str = "") -> None:
        self._log = journal_file.with_name("window.log")
        self._environment = {
            **os.environ,
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
            "LEAF_JOURNAL_TIMINGS": "1",
        }
        self._already = self.log()
        with self._log.open("ab") as log:
            command = [sys.executable, "-c", _RUNNER, str(journal_file), str(clock_file)]
            self._process = subprocess.Popen(command, env=self._environment, stderr=log, stdout=log)
        self.window = until(self._find_window, "no window appeared")
        self._tool("windowfocus", "--sync", self.window)

    def log(self) -> str:
        """What the program wrote to its error stream, over all runs."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    def wait_usable(self, times: int = 1) -> None:
        """Wait until there is something to do: the journal, or (the first time) what is asked before it."""
        fresh = len(self._already)
        until(lambda: self.log()[fresh:].count("memory") >= times or None, "the window did not become usable")

    def keys(self, *keys: str) -> None:
        """Press keys by their X names: ``ctrl+d``, ``Return``, ``6``, ``Tab``."""
        self._tool("key", "--clearmodifiers", "--delay", "25", *keys)

    def type(self, text: str) -> None:
        """Type letters into whatever has the focus."""
        self._tool("type", "--clearmodifiers", "--delay", "12", text)

    def picture(self, path: Path) -> None:
        """A picture of the whole screen."""
        subprocess.run([sys.executable, "-c", _PICTURE, str(path)], env=self._environment, check=True)

    def quit(self) -> None:
        """Ctrl+Q, and a clean exit."""
        self.keys("ctrl+q")
        assert self._process.wait(PATIENCE_S) == 0, self.log()[-2000:]

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()
        self._process.wait(PATIENCE_S)

    def _find_window(self) -> str | None:
        if self._process.poll() is not None:
            raise AssertionError(self.log()[-3000:])
        command = ["xdotool", "search", "--onlyvisible", "--pid", str(self._process.pid), "--name", "Leaf Journal"]
        found = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=False)
        return found.stdout.split()[-1] if found.stdout.split() else None

    def _tool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True, capture_output=True)
