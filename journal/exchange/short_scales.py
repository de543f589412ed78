"""Columns of ratings that may be on a shorter scale: from 1 to 5 all numbers fit a scale from 0 to 10, too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from journal.core.plaintext import clean_name
from journal.texts import Texts

_SHORT = 5  # scales that end here or before are common
_FEWEST = 5  # of fewer ratings nothing is to be learnt


class Span(NamedTuple):
    """How many ratings there are, the lowest and the highest of them."""

    ratings: int
    low: int
    high: int

    def with_one(self, value: int) -> Span:
        """The span with one more rating."""
        return Span(self.ratings + 1, min(self.low, value), max(self.high, value))


class SeenRatings:
    """What was rated in each column that says nothing of its scale."""

    def __init__(self) -> None:
        self._spans: dict[str, Span] = {}

    def see(self, column: str, value: int | None, has_scale: bool) -> None:
        """One more rating; ``has_scale``: its scale was said, in the cell or of the column."""
        if value is not None and not has_scale:
            known = self._spans.get(column)
            self._spans[column] = Span(1, value, value) if known is None else known.with_one(value)

    def remarks(self, texts: Texts) -> list[str]:
        """Columns whose numbers may be on a shorter scale: taken as they are, and said."""
        words = "“{name}” has no number above {high}. If its scale ends there, say its scale: it is read as 0 to 10."
        spans = [(name, span) for name, span in self._spans.items() if span.ratings >= _FEWEST and span.high <= _SHORT]
        return [texts(words, name=clean_name(name), high=texts.integer(span.high)) for name, span in spans if span.high]


def span_of(cells: Iterable[str]) -> Span | None:
    """Of the whole numbers among these; None if there is none."""
    numbers = [int(cell) for cell in map(str.strip, cells) if cell.isascii() and cell.isdecimal() and len(cell) <= 4]
    return Span(len(numbers), min(numbers), max(numbers)) if numbers else None
