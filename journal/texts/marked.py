"""Marks texts that are kept in tables, so that the extraction finds them; they are translated where they are shown."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def marked(text: T) -> T:
    """The text itself, or a table whose values (not its keys) are texts."""
    return text


def marked_plural(one: str, many: str) -> tuple[str, str]:
    """Both forms of a text that ``plural`` chooses from later."""
    return one, many
