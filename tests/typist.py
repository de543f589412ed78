"""A process with the program's own window in which somebody types and never pauses, until the process is ended."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from journal.logbook import Logbook
from tests.journals import FixedClock

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NO_SCREEN: Mapping[str, str] = {"QT_QPA_PLATFORM": "offscreen"}
_LONG_S = 30
_EVERY_MS = 20  # no pause is as long as a draft waits

# Prints a line for each letter that the form has, with the moment, and one for each draft that lies in the journal.
_WINDOW = """
import signal, sys, time
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests may ignore the end of their terminal
from pathlib import Path
from PySide6.QtCore import QTimer
from journal import app
from journal.logbook import Logbook
from journal.ui.kit.draft_timer import DraftTimer
from tests.journals import FixedClock
from tests.typist import letter

save_draft = Logbook.save_draft

def save(book, form, content, typed_ms=None):
    save_draft(book, form, content, typed_ms)
    print("kept", len(typed), flush=True)

typed, programs = [], []
Logbook.save_draft = save
program_of = app.Program

class Program(program_of):
    def __init__(self, *given):
        super().__init__(*given)
        programs.append(self)

def begin():
    window = programs[0].window
    window.resize(1111, 777)
    window.body.act("note")
    form = window.body.today.panel.form
    form.note.setFocus()
    timer = QTimer(window, interval=int(sys.argv[2]))
    timer.timeout.connect(lambda: type_one(form.note))
    timer.start()

def type_one(note):
    note.insertPlainText(letter(len(typed)))
    typed.append(0)
    print("typed", len(typed), time.monotonic(), flush=True)

if sys.argv[3] == "wait":
    DraftTimer.typed = DraftTimer.start
app.Program = Program
app._started = begin
sys.exit(app.run(Path(sys.argv[1]), clock=FixedClock()))
"""


def letter(number: int) -> str:
    """What is typed as the letter of this number, from 0."""
    return _LETTERS[number % len(_LETTERS)]


@dataclass
class Typist:
    """What such a window told, and its process."""

    process: subprocess.Popen[str]
    typed: list[float] = field(default_factory=list)  # when each letter was there
    in_draft: int = 0  # letters that were there when the newest draft was written

    @classmethod
    def begin(
        cls, journal: Path, settings: Path, screen: Mapping[str, str] = _NO_SCREEN, drafts_wait: bool = False
    ) -> Typist:
        """Open the journal; the device file lies in ``settings``. ``drafts_wait`` plants a fault: for a pause."""
        environment = {**os.environ, "XDG_CONFIG_HOME": str(settings), **screen}
        command = [sys.executable, "-c", _WINDOW, str(journal), str(_EVERY_MS), "wait" if drafts_wait else "go on"]
        return cls(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True))

    @property
    def _lines(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout

    def _hear(self) -> bool:
        """One line; False at the end of the process."""
        match self._lines.readline().split():
            case ["typed", _, moment]:
                self.typed.append(float(moment))
            case ["kept", letters]:
                self.in_draft = int(letters)
            case []:
                return False
        return True

    def until_kept(self) -> None:
        """Listen until a draft was written, although nothing paused."""
        while not self.in_draft:
            assert self._hear(), "the window ended by itself"
            assert self._typed_for() < _LONG_S, "nothing is kept while typing goes on"

    def go_on(self, seconds: float) -> None:
        """Listen while so much time passes for the window."""
        while self._typed_for() < seconds:
            assert self._hear(), "the window ended by itself"

    def _typed_for(self) -> float:
        return self.typed[-1] - self.typed[0] if self.typed else 0.0

    def end(self, how: signal.Signals) -> int:
        """Send the signal, and hear what was said before the end; answers with the exit code."""
        self.process.send_signal(how)
        while self._hear():
            pass
        self._lines.close()
        return self.process.wait(60)

    def longest_pause(self) -> float:
        """The longest that the window took from one letter to the next, in seconds."""
        return max((after - before for before, after in zip(self.typed, self.typed[1:], strict=False)), default=0.0)

    def lost(self, text: str) -> float:
        """Of how many seconds before the last letter what was typed is not in this text."""
        return self.typed[-1] - self.typed[len(text)] if len(text) < len(self.typed) else 0.0


def text_of_draft(journal: Path) -> str:
    """What the next start finds in the draft of the note; "" if there is none. It begins as what was typed did."""
    with Logbook.open(journal, clock=FixedClock()) as book:
        draft = book.draft("note")
    text: str = json.loads(draft.content)["state"]["note"] if draft is not None else ""
    assert text == "".join(letter(number) for number in range(len(text)))
    return text
