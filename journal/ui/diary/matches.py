"""Which parts of a text are the words that were looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from journal.core.letters import is_within_words
from journal.core.plaintext import unaccented


def pieces(text: str, words: Sequence[str]) -> list[tuple[str, bool]]:
    """The text cut into parts, each with whether it was looked for. Joined together they are the text again."""
    wanted = [_sought(word) for word in map(unaccented, words) if word]
    if not wanted or not text:
        return [(text, False)] if text else []
    compared, places = _compared(text)
    cuts = [0]
    for met in re.finditer("|".join(sorted(wanted, key=len, reverse=True)), compared):
        cuts += places[met.start()], places[met.end()]
    parts = [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return [(part, number % 2 == 1) for number, part in enumerate(parts) if part]


def _sought(word: str) -> str:
    """Words are found by their beginnings, as the journal's search finds them, and signs anywhere."""
    anywhere = is_within_words(word) or not word[0].isalnum()
    return re.escape(word) if anywhere else rf"(?<!\w){re.escape(word)}"


def _compared(text: str) -> tuple[str, list[int]]:
    """The text as the search compares it, and where in the text each of its letters and its end stand."""
    letters, places = "", list[int]()
    for place, compared in _each(text):
        letters += compared
        places += [place] * len(compared)
    return letters, [*places, len(text)]


def _each(text: str) -> Iterator[tuple[int, str]]:
    for place, letter in enumerate(text):
        yield place, letter if letter.isspace() else unaccented(letter)
