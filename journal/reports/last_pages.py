"""What follows page 1: the texts that it had to cut, in full, and last how every figure is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from journal.core.facts import Facts
from journal.reports.content import Told
from journal.reports.fonts import BOLD
from journal.reports.layout import MARGIN
from journal.reports.methods import method_lines, own_lines
from journal.reports.printed import INK, paragraph, plain, strong, style

_SIZES = (7.8, 7.4, 7.0)  # the first at which the page holds everything; nothing is printed below 7 points
_BOTTOM = MARGIN + 26
_BETWEEN = 0.45  # of the size, below a paragraph

Blocks = list[Any]  # ReportLab's paragraphs, which know no types


class LastPages:
    """Planned once page 1 is drawn. The texts that it cut stand on the last page if there is room, else before it."""

    def __init__(self, size: tuple[float, float], told: Told, facts: Facts) -> None:
        self._texts = told.texts
        self._width, self._top = size[0] - 2 * MARGIN, size[1] - MARGIN - 12
        self._room = self._top - 10 - _BOTTOM
        methods = [*method_lines(told.texts), *own_lines(told, facts)]
        cut = [(told.texts("In full"), each) for each in told.printed.cut]
        self._texts_in_full: list[Blocks] = []
        together = self._on_one_page([*methods, *cut])
        if together is None:
            self._texts_in_full = self._on_pages(self._set((("", each) for _, each in cut), _SIZES[0]))
            together = self._on_one_page(methods)
        assert together is not None, "the methods have room, or the tests of the longest texts fail"
        self._methods = together

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self._texts_in_full) + 1

    def draw(self, canvas: Canvas, number: int) -> str:
        """Draw one of them, from 0 on, and say its title."""
        last = number == len(self._texts_in_full)
        title = self._texts("How these figures are made") if last else self._texts("Texts in full")
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 12)
        canvas.drawString(MARGIN, self._top, title)
        y = self._top - 10
        for block in self._methods if last else self._texts_in_full[number]:
            y -= self._height(block)
            block.drawOn(canvas, MARGIN, y)
        return title

    def _on_one_page(self, lines: list[tuple[str, str]]) -> Blocks | None:
        """At the largest of three sizes that has room; None if even the smallest has none."""
        tried = (self._set(lines, points) for points in _SIZES)
        return next((blocks for blocks in tried if sum(map(self._height, blocks)) <= self._room), None)

    def _set(self, lines: Iterable[tuple[str, str]], points: float) -> Blocks:
        look = style(points, leading=1.3)
        return [paragraph(f"{strong(term + '.')} {plain(said)}" if term else plain(said), look) for term, said in lines]

    def _height(self, block: Any) -> float:
        """With the space below it."""
        return float(block.wrap(self._width, 1000)[1] + block.style.fontSize * _BETWEEN)

    def _on_pages(self, blocks: Blocks) -> list[Blocks]:
        """In order; a text that is longer than what is left of a page goes on at the top of the next."""
        pages: list[Blocks] = [[]]
        waiting, room = blocks[::-1], self._room
        while waiting:
            block = waiting.pop()
            if self._height(block) <= room:
                pages[-1].append(block)
                room -= self._height(block)
                continue
            begun, *rest = block.split(self._width, room) or (None, block)
            pages[-1] += [begun] if begun else []
            waiting += rest[::-1]
            pages.append([])
            room = self._room
        return pages
