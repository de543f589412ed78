"""Forbidden phrases and amounts: each surface has its list, and whole phrases are let through."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.guidance.phrases import SURFACES, amounts_in, forbidden_phrases

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It is safe.", "safe"),
        ("It is SAFE to mix.", "safe"),
        ("A safer\nway.", "safer"),
        ("It is a natural herb.", "natural"),
        ("It works for pain.", "works for"),
        ("It has benefits.", "benefit*"),
        ("Start low and go slow.", "start low"),
        ("It is legal in most places.", "legal"),
        ("Kratom users say so.", "users"),
        ("Drug abuse.", "abuse"),
        ("An addict.", "addict"),
        ("Don’t worry.", "don't worry"),
        ("You are addicted.", "you are addicted"),
        ("Ask where to buy it.", "where to buy"),
        ("No amount is known to be safe, but some are safe.", "safe"),
    ],
)
def test_guidance_may_not_say(text: str, phrase: str) -> None:
    assert phrase in forbidden_phrases(text, "guidance")


@pytest.mark.parametrize(
    "text",
    [
        "No amount is known to be safe.",
        "No amount\nis known to be safe.",
        "“Not listed” means little, and not listed never means safe.",
        "Being sold in a shop does not mean it is safe.",
        "Addiction is not the same as dependence.",
        "Speak to a person who uses kratom.",
        "Safety",
        "The National Institute on Drug Abuse has moved.",
        "The naturalist left.",
    ],
)
def test_guidance_may_say(text: str) -> None:
    assert forbidden_phrases(text, "guidance") == []


@pytest.mark.parametrize(
    ("surface", "said", "unsaid"),
    [
        ("emergency", "Kratom", "Call now."),
        ("interface", "Kratom taken", "Dose taken"),
        ("interface", "Well done: a streak", "Saved"),
        ("report", "Pain fell because of the dose", "Pain was recorded after a dose"),
    ],
)
def test_every_surface_has_its_own_list(surface: str, said: str, unsaid: str) -> None:
    assert forbidden_phrases(said, surface)
    assert forbidden_phrases(unsaid, surface) == []


def test_an_unknown_surface_is_an_error() -> None:
    with pytest.raises(KeyError):
        forbidden_phrases("safe", "billboard")


def test_an_exception_is_only_needed_for_what_is_forbidden() -> None:
    for name, listed in SURFACES.items():
        bare = {each.rstrip("*") for each in listed.forbidden}
        for phrase in listed.exceptions:
            assert any(each in phrase for each in bare), (name, phrase)


@pytest.mark.parametrize(
    "text",
    [
        "2 g", "2.5 g a day", "2,5 grams", "250 mg", "250mg", "2-3 g", "2 to 3 grams", "one gram", "half a gram",
        "half a teaspoon", "two capsules", "2 capsules", "1 scoop", "three or four tablets", "a few grams", "30 ml",
        "twenty milligrams", "100 µg", "5 ounces", "two cups", "10–20 mg", "one shot", "a level teaspoon", "3 doses",
    ],
)  # fmt: skip
def test_an_amount_is_found(text: str) -> None:
    assert amounts_in(f"People took {text} then.")


@pytest.mark.parametrize(
    "text",
    [
        "a capsule or a spoon of one product", "7-OH", "26 men", "10 to 20 hours", "one in four", "2,061 people",
        "in 2018 and 2019", "sixteen times as much", "seven of the eight products", "two or more signs", "one product",
        "one glance", "5 minutes", "dose after dose", "3 doctors", "112",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_let_through(text: str) -> None:
    assert amounts_in(f"There were {text} then.") == []


# What the emergency card calls it is chosen on the report's screen.
THE_WORD_ON_A_CARD = ("sheet_form.py", "kratom", "kratom")


def texts_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_the_interface_outside_of_safety_keeps_to_its_list() -> None:
    files = [path for folder in ("ui", "texts") for path in (ROOT / "journal" / folder).rglob("*.py")]
    outside = [path for path in files if "safety" not in path.relative_to(ROOT).parts]
    assert outside
    found = {
        (path.name, phrase, text)
        for path in outside
        for text in texts_of(path)
        for phrase in forbidden_phrases(text, "interface")
    }
    assert found == {THE_WORD_ON_A_CARD}
