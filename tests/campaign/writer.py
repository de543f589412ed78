"""A child that writes until it is killed: each line on standard input asks for one, each saved operation is a line out.

It forks, so that hundreds of children cost one start of Python. A request is ``path TAB passphrase TAB seed TAB done``:
the child does the seed's operations from number ``done`` on.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from tests.journals import JournalAt
from tests.logbook.operations import Operations

BULK = 120
TOO_EARLY = "too-early"  # the control: says that it saved before it did


def main() -> None:
    for request in sys.stdin:
        child = os.fork()
        if child == 0:
            _write(*request.rstrip("\n").split("\t"))
        os.waitpid(child, 0)
        _say("ended")


def _write(path: str, passphrase: str, seed: str, done: str) -> None:
    try:
        _say(f"pid {os.getpid()}")
        operations = Operations(int(seed), BULK)
        for _ in range(int(done)):
            operations.model.do(operations.next())
        book = JournalAt(Path(path), passphrase or None, operations.clock).open()
        while True:
            operation = operations.next()
            expected = operations.model.do(operation)
            if TOO_EARLY in sys.argv:
                _say("saved")
                operation.do(book)
                continue
            answer = operation.do(book)
            _say("saved" if answer == expected else f"wrong {answer} {operation}")
    except BaseException:  # noqa: BLE001 - said to the parent, whatever it is
        _say("wrong " + traceback.format_exc().replace("\n", " | "))
        os._exit(1)


def _say(words: str) -> None:
    # One small write to a pipe is whole or not there.
    os.write(1, words[:4000].encode() + b"\n")


if __name__ == "__main__":
    main()
