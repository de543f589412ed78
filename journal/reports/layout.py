"""Page 1 on paper: fixed positions on every report, A4 or Letter, in points from the lower left corner."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfgen.canvas import Canvas

from journal.charts.overview import draw_overview
from journal.charts.pairs import draw_pairs
from journal.charts.picture import new_figure
from journal.charts.theme import PRINT
from journal.insights.wording import Sentence
from journal.reports.columns import SIZES as SIZES_OF_TABLES
from journal.reports.columns import columns_of, font_of
from journal.reports.content import Block, PageOne
from journal.reports.fonts import BOLD, REGULAR
from journal.reports.printed import HAIRLINE, INK, QUIET, Printed, paragraph, plain, strong, style, whole_words
from journal.reports.vector import draw_figure
from journal.reports.warning_symptoms import WarningBox
from journal.texts import Texts

SIZES: dict[str, tuple[float, float]] = {"a4": A4, "letter": letter}
MARGIN = 36
# Height of the three blocks below the chart, and how far below its top the products begin: the longest list of
# warning symptoms has room. The columns of Letter are wider, and their texts shorter by a line.
_LOWER = {A4: (172, 104), letter: (163, 104)}
_WORDS = 37  # height of the patient's words: three lines, or four of smaller type
_HEADLINE = 38  # height of the headline: three lines, or four of smaller type
_FOOTER = 24
_GAP = 12  # between the columns


class PageOneLayout:
    """Draws page 1 from the top down; the chart takes the room that is left above the fixed lower blocks."""

    def __init__(self, canvas: Canvas, size: tuple[float, float], printed: Printed, texts: Texts) -> None:
        self._canvas, self._printed, self._texts = canvas, printed, texts
        self._left, self._right = float(MARGIN), size[0] - MARGIN
        self._width = self._right - self._left
        self._y = size[1] - MARGIN
        self._lower_height, self._products_below = _LOWER[size]

    def draw(self, page: PageOne) -> None:
        """Everything but the footer."""
        self._identity(page)
        self._trust(page.trust)
        self._warning(page.warning)
        self._words(page)
        self._headline(page.headline)
        self._tables(page.figures, page.visit)
        self._chart(page)
        self._lower(page)

    # --- the top ---

    def _identity(self, page: PageOne) -> None:
        self._y -= 14
        self._text(self._left, self._y, page.title, 14, bold=True)
        half = self._width * 0.46
        self._text_right(self._right, self._y + 4, self._printed.fitted(page.identity, half, 8), 8)
        self._text_right(self._right, self._y - 6, page.period, 8)
        self._y -= 14

    def _trust(self, trust: Sentence) -> None:
        """Room for two lines on every report, so that nothing below stands elsewhere where there is only one."""
        markup = f"{strong(trust.lead)} {plain(trust.text)}" if trust.lead else plain(trust.text)
        look = style(8)
        block, room = paragraph(markup, look), 2 * look.leading + 4
        _, height = block.wrap(self._width - 8, 100)
        self._canvas.setFillColor("#f4f4f4")  # on a fax a darker grey would be dots between the letters
        self._canvas.rect(self._left, self._y + 1 - room, self._width, room, stroke=0, fill=1)
        block.drawOn(self._canvas, self._left + 4, self._y + 2 - (room + height) / 2)
        self._y -= room + 5

    def _warning(self, box: WarningBox) -> None:
        if not box.items:
            return
        lines, half = [line for line, _ in box.items], self._width / 2
        noted = any(note for _, note in box.items)
        narrow = not noted and all(self._canvas.stringWidth(line, REGULAR, 8) <= half - 10 for line in lines)
        columns = 2 if narrow else 1
        height = 11 * (1 + -(-len(lines) // columns)) + 5
        self._canvas.setStrokeColor("#000000")
        self._canvas.setLineWidth(1)
        self._canvas.rect(self._left, self._y - height, self._width, height, stroke=1, fill=0)
        self._text(self._left + 5, self._y - 10, box.title, 8, bold=True)
        for number, (line, note) in enumerate(box.items):
            row, column = divmod(number, columns)
            shown = self._with_note(line, note, self._width / columns - 10)
            self._text(self._left + 5 + half * column, self._y - 21 - 11 * row, shown, 8)
        self._y -= height + 6

    def _with_note(self, line: str, note: str, width: float) -> str:
        if not note:
            return self._printed.fitted(line, width, 8)
        room = width - self._canvas.stringWidth(f"{line} ", REGULAR, 8)
        tail = self._texts(" … (page 2)")
        return f"{line} {self._printed.fitted(note, room, 8, tail=tail, whole=f'{line} {note}')}"

    def _words(self, page: PageOne) -> None:
        self._text(self._left, self._y - 9, self._texts("In the patient’s words"), 8, bold=True)
        left = self._left + 106
        if page.words or page.stated:
            self._own_words(page, left)
        else:
            self._canvas.setStrokeColor("#808080")
            self._canvas.setLineWidth(0.5)
            for below in (12, 26):
                self._canvas.line(left, self._y - below, self._right, self._y - below)
        self._y -= 38

    def _own_words(self, page: PageOne, left: float) -> None:
        parts = [plain(f"“{page.words}”")] if page.words else []
        if page.stated:
            parts.append(f'<font color="{QUIET}">{plain(page.stated)}</font>')
        width = self._right - left
        block, height = self._words_at(" ".join(parts), width)
        if height > _WORDS:
            block, height = self._shorter(page, width)
        block.drawOn(self._canvas, left, self._y - height)

    def _words_at(self, markup: str, width: float) -> tuple[Any, float]:
        """At the largest size that has room, else at the smallest."""
        for size in (9, 8.2, 7.2):
            block = paragraph(markup, style(size))
            height = float(block.wrap(width, 1000)[1])
            if height <= _WORDS:
                break
        return block, height

    def _shorter(self, page: PageOne, width: float) -> tuple[Any, float]:
        """As much as there is room for, cut at a word, and the whole text on the next page."""
        said = " ".join(filter(None, (f"“{page.words}”" if page.words else "", page.stated)))
        self._printed.keep(said)

        def cut(length: int) -> tuple[Any, float]:
            return self._words_at(plain(whole_words(said, length) + self._texts(" … (page 2)")), width)

        return cut(bisect_left(range(1, len(said)), True, key=lambda length: cut(length)[1] > _WORDS))

    def _headline(self, sentences: Sequence[Sentence]) -> None:
        markup = " ".join(f"{strong(each.lead)} {plain(each.text)}" for each in sentences)
        for size in (9, 8.4, 7.4, 7.0):
            block = paragraph(markup, style(size))
            _, height = block.wrap(self._width, 1000)
            if height <= _HEADLINE:
                break
        block.drawOn(self._canvas, self._left, self._y - height)
        self._y -= _HEADLINE + 4

    # --- the two tables ---

    def _tables(self, figures: Block, visit: Block) -> None:
        left_width = self._width * 0.65
        right = self._left + left_width + _GAP
        top = self._y
        self._heading(self._left, top, left_width, figures)
        self._figure_rows(figures, top - 14, left_width)
        self._heading(right, top, self._right - right, visit)
        self._visit_rows(visit, right, top - 14)
        self._y = top - 14 - 13 * 10.9 - 8

    def _figure_rows(self, block: Block, top: float, width: float) -> None:
        placed, y = columns_of([block.head, *block.rows], width), top - 9
        for edge, word in zip(placed.edges, block.head[1:], strict=True):
            self._text_right(self._left + edge, y, word, placed.size, colour=QUIET)
        for row in block.rows:
            y -= 12
            self._rule(self._left, y + 9.5, self._left + width)
            label = self._printed.fitted(row[0], placed.label_room(row), placed.size)
            self._text(self._left, y, label, placed.size)
            for number, (edge, cell) in enumerate(zip(placed.edges, row[1:], strict=True), 1):
                self._text_right(self._left + edge, y, cell, placed.size, bold=font_of(number) == BOLD)
        self._text(self._left, y - 11, block.text, 7.2, colour=QUIET)

    def _visit_rows(self, block: Block, left: float, top: float) -> None:
        y, width = top - 9, self._right - left
        size = self._visit_size(block, width)
        for number, (label, value) in enumerate(block.rows):
            if number:
                self._rule(left, y + 9, self._right)
            self._text(left, y, _indented(label), size, colour=QUIET)
            room = width - 4 - self._canvas.stringWidth(_indented(label), REGULAR, size)
            self._text_right(self._right, y, self._printed.fitted(value, room, size, bold=True), size, bold=True)
            y -= 10.9

    def _visit_size(self, block: Block, width: float) -> float:
        """The largest size at which every line has room."""
        measure, lines = self._canvas.stringWidth, [(_indented(label), value) for label, value in block.rows]

        def needed(size: float) -> float:
            return max(float(measure(label, REGULAR, size) + measure(value, BOLD, size)) for label, value in lines)

        return next((size for size in SIZES_OF_TABLES if needed(size) <= width - 4), SIZES_OF_TABLES[-1])

    # --- the chart ---

    def _chart(self, page: PageOne) -> None:
        bottom = MARGIN + _FOOTER + self._lower_height + 26
        note = page.overview.caption(paper=True) if page.overview.enough_data else ""
        self._heading(self._left, self._y, self._width, Block(page.glance.title, note))
        height = self._y - 14 - bottom
        figure = new_figure(self._width, height)
        draw_overview(figure, page.overview, PRINT)
        draw_figure(self._canvas, figure, self._left, bottom, self._width, height)
        block = paragraph(f"{strong(page.trend.lead)} {plain(page.trend.text)}", style(8))
        _, needed = block.wrap(self._width, 100)
        block.drawOn(self._canvas, self._left, bottom - needed - 1)

    # --- the three blocks below ---

    def _lower(self, page: PageOne) -> None:
        top = MARGIN + _FOOTER + self._lower_height
        width = (self._width - 2 * _GAP) / 3
        second, third = self._left + width + _GAP, self._left + 2 * (width + _GAP)
        self._heading(self._left, top, width, page.pairs)
        self._pairs(page, self._left, top - 14, width)
        self._heading(second, top, width, page.side_effects)
        self._listed(page.side_effects, second, top - 14, width)
        self._heading(third, top, width, page.warnings)
        self._paragraph(page.warnings.text, third, top - 16, width, 7.2)
        below = top - self._products_below
        self._heading(third, below, width, page.products)
        self._listed(page.products, third, below - 14, width)

    def _pairs(self, page: PageOne, left: float, top: float, width: float) -> None:
        caption = paragraph(plain(page.pairs.text), style(7.2))
        _, height = caption.wrap(width, 100)
        bottom = MARGIN + _FOOTER + 2
        if page.changes.counts:
            caption.drawOn(self._canvas, left, bottom)
            room = top - bottom - height - 2
            figure = new_figure(width, room)
            draw_pairs(figure, page.changes, PRINT)
            draw_figure(self._canvas, figure, left, bottom + height + 2, width, room)
        else:
            caption.drawOn(self._canvas, left, top - height - 2)

    def _listed(self, block: Block, left: float, top: float, width: float) -> None:
        y = top - 9
        edges = (left + width * 0.78, left + width)
        for edge, word in zip(edges, block.head[1:], strict=False):
            self._text_right(edge, y, word, 7.2, colour=QUIET)
        y -= 11 if block.head else 0
        for row in block.rows:
            room = edges[0] - left - self._canvas.stringWidth(row[1], REGULAR, 7.6) - 4
            self._text(left, y, self._printed.fitted(row[0], room, 7.6), 7.6)
            for edge, cell in zip(edges, row[1:], strict=True):
                self._text_right(edge, y, cell, 7.6)
            y -= 11
        if block.text:
            self._paragraph(block.text, left, y + 7, width, 7.2, QUIET if block.rows else INK)

    # --- small parts ---

    def _heading(self, left: float, y: float, width: float, block: Block) -> None:
        self._text(left, y - 9, block.title, 8.6, bold=True)
        if block.note:
            start = left + self._canvas.stringWidth(block.title, BOLD, 8.6) + 6
            shown = self._printed.fitted(block.note, left + width - start, 7.2)
            self._text(start, y - 9, shown, 7.2, colour=QUIET)
        self._canvas.setStrokeColor("#808080")
        self._canvas.setLineWidth(0.5)
        self._canvas.line(left, y - 12.5, left + width, y - 12.5)

    def _rule(self, left: float, y: float, right: float) -> None:
        self._canvas.setStrokeColor(HAIRLINE)
        self._canvas.setLineWidth(0.25)
        self._canvas.line(left, y, right, y)

    def _paragraph(self, words: str, left: float, top: float, width: float, size: float, colour: str = INK) -> float:
        block = paragraph(plain(words), style(size, colour))
        _, height = block.wrap(width, 200)
        block.drawOn(self._canvas, left, top - height)
        return float(height)

    def _text(self, x: float, y: float, words: str, size: float, bold: bool = False, colour: str = INK) -> None:
        self._write(self._canvas.drawString, x, y, words, size, bold, colour)

    def _text_right(self, x: float, y: float, words: str, size: float, bold: bool = False, colour: str = INK) -> None:
        self._write(self._canvas.drawRightString, x, y, words, size, bold, colour)

    def _write(
        self, draw: Callable[..., Any], x: float, y: float, words: str, size: float, bold: bool, colour: str
    ) -> None:
        self._canvas.setFont(BOLD if bold else REGULAR, size)
        self._canvas.setFillColor(colour)
        draw(x, y, words)


def _indented(label: str) -> str:
    return label.replace("  ", "    ")


def draw_footer(canvas: Canvas, size: tuple[float, float], words: str, made: str, number: str) -> None:
    """What every page ends with."""
    top = MARGIN + 16
    canvas.setStrokeColor("#808080")
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, top + 3, size[0] - MARGIN, top + 3)
    canvas.setFont(REGULAR, 7)
    canvas.setFillColor(QUIET)
    canvas.drawString(MARGIN, top - 5, words)
    canvas.drawString(MARGIN, top - 14, made)
    canvas.drawRightString(size[0] - MARGIN, top - 5, number)
