"""PsychonautWiki Journal: what was taken, when, how much of it is known, and what is only kept in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from journal.core.amounts import Basis, Dimension
from journal.core.entries import Stomach
from journal.core.substances import Intake, Taken
from journal.exchange.foreign_file import ForeignFile
from journal.texts import english
from tests.exchange.foreign import FOLDER, doses, notes, products, read, source

PATH = FOLDER / "psychonautwiki.json"


def test_kratom_is_a_dose_with_what_is_known_of_its_amount() -> None:
    entries, refused = read(PATH)
    assert refused == ["experiences[1]@3 amount-zero", "experiences[2]@123 key-missing"]
    named = products(entries)
    assert [
        (named[dose.product or ""], dose.amount.text, dose.amount.quantity, dose.amount.dimension, dose.amount.basis)
        for dose in doses(entries)
    ] == [
        ("Kratom", "2.3 g", 2300, Dimension.MASS, Basis.UNKNOWN),
        ("Kratom", "2 g", 2000, Dimension.MASS, Basis.GUESSED),
        ("Kratom extract", "2 shot", None, None, Basis.UNKNOWN),
        ("Kratom", "2.5 g", 2500, Dimension.MASS, Basis.UNKNOWN),
        ("Kratom", "2.5 g", 2500, Dimension.MASS, Basis.UNKNOWN),
    ]  # fmt: skip
    first, second, *_ = doses(entries)
    assert (first.stomach, first.note, second.stomach, second.note) == (
        Stomach.EMPTY, "with water", None, "Stomach, as imported: half full",
    )  # fmt: skip
    assert first.at.local.isoformat() == "2025-11-20T09:10:00"


def test_everything_else_is_an_intake_and_what_others_took_is_not_ours() -> None:
    entries, _ = read(PATH)
    taken = [each for each in entries if isinstance(each, Intake)]
    assert [(each.what, each.name, each.amount, each.note) for each in taken] == [
        (Taken.CAFFEINE, "Caffeine", "80 mg", ""), (Taken.CANNABIS, "Cannabis", "", "Taken, as imported: smoked"),
    ]  # fmt: skip


def test_words_and_ratings_become_notes() -> None:
    entries, _ = read(PATH)
    assert notes(entries) == [
        "Back is better.",
        "Effects rated in PsychonautWiki Journal: +",
        "Effects rated in PsychonautWiki Journal: ++",
        "20 November 2025\nA quiet day.\nWalked a little.",
    ]


def test_what_is_left_out_is_counted() -> None:
    file = source(PATH)
    assert isinstance(file, ForeignFile) and list(file.rows())
    assert file.remarks(english()) == [
        "1 thing that another person took is left out.",
        "1 amount is kept in words: it names no number of g, mg or ml.",
        "1 place is left out.",
        "The title of 1 experience without a text is left out.",
    ]


def test_odd_values_refuse_their_part_alone(tmp_path: Path) -> None:
    good: dict[str, Any] = {"substanceName": "Kratom", "time": 1_763_625_600_000, "dose": 1, "units": "g"}
    odd: list[Any] = [
        {**good, "time": "yesterday"}, {**good, "time": 1.5}, {**good, "dose": "2"}, {**good, "dose": True},
        {**good, "substanceName": 7}, {**good, "substanceName": " "}, {**good, "notes": ["x"]}, {**good, "dose": 1e300},
        {**good, "dose": -1}, {**good, "time": -(10**15)},
    ]  # fmt: skip
    file = tmp_path / "odd.json"
    experiences = [{"title": "", "text": "", "sortDate": 0, "ingestions": [good, *odd]}, 7, {"ingestions": [7]}]
    file.write_text(json.dumps({"experiences": experiences}), encoding="utf-8")
    entries, refused = read(file)
    assert len(doses(entries)) == 1
    assert len(refused) == len(odd) + 2


def test_half_a_letter_in_a_name_ends_no_import(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        PATH.read_text(encoding="utf-8").replace("Kratom extract", "Kratom\\ud800 extract"), encoding="utf-8"
    )
    entries, refused = read(path)
    assert len(refused) == 2 and len(doses(entries)) == len(doses(read(PATH)[0]))
