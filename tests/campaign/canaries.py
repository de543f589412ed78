"""Point 32: nothing of an encrypted journal lies readable on the disk, whatever the program did and however it died."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from journal.clock import SystemClock
from journal.core.entries import Entry
from journal.core.fields import Free, Name
from journal.core.kinds import KINDS
from journal.core.moments import moment_now
from journal.logbook import Logbook
from tests.journals import PASSPHRASE, new_journal
from tests.samples import sample

CANARIES = 50

# Opens the journal, visits every place, types into a form, looks for a word, and is killed while all of it is open.
_WINDOW = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from journal import app
from journal.ui.kit.tasks import working
from journal.ui.lock.unlock import UnlockScreen
from journal.ui.shell.places import SCREENS
from tests.campaign.canaries import canary

path, passphrase = Path(sys.argv[1]), sys.argv[2]
places = list(SCREENS)
program_of = app.Program

class Program(program_of):
    def __init__(self, *given):
        super().__init__(*given)
        timer = QTimer(self.window, interval=300)
        timer.timeout.connect(lambda: step(self.window))
        timer.start()

def step(window):
    for screen in window.findChildren(UnlockScreen):
        if screen.isVisible() and screen.unlock.isEnabled():
            screen.submitted.emit(passphrase)
            return
    if working() or getattr(window.body, "today", None) is None:
        return
    if places:
        window.body.go(places.pop(0))
        return
    if not seen:
        window.body.act("note")
        window.body.today.panel.form.note.setPlainText(canary(0) + " typed")
        seen.append(1)
    elif len(seen) < 8:  # until the draft is written
        seen.append(1)
    else:
        print("open", flush=True)

seen = []
app.Program = Program
sys.exit(app.run(path))
"""


@dataclass(frozen=True, slots=True)
class Searched:
    """How many files lie there, and which of them hold what somebody wrote."""

    files: int
    hits: tuple[str, ...]


def canary(number: int) -> str:
    """A word that stands nowhere else."""
    return f"zanzi{number:02d}barine"


def written_and_killed(home: Path, passphrase: str | None, how: signal.Signals) -> Searched:
    """Fill every text field, back up, delete for good, open the window, kill it; then search all that lies in ``home``.

    ``passphrase`` None is the control: a journal that anybody can read.
    """
    (home / "data").mkdir(mode=0o700, parents=True)
    journal = new_journal(home / "data" / "journal.leaf", passphrase)
    with closing(Logbook.open(journal.path, passphrase, clock=SystemClock())) as book:
        for entries in _filled(book):
            book.save(*entries)
        book.backup()
        notes = [note.id for part in book.slices("note") for note in part]
        book.delete(notes)
        book.purge(notes)
    _kill_a_window(home, journal.path, passphrase or "", how)
    with closing(Logbook.open(journal.path, passphrase, clock=SystemClock())) as book:
        book.backup()
    return _searched(home)


def _filled(book: Logbook) -> Iterator[list[Entry]]:
    """Entries of every kind with a canary in every text that a person writes; from the first again up to fifty."""
    numbers, at = count(), moment_now(book.clock)
    for code, kind in KINDS.items():
        texts = [field.name for field in kind.fields if isinstance(field.declared, Name | Free)]
        *behind, entry = sample(code, at)
        kept: dict[str, Any] = {name: canary(next(numbers) % CANARIES) for name in texts if _may_say(code, name)}
        yield [*behind, replace(entry, **kept)]


def _may_say(code: str, name: str) -> bool:
    return f"{code}.{name}" not in {"unit.name", "setting.id", "setting.value"}


def _kill_a_window(home: Path, journal: Path, passphrase: str, how: signal.Signals) -> None:
    (home / "tmp").mkdir(mode=0o700, exist_ok=True)
    places = {f"XDG_{each}_HOME": str(home / each.lower()) for each in ("CONFIG", "DATA", "CACHE", "STATE")}
    places |= {"HOME": str(home), "TMPDIR": str(home / "tmp"), "PYTHONPATH": str(Path.cwd())}
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _WINDOW, str(journal), passphrase]
    with subprocess.Popen(command, env=environment, cwd=home, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n", "the window ended by itself"
        process.send_signal(how)
    assert process.returncode == -how


def _searched(home: Path) -> Searched:
    files = [path for path in home.rglob("*") if path.is_file()]
    words = [canary(number).encode(coding) for number in range(CANARIES) for coding in ("utf-8", "utf-16-le")]
    words.append(PASSPHRASE.encode())
    return Searched(len(files), tuple(path.name for path in files if _holds(path.read_bytes().lower(), words)))


def _holds(content: bytes, words: list[bytes]) -> bool:
    return any(word in content for word in words)
