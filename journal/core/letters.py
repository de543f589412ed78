"""Letters that a search compares in a way of their own: ł as l, scripts without spaces, signs that count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

# Unlike ó or ź these do not decompose into a letter and an accent. Sharp s is "ss" without case already.
_PLAIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_OTHER = re.compile(f"[{''.join(_PLAIN)}]")
_TABLE = str.maketrans(_PLAIN)

# Thai, Lao, Tibetan, Burmese, Khmer, kana, Chinese; Korean puts its small words behind others without a space.
_NO_SPACES = re.compile(
    "[\u0e00-\u109f\u1780-\u17ff\u1100-\u11ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_FRACTION_SLASH = "\u2044"  # of ½, which is written 1/2 as well
_MOST = 64


def plain_letters(text: str) -> str:
    """A text without case as it is typed where these letters are not on the keyboard."""
    return text.translate(_TABLE) if _OTHER.search(text) else text


def spellings(plain: str) -> tuple[str, ...]:
    """The word as it was typed, and with one, two and three other letters: as many as are cheap to look for."""
    ways = (spelled for replaced in range(4) for spelled in _with_others(plain, 0, replaced))
    return tuple(islice(ways, _MOST))


def _with_others(word: str, start: int, replaced: int) -> Iterator[str]:
    """Exactly so many letters from ``start`` on are replaced by others that are typed like them."""
    if not replaced:
        yield word
        return
    for at in range(start, len(word)):
        for other, plain in _PLAIN.items():
            if word.startswith(plain, at):
                yield from _with_others(word[:at] + other + word[at + len(plain) :], at + 1, replaced - 1)


def is_within_words(term: str) -> bool:
    """Whether it is of a script that puts no spaces between words, so that it is met anywhere."""
    return _NO_SPACES.search(term) is not None


def is_literal(term: str) -> bool:
    """Whether each of its signs counts, as in "c++", "#tea" and an emoji; a hyphen or a full stop may be left out."""
    if term.isalnum():
        return is_within_words(term)
    if not any(letter.isalnum() for letter in term):
        return True
    return is_within_words(term) or any(_counts(sign) for sign in term)


def _counts(sign: str) -> bool:
    return sign == "#" or (unicodedata.category(sign).startswith("S") and sign != _FRACTION_SLASH)
