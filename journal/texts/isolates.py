"""A name that is written from the right keeps to itself in a sentence: the numbers beside it stay where they belong."""

from __future__ import annotations

import unicodedata

# Unicode's directional isolates: words within keep their own order, and what stands around them keeps its own.
FROM_LEFT, FROM_RIGHT, END = "\u2066", "\u2067", "\u2069"
_STRONG = ("L", "R", "AL")


def isolated(text: str) -> str:
    """The text as it is put into a sentence, a row or a list; as it is where nothing in it runs from the right.

    >>> ascii(isolated("קרטום 5")), isolated("Green Borneo")
    ("'\\\\u2067\\\\u05e7\\\\u05e8\\\\u05d8\\\\u05d5\\\\u05dd 5\\\\u2069'", 'Green Borneo')
    """
    if text.isascii() or text[0] in (FROM_LEFT, FROM_RIGHT):
        return text
    strong = [kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG]
    if "R" not in strong and "AL" not in strong:
        return text
    return f"{FROM_LEFT if strong[0] == 'L' else FROM_RIGHT}{text}{END}"
