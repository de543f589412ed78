"""The words of a name as somebody wrote it: which ones are no part of the name, before it and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from journal.guidance.interactions import name_table

_UNIT = r"(?:mg|mcg|[\u00b5\u03bc]g|ug|g|kg|ml|l|ie|iu|e|u|units?|einheiten|h|hr|hrs|s|x|mmol|meq)"
_NUMBER = re.compile(rf"\d+{_UNIT}?")
_ONLY_UNIT = re.compile(_UNIT)


@cache
def forms() -> frozenset[str]:
    """Forms, makers and times, which do not change what it is."""
    return frozenset(name_table()["forms"]["words"])


def shorter(words: Sequence[str]) -> Iterator[str]:
    """The words as they are, then without what stands behind the name, then without a number before it."""
    if not words:
        return
    yield " ".join(words)
    end = len(words)
    while end > 1 and is_dropped(words, end - 1):
        end -= 1
        yield " ".join(words[:end])
    start = 0
    while start < end - 1 and (_NUMBER.fullmatch(words[start]) or (start and _ONLY_UNIT.fullmatch(words[start]))):
        start += 1
    if start:
        yield " ".join(words[start:])
        if end < len(words):
            yield " ".join(words[start:end])


def is_dropped(words: Sequence[str], place: int) -> bool:
    """Whether the word at that place changes nothing: a strength, a form, a maker."""
    word = words[place]
    if word in forms() or _NUMBER.fullmatch(word):
        return True
    before = words[place - 1] if place else ""
    return bool(_ONLY_UNIT.fullmatch(word) and (_NUMBER.fullmatch(before) or _ONLY_UNIT.fullmatch(before)))


@cache
def _around() -> frozenset[str]:
    return frozenset(name_table()["forms"]["around"])


def denies(words: Sequence[str]) -> bool:
    """Whether a word says that it is not, or no longer, taken: "no tramadol", "tramadol, stopped"."""
    return not frozenset(name_table()["forms"]["denying"]).isdisjoint(words)


def wordings(words: Sequence[str]) -> Iterator[str]:
    """What may be the name of these: without whose and how much before it, when and what for behind it, and the maker.

    Examples: "my sister's Xanax" and "diazepam as needed", "tilidin al comp" is "tilidin comp".
    """
    end = len(words)
    while end > 1 and _is_no_name(words, end - 1):
        end -= 1
    beginnings = len(words) - len(without_beginning(words)) + 1
    for start in range(min(beginnings, len(words))):
        yield from (" ".join(words[start:longer]) for longer in range(len(words), max(end, start + 1) - 1, -1))
        if start < end:
            inside = (words[place] for place in range(start + 1, end) if not _is_no_name(words, place))
            yield " ".join([words[start], *inside])


def without_beginning(words: Sequence[str]) -> Sequence[str]:
    """Without how much of it and whose it is: "half a Xanax"; nothing where that is all of it."""
    start = 0
    while start < len(words) and _is_no_name(words, start):
        start += 1
    return words[start:]


def left_over(words: Sequence[str], start: int) -> str:
    """What of these words from there on says something that is not known."""
    return " ".join(words[place] for place in range(start, len(words)) if not _is_no_name(words, place))


def goes_on(word: str) -> bool:
    """Whether the word goes on about a name before it: "Xanax from Dr. Qwertz"."""
    return word in _around()


def says_more(word: str) -> bool:
    """Whether the word behind a name says that something else is in it, too: "Buscopan Plus", "Oxycodon comp"."""
    return word in name_table()["forms"]["more"]


def _is_no_name(words: Sequence[str], place: int) -> bool:
    return words[place] in _around() or is_dropped(words, place)
