"""Point 6: kill -9 while a passphrase is set, changed or removed: the journal opens with exactly one of the two."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from journal import device
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.db.probe import FileKind, look
from journal.logbook import Logbook
from tests.journals import FixedClock, JournalAt, new_journal, note

_KEYS = (None, "correct horse café", "quiet river stones")
_NOTES = 60
# For each line a process of its own, which says its number when it begins. Its keys take no time, as here.
_PARENT = """
import os, sys, time
from pathlib import Path
from journal import device
from journal.db import rekeying
from journal.logbook.passphrases import change_passphrase
from tests import journals

def write_over(copy, there):
    content = copy.read_bytes()
    with there.open("r+b") as file:
        for at in range(0, len(content), 4096):
            file.write(content[at : at + 4096])
            file.flush()
            time.sleep(0.001)

if sys.argv[3] == "over":
    rekeying._replace = write_over
journals._set_rounds(journals._FEW)
journal, settings = Path(sys.argv[1]), Path(sys.argv[2])
device.change(settings, lambda now: now)
for line in sys.stdin:
    old, new = (word or None for word in line.rstrip("\\n").split("\\t"))
    child = os.fork()
    if not child:
        print(os.getpid(), flush=True)
        change_passphrase(journal, old, new, lambda salts: device.keep_salts(settings, journal, salts))
        os._exit(0)
    os.waitpid(child, 0)
    print("ended", flush=True)
"""


@dataclass(frozen=True, slots=True)
class Kills:
    """How many were killed before the new file was in its place and how many after, and what was wrong."""

    as_before: int
    changed: int
    problems: tuple[str, ...]


def kill_often(folder: Path, kills: int, seed: int, *, written_over: bool = False) -> Kills:
    """Change a journal's passphrase and be killed, so many times; stops at the first problem.

    Keys must be quick (``tests.journals.quick_keys``). ``written_over``: the control, in which the new file is
    written into the old one.
    """
    at, settings = _filled(folder), folder / "device.ini"
    chance, now, changed = random.Random(seed), _KEYS[0], 0
    with _parent(at, settings, "over" if written_over else "replaced") as parent:
        longest = _how_long(parent)
        for done in range(kills):
            new = chance.choice([key for key in _KEYS if key != now])
            _kill(parent, now, new, chance.random() * longest * 1.2)
            opened = _opening_keys(at, settings, (now, new))
            problems = _wrong_with(at, len(opened))
            if problems:
                return Kills(done - changed, changed, problems)
            changed += opened[0] != now
            now = opened[0]
    return Kills(kills - changed, changed, ())


def _filled(folder: Path) -> JournalAt:
    made = new_journal(folder / "journal.leaf", None)
    with made.open() as book:
        for number in range(_NOTES):
            note(book, f"note {number} " + "and more " * 300)
    return made


@contextmanager
def _parent(at: JournalAt, settings: Path, way: str) -> Iterator[subprocess.Popen[str]]:
    command, pipe = [sys.executable, "-c", _PARENT, str(at.path), str(settings), way], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def _how_long(parent: subprocess.Popen[str]) -> float:
    """A set and a removal that nobody kills, halved."""
    began = time.monotonic()
    for old, new in ((None, _KEYS[1]), (_KEYS[1], None)):
        _begin(parent, old, new)
        _wait_for_end(parent)
    return (time.monotonic() - began) / 2


def _kill(parent: subprocess.Popen[str], old: str | None, new: str | None, after_s: float) -> None:
    child = _begin(parent, old, new)
    time.sleep(after_s)
    with suppress(ProcessLookupError):  # it had ended
        os.kill(child, signal.SIGKILL)
    _wait_for_end(parent)


def _begin(parent: subprocess.Popen[str], old: str | None, new: str | None) -> int:
    """The number of the process that changes it."""
    assert parent.stdin is not None
    assert parent.stdout is not None
    parent.stdin.write(f"{old or ''}\t{new or ''}\n")
    return int(parent.stdout.readline())


def _wait_for_end(parent: subprocess.Popen[str]) -> None:
    assert parent.stdout is not None
    assert parent.stdout.readline() == "ended\n"


def _opening_keys(at: JournalAt, settings: Path, keys: tuple[str | None, str | None]) -> list[str | None]:
    """Those of the two that open it whole, as the program would."""
    salt = device.salt_of(device.load(settings), at.path)
    opened: list[str | None] = []
    for key in keys:
        with suppress(Refused), closing(Logbook.open(at.path, key, clock=FixedClock(), known_salt=salt)) as book:
            if not book.check() and len(list(book.find(EntryQuery(limit=2 * _NOTES)))) == _NOTES:
                opened.append(key)
    if len(opened) == 1 and (look(at.path).kind is FileKind.PLAIN) is not (opened[0] is None):
        return []
    return opened


def _wrong_with(at: JournalAt, opening: int) -> tuple[str, ...]:
    wrong = () if opening == 1 else (f"opens with {opening} of the two keys",)
    return (*wrong, *("a copy was left" for _ in at.path.parent.glob("journal.leaf.new*")))
