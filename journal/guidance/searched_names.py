"""The names in the words of a search: every one has an answer, also one that is in no list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journal.guidance.guidance_words import is_said_here
from journal.guidance.interactions import is_only_the_product
from journal.guidance.known_names import folded_name, in_a_class, names
from journal.guidance.name_words import forms
from journal.guidance.recognising import Recognised, named_in, recognise

_MOST_WORDS, _LONGEST_NAME = 12, 3
_SHORTEST_UNKNOWN, _SHORTEST_OF_NONE = 3, 5  # letters: shorter ones are mostly everyday words


def names_asked_about(words: str) -> list[Recognised]:
    """Those of classes, then those that are known and in no class, then what may be a name and is not known.

    What is not known is a word that the guidance uses nowhere: of "gabapentin novodigal" the second is answered, too.
    """
    of_classes = named_in(words)
    taken = {word for name in of_classes for folded in name.known_as for word in folded.split()}
    of_no_class: list[Recognised] = []
    unknown: list[Recognised] = []
    for given in _other_words(words, taken):
        if _is_name_of_no_class(given):
            of_no_class.append(recognise(given))
        elif folded_name(given) not in names() and _may_be_a_name(given):
            unknown.append(recognise(given))
    return _each_once([*of_classes, *of_no_class, *unknown])


def _other_words(words: str, taken: set[str]) -> Iterator[str]:
    """Known names of several words, then single words as they were typed; nothing of the names that are ``taken``."""
    typed = re.findall(r"[^\W_][^\s,;/+&()\[\]\"?!]*", words)[:_MOST_WORDS]
    place = 0
    while place < len(typed):
        several = (" ".join(typed[place : place + most]) for most in range(_LONGEST_NAME, 1, -1))
        given = next(filter(_is_name_of_no_class, several), typed[place]).rstrip(".:-'\u2019")
        if taken.isdisjoint(folded_name(given).split()):
            yield given
        place += len(given.split())


def _is_name_of_no_class(given: str) -> bool:
    """Those of classes are found already, where they are not meant for a colour."""
    folded = folded_name(given)
    known = names().get(folded)
    if known is None or in_a_class(known) or is_only_the_product(known.generics):
        return False
    parts = folded.split()
    is_everyday = folded in forms() if len(parts) == 1 else all(map(is_said_here, parts))
    return len(folded) >= _SHORTEST_OF_NONE and not is_everyday


def _may_be_a_name(given: str) -> bool:
    """Whether no part of it is a number, short or a word of the guidance."""
    parts = folded_name(given).split()
    letters = "".join(parts)
    if len(letters) < _SHORTEST_UNKNOWN or any(letter.isdigit() for letter in letters):
        return False
    return not any(is_said_here(part) for part in parts)


def _each_once(found: list[Recognised]) -> list[Recognised]:
    by_name: dict[str, Recognised] = {}
    for name in found:
        by_name.setdefault(folded_name(name.given), name)
    return list(by_name.values())
