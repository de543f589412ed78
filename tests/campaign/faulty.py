"""A child with a disk that fails at the nth call: does every kind of write, and says what was not as it must be."""

from __future__ import annotations

import ctypes
import errno
import random
import sys
from collections import Counter
from pathlib import Path

from journal.logbook import Logbook
from tests.journals import JournalAt
from tests.logbook.model import Operation, differences
from tests.logbook.operations import Operations

ERRORS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENOMEM)
KINDS = ("write", "sync", "unlink", "open", "truncate")
CODES = {"disk-error", "disk-full", "folder-read-only", "journal-damaged", "no-permission", "too-many-open"}


class Disk:
    """The disk that the preloaded library gives."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(None)
        self._folder = str(folder).encode()

    def fail(self, kind: str, nth: int, error: int) -> None:
        self._library.faults_arm(self._folder, kind.encode(), ctypes.c_long(nth), error)

    def mend(self) -> None:
        self._library.faults_arm(b"", b"", 0, 0)

    @property
    def failed(self) -> int:
        self._library.faults_seen.restype = ctypes.c_long
        return int(self._library.faults_seen())


def main() -> None:
    path, passphrase, seed, count, mode = sys.argv[1:]
    operations, chance = Operations(int(seed), bulk=300), random.Random(int(seed))
    journal = JournalAt(Path(path), passphrase or None, operations.clock)
    disk, told, problems = Disk(journal.path.parent), Counter[str](), list[str]()
    book = journal.open()
    for _ in range(int(count)):
        operation = operations.next()
        kind, nth, error = chance.choice(KINDS), chance.choice((1, 2, 3, 5, 8, 13, 40)), chance.choice(ERRORS)
        disk.fail(kind, nth, error)
        answer = _done(book, operation, swallowed=mode == "swallowed")
        failed = disk.failed >= nth
        disk.mend()
        about = f"{operation.name} with {kind} {nth} {errno.errorcode[error]}: {answer}"
        problems += [f"{about}: {each}" for each in _judged(book, operations, operation, answer, failed)]
        told[answer if failed else "not reached"] += 1
        if chance.random() < 0.1:
            book.close()
            book = journal.open()
            problems += [f"{about}, reopened: {each}" for each in differences(book, operations.model)]
    problems += book.check()
    print(dict(told))
    print("\n".join(problems) or "sound")


def _done(book: Logbook, operation: Operation, *, swallowed: bool) -> str:
    try:
        answer = operation.do(book)
        # The control: a disk that failed is told as a save that worked.
        return "saved" if swallowed and answer in CODES else answer
    except Exception as problem:  # noqa: BLE001 - anything but a refusal is what this looks for
        return f"{type(problem).__name__}: {problem}"


def _judged(book: Logbook, operations: Operations, operation: Operation, answer: str, failed: bool) -> list[str]:
    """A write that was refused changed nothing; one that was not is there; either way the next one works."""
    if answer in CODES:
        if not failed:
            return ["refused although the disk did not fail"]
        operations.put_back(operation)
        return differences(book, operations.model)
    expected = operations.model.do(operation)
    wrong = [] if answer == expected else [f"instead of {expected}"]
    return wrong + differences(book, operations.model)


if __name__ == "__main__":
    main()
