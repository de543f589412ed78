"""What the pages behind the first are filled with: a chart, a table, paragraphs, one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from journal.charts.overview import OverviewData
from journal.reports.page_1_layout import CHART, MARGIN, draw_caption, draw_chart
from journal.reports.pen import HEADING_HEIGHT, SMALL, Block, Pen
from journal.reports.printed import paragraph, plain, strong, style
from journal.reports.table_blocks import FigureTable
from journal.reports.tagged import Role

_BETWEEN = 0.42  # of the size, below a paragraph
_BELOW = 6  # a chart or a table
_LEAST_BELOW = 24  # points of what is headed, below its heading
_AROUND_CHART = 32  # its caption, and what is left free


class Piece(Protocol):
    """Something as wide as the page; ``height`` is the room that it needs, with what is left free below it."""

    height: float

    def draw(self, pen: Pen, top: float) -> float:
        """From its top down; where the next one begins."""

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """What of it stands in this room, which is less than it needs, and what goes on at the top of the next page."""


class ChartPiece:
    """The chart that page 1 had no room for."""

    def __init__(self, data: OverviewData, width: float) -> None:
        self.height = float(CHART + _AROUND_CHART)
        self._data, self._width = data, width

    def draw(self, pen: Pen, top: float) -> float:
        """With how to read it above."""
        caption = self._data.caption() if self._data.enough_data else ""
        y = draw_caption(pen, caption, top + 3, self._width) if caption else top - SMALL
        return draw_chart(pen, self._data, y - 6, self._width) - _BELOW

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """Whole on the next page."""
        return None, [self]


class TitlePiece:
    """A title over sections, between them or at the top of a page, where the room ``ABOVE`` it is not needed."""

    ABOVE, _SIZE, _CAPITALS, _BELOW = 16.0, 12, 9.0, 8.0
    HEIGHT = ABOVE + _CAPITALS + _BELOW

    def __init__(self, title: str) -> None:
        self.title, self.height = title, self.HEIGHT

    def draw(self, pen: Pen, top: float) -> float:
        """At the left edge."""
        with pen.part(Role.TITLE):
            pen.text(MARGIN, top - self.ABOVE - self._CAPITALS, self.title, self._SIZE, bold=True)
        return top - self.height

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """Whole on the next page."""
        return None, [self]


class HeadingPiece:
    """A heading with its rule."""

    _ABOVE, _BELOW = 6.0, 4.0  # points

    def __init__(self, title: str, width: float) -> None:
        self._title, self._width = title, width
        self.height = self._ABOVE + HEADING_HEIGHT + self._BELOW

    def draw(self, pen: Pen, top: float) -> float:
        """At the left edge."""
        return pen.heading(MARGIN, top - self._ABOVE, self._width, self._title) - self._BELOW

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """Whole on the next page."""
        return None, [self]


class TablePiece:
    """Key figures that page 1 had no room for."""

    def __init__(self, table: FigureTable) -> None:
        self.height = table.height + _BELOW
        self._table = table

    def draw(self, pen: Pen, top: float) -> float:
        """At the left edge."""
        self._table.draw(pen, MARGIN, top)
        return top - self.height

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """Whole on the next page."""
        return None, [self]


class TextPiece:
    """A paragraph of ReportLab, which knows no types; it is broken into lines once, which takes the most time.

    ``text``: what a page refers to, where it begins here.
    """

    def __init__(self, block: Any, width: float, text: str = "") -> None:
        self._block, self._width, self.text = block, width, text
        self.height = float(block.wrap(width, 1000)[1] + block.style.fontSize * _BETWEEN)

    def draw(self, pen: Pen, top: float) -> float:
        """At the left edge."""
        y = top - self.height
        pen.wrapped(self._block, MARGIN, y)
        return y

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """As many lines as there is room for."""
        begun, *rest = self._block.split(self._width, room) or (None, self._block)
        # Made anew even if nothing has room: ReportLab forgets a block's lines when it is asked to split.
        parts = [TextPiece(block, self._width) for block in rest]
        if begun is None:
            parts[0].text = self.text
            return None, parts
        return TextPiece(begun, self._width, self.text), parts


class BesidePiece:
    """Blocks beside each other, each with the distance of its left edge from that of the page."""

    _ABOVE = 6.0  # points

    def __init__(self, blocks: Sequence[tuple[Block, float]]) -> None:
        self._blocks = blocks
        self.height = self._ABOVE + max(block.height for block, _ in blocks) + _BELOW

    def draw(self, pen: Pen, top: float) -> float:
        """From one top."""
        for block, left in self._blocks:
            block.draw(pen, MARGIN + left, top - self._ABOVE)
        return top - self.height

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """Whole on the next page."""
        return None, [self]


class KeptPiece:
    """A heading and a few lines that stay together."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.height = sum(piece.height for piece in pieces)

    def draw(self, pen: Pen, top: float) -> float:
        """One below the other."""
        for piece in self.pieces:
            top = piece.draw(pen, top)
        return top

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """Whole on the next page."""
        return None, [self]


def text_pieces(lines: Iterable[tuple[str, str]], width: float) -> list[Piece]:
    """Paragraphs, each with its term in bold before it if there is one."""
    look = style(SMALL, leading=1.24)
    return [
        TextPiece(paragraph(f"{strong(term + '.')} {plain(words)}" if term else plain(words), look), width, words)
        for term, words in lines
    ]


def height_on_page(pieces: Sequence[Piece]) -> float:
    """What they need of the room of a page, in which the title that it begins with is not counted."""
    first = 1 if isinstance(pieces[0], TitlePiece) else 0
    return sum(piece.height for piece in pieces[first:])


def on_pages(pieces: Sequence[Piece], room: float, first_page: Sequence[Piece] = ()) -> list[list[Piece]]:
    """In order; what is longer than what is left of a page goes on at the top of the next. ``room``: of a page, below
    the title that it may begin with. Headings stay with what they head. ``first_page``: what stands on it already.
    """
    pages: list[list[Piece]] = [[*first_page]]
    waiting, left = [*pieces[::-1]], room - (height_on_page(first_page) if first_page else 0.0)
    while waiting:
        if pages[-1] and _needed(waiting) > left:
            left = _next_page(pages, room)
        piece = waiting.pop()
        if isinstance(piece, TitlePiece) and not pages[-1]:
            pages[-1].append(piece)
            continue
        if piece.height <= left:
            pages[-1].append(piece)
            left -= piece.height
            continue
        begun, rest = piece.split(left)
        pages[-1] += [] if begun is None else [begun]
        waiting += rest[::-1]
        if rest:
            left = _next_page(pages, room)
        elif begun is not None:  # it could do with less
            left -= begun.height
    return pages


def _next_page(pages: list[list[Piece]], room: float) -> float:
    pages.append([])
    return room


def _needed(waiting: Sequence[Piece]) -> float:
    """The room of the headings that come next, and of as much of what follows them as must stand below."""
    needed = 0.0
    for piece in reversed(waiting):
        if not isinstance(piece, HeadingPiece | TitlePiece):
            first = min(piece.height, _LEAST_BELOW) if isinstance(piece, TextPiece) else piece.height
            return needed + first if needed else 0.0
        needed += piece.height
    return 0.0
