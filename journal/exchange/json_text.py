"""A JSON object as large as a journal, read value by value in bounded memory, however it is laid out."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from journal.core.refusal import Refused
from journal.exchange.lines import BYTE_ORDER_MARK

_SPACE = re.compile(r"[ \t\n\r]*")
_SEPARATOR = re.compile(r"[ \t\n\r]*([,\]])[ \t\n\r]*")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_CHUNK = 1 << 17
# A note of 200,000 letters spelled as \\ud83d\\ude00 takes 2.4 million; nothing that the journal can hold takes more.
_LONGEST_VALUE = 8 << 20
_LOW = 1 << 16


class Odd:
    """Takes the place of what is no value: NaN, Infinity, a number of more digits than anything here can have."""

    def __init__(self, text: str = "") -> None:
        self.text = text[:40]


class Doubled(dict[str, Any]):
    """An object that has a key twice, so that no one can tell which value was meant."""


class Unstorable(dict[str, Any]):
    """An object with a text that no UTF-8 can hold or that has the invisible NUL; ``key`` says where."""

    key: str


class BrokenJsonError(Exception):
    """The file is not complete JSON; ``line`` is where it stops being it."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _paired(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    return members if len(members) == len(pairs) else Doubled(members)


def _number(text: str) -> int | Odd:
    return int(text) if len(text) < 20 else Odd(text)


# The standard library's, because it can see a key written twice; msgspec silently takes the last.
_decode = json.JSONDecoder(object_pairs_hook=_paired, parse_int=_number, parse_constant=Odd).raw_decode


class JsonText:
    """A place in a file, moving forward: ``peek``, ``take``, ``value``, ``elements``."""

    def __init__(self, file: BinaryIO, offset: int = 0, line: int = 1) -> None:
        file.seek(offset)
        self._file = file
        self._bytes = codecs.getincrementaldecoder("utf-8")("strict")
        self._text = ""
        self._at = 0
        self._offset = offset  # of the text's first letter in the file
        self._line = line  # of the letter at _counted
        self._counted = 0
        self._ended = False
        if offset == 0:
            self._skip_mark()

    @property
    def offset(self) -> int:
        """Where in the file the next letter is, in bytes."""
        return self._offset + len(self._text[: self._at].encode())

    @property
    def line(self) -> int:
        """The line of the next letter, from 1."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def peek(self) -> str:
        """The next letter that is no space; empty at the end."""
        while True:
            self._refill()
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
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
                value, end = _decode(self._text, self._at)
            except RecursionError:
                raise BrokenJsonError(self.line) from None
            except json.JSONDecodeError as problem:
                if self._ended or len(self._text) - self._at > _LONGEST_VALUE:
                    raise BrokenJsonError(self.line + self._text.count("\n", self._at, problem.pos)) from None
            else:
                if end < len(self._text) or self._ended:
                    return self._past(value, end)
            self._read()

    def elements(self) -> Iterator[tuple[int, Any]]:
        """The values of the list that begins here, each with its line."""
        self.take("[")
        if self.peek() == "]":
            self.take("]")
            return
        while True:
            line = self.line
            yield line, self.value()
            if self._after_element() == "]":
                return

    def names(self) -> Iterator[str]:
        """The keys of the object that begins here; the caller reads the value of each before asking for the next."""
        self.take("{")
        while self.peek() != "}":
            if self.peek() != '"':
                raise BrokenJsonError(self.line)
            key = self.value()
            self.take(":")
            yield str(key)
            if self.peek() == ",":
                self.take(",")
                if self.peek() == "}":
                    raise BrokenJsonError(self.line)
            elif self.peek() != "}":
                raise BrokenJsonError(self.line)
        self.take("}")

    def _after_element(self) -> str:
        """Go past a comma and the space around it, or past the closing bracket; which of the two it was."""
        separator = _SEPARATOR.match(self._text, self._at)
        if separator and separator.end() < len(self._text):
            self._at = separator.end()
            return separator[1]
        letter = self.peek()
        self.take("]" if letter == "]" else ",")
        self.peek()
        return letter

    def _past(self, value: Any, end: int) -> Any:
        # Only an escape can spell what cannot be stored, and hardly any text has one.
        if self._text.find("\\u", self._at, end) >= 0 and type(value) is dict:
            value = _with_mark(value)
        self._at = end
        return value

    def _refill(self) -> None:
        if len(self._text) - self._at < _LOW and not self._ended:
            self._read()

    def _read(self) -> None:
        """Drop what was read and take the next piece of the file behind the rest."""
        self._line = self.line
        piece = self._file.read(max(_CHUNK, len(self._text) - self._at))  # doubled while one value needs more
        self._ended = not piece
        try:
            more = self._bytes.decode(piece, final=self._ended)
        except UnicodeDecodeError as problem:
            raise Refused("file-not-utf8") from problem
        self._offset = self.offset
        self._text = self._text[self._at :] + more
        self._at = self._counted = 0

    def _skip_mark(self) -> None:
        """Byte order marks are what some editors put before UTF-8, one more each time."""
        self._read()
        self._at = len(self._text) - len(self._text.lstrip(BYTE_ORDER_MARK))


def _with_mark(members: dict[str, Any]) -> dict[str, Any]:
    for key, value in members.items():
        if not _storable(key) or not _storable(value):
            marked = Unstorable(members)
            marked.key = key if _storable(key) else ""
            return marked
    return members


def _storable(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_storable, value))
    return not isinstance(value, str) or not _UNSTORABLE.search(value)
