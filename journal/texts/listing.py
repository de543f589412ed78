"""The first of many in words, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from journal.texts.language import Texts

T = TypeVar("T")


def first_of(texts: Texts, items: Sequence[T], most: int, words: Callable[[T], str]) -> list[str]:
    """The words of the first so many, and behind them "and 3 more" if there are more."""
    shown = [words(item) for item in items[:most]]
    if more := len(items[most:]):
        shown.append(texts.plural("and {n} more", "and {n} more", more))
    return shown
