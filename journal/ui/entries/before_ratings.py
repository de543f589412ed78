"""The ratings that were made before a dose: one is asked for in its form, and all of them go where the dose goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from journal.core.entries import Dose, Entry, Phase, Rating, Symptom
from journal.core.warning_words import sign_code
from journal.guidance.warning_signs import Noted, newly_there, noted_in
from journal.ui.kit.bridge import Bridge


class BeforeRatings:
    """Of the dose that a form is about; that of the main symptom is ``shown``."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.symptom: Symptom | None = bridge.logbook.main_symptom()
        self.shown: Rating | None = None

    def show(self, ratings: Sequence[Rating]) -> None:
        """Those of a dose that is changed."""
        self.shown = next((rating for rating in ratings if self.symptom and rating.symptom == self.symptom.id), None)

    def of_dose(self, dose: Dose) -> list[Rating]:
        """All of them, whatever their symptom."""
        day = self._bridge.logbook.day_of(dose)
        assert day is not None
        # Made at the same moment, so of the same day; a rating moved by hand may lie a day off.
        days = self._bridge.logbook.days(day - dt.timedelta(days=1), day + dt.timedelta(days=1))
        ratings = [rating for recorded in days for rating in recorded.ratings]
        return [rating for rating in ratings if rating.dose == dose.id and rating.phase is Phase.BEFORE]

    def entries(self, dose: Dose, old: Dose | None, value: int | None) -> list[Entry]:
        """What is saved with the dose, which was ``old`` before, where the form says ``value``."""
        moved = self._moved(dose, old)
        if self.shown is not None:
            return [*self._changed(self.shown, dose, old, value), *moved]
        if value is None or self.symptom is None:
            return moved
        return [Rating(at=dose.at, symptom=self.symptom.id, value=value, dose=dose.id, phase=Phase.BEFORE), *moved]

    def warnings_in(self, saved: Sequence[Entry]) -> tuple[Noted, ...]:
        """The rating before the dose, if its symptom is a warning sign that is newly there."""
        if self.symptom is None:
            return ()
        noted = noted_in(saved, {self.symptom.id: sign_code(self.symptom)})
        return tuple(sign for sign in noted if newly_there(self.shown, sign.rating))

    def _moved(self, dose: Dose, old: Dose | None) -> list[Entry]:
        """Other ratings made at the moment of the dose move with it, whether its form shows them or not."""
        if old is None or dose.at == old.at:
            return []
        shown = self.shown.id if self.shown else None
        linked = [rating for rating in self.of_dose(old) if rating.id != shown and rating.at == old.at]
        return [replace(rating, at=dose.at) for rating in linked]

    def _changed(self, before: Rating, dose: Dose, old: Dose | None, value: int | None) -> list[Entry]:
        if value is None and before.value is not None:
            return [replace(before, deleted_ms=self._bridge.clock.now_ms())]
        moved = dose.at if old and before.at == old.at else before.at
        stored = self._bridge.logbook.get(before.id)
        kept = stored.answer if isinstance(stored, Rating) and value == before.value else None
        changed = replace(before, value=value, at=moved, answer=kept, complete_later=False)
        return [changed] if changed != before else []
