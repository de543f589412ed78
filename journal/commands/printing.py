"""What a command prints where standard output may not take it: a full disk, or a pipe that was closed."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout

from journal.texts import Texts


def printed_or_told(act: Callable[[], int], texts: Texts) -> int:
    """Do it and print what it says; where that cannot be written all of it goes to standard error.

    What was saved stays saved: a text that cannot be printed is no reason to end as if it were not.
    """
    output = io.StringIO()
    try:
        with redirect_stdout(output):
            return act()
    finally:
        try:
            print(output.getvalue(), end="", flush=True)
        except BrokenPipeError:
            raise
        except OSError as problem:
            write_nowhere()
            words = texts("This could not be written to standard output ({reason}):", reason=problem.strerror)
            print(words, output.getvalue(), sep="\n", end="", file=sys.stderr)


def is_of_a_stream(problem: OSError) -> bool:
    """Whether it is about a stream that is written, and not about a file that has a name."""
    return problem.filename is None and problem.errno is not None


def write_nowhere() -> None:
    """Let go of what waits for standard output; else Python complains once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
