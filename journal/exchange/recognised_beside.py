"""Doses without an id that the journal has by their meaning, and whose note or preparation it does not have."""

from __future__ import annotations

from collections.abc import Iterator

from journal.core.entries import Dose
from journal.exchange.changed_rows import CHANGED_LIMIT, ChangedRow, with_values_of
from journal.exchange.file_rows import FoundRow
from journal.exchange.here import Here
from journal.exchange.recognised_rows import RecognisedRows
from journal.exchange.row_meaning import said
from journal.exchange.said_beside import adds_beside


class RecognisedBeside:
    """Remembered until every row was read: only then is it known which of ours no other row is."""

    def __init__(self, here: Here, recognised: RecognisedRows) -> None:
        self._here, self._recognised = here, recognised
        self._waiting: list[tuple[FoundRow, Dose]] = []

    def take(self, row: FoundRow, dose: Dose) -> None:
        """One that says more than time, product and amount."""
        if (dose.note or dose.preparation) and len(self._waiting) < CHANGED_LIMIT:
            self._waiting.append((row, dose))

    def changed(self) -> Iterator[ChangedRow]:
        """Each that says what none of ours like it does, with the one that could; it is no dose of its own."""
        ours = self._ours({said(dose).whole for _, dose in self._waiting}) if self._waiting else {}
        unlike = [(row, dose) for row, dose in self._waiting if not self._takes_its_like(row, dose, ours)]
        for row, dose in unlike:
            alike = ours.get(said(dose).whole, [])
            if alike:
                yield ChangedRow(row.where, own := alike.pop(0), with_values_of(own, dose))

    def _takes_its_like(self, row: FoundRow, dose: Dose, ours: dict[str, list[Dose]]) -> bool:
        alike = ours.get(said(dose).whole, [])
        note = self._recognised.note_left(dose)
        same = next((own for own in alike if not adds_beside(row, dose, own, note, self._here)), None)
        if same is not None:
            alike.remove(same)
        return same is not None

    def _ours(self, wanted: set[str]) -> dict[str, list[Dose]]:
        alike: dict[str, list[Dose]] = {}
        for own in (own for part in self._here.slices("dose") for own in part):
            if isinstance(own, Dose) and own.deleted_ms is None and not self._recognised.is_claimed(own):
                what = said(own).whole
                if what in wanted:
                    alike.setdefault(what, []).append(own)
        return alike
