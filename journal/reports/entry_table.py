"""A list in three columns as a table that flows from page to page, on each with the heads of its columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from journal.reports.entry_list import EntryRow
from journal.reports.page_1_layout import MARGIN
from journal.reports.pen import RULE, SMALL, Lines, Pen, width_of
from journal.reports.pieces import Piece
from journal.reports.printed import paragraph, plain, style
from journal.reports.tagged import HeadOf, Role
from journal.texts import Texts
from journal.texts.marked import marked

_LINE = 9.4  # from one line of type to the next
_AROUND = 2.4  # a row's lines
_HEAD = 12.0
_BETWEEN = 6.0  # columns
_MOST_LINES = 40  # of a row: a note may be longer than a page, and goes on in another row
_THIN = 0.4


class Shape(NamedTuple):
    """The heads of the columns, and how much of the width the first two take."""

    heads: tuple[str, str, str]
    when: float
    what: float

    def edges(self, width: float) -> tuple[float, float, float]:
        """Where the columns begin, from the left of the table."""
        return 0.0, width * self.when, width * (self.when + self.what)


ENTRIES = Shape(marked(("When", "What", "Written down")), 0.17, 0.26)


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row in lines as they have room."""

    when: str
    what: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def height(self) -> float:
        """With the room around it."""
        return max(1, len(self.what), len(self.said)) * _LINE + _AROUND


class SetRows:
    """All rows, and how far down each ends."""

    def __init__(self, rows: Iterable[SetRow], shape: Shape = ENTRIES) -> None:
        self.rows, self.shape = [*rows], shape
        self.ends = [0.0, *accumulate(row.height for row in self.rows)]


class EntryTable:
    """The rows from ``first`` on up to ``last``: all of them, or those that stand on a page."""

    def __init__(self, rows: SetRows, width: float, texts: Texts, first: int = 0, last: int | None = None) -> None:
        self._rows, self._width, self._texts = rows, width, texts
        self._first, self._last = first, len(rows.rows) if last is None else last
        self._edges = rows.shape.edges(width)
        self.height = _HEAD + rows.ends[self._last] - rows.ends[first]

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """As many rows as there is room for."""
        ends = self._rows.ends
        end = bisect_right(ends, ends[self._first] + room - _HEAD, hi=self._last + 1) - 1
        if end <= self._first:
            return None, [self]
        return self._part(self._first, end), [self._part(end, self._last)]

    def _part(self, first: int, last: int) -> EntryTable:
        return EntryTable(self._rows, self._width, self._texts, first, last)

    def draw(self, pen: Pen, top: float) -> float:
        """From its top down."""
        rows, heights = self._rows.rows[self._first : self._last], [top - _HEAD]
        with pen.part(Role.TABLE):
            self._heads(pen, top)
            with pen.one_text(SMALL) as put:
                for row in rows:
                    with pen.part(Role.ROW):
                        self._row(pen, put, heights[-1] - _LINE, row)
                    heights.append(heights[-1] - row.height)
        pen.rule(MARGIN, heights[0], MARGIN + self._width, RULE)
        pen.rules(MARGIN, MARGIN + self._width, heights[1:], _THIN)
        return top - self.height

    def _heads(self, pen: Pen, top: float) -> None:
        texts = self._texts
        with pen.part(Role.ROW):
            for x, head in zip(self._edges, self._rows.shape.heads, strict=True):
                with pen.part(Role.HEAD, HeadOf.COLUMN):
                    pen.text(MARGIN + x, top - _HEAD + 3, texts(head), SMALL, bold=True)

    def _row(self, pen: Pen, put: Lines, y: float, row: SetRow) -> None:
        when, what, words_left = self._edges
        with pen.part(Role.HEAD, HeadOf.ROW):
            put(MARGIN + when, y, (row.when,), _LINE)
        with pen.part(Role.CELL):
            put(MARGIN + what, y, row.what, _LINE)
        with pen.part(Role.CELL):
            put(MARGIN + words_left, y, row.said, _LINE)


def set_rows(rows: Iterable[EntryRow], width: float, texts: Texts, shape: Shape = ENTRIES) -> Iterator[SetRow]:
    """Each in lines of its columns; a row of very many lines goes on in another one, which says that it does."""
    _, what, words_left = shape.edges(width)
    room = words_left - what - _BETWEEN
    for row in rows:
        lines = tuple(lines_of(row.said, width - words_left))
        yield SetRow(row.when, tuple(lines_of(row.what, room)), lines[:_MOST_LINES])
        for begin in range(_MOST_LINES, len(lines), _MOST_LINES):
            more = texts("{what} (continued)", what=row.what)
            yield SetRow(row.when, tuple(lines_of(more, room)), lines[begin : begin + _MOST_LINES])


def lines_of(words: str, width: float) -> list[str]:
    """Words in lines of this width, as paragraphs break them; nearly all have room in one."""
    if width_of(words, SMALL) <= width:
        return [words] if words else []
    look = style(SMALL)
    look.spaceShrinkage = 0  # a paragraph squeezes a long line's spaces; here each line stands as it is
    broken = paragraph(plain(words), look).breakLines(width)
    if broken.kind == 0:
        return [" ".join(line[1]) for line in broken.lines]
    return ["".join(part.text for part in line.words) for line in broken.lines]
