"""A column's scale says which end is good, and its symptom's own scale runs as it runs."""

from __future__ import annotations

import pytest

from journal.core.entries import Symptom
from journal.core.refusal import Refused
from journal.exchange.mapping import Column, Meaning
from journal.exchange.names import Names
from journal.exchange.rated_directions import Directions
from journal.texts import english
from journal.texts.names import symptom_ends

TEXTS = english()
OWN = (Symptom(name="Calm", higher_is_better=True), Symptom(name="Burning"))
UNSAID = Symptom(name="Fog", low_label="low", high_label="high")
HERE = Names({}, {}, {each.id: each for each in (*OWN, UNSAID)}, TEXTS)


@pytest.mark.parametrize(
    ("symptom", "best", "worst"),
    [("Mood", 10, 0), ("energy", 10, 0), ("Pain", 0, 10), ("Calm", 10, 0), ("burning", 0, 10), ("Fog", 10, 10),
     ("New one", 10, 10)],
)  # fmt: skip
def test_the_number_runs_as_the_symptom_does(symptom: str, best: int, worst: int) -> None:
    directions = Directions(HERE)
    assert directions.value("1-5 best", symptom, "5", ".") == best
    assert directions.value("1-5 worst", symptom, "5", ".") == worst
    assert directions.value("1-5", symptom, "5", ".") == 10
    assert (directions.value("5-1", symptom, "5", "."), directions.value("1-5 best", symptom, "3", ".")) == (0, 5)


def test_ten_of_ten_is_not_rounded() -> None:
    assert Directions(HERE).value("0-10 best", "Pain", "7/10", ".") == 3
    with pytest.raises(Refused, match="rating-unreadable"):
        Directions(HERE).value("0-10 best", "Pain", "6.5", ".")


@pytest.mark.parametrize(
    ("scale", "ends"),
    [
        ("1-5 best", ("worst", "best")),
        ("1-5 worst", ("none", "worst")),
        ("1-5", ("low", "high")),
        ("", ("low", "high")),
    ],
)
def test_a_new_symptom_says_only_what_was_said(scale: str, ends: tuple[str, str]) -> None:
    columns = [Column(Meaning.RATING, "Other", scale="0-4 worst"), Column(Meaning.RATING, "Mood (1-5)", scale=scale)]
    made = Directions(HERE).of_new(Symptom(name="Mood (1-5)"), columns)
    assert symptom_ends(TEXTS, made) == ends
    in_cells = [Column(Meaning.SYMPTOM), Column(Meaning.RATING, scale=scale)]
    assert symptom_ends(TEXTS, Directions(HERE).of_new(Symptom(name="Named in a cell"), in_cells)) == ends


def test_a_built_in_one_keeps_the_direction_of_its_code() -> None:
    mood = Symptom(code="mood", higher_is_better=True)
    assert Directions(HERE).of_new(mood, [Column(Meaning.RATING, "Mood", scale="1-5 worst")]) == mood
