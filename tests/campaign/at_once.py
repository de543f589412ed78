"""Points 10 and 11: many commands and many starts at the same moment: all are saved, and one of them writes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.journals import JournalAt

# Each says that it is ready, tries when it is told to, says what came of it, and holds what it has until it is let go.
_TRIES = """
import sys
from pathlib import Path
from journal.core.refusal import Refused
from journal.db.lock import take_lock

print("ready", flush=True)
sys.stdin.readline()
try:
    lock = take_lock(Path(sys.argv[1])) if sys.argv[2] == "True" else None
    print("writes", flush=True)
except Refused as refused:
    print(refused.code, flush=True)
sys.stdin.readline()
"""


def commands(journal: JournalAt, secret: Path, times: int, waiting: bool = True) -> tuple[int, int]:
    """So many ``log note`` at once, each with its own key derivation: how many exit 0, and how many notes are there.

    ``waiting``: False for the control, in which nobody waits for another.
    """
    program = "import sys; from journal.commands import opening; "
    program += "" if waiting else "opening._WAIT_S = 0; "
    program += "from journal.cli import main; sys.exit(main())"
    options = ["--journal", str(journal.path)]
    options += ["--passphrase-file", str(secret)] if journal.passphrase else []
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, *options, "log", "note", f"note {n}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for n in range(times)
    ]
    ended = sum(each.wait() == 0 for each in started)
    with journal.open(read_only=True) as book:
        texts = {getattr(entry, "text", "") for part in book.slices("note") for entry in part}
    return ended, len(texts)


def starts(journal: Path, times: int, locks: bool = True) -> int:
    """So many programs that want to write at the same moment: how many may. ``locks``: False for the control."""
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _TRIES, str(journal), str(locks)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(times)
    ]
    for said in ("ready", "writes or journal-locked"):
        answers = [_answer(each) for each in programs]
        assert {answer in said for answer in answers} == {True}, answers
        for each in programs:
            _tell(each)
    for each in programs:
        each.communicate()
    return answers.count("writes")


def _answer(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def _tell(program: subprocess.Popen[str]) -> None:
    assert program.stdin is not None
    program.stdin.write("\n")
    program.stdin.flush()
