"""The sheet for a pharmacist on paper: one page where there is room, else as many as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.reports.page_1_layout import FOOTER, MARGIN, draw_footer
from journal.reports.pen import LINE, SMALL, Pen
from journal.reports.pharmacist_sheet import PharmacistSheet
from journal.reports.pharmacist_taken import Row
from journal.reports.pieces import HeadingPiece, Piece, TextPiece, on_pages
from journal.reports.printed import Printed, paragraph, plain, strong, style
from journal.reports.sheet_pieces import BoxesPiece, Cell, Column, LinesPiece, TablePieces
from journal.reports.tagged import Role, TaggedCanvas
from journal.texts import Texts

_TITLE = 15.0
_HEAD = 30.0  # title and date
_ADVICE_LINES = 5
_BLANKS, _BLANKS_OF_NO_LIST = 2, 8  # rows to write on


class PharmacistLayout:
    """Planned when it is made, so that every page can say how many there are."""

    def __init__(self, sheet: PharmacistSheet, size: tuple[float, float], printed: Printed, texts: Texts) -> None:
        self._sheet, self._size, self._printed, self._texts = sheet, size, printed, texts
        self._width = size[0] - 2 * MARGIN
        self._top = size[1] - MARGIN
        self._pages = on_pages([*self._pieces()], self._top - _HEAD - MARGIN - FOOTER)

    def draw(self, canvas: TaggedCanvas, made: str) -> None:
        """All pages, each with its footer."""
        texts, sheet = self._texts, self._sheet
        footer = texts("A personal journal, not a medical record; no diagnosis or advice.")
        for number, pieces in enumerate(self._pages, 1):
            pen = Pen(canvas)
            self._draw_head(pen)
            y = self._top - _HEAD
            for piece in pieces:
                y = piece.draw(pen, y)
            if number == 1:
                canvas.bookmarkPage("first")
                canvas.addOutlineEntry(sheet.title, "first")
            draw_footer(canvas, self._size, footer, made, texts("Page {n} of {of}", n=number, of=len(self._pages)))
            canvas.showPage()

    def _draw_head(self, pen: Pen) -> None:
        sheet, right = self._sheet, self._size[0] - MARGIN
        with pen.part(Role.TITLE):
            pen.text(MARGIN, self._top - _TITLE, sheet.title, _TITLE, bold=True)
        pen.right(right, self._top - LINE, sheet.made_on, LINE)
        pen.right(right, self._top - 2 * LINE - 3, self._printed.fitted(sheet.identity, 160, LINE), LINE)
        pen.rule(MARGIN, self._top - _HEAD + 4, right)

    # --- the sections in their order ---

    def _pieces(self) -> Iterator[Piece]:
        yield from self._words(self._sheet.intro)
        yield self._products()
        yield from self._words((("", self._sheet.receptors),))
        yield self._taken()
        if self._sheet.not_recognised:
            yield from self._words((("", self._sheet.not_recognised),))
        yield from self._health()
        yield from self._interactions()
        yield from self._questions()
        texts = self._texts
        yield LinesPiece(texts("Pharmacist’s advice"), _ADVICE_LINES, texts("To be told to my prescriber:"),
                         (texts("yes"), texts("no")), self._width)  # fmt: skip
        if self._sheet.sources:
            yield HeadingPiece(texts("Sources"), self._width)
            yield from self._words(("", source) for source in self._sheet.sources)
        yield from self._words(("", sentence) for sentence in self._sheet.not_shown)

    def _products(self) -> Piece:
        texts = self._texts
        columns = (
            Column(texts("Product"), 0.27), Column(texts("Kind, labelled strength"), 0.33),
            Column(texts("Doses a day"), 0.22), Column(texts("Written down since"), 0.18),
        )  # fmt: skip
        rows = self._sheet.products
        cells = [[Cell(row.cells[0], row.strong), *map(Cell, row.cells[1:])] for row in rows]
        return TablePieces((texts("Kratom"), self._sheet.products_note), columns, cells, self._width,
                           blanks=0 if rows else _BLANKS)  # fmt: skip

    def _taken(self) -> Piece:
        texts, rows = self._texts, self._sheet.taken
        columns = (
            Column(texts("Name as written, amount, how often"), 0.3), Column(texts("Recognised as"), 0.17),
            Column(texts("Prescribed"), 0.14), Column(texts("Dates"), 0.17), Column(texts("Pharmacist"), 0.22),
        )  # fmt: skip
        title = (texts("Medicines, remedies, other substances"), texts("as written by the person; please add to it"))
        cells = [[Cell(row.cells[0], row.strong), *map(Cell, row.cells[1:])] for row in rows]
        return TablePieces(title, columns, cells, self._width, blanks=_BLANKS if rows else _BLANKS_OF_NO_LIST)

    def _health(self) -> Iterator[Piece]:
        texts, sheet = self._texts, self._sheet
        if sheet.health:
            yield HeadingPiece(texts("Also to know"), self._width)
            yield from self._words(sheet.health)
        if sheet.asked:
            asked = [(field.label, field.unit) for field in sheet.asked]
            yield BoxesPiece((texts("Not on this sheet"), texts("please ask; not on it is not “no”")), asked,
                             (texts("no"), texts("yes")), self._width)  # fmt: skip

    def _interactions(self) -> Iterator[Piece]:
        texts, sheet = self._texts, self._sheet
        title = texts("What may happen together with kratom")
        if sheet.interactions:
            columns = (
                Column(texts("Name"), 0.19), Column(texts("Class"), 0.18), Column(texts("What is possible"), 0.3),
                Column(texts("Kind of evidence"), 0.22), Column(texts("Source"), 0.11),
            )  # fmt: skip
            yield TablePieces((title, sheet.interactions_note), columns, [*map(_all_cells, sheet.interactions)],
                              self._width)  # fmt: skip
        else:
            yield HeadingPiece(title, self._width)
        yield from self._words(("", sentence) for sentence in sheet.below_interactions)

    def _questions(self) -> Iterator[Piece]:
        if self._sheet.questions:
            yield HeadingPiece(self._texts("Questions of the person"), self._width)
            yield from self._words(("", f"☐ {question}") for question in self._sheet.questions)

    def _words(self, terms: Sequence[tuple[str, str]] | Iterator[tuple[str, str]]) -> Iterator[Piece]:
        """Paragraphs, each with its term in bold before it if there is one."""
        look = style(SMALL + 0.3, leading=1.24)
        for term, words in terms:
            markup = " ".join(filter(None, (term and strong(term), words and plain(words))))
            yield TextPiece(paragraph(markup, look), self._width)


def _all_cells(row: Row) -> list[Cell]:
    return [Cell("", row.strong), *map(Cell, row.cells)]
