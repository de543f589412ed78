"""What may have been meant: close names, the closest first, and nothing for what is short or far away."""

from __future__ import annotations

import pytest

from journal.guidance.misspelt import meant_by

KNOWN = {
    "zanaflex": ("Zanaflex", "tizanidine"),
    "tizanidine": ("tizanidine", "tizanidine"),
    "tizanidin": ("Tizanidin", "tizanidine"),
    "xanax": ("Xanax", "alprazolam"),
    "zantac": ("Zantac", "ranitidine"),
    "oxy": ("oxy", "oxycodone"),
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zanaflx", ("Zanaflex",)), ("zanafelx", ("Zanaflex",)), ("tizanidinn", ("tizanidine",)),
        ("xanac", ("Xanax",)), ("zanax", ("Xanax",)), ("zantax", ("Zantac", "Xanax")),
        ("oxi", ()), ("qwertz", ()), ("", ()),
    ],
)  # fmt: skip
def test_close_names_are_asked_about(typed: str, meant: tuple[str, ...]) -> None:
    assert meant_by(typed, KNOWN) == meant


def test_at_most_three_things_are_asked_about() -> None:
    many = {f"abcde{letter}": (f"Abcde{letter}", letter) for letter in "fghijk"}
    assert len(meant_by("abcdez", many)) == 3
