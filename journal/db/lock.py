"""One writer at a time: a lock file beside the journal, released by the system even after a crash."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from journal.core.refusal import Refused


def lock_file(journal: Path) -> Path:
    """``journal.leaf.lock`` beside ``journal.leaf``."""
    return journal.with_name(journal.name + ".lock")


def raise_file(journal: Path) -> Path:
    """What a second start touches so that the first window comes to the front."""
    return journal.with_name(journal.name + ".raise")


def take_lock(journal: Path) -> FileLock:
    """Hold the journal for writing; Refused("journal-locked") if another program has it, OSError from the disk."""
    lock = FileLock(lock_file(journal), timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout as problem:
        raise Refused("journal-locked", path=journal) from problem
    return lock
