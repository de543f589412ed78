"""A virtual screen with the program on it, driven by key events."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

import journal

ROOT = Path(journal.__file__).parent.parent
PATIENCE_S = 60.0
_MOST_TABS = 60
Found = TypeVar("Found")

# The program with its own clock: what `python -m journal` does, less the command line.
_RUNNER = """
import sys
from pathlib import Path
from journal import app
from tests.walk.clock import FileClock
from tests.walk.reader import ScreenReader
reader = ScreenReader(Path(sys.argv[3]))
sys.exit(app.run(journal=Path(sys.argv[1]), clock=FileClock(Path(sys.argv[2]))))
"""

_CLIPBOARD = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
sys.stdout.write(app.clipboard().text())
"""

_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
assert app.primaryScreen().grabWindow(0).save(sys.argv[1], 'PNG')
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A widget of which something can be seen, as a screen reader is told of it; ``cells`` are a table's rows in sight.

    ``widget`` tells it from every other one, ``window`` is the title of its window.
    """

    widget: int
    kind: str
    name: str
    value: str
    description: str
    enabled: bool
    focused: bool
    window: str
    cells: list[list[str]]


class NothingHappenedError(AssertionError):
    """What was typed had no such effect in time."""


def _place(of: Seen | None) -> tuple[int, str] | None:
    return (of.widget, of.name) if of is not None else None


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
        self._server.wait(60)


class Program:
    """One run of the program: started, typed into, quit or killed.

    ``pressed`` are the keys that were pressed, ``read`` the names of what was ever seen.
    """

    def __init__(self, screen: VirtualScreen, journal_file: Path, clock_file: Path) -> None:
        self.pressed: list[str] = []
        self.read: set[str] = set()
        self._log = journal_file.with_name("window.log")
        self._environment = {
            **os.environ,
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
            "LEAF_JOURNAL_TIMINGS": "1",
        }
        self._already = self.log()
        self._screen = journal_file.with_name("screen")
        self._screen.mkdir(exist_ok=True)
        self._times_read = len(list(self._screen.glob("*.json")))
        with self._log.open("ab") as log:
            command = [sys.executable, "-c", _RUNNER, str(journal_file), str(clock_file), str(self._screen)]
            self._process = subprocess.Popen(command, env=self._environment, stderr=log, stdout=log)
        self.window = until(self._find_window, "no window appeared")
        self.take_keyboard()

    def log(self) -> str:
        """What the program wrote to its error stream, over all runs."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    def wait_usable(self, times: int = 1) -> None:
        """Wait until there is something to do: the journal, or (the first time) what is asked before it."""
        fresh = len(self._already)
        until(lambda: self.log()[fresh:].count("memory") >= times or None, "the window did not become usable")

    def take_keyboard(self) -> None:
        """Give the window the keyboard, as a window manager does at the start and when a dialog has closed."""
        self._tool("windowfocus", "--sync", self.window)

    def give_keyboard(self, title: str) -> None:
        """Give it to a window of the program, as a window manager does when a dialog opens."""
        self._tool("search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync")

    def resize(self, width: int, height: int) -> None:
        """Make the window this large, as somebody does who drags its corner."""
        self._tool("windowsize", "--sync", self.window, str(width), str(height))

    def keys(self, *keys: str) -> None:
        """Press keys by their X names: ``ctrl+d``, ``Return``, ``6``, ``Tab``."""
        self.pressed += keys
        self._tool("key", "--clearmodifiers", "--delay", "25", *keys)

    def layout(self, name: str) -> None:
        """Another keyboard, as ``setxkbmap`` calls it."""
        subprocess.run(["setxkbmap", name], env=self._environment, check=True)

    def places(self, *numbers: int, held: int = 0) -> None:
        """Press keys by the number that X gives their place, whatever the layout has there, with another key held."""
        around = [str(held)] if held else []
        down, up = (["keydown", *around], ["keyup", *around]) if held else ([], [])
        self._tool(*down, "key", "--delay", "25", *map(str, numbers), *up)

    def type(self, text: str) -> None:
        """Type letters into whatever has the focus."""
        self._tool("type", "--clearmodifiers", "--delay", "12", text)

    def seen(self) -> list[Seen]:
        """Everything that can be seen now."""
        self._times_read += 1
        answer, asked = self._screen / f"{self._times_read}.json", self._screen / "asked.new"
        asked.write_text(str(self._times_read), encoding="ascii")
        asked.replace(self._screen / "asked")
        until(lambda: answer.exists() or None, "the window did not say what is on it")
        # What stands between a number and its unit so that they never break reads as a space.
        words = answer.read_text(encoding="utf-8").replace("\\u00a0", " ").replace("\u00a0", " ")
        seen = [Seen(**each) for each in json.loads(words)]
        self.read |= {each.name for each in seen}
        return seen

    def shown(self, name: str, enabled: bool = True) -> Seen:
        """Wait until something of this name, or whose name begins with it, can be seen and (``enabled``) used."""

        def look() -> Seen | None:
            found = [each for each in self.seen() if each.name.startswith(name)]
            return next((each for each in found if each.enabled or not enabled), None)

        try:
            return until(look, f"“{name}” was not shown")
        except NothingHappenedError:
            self.picture(self._screen / "missing.png")
            raise

    def go_to(self, name: str, *, back: bool = False, hidden: bool = False) -> None:
        """Press Tab (or Shift+Tab) until the widget of this name has the keyboard.

        With ``hidden`` it need not be in sight before: the form scrolls to it.
        """
        if not hidden:
            self.shown(name)
        for _ in range(_MOST_TABS):
            before = self._focus()
            if before is not None and before.name.startswith(name):
                return
            self.keys("shift+Tab" if back else "Tab")
            # Letters that only now arrive change what the field says, and are not taken for a move.
            until(lambda before=before: _place(self._focus()) != _place(before), "Tab went nowhere")  # type: ignore[misc]
        raise NothingHappenedError(f"Tab does not lead to “{name}”")

    def press(self, name: str, *, back: bool = False) -> None:
        """Go to a button with Tab and press the space bar."""
        self.go_to(name, back=back)
        self.keys("space")

    def wait_for_focus(self, name: str) -> None:
        """Wait until the keyboard is on what has this name: letters that are typed before are lost."""
        until(lambda: self.focus_is(name), f"the keyboard is not on “{name}”")

    def focus_is(self, name: str) -> bool:
        """Whether the keyboard is on what has this name."""
        return self._focused_name() == name

    def choose_in_menu(self, name: str) -> None:
        """Press Down in the open menu until this is chosen, then Enter."""
        for _ in range(_MOST_TABS):
            before = until(self._focus, "no menu is open").name
            if before == name:
                self.keys("Return")
                return
            self.keys("Down")
            until(lambda before=before: self._focused_name() != before or None, "Down went nowhere")  # type: ignore[misc]
        raise NothingHappenedError(f"“{name}” is not in the menu")

    def clipboard(self) -> str:
        """What was copied, read by another program."""
        command = [sys.executable, "-c", _CLIPBOARD]
        return subprocess.run(command, env=self._environment, check=True, capture_output=True, text=True).stdout

    def _focus(self) -> Seen | None:
        return next((each for each in self.seen() if each.focused), None)

    def _focused_name(self) -> str:
        focus = self._focus()
        return focus.name if focus else ""

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
