"""A set of identities for files with any number of rows: 10 to 25 bytes each, and beyond 100,000 in a file."""

from __future__ import annotations

from array import array

from journal.exchange.hash_pages import HashPages

Key = str | tuple[int, str]
_IN_MEMORY = 1 << 17  # slots: a megabyte


class IdSet:
    """Remembers texts by their 64-bit hash, which Python keys anew in each process.

    Two different texts among a million are taken for the same once in 37 million files; what follows is a row refused
    as written twice, never a wrong entry.
    """

    def __init__(self) -> None:
        self._count = 0
        self._slots = array("q", [0]) * 1024
        self._pages: HashPages | None = None

    def __len__(self) -> int:
        return self._count

    def __contains__(self, key: Key) -> bool:
        value = hash(key) or 1  # 0 marks a free slot
        return self._slots[self._slot(value)] != 0 if self._pages is None else value in self._pages

    def add(self, key: Key) -> bool:
        """Remember the text; False if it was known."""
        value = hash(key) or 1
        new = self._fill(value) if self._pages is None else self._pages.add(value)
        self._count += new
        return new

    def _fill(self, value: int) -> bool:
        slot = self._slot(value)
        if self._slots[slot]:
            return False
        self._slots[slot] = value
        if (self._count + 1) * 5 > len(self._slots) * 4:
            self._grow()
        return True

    def _slot(self, value: int) -> int:
        """Where the value is, or the free slot where it belongs."""
        slots = self._slots
        last = len(slots) - 1
        slot = value & last
        while slots[slot] not in (0, value):
            slot = (slot + 1) & last
        return slot

    def _grow(self) -> None:
        values = self._slots
        if len(values) == _IN_MEMORY:
            self._pages, self._slots = HashPages(), array("q")
            for value in values:
                if value:
                    self._pages.add(value)
            return
        self._slots = array("q", [0]) * (2 * len(values))  # not out of bytes, which would be there twice
        for value in values:
            if value:
                self._slots[self._slot(value)] = value
