"""A combination is parted where a word joins two names, and nowhere else."""

from __future__ import annotations

import pytest

from journal.guidance.name_parts import parts_of, split_name


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ("a plus b", ["a ", " b"]), ("Buscopan Plus", ["Buscopan Plus"]),
        ("Nurofen plus 12.8 mg", ["Nurofen plus 12.8 mg"]),
        ("Panadol Plus, Xanax", ["Panadol Plus", " Xanax"]), ("Panadol Plus + Xanax", ["Panadol Plus ", " Xanax"]),
        ("plus Xanax", ["", " Xanax"]), ("Xanax", ["Xanax"]), ("", [""]), ("plus", ["", ""]),
    ],
)  # fmt: skip
def test_plus_joins_only_what_has_a_name_behind_it(given: str, parts: list[str]) -> None:
    assert split_name(given) == parts


def test_strengths_alone_are_no_part() -> None:
    assert parts_of("oxycodone/paracetamol 5 mg/325 mg") == [["oxycodone"], ["paracetamol", "5", "mg"]]
