"""The warning signs and blood pressures among entries that pass by, many or few: what an import brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journal.core.entries import Entry, Measurement, Rating, Symptom
from journal.core.warning_words import sign_code
from journal.guidance.warning_signs import Noted, is_sign, noted_in


class SignsBrought:
    """Remembers the ratings of warning signs, and blood pressures. ``known`` are the symptoms that are there."""

    def __init__(self, known: Iterable[Symptom]) -> None:
        self._codes = {symptom.id: sign_code(symptom) for symptom in known}
        self._ratings: list[Rating] = []
        self.measured: list[Measurement] = []

    def watching(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The same entries, one after the other; a rating may come before its symptom."""
        # A reading that is begun again counts anew.
        self._ratings.clear()
        self.measured.clear()
        for entry in entries:
            if isinstance(entry, Symptom):
                self._codes[entry.id] = sign_code(entry)
            elif isinstance(entry, Rating) and entry.value and self._may_be_sign(entry):
                self._ratings.append(entry)
            elif isinstance(entry, Measurement) and (entry.systolic or entry.diastolic):
                self.measured.append(entry)
            yield entry

    def _may_be_sign(self, rating: Rating) -> bool:
        return rating.symptom not in self._codes or is_sign(self._codes[rating.symptom])

    def noted(self) -> list[Noted]:
        """What was noted among those that passed."""
        return noted_in(self._ratings, self._codes)
