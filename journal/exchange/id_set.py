"""A set of identities for files with hundreds of thousands of rows: 10 to 25 bytes each instead of 130."""

from __future__ import annotations

from array import array


class IdSet:
    """Remembers texts by their 64-bit hash, which Python keys anew in each process.

    Two different texts among a million are taken for the same once in 37 million files; what follows is a row refused
    as written twice, never a wrong entry.
    """

    def __init__(self) -> None:
        self._count = 0
        self._slots = array("q", [0]) * 1024

    def __len__(self) -> int:
        return self._count

    def __contains__(self, text: str) -> bool:
        return self._slots[self._slot(hash(text) or 1)] != 0

    def add(self, text: str) -> bool:
        """Remember the text; False if it was known."""
        value = hash(text) or 1  # 0 marks a free slot
        slot = self._slot(value)
        if self._slots[slot]:
            return False
        self._slots[slot] = value
        self._count += 1
        if self._count * 5 > len(self._slots) * 4:
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
        self._slots = array("q", [0]) * (2 * len(values))  # not out of bytes, which would be there twice
        for value in values:
            if value:
                self._slots[self._slot(value)] = value
