"""Where the columns of the key figures end: at fixed places, which give way only to numbers that need more room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from journal.reports.fonts import BOLD, REGULAR

_USUAL = (0.43, 0.65, 0.853, 1.0)  # of the width: last 7, last 28, 28 before, change
_BETWEEN = 3.5
SIZES = (8.0, 7.6, 7.0)  # points, the first that there is room for; nothing on the page is smaller


@dataclass(frozen=True, slots=True)
class Columns:
    """The right edge of each column of cells, in points from the left of the table, and the size of type."""

    edges: tuple[float, ...]
    size: float

    def label_room(self, row: Sequence[str]) -> float:
        """How long the row's label may be."""
        return self.edges[0] - _width(row, 1, self.size) - _BETWEEN

    def hold(self, row: Sequence[str]) -> bool:
        """Whether no cell of the row, its label included, comes near the one before."""
        end = stringWidth(row[0], REGULAR, self.size)
        for number, edge in enumerate(self.edges, 1):
            width = _width(row, number, self.size)
            if width and edge - width < end + _BETWEEN:
                return False
            end = edge
        return True


def columns_of(rows: Sequence[Sequence[str]], width: float) -> Columns:
    """The usual columns if they hold every row, with smaller type if need be; else each as narrow as its cells are.

    Even then labels may have too little room (amounts of kilograms a day beside words): they are to be cut.
    """
    usual = tuple(width * share for share in _USUAL)
    large, small, smallest = SIZES
    tried = (
        Columns(usual, large),
        Columns(usual, small),
        Columns(_narrow(rows, width, small), small),
        Columns(_narrow(rows, width, smallest), smallest),
    )
    return next((each for each in tried if all(each.hold(row) for row in rows)), tried[-1])


def _narrow(rows: Sequence[Sequence[str]], width: float, size: float) -> tuple[float, ...]:
    """Edges from the right: each column as wide as its widest cell, the rest for the labels."""
    edges = [width]
    for number in range(len(_USUAL), 1, -1):
        edges.append(edges[-1] - max(_width(row, number, size) for row in rows) - _BETWEEN)
    return tuple(reversed(edges))


def _width(row: Sequence[str], number: int, size: float) -> float:
    return float(stringWidth(row[number], font_of(number), size))


def font_of(number: int) -> str:
    """The last 28 days are bold."""
    return BOLD if number == 2 else REGULAR
