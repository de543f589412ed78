"""Words of a table that nobody but its writer knows are found, each once."""

from __future__ import annotations

import pytest

from journal.exchange.mapping import Column, Meaning
from journal.exchange.open_words import open_words

CASES = {
    "times": (Column(Meaning.TIME), ["8:10", "morning", "Morning", "21.30", ""], (), {"morning": 2}),
    "ways": (Column(Meaning.PREPARATION), ["tea", "Tee", "t&w", "mit Joghurt"], (), {"Tee": 1, "mit Joghurt": 1}),
    "units": (Column(Meaning.UNIT), ["g", "Caps.", "TL", "scoop", "TL"], ("Scoop",), {"TL": 2}),
    "units of amounts": (Column(Meaning.AMOUNT), ["2 g", "3 TL", "1-2 TL", "many", "2,5"], (), {"TL": 2, "many": 1}),
    "no amounts": (Column(Meaning.AMOUNT), ["n/a", "2", "N/A", ">3 g", "0", "1,500"], (), {"n/a": 2, ">3 g": 1}),
    "ratings": (Column(Meaning.RATING, "Pain"), ["6", "6/10", "n/a", "Meh", "11"], (), {"Meh": 1, "11": 1}),
    "ratings on a scale": (Column(Meaning.RATING, "Pain", scale="1-5"), ["5", "6", "-"], (), {"6": 1}),
    "symptoms": (Column(Meaning.SYMPTOM), ["nausea", "Rücken"], ("Nausea",), {"Rücken": 1}),
    "notes": (Column(Meaning.NOTE), ["anything"], (), {}),
    "texts": (Column(Meaning.TIME), ["x" * 81], (), {}),
}


@pytest.mark.parametrize("name", CASES)
def test_words_that_are_not_known_are_found(name: str) -> None:
    column, cells, known, found = CASES[name]
    assert dict(open_words(column, cells, known, ",")) == found
