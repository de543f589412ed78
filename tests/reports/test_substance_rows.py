"""Where a name stands on page 1, and which choice of the person prints it."""

from __future__ import annotations

import pytest

from journal.core.entries import Substance
from journal.core.substances import Source
from journal.guidance.interactions import classes
from journal.guidance.recognising import recognise
from journal.reports import substance_rows
from journal.reports.substance_rows import (
    ALCOHOL,
    CANNABIS,
    MEDICINES,
    OTHER,
    OTHER_MEDICINE,
    ROWS,
    choice_of_substance,
    known,
)


def test_every_class_and_name_that_is_spoken_of_exists() -> None:
    of_rows = {class_id for row in ROWS for class_id in row.classes}
    spoken_of = of_rows | substance_rows._SUBSTANCES | substance_rows._ALCOHOL | substance_rows._CANNABIS
    assert spoken_of <= classes().keys()
    assert all(recognise(name).generics == (name,) for name in substance_rows._SUBSTANCE_NAMES)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Xanax", ["Benzodiazepine, z-drug"]), ("zopiclone", ["Benzodiazepine, z-drug"]),
        ("phenobarbital", ["Barbiturate, other sleeping pill"]), ("Fioricet", ["Barbiturate, other sleeping pill"]),
        ("suvorexant", ["Barbiturate, other sleeping pill"]), ("gabapentin", ["Gabapentinoid"]),
        ("tramadol", ["Opioid"]), ("sertraline", ["Antidepressant"]), ("ibuprofen", ["Other medicine"]),
    ],
)  # fmt: skip
def test_the_label_of_a_row_names_what_is_in_it(name: str, labels: list[str]) -> None:
    assert [row.label for row in known(name).rows] == labels


def test_every_sedative_for_sleep_has_a_row_that_names_it() -> None:
    for key in ("benzodiazepines", "z-drugs", "barbiturates", "sleeping-pills"):
        for member in classes()[key].members:
            assert OTHER_MEDICINE not in known(member).rows, member


@pytest.mark.parametrize(
    "name",
    ["PCP", "K2 spice", "ketamine", "xylazine", "CBD", "heroin", "LSD", "shrooms", "cocaine", "phenibut", "7-OH",
     "bromazolam", "poppers"],
)  # fmt: skip
def test_what_is_often_held_against_a_person_is_printed_only_if_they_say_so(name: str) -> None:
    assert choice_of_substance(Substance(name=name)) == OTHER
    assert choice_of_substance(Substance(name=name, source=Source.PRESCRIBED)) == MEDICINES


@pytest.mark.parametrize(
    ("name", "choice"), [("beer", ALCOHOL), ("weed", CANNABIS), ("ibuprofen", MEDICINES), ("Relax blend", MEDICINES)]
)
def test_other_choices(name: str, choice: str) -> None:
    assert choice_of_substance(Substance(name=name)) == choice
