"""Which earlier imports a file is a newer copy of: only with what those brought are its rows compared.

A table of another program may say what some of ours say of the same minutes. That makes it no copy: one row of a copy
at least is spelled as it was when it came, or, where all are spelled in another way, most of what came is in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import Protocol

from journal.core.entries import Entry, Timed, kind_of
from journal.core.entry import is_of_another_program
from journal.exchange.file_rows import FoundRow

_FEW = 2  # entries of one import: so few may all have been corrected, and none is as it came
Import = int | None  # when it was written: all of one import was written at one time


class _Read(Protocol):
    def slices(self, kind: str) -> Iterator[list[Entry]]: ...


class CopiedImports:
    """Counts what the rows are recognised as; once all were read, tells which imports the file is a copy of."""

    def __init__(self, here: _Read) -> None:
        self._here = here
        self._known: dict[str, Counter[Import]] = {}
        self._as_it_came: set[Import] = set()

    def take(self, row: FoundRow, ours: Timed) -> None:
        """A row of the file is this entry."""
        if is_of_another_program(ours.id) and ours.recorded_ms:
            self._known.setdefault(kind_of(ours), Counter())[ours.recorded_ms] += 1
            if ours.origin in row.known_as:
                self._as_it_came.add(ours.recorded_ms)

    def of(self, kind: str) -> Imports:
        """Those of which this kind of entry came."""
        known = self._known.get(kind, Counter())
        unsure = [came for came in known if came not in self._as_it_came]
        brought = self._brought(kind, unsure) if unsure else Counter[Import]()
        alike = {came for came in unsure if 2 * known[came] >= brought[came]}
        return Imports(self._as_it_came | alike, set(unsure) - alike)

    def _brought(self, kind: str, unsure: Container[Import]) -> Counter[Import]:
        entries = (ours for part in self._here.slices(kind) for ours in part if ours.deleted_ms is None)
        came = (ours.recorded_ms for ours in entries if isinstance(ours, Timed) and is_of_another_program(ours.id))
        return Counter(recorded_ms for recorded_ms in came if recorded_ms in unsure)


class Imports:
    """``copied``: the file is a copy of these. ``others``: it says only by chance what they brought."""

    def __init__(self, copied: set[Import], others: set[Import]) -> None:
        self._copied, self._others = copied, others

    def is_another(self, ours: Timed) -> bool:
        """Whether what came with it is of another file, as far as what the file has of it tells."""
        return is_of_another_program(ours.id) and (not self._copied or ours.recorded_ms in self._others)

    def is_copied(self, ours: Timed) -> bool:
        """Whether the file is a copy of the import that brought it."""
        return ours.recorded_ms in self._copied

    def of_this_file(self, run: Sequence[Timed]) -> list[Timed]:
        """Of imported entries that the file does not have, those that it may have had: they came with what it has, or
        by ones and twos."""
        together = Counter(ours.recorded_ms for ours in run)
        return [ours for ours in run if self.is_copied(ours) or together[ours.recorded_ms] <= _FEW]
