"""What only says how something looks: who asks about urine like cola asks about no drink."""

from __future__ import annotations

import re

_OF_THE_BODY = frozenset((
    "urine", "pee", "peed", "peeing", "wee", "piss", "stool", "stools", "poo", "poop", "pooped", "vomit", "vomited",
    "vomiting", "puke", "puked", "puking", "threw", "throw", "throwing", "blood",
))  # fmt: skip
_BEFORE = r"\b(?:like|as|colou?r of|colou?r is)(?: (?:a|an|the|some|something|dark|old|black|strong))*"
_GROUNDS = "coffee grounds"  # so what is vomited looks, also where nothing else says it
_BEHIND = r"(?:colou?red|colou?r|grounds?)\b"


def is_only_compared(name: str, words: str) -> bool:
    """Whether a name, folded as the words are, stands there for a colour: "cola coloured", "as black as coffee"."""
    if _OF_THE_BODY.isdisjoint(words.split()):
        return _GROUNDS in words and name in _GROUNDS
    drink = re.escape(name)
    return re.search(rf"{_BEFORE} {drink}\b|\b{drink} {_BEHIND}", words) is not None
