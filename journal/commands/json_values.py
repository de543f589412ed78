"""What the values of a JSON line must be, and the refusal that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from journal.commands import declared_entries
from journal.core.refusal import Refused

_LISTS = ("reasons", *declared_entries.LISTS)  # keys that hold several texts
_FLAGS = ("new_product", "private")
_NUMBERS = declared_entries.NUMBERS | {"answers", "value"}  # keys whose texts are numbers


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


class TypedNumber(str):
    """A number with a decimal point, letter for letter as it was typed."""

    __slots__ = ()


def with_numbers_as_typed(line: Mapping[str, Any]) -> dict[str, Any]:
    """Plain numbers as the texts that they are, where a number is meant: "drinks": 2, "answers": [6, "skipped"]."""
    return {key: _as_typed(value) if key in _NUMBERS else _as_read(value) for key, value in line.items()}


def _as_typed(value: Any) -> Any:
    if type(value) is list:
        return [_as_typed(item) for item in value]
    return str(value) if type(value) in (int, TypedNumber) else value


def _as_read(value: Any) -> Any:
    if type(value) is dict:
        return {key: _as_read(item) for key, item in value.items()}
    return float(value) if type(value) is TypedNumber else value
