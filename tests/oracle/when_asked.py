"""Journals of several seeds, each made when it is first asked for: most faults are seen in one of the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

Journal = TypeVar("Journal")


class WhenAsked(Generic[Journal]):
    """One for each seed, in their order."""

    def __init__(self, make: Callable[[int], Journal], seeds: Sequence[int]) -> None:
        self._make, self._seeds = make, seeds
        self._made: dict[int, Journal] = {}

    def __iter__(self) -> Iterator[Journal]:
        return self.first(len(self._seeds))

    def first(self, count: int) -> Iterator[Journal]:
        """No more than so many."""
        for seed in self._seeds[:count]:
            if seed not in self._made:
                self._made[seed] = self._make(seed)
            yield self._made[seed]
