"""Medicines and other substances that the file and the journal both name, under different ids."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Protocol

from journal.core.entries import Entry, Substance
from journal.core.fields import Day
from journal.core.kinds import declared
from journal.core.plaintext import folded

# What makes it that entry and no other; its name is compared as it is looked for, and what is recognised follows it.
_NOT_COMPARED = frozenset({"id", "origin", "complete_later", "deleted_ms"})
_OF_A_MEDICINE = frozenset({"name", "classes"})


class Read(Protocol):
    """What gives everything of a kind in slices; ``Logbook`` does."""

    def slices(self, kind: str) -> Iterator[list[Entry]]: ...


class SameMedicine:
    """Knows the journal's by name. ``twice``: what would be there under one name and says different things."""

    def __init__(self, here: Read) -> None:
        self.twice: list[Substance] = []
        self._ours: dict[str, list[Substance]] = {}
        for part in here.slices("substance"):
            for known in part:
                if isinstance(known, Substance) and known.deleted_ms is None:
                    self._ours.setdefault(folded(known.name), []).append(known)
        self._taken = {name for name, known in self._ours.items() if any(medicine.until is None for medicine in known)}

    def ours(self, entry: Entry) -> Substance | None:
        """The journal's only one of that name, if the file says nothing of it that the journal does not say, too."""
        if not isinstance(entry, Substance) or entry.deleted_ms is not None:
            return None
        named = self._ours.get(folded(entry.name), [])
        return named[0] if len(named) == 1 and says_nothing_else(entry, named[0], _OF_A_MEDICINE) else None

    def take(self, entry: Entry) -> None:
        """This one comes in beside those of its name."""
        if isinstance(entry, Substance) and entry.deleted_ms is None and entry.until is None:
            name = folded(entry.name)
            if name in self._taken:
                self.twice.append(entry)
            self._taken.add(name)


def says_nothing_else(theirs: Entry, ours: Entry, but_for: Set[str]) -> bool:
    """Whether all that the file says is said here, too; fields ``but_for`` are not compared."""
    for field in declared(theirs).fields:
        if field.name in _NOT_COMPARED or field.name in but_for:
            continue
        in_file, known = getattr(theirs, field.name), getattr(ours, field.name)
        ends = isinstance(field.declared, Day) and field.declared.ends
        # Without an end it is still taken, and what is private must not become public: both say something.
        if in_file != known and (in_file or ends or field.name == "private"):
            return False
    return True
