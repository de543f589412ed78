"""Phrases that may not be said, one list for each surface, and the whole phrases that are let through all the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhraseList:
    """What one surface may not say. Phrases are whole words in lower case; ``*`` ends a word that may go on."""

    forbidden: tuple[str, ...]
    exceptions: tuple[str, ...] = ()


_PRAISE = (
    "safe", "safely", "safer", "safest", "harmless", "risk-free", "no risk", "effective", "efficacious", "proven",
    "benefit*", "works for", "works well", "helps with", "relieves", "relief", "cure*", "natural", "nature's",
    "recommend*", "best", "optimal", "ideal", "superior", "high quality", "premium", "trusted", "popular",
)  # fmt: skip
_REASSURANCE = (
    "do not worry", "don't worry", "nothing to worry", "nothing to fear", "not dangerous", "no danger",
    "no need to call", "no reason to worry", "perfectly normal", "rest assured",
)  # fmt: skip
_DOSING = (
    "start low", "start with", "go slow", "taper by", "reduce by", "cut by", "cut down by", "increase by", "low dose",
    "high dose", "typical dose", "usual dose", "recommended dose", "maximum dose", "every few hours", "per kilogram",
)  # fmt: skip
_LAW = (
    "legal",
    "legally",
    "illegal",
    "illegally",
    "lawful*",
    "unlawful*",
    "banned",
    "outlawed",
    "permitted",
    "schedule i",
)
_SHAME = (
    "addict", "addicts", "junkie*", "abuse", "abuses", "abused", "abuser*", "abusing", "user", "users", "habit",
    "clean time", "stay clean", "dirty", "failed", "failure", "willpower", "your fault", "should have known", "shame*",
)  # fmt: skip
_DIAGNOSIS = ("you are addicted", "you are dependent", "you have a use disorder", "you suffer from", "you are an")
_SHOPPING = ("buy from", "where to buy", "order online", "discount", "coupon", "vendor we", "brand we")

SURFACES: Mapping[str, PhraseList] = {
    "guidance": PhraseList(
        forbidden=(*_PRAISE, *_REASSURANCE, *_DOSING, *_LAW, *_SHAME, *_DIAGNOSIS, *_SHOPPING),
        exceptions=(
            "no amount is known to be safe",
            "not listed never means safe",
            "does not mean it is safe",
            "does not mean that it is safe",
            # A name.
            "national institute on drug abuse",
        ),
    ),
    # Shown before a journal is unlocked as well, where nothing may say what the journal is about.
    "emergency": PhraseList(
        forbidden=("kratom", "7-oh", "leaf", "journal", *_PRAISE, *_REASSURANCE, *_LAW, *_SHAME, *_DIAGNOSIS)
    ),
    # Everything outside of Safety and the report: people share computers, and nobody is praised or told to wait.
    "interface": PhraseList(
        forbidden=(
            "kratom",
            "well done",
            "good job",
            "great job",
            "congratulations",
            "keep it up",
            "streak*",
            "you may now",
            "you are allowed",
            "time for your next",
            "addict*",
            "junkie*",
            "abuse*",
        )  # fmt: skip
    ),
    # An uncontrolled diary shows what was recorded together, never what came of what.
    "report": PhraseList(
        forbidden=(
            "caused",
            "causes",
            "because of",
            "works",
            "effective",
            "helps",
            "safe",
            "best",
            "optimal",
            "addicted",
            "abuse*",
            "clinically improved",
        ),
        exceptions=("10 best",),  # which end of a scale it is
    ),
}


def forbidden_phrases(text: str, surface: str) -> list[str]:
    """The phrases in ``text`` that this surface may not say. Raises KeyError for an unknown surface.

    Example: "No amount is known to be safe." is let through in guidance, "A safe amount" finds "safe".
    """
    listed = SURFACES[surface]
    left = " ".join(text.casefold().replace("’", "'").split())
    for phrase in listed.exceptions:
        left = re.sub(rf"\b{re.escape(phrase)}\b", " ", left)
    return [phrase for phrase in listed.forbidden if _pattern(phrase).search(left)]


def _pattern(phrase: str) -> re.Pattern[str]:
    stem = phrase.removesuffix("*")
    end = r"\w*" if phrase.endswith("*") else ""
    return re.compile(rf"(?<!\w){re.escape(stem)}{end}(?!\w)")


_UNIT = r"(?:mg|mcg|µg|μg|ug|g|kg|ml|cl|oz|milligrams?|micrograms?|grams?|kilograms?|millilit(?:er|re)s?|ounces?)"
_PIECE = (
    r"(?:capsules?|tablets?|pills?|gummies|shots?|(?:tea|table)?spoons?|spoonfuls?|scoops?|drops?|cups?|glass(?:es)?|tsp|"
    r"tbsp|doses?|servings?)"
)
_NUMBER = (
    r"(?:\d[\d.,]*|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"a few|several|a couple of)"
)
_AMOUNTS = re.compile(
    rf"(?<!\w){_NUMBER}(?:\s*(?:to|or|[-–])\s*{_NUMBER})?(?:\s+an?)?[\s-]*(?:{_UNIT}|{_PIECE})(?!\w)"
    rf"|(?<!\w)(?:milligrams?|micrograms?|grams?|teaspoons?|tablespoons?)(?!\w)",
    re.IGNORECASE,
)


def amounts_in(text: str) -> list[str]:
    """Every amount of something to take that ``text`` names, in figures or in words; guidance names none."""
    return [match.group().strip() for match in _AMOUNTS.finditer(text)]
