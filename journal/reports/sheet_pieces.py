"""What a sheet is filled with beside paragraphs: tables that go on overleaf, boxes to tick, lines to write on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from journal.reports.page_1_layout import MARGIN
from journal.reports.pen import HEADING_HEIGHT, SMALL, TABLE, TICK, Pen, height_of, width_of
from journal.reports.pieces import Piece
from journal.reports.printed import paragraph, plain, strong, style
from journal.reports.tagged import HeadOf, Role

_ABOVE, _BELOW = 6.0, 4.0  # a table
_HEADS = 12.0
_PADDING = 2.2  # above and below a cell's words
_BETWEEN = 5.0  # columns
_BLANK = 17.0  # a row to write on
_ASKED = 16.0  # a line with boxes
_LEAST_LINES = 2  # to write on, where a page has no room for more


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head and its share of the width."""

    head: str
    share: float


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a cell, ``strong`` in bold before the others."""

    words: str
    strong: str = ""

    def paragraph(self) -> Any:
        """A paragraph as ReportLab makes it."""
        parts = (self.strong and strong(self.strong), self.words and plain(self.words))
        return paragraph(" ".join(filter(None, parts)), style(TABLE, leading=1.2))


class TablePieces:
    """Rows under a heading and column heads; the rest of a long table bears the heads again.

    ``blanks``: rows at the end to write on.
    """

    def __init__(
        self,
        title: tuple[str, str],
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        width: float,
        blanks: int = 0,
    ) -> None:
        self._title, self._columns, self._width, self._blanks = title, columns, width, blanks
        self._rows = rows
        self._blocks = [[cell.paragraph() for cell in row] for row in rows]
        self._heights = [self._row_height(row) for row in self._blocks] + [_BLANK] * blanks
        self._above = (_ABOVE + HEADING_HEIGHT if title[0] else 0.0) + _HEADS
        self.height = self._above + sum(self._heights) + _BELOW

    def _row_height(self, blocks: Sequence[Any]) -> float:
        widths = (column.share * self._width - _BETWEEN for column in self._columns)
        return max(height_of(block, wide) for block, wide in zip(blocks, widths, strict=True)) + 2 * _PADDING

    def draw(self, pen: Pen, top: float) -> float:
        """At the left edge."""
        y, right = top, MARGIN + self._width
        if self._title[0]:
            y = pen.heading(MARGIN, y - _ABOVE, self._width, *self._title)
        with pen.part(Role.TABLE):
            self._draw_heads(pen, y - SMALL - 1.5)
            y -= _HEADS
            pen.rule(MARGIN, y, right)
            for number, height in enumerate(self._heights):
                if number < len(self._blocks):
                    self._draw_row(pen, y, self._blocks[number])
                y -= height
                pen.rule(MARGIN, y, right, 0.4)
        return y - _BELOW

    def _draw_heads(self, pen: Pen, base: float) -> None:
        with pen.part(Role.ROW):
            for x, column in self._edges():
                with pen.part(Role.HEAD, HeadOf.COLUMN):
                    pen.text(x, base, column.head, SMALL)

    def _edges(self) -> list[tuple[float, Column]]:
        x, edges = float(MARGIN), []
        for column in self._columns:
            edges.append((x, column))
            x += column.share * self._width
        return edges

    def _draw_row(self, pen: Pen, top: float, blocks: Sequence[Any]) -> None:
        with pen.part(Role.ROW):
            for number, ((x, column), block) in enumerate(zip(self._edges(), blocks, strict=True)):
                with pen.part(Role.CELL if number else Role.HEAD, None if number else HeadOf.ROW):
                    pen.block(block, x, top - _PADDING, column.share * self._width - _BETWEEN)

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """As many rows as there is room for; never the heading alone."""
        left, fitting = room - self._above - _BELOW, 0
        for height in self._heights:
            if height > left:
                break
            left -= height
            fitting += 1
        if not fitting:
            return None, [self]
        rows = min(fitting, len(self._rows))
        begun = TablePieces(self._title, self._columns, self._rows[:rows], self._width, fitting - rows)
        rest = TablePieces(("", ""), self._columns, self._rows[rows:], self._width, self._blanks - fitting + rows)
        return begun, [rest]


class BoxesPiece:
    """Questions in two columns, each with boxes for no and yes and a line to write on."""

    def __init__(self, title: tuple[str, str], asked: Sequence[tuple[str, str]], boxes: Sequence[str], width: float):
        self._title, self._asked, self._boxes, self._width = title, asked, boxes, width
        self.height = _ABOVE + HEADING_HEIGHT + _ASKED * -(-len(asked) // 2) + _BELOW

    def draw(self, pen: Pen, top: float) -> float:
        """From the left, row by row."""
        y = pen.heading(MARGIN, top - _ABOVE, self._width, *self._title)
        half = self._width / 2
        for number, (label, unit) in enumerate(self._asked):
            row, column = divmod(number, 2)
            x, base = MARGIN + column * half, y - _ASKED * (row + 1) + 3
            with pen.part(Role.PARAGRAPH):
                self._draw_one(pen, x, base, x + half - 12, (label, unit))
        return top - self.height

    def _draw_one(self, pen: Pen, left: float, base: float, right: float, asked: tuple[str, str]) -> None:
        label, unit = asked
        pen.text(left, base, label, TABLE)
        x = left + width_of(label, TABLE) + 5
        for box in self._boxes:
            pen.tick_box(x, base)
            pen.text(x + TICK + 2, base, box, TABLE)
            x += TICK + 2 + width_of(box, TABLE) + 5
        if unit:
            pen.text(x, base, unit, TABLE)
            x += width_of(unit, TABLE) + 3
        pen.rule(x, base - 1.5, right)

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """Whole on the next page."""
        return None, [self]


class LinesPiece:
    """Lines to write on under a heading, and below them a question with boxes; fewer lines keep it on its page."""

    def __init__(self, title: str, lines: int, question: str, boxes: Sequence[str], width: float) -> None:
        self._title, self._lines, self._question, self._boxes, self._width = title, lines, question, boxes, width
        self.height = _ABOVE + HEADING_HEIGHT + _BLANK * lines + 2 * _ASKED

    def draw(self, pen: Pen, top: float) -> float:
        """At the left edge."""
        y = pen.heading(MARGIN, top - _ABOVE, self._width, self._title)
        for _ in range(self._lines):
            y -= _BLANK
            pen.rule(MARGIN, y, MARGIN + self._width)
        base, x = y - _ASKED - 2, MARGIN + width_of(self._question, TABLE) + 8
        with pen.part(Role.PARAGRAPH):
            pen.text(MARGIN, base, self._question, TABLE)
            for box in self._boxes:
                pen.tick_box(x, base)
                pen.text(x + TICK + 2, base, box, TABLE)
                x += TICK + 2 + width_of(box, TABLE) + 8
        return top - self.height

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """With the lines for which there is room, if those are enough to write on; else whole on the next page."""
        lines = self._lines - math.ceil((self.height - room) / _BLANK)
        if lines < _LEAST_LINES:
            return None, [self]
        return LinesPiece(self._title, lines, self._question, self._boxes, self._width), []
