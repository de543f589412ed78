"""The lines of a table's file, each bounded, and whether the file may have lost its end."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TextIO

from journal.errors import UserError

# One line, and all lines of one row together: what a row with the longest note and much else could take.
LONGEST_LINE = 1_000_000
LONGEST_ROW = 2_000_000
# Some programs put a second one before the one that was there.
BYTE_ORDER_MARK = "\ufeff"
HALF_A_LETTER = ("unexpected end of data", "truncated data")  # the decoders' words at the end of a file


class Ending(Enum):
    """What is added after a row."""

    MORE = "more"
    NOTHING = "nothing"  # the file ends with this row's line end
    NO_LINE_END = "no line end"


def is_cut(cells: Sequence[str], columns: int, ending: Ending) -> bool:
    """Whether a file that ends here may have lost the rest: a last cell of 12 may have been 12.5."""
    return ending is Ending.NO_LINE_END or (ending is Ending.NOTHING and len(cells) < columns)


def undecodable(problem: UnicodeDecodeError, path: Path, line: int, encoding: str) -> UserError:
    """The refusal of bytes that are no letters of the encoding; half a letter at the end is a file that was cut."""
    if problem.reason in HALF_A_LETTER:
        return UserError("file-cut", path=path, line=line)
    return UserError("file-not-text", path=path, line=line, encoding=encoding)


class Lines:
    """The lines for the CSV reader: each bounded, and all lines of one row together too.

    One line is read ahead, so that ``ending`` knows whether a row is the last.
    """

    def __init__(self, text: TextIO, path: Path) -> None:
        self._text, self._path = text, path
        self.number = 0
        self.ending = Ending.MORE
        self._spent = 0
        self._next: str | None = None

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(LONGEST_LINE + 1) if self._next is None else self._next
        if not line:
            raise StopIteration
        if self.number == 0:
            line = line.lstrip(BYTE_ORDER_MARK)
        self.number += 1
        self._next = self._text.readline(LONGEST_LINE + 1)
        if not self._next:
            self.ending = Ending.NOTHING if line.endswith(("\n", "\r")) else Ending.NO_LINE_END
        self._spent += len(line)
        if len(line) > LONGEST_LINE or self._spent > LONGEST_ROW or "\0" in line:
            raise UserError("csv-broken", path=self._path, line=self.number)
        return line or "\n"

    def pass_over(self, n: int) -> int:
        """Read so many lines that stand above the table; the line at which it begins."""
        for _ in range(n):
            next(self, "")
        return self.next_row()

    def next_row(self) -> int:
        """A row has ended; the line at which the next one begins."""
        self._spent = 0
        return self.number + 1
