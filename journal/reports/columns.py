"""Where the columns of the key figures end: at fixed places, which give way only to numbers that need more room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journal.insights.cells import AT_LEAST
from journal.reports.figure_rows import FigureRow
from journal.reports.pen import SMALL, TABLE, width_of

_USUAL = (0.335, 0.62, 0.893, 1.0)  # of the width: last 7, last 28, 28 before, change
_BETWEEN = 7.0  # with less, a number reads as the end of the one before
INDENT = 3.0  # of a label
BOLD_COLUMN = 1  # the last 28 days
_LABELS, _CUT = 92.0, 70.0  # room for a label; a longer one is cut
_SPACE = 2.2  # between a value and what stands behind it


@dataclass(frozen=True, slots=True)
class Columns:
    """The right edge of each column, in points from the left of the table, the size of type, and the rows as they
    have room: ``rows`` may have lost quartiles."""

    edges: tuple[float, ...]
    size: float
    rows: tuple[FigureRow, ...]
    heads: tuple[str, ...]
    labels: float = 92.0  # room for a label; a longer one is cut

    def label_room(self, row: FigureRow) -> float:
        """How long the row's label may be."""
        return self.edges[0] - cell_width(row, 0, self.size) - _BETWEEN - INDENT

    def hold(self) -> bool:
        """Whether no cell of any row, its label included, nor any head comes near the one before."""
        return self._holds_heads() and all(self._holds(row) for row in self.rows)

    def _holds_heads(self) -> bool:
        placed = zip(self.edges, self.edges[1:], self.heads[1:], strict=False)
        return all(edge - width_of(head, self.size) >= before + _BETWEEN for before, edge, head in placed)

    def _holds(self, row: FigureRow) -> bool:
        end = INDENT + min(width_of(row.label, self.size), self.labels)  # longer labels are cut
        for number, edge in enumerate(self.edges):
            width = cell_width(row, number, self.size)
            if width and edge - width < end + _BETWEEN:
                return False
            end = edge
        return True


def columns_of(rows: Sequence[FigureRow], heads: Sequence[str], width: float) -> Columns:
    """The usual columns if they hold every row, without quartiles known in part if they hold it then ("≥ 8.0
    [≥4.0–≥8.0] n 24 (21)" is not read); else each as narrow as its cells are, with smaller type, less room for labels;
    then without quartiles of the 28 days before; at last without any quartiles.
    """
    usual = tuple(width * share for share in _USUAL)
    columns = Columns(usual, TABLE, tuple(rows), tuple(heads))
    if columns.hold():
        return columns
    known = tuple(_without_spread(row, 0, AT_LEAST) for row in rows)
    columns = replace(columns, rows=known)
    for size, labels, shown in _narrower(known):
        if columns.hold():
            break
        columns = Columns(_narrow(shown, heads, width, size, labels), size, shown, tuple(heads), labels)
    return columns


def _narrower(rows: Sequence[FigureRow]) -> Iterator[tuple[float, float, tuple[FigureRow, ...]]]:
    """Size of type, room for labels and the rows, each needing less room than the one before."""
    full = tuple(rows)
    yield TABLE, _LABELS, full
    yield SMALL, _LABELS, full
    yield SMALL, _CUT, full
    yield SMALL, _CUT, tuple(_without_spread(row, 2) for row in rows)
    yield SMALL, _CUT, tuple(_without_spread(row, 0) for row in rows)


def _without_spread(row: FigureRow, first: int, sign: str = "") -> FigureRow:
    """Without the quartiles of the columns from ``first`` on, as far as they bear the sign."""
    kept, others = row.cells[:first], row.cells[first:]
    bare = (cell._replace(spread="") if sign in cell.spread else cell for cell in others)
    return replace(row, cells=(*kept, *bare))


def _narrow(
    rows: Sequence[FigureRow], heads: Sequence[str], width: float, size: float, labels: float
) -> tuple[float, ...]:
    """Each column as wide as its widest cell or its head; what room is left is shared out between them."""
    widths = [
        max([width_of(head, size), *(cell_width(row, number, size) for row in rows)])
        for number, head in enumerate(heads)
    ]
    longest = INDENT + max((min(width_of(row.label, size), labels) for row in rows), default=0.0)
    between = max(_BETWEEN, (width - longest - sum(widths)) / len(widths))
    edges = [width]
    for wide in reversed(widths[1:]):
        edges.append(edges[-1] - wide - between)
    return tuple(reversed(edges))


def cell_width(row: FigureRow, number: int, size: float) -> float:
    """How wide a cell of the row is; the last one is the word for the change."""
    if number == len(row.cells):
        return width_of(row.change, size, bold=True)
    cell = row.cells[number]
    rest = width_of(cell.rest, size) + _SPACE if cell.rest else 0.0
    return width_of(cell.value, size, bold=is_bold(row, number)) + rest


def is_bold(row: FigureRow, number: int) -> bool:
    """Numbers of the last 28 days; what is absent is never bold."""
    return number == BOLD_COLUMN and row.cells[number].known
