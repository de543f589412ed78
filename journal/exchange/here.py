"""The journal that is imported into, as far as an import reads it; and what stands in for one that is not there yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from journal.core.changes import Revision
from journal.core.entries import Entry, Symptom, Tombstone
from journal.core.kinds import KINDS
from journal.core.preferences import Preferences


class Here(Protocol):
    """``Logbook`` has it."""

    @property
    def preferences(self) -> Preferences: ...
    def existing(self, ids: Sequence[str]) -> Mapping[str, Entry]: ...
    def by_origin(self, origins: Sequence[str]) -> Mapping[str, Entry]: ...
    def tombstones(self) -> Iterator[Tombstone]: ...
    def symptoms(self) -> Sequence[Symptom]: ...
    def totals(self) -> tuple[int, object]: ...
    def slices(self, kind: str) -> Iterator[list[Entry]]: ...
    def history(self, entry_id: str) -> Sequence[Revision]: ...


class EmptyJournal:
    """Takes the place of a journal that does not exist yet."""

    preferences = Preferences()

    def existing(self, ids: Sequence[str]) -> Mapping[str, Entry]:
        """None of them."""
        return {}

    def by_origin(self, origins: Sequence[str]) -> Mapping[str, Entry]:
        """None of them."""
        return {}

    def tombstones(self) -> Iterator[Tombstone]:
        """None."""
        return iter(())

    def symptoms(self) -> Sequence[Symptom]:
        """None."""
        return ()

    def totals(self) -> tuple[int, object]:
        """Nothing recorded."""
        return 0, None

    def slices(self, kind: str, size: int = 0) -> Iterator[list[Entry]]:
        """Nothing."""
        return iter(())

    def history(self, entry_id: str) -> Sequence[Revision]:
        """Nothing happened."""
        return ()


def is_empty(here: Here) -> bool:
    """Whether there is nothing to compare with, so that no row need be looked up."""
    return not any(True for kind in KINDS for _ in here.slices(kind)) and not any(True for _ in here.tombstones())
