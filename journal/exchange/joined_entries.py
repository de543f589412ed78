"""Entries of a file that stand for one of ours, or are kept apart from it: medicines, products, units and symptoms."""

from __future__ import annotations

from dataclasses import replace

from journal.core.entries import Entry, Product, Symptom, Unit
from journal.exchange.file_rows import FoundRow
from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.references import References


class JoinedEntries:
    """What names them then names ours, or the one that is kept apart."""

    def __init__(self, references: References, outcome: ImportOutcome) -> None:
        self._references, self._outcome = references, outcome

    def kept_apart(self, row: FoundRow) -> FoundRow:
        """The row with an id of its own where ours has the same only because both are called alike."""
        if row.without_id or not isinstance(row.entry, Entry):
            return row
        apart = self._outcome.names.kept_apart(row.entry)
        if apart is not row.entry:
            self._references.join(row.entry, apart.id)
        return replace(row, entry=apart)

    def same_medicine(self, entry: Entry) -> bool:
        """Whether ours has it under another id; what was taken of it then goes to ours."""
        ours = self._outcome.medicines.ours(entry)
        if ours is not None:
            self._references.join(entry, ours.id)
        return ours is not None

    def same_name(self, row: FoundRow) -> bool:
        """Whether it is joined with ours of its name; a row without an id named ours already."""
        entry = row.entry
        ours = None
        if isinstance(entry, Product | Unit | Symptom) and not row.without_id:
            ours = self._outcome.names.ours(self._references.settled(entry))
        if ours is not None and isinstance(entry, Entry):
            self._references.join(entry, ours.id)
        return ours is not None
