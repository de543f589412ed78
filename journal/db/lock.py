"""One writer at a time: a lock file beside the journal, released by the system even after a crash."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from journal.core.refusal import Refused
from journal.errors import UserError

_LOOKS_AGAIN_S = 0.25  # how often someone who waits for the lock looks who has it
_TRIES_EVERY_S = 0.1  # many that wait would take the processor from the one that has it
_LONGEST = 12  # times the wait, however long the queue is


def lock_file(journal: Path) -> Path:
    """``journal.leaf.lock`` beside ``journal.leaf``."""
    return journal.with_name(journal.name + ".lock")


def raise_file(journal: Path) -> Path:
    """What a second start touches so that the first window comes to the front."""
    return journal.with_name(journal.name + ".raise")


def unfinished(journal: Path) -> Path:
    """What a journal is called until all of it is made."""
    return journal.with_name(journal.name + ".new")


def window_file(journal: Path) -> Path:
    """What a window holds besides the lock, so that commands know who has the journal."""
    return journal.with_name(journal.name + ".window")


def asking_file(journal: Path) -> Path:
    """What a window holds that asks for the passphrase: commands need not wait for it, a second window need not ask."""
    return journal.with_name(journal.name + ".asking")


def take_lock(journal: Path, wait_s: float = 0) -> FileLock:
    """Hold the journal for writing; OSError from the disk.

    Refused("journal-locked") if another program has it, and nothing was written for ``wait_s`` seconds: in a queue of
    many commands each has it for a moment. Whoever would wait for a window is refused at once ("journal-in-window"),
    as a window stays open.
    """
    lock = _lock(lock_file(journal))
    began = moved = time.monotonic()
    written = _written(journal)
    while True:
        now = time.monotonic()
        left = min(moved + wait_s, began + _LONGEST * wait_s) - now
        try:
            lock.acquire(timeout=max(0, min(left, _LOOKS_AGAIN_S)), poll_interval=_TRIES_EVERY_S)
        except Timeout as problem:
            if wait_s:
                refuse_in_window(journal)
            if left <= 0 and not lock_file(journal).exists():  # such as /proc, in which nothing can be made
                raise UserError("folder-read-only", path=journal.parent) from problem
            if left <= 0:
                raise Refused("journal-locked", path=journal) from problem
            if (last := _written(journal)) != written:
                written, moved = last, now
        else:
            return lock


def _written(journal: Path) -> tuple[int, ...]:
    """When the journal, or one that is being made there, was last written."""
    written = []
    for file in (journal, unfinished(journal)):
        with suppress(FileNotFoundError):
            written.append(file.stat().st_mtime_ns)
    return tuple(written)


def refuse_in_window(journal: Path) -> None:
    """Refused("journal-in-window") if a window has the journal."""
    if _is_held(window_file(journal)):
        raise Refused("journal-in-window", path=journal)


def has_window(journal: Path) -> bool:
    """Whether a window has the journal, or asks for its passphrase."""
    return _is_held(window_file(journal)) or _is_held(asking_file(journal))


def _is_held(mark: Path) -> bool:
    if not mark.exists():
        return False
    lock = _lock(mark)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False
    lock.release()  # a window that was killed left it
    return False


class WindowMark:
    """Says, until it is released, that the program that holds the lock is a window; ``asks``: that one asks for it."""

    def __init__(self, journal: Path, asks: bool = False) -> None:
        self._file = asking_file(journal) if asks else window_file(journal)
        self._lock = _lock(self._file)
        with suppress(Timeout, OSError):  # without it commands wait for a while, and are refused in other words
            self._lock.acquire(timeout=1)

    def release(self) -> None:
        """The window lets the journal go."""
        if self._lock.is_locked:
            self._lock.release()
            with suppress(OSError):
                self._file.unlink()


def _lock(file: Path) -> FileLock:
    return FileLock(file, timeout=0, mode=0o600, thread_local=False)
