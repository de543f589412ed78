"""The elements of one list inside another program's JSON, wherever it stands, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.files import readable_json
from journal.exchange.json_text import BrokenJsonError, Doubled, JsonText, Unstorable

LIMIT_MB = 100


def elements_of(path: Path, *keys: str) -> Iterator[tuple[int, int, Any]]:
    """Number, line and value of each element of the list at these keys; none where there is no such list.

    The whole file is gone through, so that one that is not complete is refused.
    """
    with _text_of(path) as text:
        yield from _below(text, keys)


def members_of(path: Path, key: str) -> Iterator[tuple[int, int, str, Any]]:
    """Number, line, name and value of each member of the object at this key; none where there is no such object."""
    with _text_of(path) as text:
        if text.peek() != "{":
            pass_over(text)
            return
        for name in text.names():
            if name != key or text.peek() != "{":
                pass_over(text)
                continue
            for number, member in enumerate(text.names(), 1):
                yield number, text.line, member, text.value()


@contextmanager
def _text_of(path: Path) -> Iterator[JsonText]:
    """The file's text; what is no JSON, or goes on behind it, is refused with its line."""
    with readable_json(path, LIMIT_MB) as file:
        try:
            text = JsonText(file)
            yield text
            if text.peek():
                raise BrokenJsonError(text.line)
        except BrokenJsonError as problem:
            raise UserError("json-broken", path=path, line=problem.line) from None
        except Refused as problem:
            raise UserError(problem.code, **{**problem.values, "path": path}) from problem


def _below(text: JsonText, keys: tuple[str, ...]) -> Iterator[tuple[int, int, Any]]:
    if not keys:
        if text.peek() != "[":
            pass_over(text)
            return
        for number, (line, element) in enumerate(text.elements(), 1):
            yield number, line, element
        return
    if text.peek() != "{":
        pass_over(text)
        return
    for key in text.names():
        if key == keys[0]:
            yield from _below(text, keys[1:])
        else:
            pass_over(text)


def pass_over(text: JsonText) -> None:
    """Go past the next value."""
    if text.peek() == "[":
        for _ in text.elements():
            pass
    else:
        text.value()


def as_object(element: object) -> dict[str, Any]:
    """An element that is an object whose texts can be kept; Refused with the reason for any other."""
    if not isinstance(element, dict):
        raise Refused("row-not-object")
    if isinstance(element, Doubled):
        raise Refused("row-key-twice")
    if isinstance(element, Unstorable):
        raise Refused("invalid", field=element.key)
    return element


def number_text(fields: dict[str, Any], key: str) -> str:
    """A number as it is shown, "2.3" for 2.3000000000000003; empty if there is none."""
    value = fields.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refused("invalid", field=key)
    return f"{value:.12g}" if abs(value) < 1e9 else _absurd()


def whole_in(fields: dict[str, Any], key: str) -> int:
    """A whole number; Refused if there is none."""
    value = fields.get(key)
    if value is None:
        raise Refused("key-missing", key=key)
    if isinstance(value, bool) or not isinstance(value, int):
        raise Refused("invalid", field=key)
    return value


def objects_in(fields: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The objects of a list that may be missing."""
    value = fields.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise Refused("list-expected", key=key)
    return [as_object(item) for item in value]


def _absurd() -> str:
    raise Refused("amount-absurd")
