"""kill -9 while a passphrase is set, changed or removed: the journal opens with exactly one of the two, and whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from journal import device
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.db.probe import FileKind, look
from journal.logbook import Logbook
from tests.journals import FixedClock, JournalAt, new_journal, note, quick_keys

__all__ = ["quick_keys"]

KEYS = (None, "correct horse café", "quiet river stones")
NOTES = 60
# For each line a process of its own, which says its number when it begins. Its keys take no time, as here.
_PARENT = """
import os, sys
from pathlib import Path
from journal import device
from journal.logbook.passphrases import change_passphrase
from tests import journals
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


@pytest.fixture
def filled(tmp_path: Path) -> JournalAt:
    made = new_journal(tmp_path / "journal.leaf", None)
    with made.open() as book:
        for number in range(NOTES):
            note(book, f"note {number} " + "and more " * 300)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "device.ini"


@pytest.fixture
def parent(filled: JournalAt, settings: Path) -> Iterator[subprocess.Popen[str]]:
    command, pipe = [sys.executable, "-c", _PARENT, str(filled.path), str(settings)], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def begin(parent: subprocess.Popen[str], old: str | None, new: str | None) -> int:
    """The number of the process that changes it."""
    assert parent.stdin is not None
    assert parent.stdout is not None
    parent.stdin.write(f"{old or ''}\t{new or ''}\n")
    return int(parent.stdout.readline())


def wait_for_end(parent: subprocess.Popen[str]) -> None:
    assert parent.stdout is not None
    assert parent.stdout.readline() == "ended\n"


def how_long(parent: subprocess.Popen[str]) -> float:
    """A set and a removal that nobody kills, halved."""
    began = time.monotonic()
    for old, new in ((None, KEYS[1]), (KEYS[1], None)):
        begin(parent, old, new)
        wait_for_end(parent)
    return (time.monotonic() - began) / 2


def opening_key(at: JournalAt, settings: Path, keys: tuple[str | None, str | None]) -> str | None:
    """The one of the two that opens it, as the program would; the other one must not."""
    salt = device.salt_of(device.load(settings), at.path)
    opened: list[str | None] = []
    for key in keys:
        try:
            with closing(Logbook.open(at.path, key, clock=FixedClock(), known_salt=salt)) as book:
                assert book.check() == []
                assert len(list(book.find(EntryQuery(limit=2 * NOTES)))) == NOTES
                opened.append(key)
        except Refused as refused:
            assert refused.code in ("passphrase-wrong", "passphrase-missing", "passphrase-not-needed")  # noqa: PT017
    assert len(opened) == 1, f"opens with {opened}"
    return opened[0]


def kill_often(parent: subprocess.Popen[str], at: JournalAt, settings: Path, kills: int, seed: int) -> tuple[int, int]:
    """How many were killed before the new file was in its place, and how many after."""
    print(f"seed {seed}")
    chance, now, changed = random.Random(seed), KEYS[0], 0
    longest = how_long(parent)
    for _ in range(kills):
        new = chance.choice([key for key in KEYS if key != now])
        child = begin(parent, now, new)
        time.sleep(chance.random() * longest * 1.2)
        with suppress(ProcessLookupError):  # it had ended
            os.kill(child, signal.SIGKILL)
        wait_for_end(parent)
        before, now = now, opening_key(at, settings, (now, new))
        changed += now != before
        assert (look(at.path).kind is FileKind.PLAIN) is (now is None)
        assert not list(at.path.parent.glob("journal.leaf.new*")), "a copy was left"
    return kills - changed, changed


@pytest.mark.parametrize("kills", [8, pytest.param(200, marks=pytest.mark.slow)])
def test_it_opens_with_exactly_one_of_the_two(
    parent: subprocess.Popen[str], filled: JournalAt, settings: Path, kills: int
) -> None:
    as_before, changed = kill_often(parent, filled, settings, kills, random.randrange(2**32))
    print(f"{kills} kills: {as_before} as before, {changed} changed")
