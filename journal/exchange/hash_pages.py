"""Hashes in a temporary file, so that very many of them take hardly any memory: pages that split when they are full."""

from __future__ import annotations

import struct
import tempfile
import weakref
from array import array

from journal.errors import UserError

_WIDTH = 8
_FULL = 256  # hashes in a page


class HashPages:
    """A set of 64-bit numbers. A page holds those whose last bits are the same; how many bits, each page knows.

    The file has no name where the system allows that, and is gone with this object or with the process. It holds
    nothing but hashes. UserError where it cannot be written.
    """

    def __init__(self) -> None:
        try:
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # closed when nobody has it
        except OSError as problem:
            raise UserError("temporary-unwritable") from problem
        weakref.finalize(self, self._file.close)
        self._bits = 0
        self._page_of = array("I", [0])  # by the last bits of a number
        self._held, self._bits_of = array("H", [0]), array("B", [0])  # of each page

    def __contains__(self, value: int) -> bool:
        return self._has(self._page(value), _bytes_of(value))

    def add(self, value: int) -> bool:
        """Take the number in; False if it was there."""
        page, written = self._page(value), _bytes_of(value)
        if self._has(page, written):
            return False
        while self._held[page] == _FULL:
            self._split(page)
            page = self._page(value)
        self._write(page, self._held[page], written)
        self._held[page] += 1
        return True

    def _page(self, value: int) -> int:
        return self._page_of[value & ((1 << self._bits) - 1)]

    def _has(self, page: int, written: bytes) -> bool:
        held = self._read(page)
        place = held.find(written)
        while place % _WIDTH > 0:  # the end of one number and the begin of the next; -1 % 8 is 7
            if place < 0:
                return False
            place = held.find(written, place + 1)
        return True

    def _split(self, page: int) -> None:
        """Move those of a page that have one bit more to a new page."""
        bits = self._bits_of[page]
        if bits == self._bits:
            self._page_of.extend(self._page_of)
            self._bits += 1
        values = array("q", self._read(page))
        stay, go = (array("q", [value for value in values if (value >> bits & 1) == bit]) for bit in (0, 1))
        new = len(self._held)
        self._bits_of[page] = bits + 1
        self._bits_of.append(bits + 1)
        self._held[page] = len(stay)
        self._held.append(len(go))
        for at in range((values[0] & ((1 << bits) - 1)) | 1 << bits, len(self._page_of), 2 << bits):
            self._page_of[at] = new
        self._write(page, 0, stay.tobytes())
        self._write(new, 0, go.tobytes())

    def _read(self, page: int) -> bytes:
        self._file.seek(page * _FULL * _WIDTH)
        return self._file.read(self._held[page] * _WIDTH)

    def _write(self, page: int, place: int, written: bytes) -> None:
        try:
            self._file.seek((page * _FULL + place) * _WIDTH)
            whole = self._file.write(written) == len(written)
        except OSError as problem:
            raise UserError("temporary-unwritable") from problem
        if not whole:
            raise UserError("temporary-unwritable")


def _bytes_of(value: int) -> bytes:
    return struct.pack("=q", value)
