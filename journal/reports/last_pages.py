"""What follows page 1: what it had no room for, in full, and last how every figure is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from journal.core.figure_facts import Facts
from journal.reports.content import PageOne
from journal.reports.figure_rows import FigureGroup, column_heads, page_groups, rest_groups
from journal.reports.layout import CHART, FOOTER, MARGIN, Room, draw_caption, draw_chart
from journal.reports.methods import method_lines
from journal.reports.own_lines import own_lines
from journal.reports.page_inputs import PageInputs
from journal.reports.pen import SMALL, Pen
from journal.reports.printed import paragraph, plain, strong, style
from journal.reports.table_blocks import FigureTable

_BOTTOM = MARGIN + FOOTER
_BETWEEN = 0.42  # of the size, below a paragraph
_TITLE = 12
_PITCH = 11.2

Blocks = list[Any]  # ReportLab's paragraphs, which know no types
Lines = list[tuple[str, str]]


class LastPages:
    """Planned once page 1 is drawn. What it cut stands on the last page if there is room, else before it."""

    def __init__(self, size: tuple[float, float], inputs: PageInputs, facts: Facts, page: PageOne, room: Room) -> None:
        self._inputs, self._texts = inputs, inputs.texts
        self._width, self._top = size[0] - 2 * MARGIN, size[1] - MARGIN - 10
        self._heights: dict[int, float] = {}
        self._kept: Blocks = []  # so that no id is given twice
        self._table = self._full_table(room)
        self._chart = None if room.chart else page.overview
        table = (self._table.height + 6 if self._table else 0.0) + (CHART + 32 if self._chart else 0.0)
        self._room = self._top - 8 - _BOTTOM
        methods = [*method_lines(inputs.texts), *own_lines(inputs, facts)]
        cut = [(inputs.texts("In full"), name) for name in inputs.printed.cut]
        self._pages, self._full = self._planned(methods, cut, table)

    def _planned(self, methods: Lines, cut: Lines, taken: float) -> tuple[list[Blocks], int]:
        """The pages, and how many of them come before the methods: none, if everything has room on one."""
        rules = self._set(methods)
        together = [*rules, *self._set(cut)]
        if self._high(together) <= self._room - taken:
            return [together], 0
        before = self._on_pages(self._set([("", line) for _, line in cut]), taken) if cut or taken else []
        return [*before, *self._on_pages(rules)], len(before)

    def _full_table(self, room: Room) -> FigureTable | None:
        """The groups that have one row on page 1, and the rows that it gave up."""
        groups = [*rest_groups(self._inputs)]
        if not room.spare:
            groups = [*_spare(page_groups(self._inputs)), *groups]
        if not groups:
            return None
        title = self._texts("More key figures")
        return FigureTable(
            groups,
            column_heads(self._inputs),
            self._width * 0.8,
            _PITCH,
            self._inputs.printed,
            self._texts,
            True,
            title,
        )

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self._pages)

    def draw(self, canvas: Canvas, number: int) -> str:
        """Draw one of them, from 0 on, and say its title."""
        full = number < self._full
        title = self._texts("In full") if full else self._texts("How these figures are made")
        pen, y = Pen(canvas), self._top
        pen.text(MARGIN, y, title, _TITLE, bold=True)
        y -= 8
        if number == 0:
            y = self._draw_full(pen, y)
        for block in self._pages[number]:
            y -= self._height(block)
            block.drawOn(canvas, MARGIN, y)
        return title

    def _draw_full(self, pen: Pen, top: float) -> float:
        """The chart and the rows that page 1 had no room for."""
        y = top
        if self._chart is not None:
            said = self._chart.caption(paper=True) if self._chart.enough_data else ""
            y = draw_caption(pen, said, y + 3, self._width) if said else y - SMALL
            y = draw_chart(pen, self._chart, y - 6, self._width) - 6
        if self._table is not None:
            self._table.draw(pen, MARGIN, y)
            y -= self._table.height + 6
        return y

    def _set(self, lines: Iterable[tuple[str, str]]) -> Blocks:
        look = style(SMALL, leading=1.24)
        return [
            paragraph(f"{strong(term + '.')} {plain(words)}" if term else plain(words), look) for term, words in lines
        ]

    def _height(self, block: Any) -> float:
        """With the space below it."""
        known = self._heights.get(id(block))
        if known is None:  # broken into lines once, which takes the most time of a page
            known = float(block.wrap(self._width, 1000)[1] + block.style.fontSize * _BETWEEN)
            self._heights[id(block)] = known
            self._kept.append(block)
        return known

    def _high(self, blocks: Blocks) -> float:
        return sum(map(self._height, blocks))

    def _on_pages(self, blocks: Blocks, taken: float = 0.0) -> list[Blocks]:
        """In order; a text that is longer than what is left of a page goes on at the top of the next."""
        pages: list[Blocks] = [[]]
        waiting, room = blocks[::-1], self._room - taken
        while waiting:
            block = waiting.pop()
            if self._height(block) <= room:
                pages[-1].append(block)
                room -= self._height(block)
                continue
            begun, *rest = block.split(self._width, room) or (None, block)
            self._heights.pop(id(block), None)  # ReportLab forgets its lines when it is asked to split
            pages[-1] += [begun] if begun else []
            waiting += rest[::-1]
            pages.append([])
            room = self._room
        return pages


def _spare(groups: Iterable[FigureGroup]) -> list[FigureGroup]:
    """Only the rows that a full page gives up."""
    kept = [FigureGroup(group.title, group.note, tuple(row for row in group.rows if row.spare)) for group in groups]
    return [group for group in kept if group.rows]
