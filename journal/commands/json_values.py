"""What the values of a JSON line must be, and the refusal that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from journal.commands import declared_entries
from journal.core.refusal import Refused

_LISTS = ("reasons", *declared_entries.LISTS)  # keys that hold several texts
_FLAGS = ("new_product", "private")


_HALF_LETTER = re.compile("[\ud800-\udfff]")


def refuse_half_letters(key: str, value: Any) -> None:
    """Half of a surrogate pair is no letter: it could not be kept, and leaving it out would change the text."""
    for text in _texts_in(value):
        half = _HALF_LETTER.search(text)
        if half is not None:
            raise Refused("value-half-letter", key=key, half=f"\\u{ord(half.group()):04x}")


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        yield from (item for item in value if isinstance(item, str))  # of an object these are its keys


def refuse_other_type(key: str, value: Any) -> None:
    """Texts are texts, also where they say a number; lists hold texts; ``rate`` is an object."""
    if key in _LISTS:
        if type(value) is not list or not all(type(item) is str for item in value):
            raise Refused("value-not-list", key=key)
    elif key == "rate":
        if type(value) is not dict:
            raise Refused("value-not-rate", key=key)
    elif key in _FLAGS:
        if type(value) is not bool:
            raise Refused("value-not-flag", key=key)
    elif type(value) is not str:
        raise Refused("value-not-text", key=key)
