"""What lies where the journal was opened, without opening it: its file, another one, a part of it, or nothing."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import NamedTuple


class State(Enum):
    """``OTHER`` is a hint and no more: some file systems give a file a new number by themselves."""

    AS_LEFT = "as left"
    CHANGED = "changed"
    SHORTER = "shorter"
    OTHER = "other"
    GONE = "gone"


class Seen(NamedTuple):
    """Which file lay there, how long it was, and when it was written."""

    device: int
    inode: int
    size: int
    mtime_ns: int


class FilePlace:
    """The journal's path, and the file that was last seen there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left = _seen(path.stat())

    def state(self) -> State:
        """What lies there now, beside what lay there last."""
        return self._compared(self._now())

    def take_if_same(self) -> State:
        """After a write: what lies there, and from now on its size and time, unless it is another file or none."""
        now = self._now()
        state = self._compared(now)
        if now is not None and state is not State.OTHER:
            self._left = now
        return state

    def _now(self) -> Seen | None:
        try:
            return _seen(self._path.stat())
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _compared(self, now: Seen | None) -> State:
        if now is None:
            return State.GONE
        if now == self._left:
            return State.AS_LEFT
        if now[:2] != self._left[:2]:
            return State.OTHER
        return State.SHORTER if now.size < self._left.size else State.CHANGED

    def seen(self) -> Seen:
        """How it looks now."""
        return _seen(self._path.stat())

    def take(self, seen: Seen | None = None) -> None:
        """What lies there now, or what looked so, is the journal."""
        self._left = seen or self.seen()


def _seen(status: os.stat_result) -> Seen:
    return Seen(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
