"""Which end of a rated column is good: a scale that says it is read as its symptom's own scale runs.

Of a built-in symptom its code decides, of the journal's own ones what was said when they were made; a symptom that is
new gets the direction that was said of the column. Where nobody said one, no page is to say "none" or "worst".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.core.entries import Symptom
from journal.core.plaintext import clean_name, folded
from journal.core.symptoms import BY_CODE
from journal.exchange.mapped_words import scale_in
from journal.exchange.mapping import Column, Meaning
from journal.exchange.names import Names
from journal.exchange.rating_cells import rating_written
from journal.texts.names import SYMPTOMS, symptom_name


class Directions:
    """Of every symptom whose name is known here."""

    def __init__(self, here: Names) -> None:
        self._ends = here.texts("low"), here.texts("high")
        self._ten_is_best: dict[str, bool | None] = {
            folded(here.texts(name)): BY_CODE[code].higher_is_better for code, name in SYMPTOMS.items()
        }
        for symptom in here.symptoms.values():
            self._ten_is_best[folded(symptom_name(here.texts, symptom))] = self._direction(symptom)

    def _direction(self, symptom: Symptom) -> bool | None:
        """None where nobody said one."""
        return None if (symptom.low_label, symptom.high_label) == self._ends else symptom.ten_is_best

    def value(self, scale: str, symptom: str, cell: str, decimal: str) -> int | None:
        """The rating on the symptom's own scale; Refused("rating-off-scale") or, from 0 to 10, "rating-unreadable"."""
        if not scale:
            return rating_written(cell)
        written_scale = scale_in(scale)
        known = self._ten_is_best.get(folded(clean_name(symptom)), written_scale.best)
        return written_scale.value(
            cell, decimal, turned=None not in (written_scale.best, known) and written_scale.best is not known
        )

    def of_new(self, symptom: Symptom, columns: Sequence[Column]) -> Symptom:
        """A symptom of its own that a row brought, with the direction that was said of its column."""
        if symptom.code is not None:
            return symptom
        rated = [column for column in columns if column.meaning is Meaning.RATING]
        named = [candidate for candidate in rated if folded(clean_name(candidate.symptom)) == folded(symptom.name)]
        column = next(iter(named or [candidate for candidate in rated if not candidate.symptom]), None)
        best = scale_in(column.scale).best if column is not None and column.scale else None
        if best is None:
            return replace(symptom, low_label=self._ends[0], high_label=self._ends[1])
        return replace(symptom, higher_is_better=best)
