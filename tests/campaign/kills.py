"""Point 1: kill -9 at any moment loses nothing acknowledged, and no change set is half there afterwards."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from journal.core.records import to_record
from journal.db.full_text import words_of
from journal.db.schema import TEXT_COLUMNS
from journal.db.select import entries
from journal.logbook import Logbook
from tests.campaign.writer import BULK, TOO_EARLY
from tests.journals import new_journal
from tests.logbook.model import differences
from tests.logbook.operations import Operations

KILLS_A_JOURNAL = 25


@dataclass
class Tally:
    kills: int = 0
    acknowledged: int = 0
    in_flight_kept: int = 0
    rolled_back: int = 0
    problems: list[str] = field(default_factory=list)


@contextmanager
def a_writer(*, too_early: bool = False) -> Iterator[subprocess.Popen[str]]:
    """A process that writes for each line it is sent. ``too_early``: the control, it acknowledges first."""
    command, pipe = [sys.executable, "-m", "tests.campaign.writer"], subprocess.PIPE
    command += [TOO_EARLY] if too_early else []
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def kill_often(writer: subprocess.Popen[str], folder: Path, passphrase: str | None, kills: int, seed: int) -> Tally:
    """Start, kill and compare, so many times or until something is wrong; a new journal after every 25."""
    chance, tally = random.Random(seed), Tally()
    while tally.kills < kills and not tally.problems:
        journal = new_journal(folder / f"{tally.kills}.leaf", passphrase)
        operations, done = Operations(seed + tally.kills, BULK), 0
        request = f"{journal.path}\t{passphrase or ''}\t{seed + tally.kills}"
        journal.clock = operations.clock
        for _ in range(min(KILLS_A_JOURNAL, kills - tally.kills)):
            saved = _one_kill(writer, f"{request}\t{done}\n", chance, tally)
            tally.rolled_back += journal.path.with_name(journal.path.name + "-journal").exists()
            for _ in range(saved):
                operations.model.do(operations.next())
            with journal.open() as book:
                kept = _compare(book, operations, tally)
            done += saved + kept
            tally.kills += 1
            tally.acknowledged += saved
            tally.in_flight_kept += kept
            if tally.problems:
                break
    return tally


def _one_kill(writer: subprocess.Popen[str], request: str, chance: random.Random, tally: Tally) -> int:
    """Let a child write for a while, kill it, and count what it acknowledged."""
    assert writer.stdin is not None
    assert writer.stdout is not None
    writer.stdin.write(request)
    child = int(writer.stdout.readline().split()[1])
    saved, wanted = 0, chance.choice([0, *range(40)])
    while saved < wanted and _heard(writer.stdout, tally) == "saved":
        saved += 1
    time.sleep(chance.random() * (0.2 if wanted == 0 else 0.012))
    os.kill(child, signal.SIGKILL)
    while (words := _heard(writer.stdout, tally)) != "ended":
        saved += words == "saved"
    return saved


def _heard(lines: IO[str], tally: Tally) -> str:
    words = lines.readline().rstrip("\n")
    if words.startswith("wrong") or not words:
        tally.problems.append(words or "the writer ended")
        return "ended" if not words else "wrong"
    return words


def _compare(book: Logbook, operations: Operations, tally: Tally) -> bool:
    """Whether the operation that was interrupted is there: wholly or not at all."""
    kept = False
    found = differences(book, operations.model)
    interrupted = operations.next()
    if found:
        operations.model.do(interrupted)
        found, kept = differences(book, operations.model), True
    else:
        operations.put_back(interrupted)
    tally.problems += [*found, *book.check(), *_wrong_words(book)]
    return kept


def _wrong_words(book: Logbook) -> list[str]:
    """Rows whose words in the full text are not their own."""
    found = []
    with book._file.reading() as connection:
        for kind in TEXT_COLUMNS:
            there: dict[int, str] = dict(connection.execute(f"SELECT rowid, words FROM {kind}_text").fetchall())
            rows = entries(connection, kind, "ORDER BY seq")
            seqs = connection.execute(f"SELECT seq FROM {kind} ORDER BY seq").fetchall()
            wanted = {seq: words_of(kind, to_record(row)) for (seq,), row in zip(seqs, rows, strict=True)}
            if there != {seq: words for seq, words in wanted.items() if words}:
                found.append(f"the words of {kind}")
    return found
