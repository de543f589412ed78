"""What may have been meant: close names, the closest first, and nothing for what is short or far away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.guidance.interactions import classes
from journal.guidance.misspelt import _slips, meant_by
from journal.guidance.recognising import folded_name, names, recognise

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
        ("xanac", ("Xanax",)), ("zanax", ("Xanax",)), ("zantax", ("Zantac",)), ("wantac", ()),
        ("tizanidjnw", ("tizanidine",)), ("zanaflhw", ()), ("jizanidin", ("Tizanidin",)), ("jizanidinw", ()),
        ("oxi", ()), ("qwertz", ()), ("", ()),
    ],
)  # fmt: skip
def test_close_names_are_asked_about(typed: str, meant: tuple[str, ...]) -> None:
    assert meant_by(typed, KNOWN) == meant


def test_at_most_three_things_are_asked_about() -> None:
    many = {f"abcde{letter}": (f"Abcde{letter}", letter) for letter in "fghijk"}
    assert len(meant_by("abcdez", many)) == 3


def test_a_medicine_of_that_name_comes_before_a_brand_that_is_as_near() -> None:
    both = {
        "tradol": ("Tradol", ("tramadol",)),
        "tramadol": ("tramadol", ("tramadol",)),
        "toradol": ("Toradol", ("ketorolac",)),
    }
    assert meant_by("tramdol", both) == ("tramadol",) == meant_by("tramdol", both, most=1)


_MEMBERS = sorted({member for of in classes().values() for member in of.members if len(folded_name(member)) >= 5})


def _one_slip(name: str) -> Iterator[str]:
    """A letter that is missing, exchanged with the next one, doubled, or another one."""
    for place in range(len(name)):
        before, letter, behind = name[:place], name[place], name[place + 1 :]
        yield before + behind
        yield before + letter + letter + behind
        yield before + ("w" if letter != "w" else "v") + behind
        if behind:
            yield before + behind[0] + letter + behind[1:]


@pytest.mark.quick_every(180)
@pytest.mark.slow_every(13)
@pytest.mark.parametrize("member", _MEMBERS)
def test_every_member_of_a_class_is_asked_about_after_one_slip_and_never_taken_for_it(member: str) -> None:
    name = folded_name(member)
    for typed in {slip for slip in _one_slip(name) if folded_name(slip) == slip} - names().keys():
        found = recognise(typed)
        meant = {generic for each in found.meant for generic in recognise(each).generics}
        if found.generics == (member,):
            continue  # a number before its name is none of it
        if typed[0] != name[0] and len(name) < 8:
            continue  # a short name that begins otherwise is soon another medicine
        assert not found.is_known, (typed, found.generics)
        assert member in meant or member in found.meant, (typed, found.meant)


def _near_misses() -> list[list[str]]:
    """Real names beside others that are known, and what each is; written down without looking at our names."""
    rows = (Path(__file__).parent / "near_miss_names.tsv").read_text(encoding="utf-8").splitlines()
    return [row.split("\t") for row in rows]


def test_there_are_many_near_misses() -> None:
    assert len({folded_name(name) for name, _ in _near_misses()}) >= 60


@pytest.mark.parametrize(("name", "of"), _near_misses())
def test_a_real_name_is_what_it_is_or_not_recognised_and_never_asked_about_as_another(name: str, of: str) -> None:
    typed, known = folded_name(name), names()
    near = [
        other for other in known.keys() - {typed} if abs(len(other) - len(typed)) < 3 and _slips(typed, other, 2) <= 2
    ]
    assert near, "no name is near it"
    found = recognise(name)
    assert not found.is_known or found.generics == tuple(of.split("; "))
    assert [each for each in found.meant if set(recognise(each).generics) != set(of.split("; "))] == []
