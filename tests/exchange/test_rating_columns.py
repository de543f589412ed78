"""Which columns of a table are taken for ratings, to be looked at and changed before anything is imported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.entries import Symptom
from journal.exchange.guessed_mapping import guessed
from journal.exchange.mapping import Column, Meaning
from journal.exchange.rating_columns import symptom_names
from tests.exchange.test_csv import NOBODY

ZONE = "Europe/Berlin"
KNEE, SORE = Symptom(name="Left knee"), Symptom(code="back_pain", name="My poor back")
HERE = replace(NOBODY, symptoms={symptom.id: symptom for symptom in (KNEE, SORE)})


def guess(name: str, *cells: str) -> Column:
    rows = [("20.11.2026 08:10", cell) for cell in cells]
    return guessed(("When", name), rows, ZONE, symptoms=symptom_names(HERE)).columns[1]


@pytest.mark.parametrize(
    ("name", "symptom"),
    [
        ("Pain", "Pain"), ("pain level", "Pain"), ("Pain (0-10)", "Pain"), ("Pain 0 to 10", "Pain"),
        ("NAUSEA", "Nausea"), ("Nausea /10", "Nausea"), ("Mood score", "Mood"), ("Energy", "Energy"),
        ("Trouble sleeping", "Trouble sleeping"), ("Insomnia", "Trouble sleeping"), ("Left knee", "Left knee"),
        ("Back pain", "My poor back"), ("Lower back pain", "My poor back"), ("my poor back", "My poor back"),
        ("cant breathe", "Hard to breathe"), ("Thoughts of suicide", "Thoughts of suicide"),
    ],
)  # fmt: skip
def test_a_symptoms_name_over_numbers_up_to_10_is_a_rating(name: str, symptom: str) -> None:
    assert guess(name, "6", "", "0", "10.0") == Column(Meaning.RATING, symptom)


@pytest.mark.parametrize("cells", [("6.5", "7"), ("n/a", "8"), ("3/10", "4/10"), ("2/10", "")])
def test_a_half_the_scale_and_no_answer_leave_no_doubt(cells: tuple[str, ...]) -> None:
    assert guess("Pain", *cells) == Column(Meaning.RATING, "Pain")


@pytest.mark.parametrize(
    "cells",
    [
        ("11", "6"),
        ("6.5", "good"),
        ("bad", "6"),
        ("-1", "6"),
        ("60", "70"),
        ("1", "5", "3"),
        ("", ""),
        ("6/20", "7/20"),
        (),
    ],
)
def test_other_numbers_are_left_to_the_person(cells: tuple[str, ...]) -> None:
    assert guess("Pain", *cells) == Column()


@pytest.mark.parametrize(
    "name", ["Sleep", "Doses", "Pain (1-5)", "Pain 0-100", "Score", "Weather", "Benefit", "0-10", ""]
)
def test_other_names_are_left_to_the_person(name: str) -> None:
    assert guess(name, "6", "8") == Column()


def test_a_symptom_is_guessed_once_and_other_meanings_first() -> None:
    columns = ("When", "Note", "Pain", "Pain level", "Nausea")
    mapping = guessed(columns, [("20.11.2026", "6", "6", "7", "8")], ZONE, symptoms=symptom_names(NOBODY))
    assert [(column.meaning, column.symptom) for column in mapping.columns[1:]] == [
        (Meaning.NOTE, ""), (Meaning.RATING, "Pain"), (None, ""), (Meaning.RATING, "Nausea"),
    ]  # fmt: skip


def test_a_symptom_in_the_trash_is_not_meant() -> None:
    here = replace(NOBODY, symptoms={KNEE.id: replace(KNEE, deleted_ms=1)})
    mapping = guessed(("When", "Left knee"), [("20.11.2026", "6")], ZONE, symptoms=symptom_names(here))
    assert mapping.columns[1] == Column()
