"""Identities for what has none in its file, the same at every import of it."""

from __future__ import annotations

from journal.exchange.id_set import IdSet


class Occurrences:
    """Numbers what is the same in every respect, so that two equal doses stay two."""

    def __init__(self) -> None:
        self._seen = IdSet()
        self._more: dict[int, int] = {}

    def number(self, text: str) -> int:
        """How many times this was asked for, this time included."""
        if self._seen.add(text):
            return 1
        key = hash(text)
        self._more[key] = self._more.get(key, 1) + 1
        return self._more[key]


class Alike:
    """How many of what was taken is the same as something else in the file: two doses, or one written twice."""

    def __init__(self) -> None:
        self.count = 0

    def take(self, number: int) -> None:
        """One was taken, and it was the ``number``-th of its kind: with the second, the first is one of them too."""
        self.count += {1: 0, 2: 2}.get(number, 1)
