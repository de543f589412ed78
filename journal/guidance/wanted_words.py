"""What is asked for by some words, and whether a text holds it."""

from __future__ import annotations

import re
from functools import lru_cache

from journal.guidance.synonyms import Synonyms, Words, words_of

# What is typed is taken for the beginning of a known word from so many letters on.
_LEAST_BEGINNING = 3
# Up to so many letters a word that is typed stands for itself and its forms alone: a category is not about a cat, and
# who asks whether somebody can live with it does not ask about the liver.
_SHORT, _SHORTEST = 4, 3
_FORMS, _FORMS_OF_SHORTEST = ("", "s", "es", "d", "ed", "ing"), ("", "s")
_BEGINNING = "*"
_KEPT = 8192  # sentences and titles

# One thing that is asked for, as the words that stand for it: those of any one of them have to be there. A word that
# ends in _BEGINNING stands for every word that begins like it, however short it is.
Wanted = tuple[Words, ...]


def wanted_in(typed: Words, known: Synonyms, beginnings: bool = False) -> tuple[Wanted, ...]:
    """The things that are asked for by what is typed; words such as "can I" ask for none, unless they stand alone.

    With ``beginnings`` the last word may be the beginning of a known one, because it is still being typed.
    """
    wanted: list[Wanted] = []
    place = 0
    while place < len(typed):
        phrase, length = _known_phrase(typed[place:], known)
        if phrase:
            wanted.append((phrase, *map(_stems, known.alternatives[phrase])))
        elif typed[place] not in known.unasked:
            begun = beginnings and place == len(typed) - 1
            wanted.append(_begun(typed[place], known) if begun else (typed[place : place + 1],))
        place += max(1, length)
    return tuple(wanted) or tuple(((word,),) for word in typed)


def _known_phrase(typed: Words, known: Synonyms) -> tuple[Words, int]:
    """The longest known phrase at the beginning of what is typed, and how many words it takes there; () for none.

    Words that ask for nothing may stand in it: "heart is racing" is "heart racing".
    """
    asked = [(place, word) for place, word in enumerate(typed) if word not in known.unasked]
    for length in range(min(known.longest, len(typed)), 0, -1):
        if typed[:length] in known.alternatives:
            return typed[:length], length
        without = tuple(word for _, word in asked[:length])
        if typed[0] not in known.unasked and without in known.alternatives:
            return without, asked[: len(without)][-1][0] + 1
    return (), 0


def _begun(word: str, known: Synonyms) -> Wanted:
    """Every word that begins like this, and what is said for the known ones."""
    if len(word) < _LEAST_BEGINNING:
        return ((word,),)
    phrases = (
        phrase
        for typed, alternatives in known.alternatives.items()
        if typed[0].startswith(word)
        for phrase in alternatives
    )
    return ((word + _BEGINNING,), *map(_stems, dict.fromkeys(phrases)))


def _stems(alternative: Words) -> Words:
    """Words of the table stand for all that begin like them, if they have four letters or more: "anxi" for anxious."""
    return tuple(word + _BEGINNING if len(word) > _SHORTEST else word for word in alternative)


# --- texts ---


def holds(*texts: str, wanted: tuple[Wanted, ...]) -> bool:
    """Whether these texts together hold all that is wanted."""
    words = "".join(map(_spaced, texts))
    return all(any(all(_is_there(start, words) for start in one) for one in several) for several in wanted)


@lru_cache(_KEPT)
def _spaced(text: str) -> str:
    """Its words with a space before and behind each: every letter that is typed asks all of the guidance."""
    return f" {' '.join(words_of(text))} "


def _is_there(start: str, words: str) -> bool:
    if f" {start.removesuffix(_BEGINNING)}" not in words:  # so it is with nearly all of the guidance
        return False
    if start.endswith(_BEGINNING) or len(start) > _SHORT:
        return True
    if len(start) <= _SHORTEST:
        return any(f" {start}{form} " in words for form in _FORMS_OF_SHORTEST)
    doubled = (f"{start[-1]}ed", f"{start[-1]}ing")  # stopped, quitting
    return any(f" {start}{form} " in words for form in (*_FORMS, *doubled))


def bare(words: Words) -> Words:
    """Words without the mark of those that begin others."""
    return tuple(word.removesuffix(_BEGINNING) for word in words)


def how_near(text: str, wanted: tuple[Wanted, ...]) -> int:
    """The less, the nearer it is to what was typed: its own words, then those of the table in their order."""
    places = (
        next((place for place, one in enumerate(several) if holds(text, wanted=((one,),))), len(several))
        for several in wanted
    )
    return sum(places)


def only_begins(typed: Words, text: str) -> bool:
    """Whether a short word that was typed is there only as the beginning of others: "pain" in "painkillers"."""
    short = [word for word in typed if len(word) <= _SHORT and not word.endswith(_BEGINNING)]
    words = _spaced(text)
    return any(not _is_there(word, words) and _is_there(word + _BEGINNING, words) for word in short)


def without_guess(several: Wanted) -> Wanted:
    """What is still being typed without the words that it may become: "back" is not yet "back pain"."""
    return several[:1] if several[0][-1].endswith(_BEGINNING) else several


def says_as_phrase(text: str, wanted: tuple[Wanted, ...]) -> bool:
    """Whether each thing that is asked for stands there in words behind each other, as "poor sleep" does."""
    words = _spaced(text)
    return all(any(_phrase(one).search(words) for one in several) for several in wanted)


@lru_cache(1024)
def _phrase(words: Words) -> re.Pattern[str]:
    return re.compile(" ".join(re.escape(word.removesuffix(_BEGINNING)) + r"\w*" for word in words))
