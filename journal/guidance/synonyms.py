"""What people type when they search, and the words that the guidance has for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from journal.assets import asset
from journal.guidance.markdown import PageFault
from journal.guidance.tables import read_table

# Words of a text, or of what is typed, in their order.
Words = tuple[str, ...]
_APOSTROPHES = re.compile(r"(?<=\w)['\u2019\u02bc](?=\w)")
# "7-OH", "7OH" and "7 oh" are typed for the same thing.
_SEVEN_OH = re.compile(r"\b7[\s\u2010\u2011-]?oh\b")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Synonyms:
    """``alternatives`` are the words of the guidance for what is typed; ``unasked`` are words that ask for nothing."""

    alternatives: Mapping[Words, tuple[Words, ...]]
    unasked: frozenset[str]

    @property
    def longest(self) -> int:
        """The words of the longest phrase that is known."""
        return max(map(len, self.alternatives), default=0)


@cache
def synonyms(language: str = "en") -> Synonyms:
    """The table that comes with the program. Raises PageFault if it is not in order."""
    return parse_synonyms(read_table(asset("guidance", language, "synonyms.toml")))


def parse_synonyms(table: Mapping[str, object]) -> Synonyms:
    """Synonyms from their table; what is typed in several rows stands for the words of all of them."""
    match table:
        case {"unasked": list(unasked), "row": list(rows), **rest} if not rest and _are_words(unasked):
            alternatives: dict[Words, tuple[Words, ...]] = {}
            for row in rows:
                typed, of_guidance = _row(row)
                for phrase in typed:
                    alternatives[phrase] = tuple(dict.fromkeys((*alternatives.get(phrase, ()), *of_guidance)))
            return Synonyms(alternatives, frozenset(word for phrase in unasked for word in words_of(phrase)))
    raise PageFault("synonyms: a field is missing, unknown or of the wrong kind")


def _row(row: object) -> tuple[list[Words], list[Words]]:
    match row:
        case {"typed": list(typed), "alternatives": list(alternatives), **rest} if (
            not rest and _are_words(typed) and _are_words(alternatives)
        ):
            return [words_of(phrase) for phrase in typed], [words_of(phrase) for phrase in alternatives]
    raise PageFault(f"synonyms: a field is missing, unknown or of the wrong kind in {row!r}")


def _are_words(phrases: list[object]) -> bool:
    return bool(phrases) and all(isinstance(phrase, str) and words_of(phrase) for phrase in phrases)


def words_of(text: str) -> Words:
    """The words of a text as they are compared: case, accents, apostrophes and hyphens do not matter."""
    return tuple(_WORD.findall(_SEVEN_OH.sub("7oh", _APOSTROPHES.sub("", _without_accents(text).casefold()))))


def _without_accents(text: str) -> str:
    if text.isascii():  # most of the guidance is, and a search looks at all of it
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
