"""A medicine in one line is taken apart where that is sure, and else stays as it was typed."""

from __future__ import annotations

import pytest

from journal.guidance.medicine_line import taken_apart
from journal.guidance.recognising import recognise


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("oxycodone 5 mg twice daily", ("oxycodone", "5 mg", "twice daily")),
        ("diazepam 5 mg every evening", ("diazepam", "5 mg", "every evening")),
        ("Oxycodone ER 10mg", ("Oxycodone ER", "10mg", "")),
        ("diazepam every evening", ("diazepam", "", "every evening")),
        ("ibuprofen 2 x 400 mg as needed", ("ibuprofen", "2 x 400 mg", "as needed")),
        ("ibuprofen, 400 mg, as needed", ("ibuprofen", "400 mg", "as needed")),
        ("Percocet 5/325 mg", ("Percocet", "5/325 mg", "")),
        ("Vitamin B12 1,000 mcg daily", ("Vitamin B12", "1,000 mcg", "daily")),
        ("zopiclone half a tablet at night", ("zopiclone", "half a tablet", "at night")),
        ("paracetamol 2 tablets 3x daily", ("paracetamol", "2 tablets", "3x daily")),
    ],
)
def test_what_is_sure_is_taken_apart(typed: str, parts: tuple[str, str, str]) -> None:
    assert taken_apart(typed) == parts
    assert recognise(parts[0]).generics == recognise(typed).generics


@pytest.mark.parametrize(
    "typed",
    [
        "oxycodone",
        "Koffein 1",
        "Tylenol 3",
        "oxycodone 5",
        "my blue pills 5 mg",
        "oxycodone 5 mg / paracetamol 325 mg",
        "oxycodone 5 mg and beer",
        "5 mg oxycodone",
        "Buscopan Plus",
        "2 tablets daily",
        "",
    ],
)
def test_what_is_not_stays_as_it_was_typed(typed: str) -> None:
    assert taken_apart(typed) is None
