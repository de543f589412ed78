"""A JSON object as large as a journal, read value by value in bounded memory, however it is laid out."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from journal.core.refusal import Refused

_SPACE = re.compile(r"[ \t\n\r]*")
_CHUNK = 1 << 20
# A note of 200,000 letters spelled as \\ud83d\\ude00 takes 2.4 million; nothing that the journal can hold takes more.
_LONGEST_VALUE = 8 << 20
_LOW = 1 << 16


class Odd:
    """Stands for what is no value: NaN, Infinity, a number of more digits than anything here can have."""

    def __init__(self, text: str = "") -> None:
        self.text = text[:40]


class Doubled(dict[str, Any]):
    """An object that has a key twice, so that no one can tell which value was meant."""


class BrokenJsonError(Exception):
    """The file is not complete JSON; ``line`` is where it stops being it."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _paired(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Doubled(found)


def _number(text: str) -> int | Odd:
    return int(text) if len(text) < 20 else Odd(text)


# The standard library's, because it can see a key written twice; msgspec silently takes the last.
_decode = json.JSONDecoder(object_pairs_hook=_paired, parse_int=_number, parse_constant=Odd).raw_decode


class JsonText:
    """A place in a file, moving forward: ``peek``, ``take``, ``value``. ``line`` counts from 1."""

    def __init__(self, file: BinaryIO, offset: int = 0, line: int = 1) -> None:
        file.seek(offset)
        self.line = line
        self._file = file
        self._bytes = codecs.getincrementaldecoder("utf-8")("strict")
        self._text = ""
        self._at = 0
        self._offset = offset  # of the text's first letter in the file
        self._ended = False
        if offset == 0:
            self._skip_mark()

    def offset(self) -> int:
        """Where in the file the next letter is, in bytes."""
        return self._offset + len(self._text[: self._at].encode())

    def peek(self) -> str:
        """The next letter that is no space; empty at the end."""
        while True:
            if len(self._text) - self._at < _LOW and not self._ended:
                self._read()
            found = _SPACE.match(self._text, self._at)
            self._move(found.end() if found else self._at)
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]

    def take(self, letter: str) -> None:
        """Go past this letter, which must be the next."""
        if self.peek() != letter:
            raise BrokenJsonError(self.line)
        self._at += 1

    def value(self) -> Any:
        """The next value, decoded."""
        self.peek()
        while True:
            try:
                found, end = _decode(self._text, self._at)
            except RecursionError:
                raise BrokenJsonError(self.line) from None
            except json.JSONDecodeError as problem:
                if self._ended or len(self._text) - self._at > _LONGEST_VALUE:
                    raise BrokenJsonError(self._line_of(problem.pos)) from None
            else:
                if end < len(self._text) or self._ended:
                    self._move(end)
                    return found
            self._read()

    def elements(self) -> Iterator[Any]:
        """The values of the list that begins here; ``line`` is the current one's first when it is yielded."""
        self.take("[")
        if self.peek() == "]":
            self.take("]")
            return
        while True:
            self.peek()
            first_line = self.line
            found = self.value()
            last_line, self.line = self.line, first_line
            yield found
            self.line = last_line
            if self.peek() == "]":
                self.take("]")
                return
            self.take(",")

    def _move(self, end: int) -> None:
        self.line += self._text.count("\n", self._at, end)
        self._at = end

    def _line_of(self, position: int) -> int:
        return self.line + self._text.count("\n", self._at, position)

    def _read(self) -> None:
        """Drop what was read and take the next piece of the file behind the rest."""
        piece = self._file.read(_CHUNK)
        self._ended = not piece
        try:
            more = self._bytes.decode(piece, final=self._ended)
        except UnicodeDecodeError as problem:
            raise Refused("file-not-utf8") from problem
        self._offset += len(self._text[: self._at].encode())
        self._text = self._text[self._at :] + more
        self._at = 0

    def _skip_mark(self) -> None:
        """A byte order mark is what some editors put before UTF-8."""
        self._read()
        if self._text.startswith("\ufeff"):
            self._at = 1
