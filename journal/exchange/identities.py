"""Identities for what has none of this program in its file, the same however the file is written the next time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from journal.core.entries import DIARY_KINDS, Dose, Entry, Product, Rating, Symptom, kind_of, origin_id
from journal.core.plaintext import folded
from journal.exchange.file_rows import FoundRow
from journal.exchange.id_set import IdSet
from journal.exchange.row_meaning import said


class Occurrences:
    """Numbers what is the same in every respect, so that two equal doses stay two."""

    def __init__(self) -> None:
        self._seen = IdSet()

    def number(self, text: str) -> int:
        """How many times this was asked for, this time included."""
        if self._seen.add(text):
            return 1
        number = self.count(text) + 1
        self._seen.add((number, text))
        return number

    def count(self, text: str) -> int:
        """How many times this was asked for: each time is remembered, so the last of them is looked for by halves."""
        if text not in self._seen:
            return 0
        counted, beyond = 1, 2
        while (beyond, text) in self._seen:
            counted, beyond = beyond, 2 * beyond
        while beyond - counted > 1:
            half = (counted + beyond) // 2
            counted, beyond = (half, beyond) if (half, text) in self._seen else (counted, half)
        return counted


class Alike:
    """How many of what was taken is the same as something else in the file: two doses, or one written twice."""

    def __init__(self) -> None:
        self.count = 0

    def take(self, number: int) -> None:
        """One was taken, and it was the ``number``-th of its kind: with the second, the first is one of them too."""
        self.count += {1: 0, 2: 2}.get(number, 1)


class _Read(Protocol):
    def slices(self, kind: str) -> Iterator[list[Entry]]: ...


class ByMeaning:
    """Makes the identity of rows without one of ours out of what they say: the n-th of its like.

    Products and symptoms count by the names that the file gives them, so that renaming one here changes nothing. The
    identity that the reader made, of how the row is spelled or of the other program's own, becomes the origin: it
    stands beside the new one, and both are recognised.
    """

    def __init__(self, here: _Read) -> None:
        self._here = here
        self._names: dict[str, str] | None = None
        self._entries: dict[str, Product | Symptom] = {}
        self._occurrences = Occurrences()

    def afresh(self) -> ByMeaning:
        """For another reading of the same file: the names that are known by now, and nothing counted."""
        again = ByMeaning(self._here)
        again._names = self._known()  # what they are called is asked of the first reading
        return again

    def identified(self, row: FoundRow) -> FoundRow:
        """The row with the identity of its meaning, if the file gives it none of this program."""
        entry = row.entry
        if not isinstance(entry, Entry):
            return row
        if isinstance(entry, Product | Symptom):
            self._known()[entry.id] = _called(entry)
            self._entries[entry.id] = entry
            return row
        if not row.without_id or kind_of(entry) not in DIARY_KINDS:
            return row
        meaning = said(entry, self._name_of).whole
        made = origin_id("meaning", f"{meaning}\x1e{self._occurrences.number(meaning)}")
        known_as = tuple(dict.fromkeys(filter(None, (entry.id, entry.origin))))
        return replace(row, entry=replace(entry, id=made, origin=entry.origin or entry.id), known_as=known_as)

    def about(self, entry: Entry) -> Product | Symptom | None:
        """The product of a dose or the symptom of a rating, in the journal or the file."""
        self._known()
        named = entry.product if isinstance(entry, Dose) else entry.symptom if isinstance(entry, Rating) else None
        return None if named is None else self._entries.get(named)

    def _name_of(self, entry_id: str | None) -> str:
        return "" if entry_id is None else self._known().get(entry_id, entry_id)

    def _known(self) -> dict[str, str]:
        if self._names is None:
            kinds = (self._here.slices("product"), self._here.slices("symptom"))
            here = [entry for slices in kinds for part in slices for entry in part]
            self._entries |= {entry.id: entry for entry in here if isinstance(entry, Product | Symptom)}
            self._names = {entry_id: _called(entry) for entry_id, entry in self._entries.items()}
        return self._names


def _called(entry: Product | Symptom) -> str:
    return (isinstance(entry, Symptom) and entry.code) or folded(entry.name)
