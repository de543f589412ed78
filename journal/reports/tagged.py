"""A canvas that writes down what everything drawn on it is, so that a reader can be read the pages in order.

A "tagged PDF" (ISO 32000-2, 14.7 and 14.8): each thing drawn is a numbered piece of its page, and a tree of headings,
paragraphs, tables and figures names the pieces in the order in which they are read. What only decorates is an artifact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from journal.reports.right_to_left import without_marks

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points of the page


class Role(StrEnum):
    """What a part of a page is, by the standard's names."""

    DOCUMENT = "Document"
    TITLE = "H1"
    HEADING = "H2"
    PARAGRAPH = "P"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"
    FIGURE = "Figure"


_HOLDS_PARTS = frozenset({Role.DOCUMENT, Role.TABLE, Role.ROW})  # and nothing drawn


class HeadOf(StrEnum):
    """What a header cell is the head of."""

    COLUMN = "Column"
    ROW = "Row"


@dataclass(slots=True)
class _Piece:
    """The n-th marked piece of a page; both from 0 on."""

    page: int
    number: int


@dataclass(slots=True)
class _Part:
    """An element of the tree: parts inside it, or pieces of pages."""

    role: Role
    inside: list[_Part | _Piece] = field(default_factory=list)
    alternative: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Everything drawn belongs inside ``drawn`` or ``decoration``."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._tree = _Part(Role.DOCUMENT)
        self._open = [self._tree]
        self._pages: list[list[_Part]] = [[]]  # of each page the part of each of its pieces

    @contextmanager
    def part(self, role: Role, head_of: HeadOf | None = None, columns: int = 1) -> Iterator[None]:
        """What is drawn in here is one part. ``columns``: how many of the table's a cell takes."""
        attributes: dict[str, Any] = {}
        if head_of is not None:
            attributes["Scope"] = PDFName(head_of.value)
        if columns > 1:
            attributes["ColSpan"] = columns
        if attributes:
            attributes["O"] = PDFName("Table")
        with self._opened(_Part(role, attributes=attributes)):
            yield

    @contextmanager
    def figure(self, alternative: str, box: Box) -> Iterator[None]:
        """A picture with the words that say the same."""
        place = {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": PDFArray([round(n, 2) for n in box])}
        with self._opened(_Part(Role.FIGURE, alternative=without_marks(alternative), attributes=place)), self.drawn():
            yield

    @contextmanager
    def _opened(self, part: _Part) -> Iterator[None]:
        self._open[-1].inside.append(part)
        self._open.append(part)
        yield
        self._open.pop()

    @contextmanager
    def drawn(self, words: str = "") -> Iterator[None]:
        """What is drawn in here is read: in the part that is open, else as a paragraph of its own.

        ``words``: what it says, where it is broken into lines, whose ends no space is drawn at, and where letters stand
        in another order than they are read.
        """
        if self._open[-1].role in _HOLDS_PARTS:
            with self._opened(_Part(Role.PARAGRAPH)), self.drawn(words):
                yield
            return
        words = without_marks(words)
        part, pieces = self._open[-1], self._pages[-1]
        number = len(pieces)
        pieces.append(part)
        part.inside.append(_Piece(len(self._pages) - 1, number))
        actual_text = f" /ActualText <feff{words.encode('utf-16-be').hex()}>" if words else ""
        self._code.append(f"/{part.role.value} <</MCID {number}{actual_text}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Rules, frames and boxes to tick, which a screen reader leaves out."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def showPage(self) -> None:  # noqa: N802
        """End the page; it is told where the parts of its pieces are listed."""
        super().showPage()
        page = self._doc.Pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]  # ReportLab writes only what it knows
        page.StructParents, page.Tabs = len(self._pages) - 1, PDFName("S")
        self._pages.append([])

    def save(self) -> None:
        """Write the document with its tree."""
        if len(self._code):
            self.showPage()
        _Tree(self._doc, self._doc.Pages.pages).write(self._tree, self._pages)
        super().save()


class _Tree:
    """Writes the parts as objects of the document."""

    def __init__(self, document: Any, pages: Sequence[Any]) -> None:
        self._document = document
        self._page_references = [document.Reference(page) for page in pages]
        self._references: dict[int, Any] = {}

    def write(self, tree: _Part, pages: Sequence[Sequence[_Part]]) -> None:
        """The tree, and of each page the parts of its pieces."""
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._document.Reference(root)
        root["K"] = self._element(tree, reference)
        numbers: list[Any] = []
        for page, pieces in enumerate(pages[: len(self._page_references)]):
            numbers += [page, PDFArray([self._references[id(part)] for part in pieces])]
        root["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
        root["ParentTreeNextKey"] = len(self._page_references)
        catalog = self._document.Catalog
        catalog.StructTreeRoot = reference
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, part: _Part, parent: Any) -> Any:
        element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(part.role.value), "P": parent})
        reference = self._references[id(part)] = self._document.Reference(element)
        if part.alternative:
            element["Alt"] = PDFString(part.alternative)
        if part.attributes:
            element["A"] = PDFDictionary(part.attributes)
        element["K"] = PDFArray([self._kid(kid, reference) for kid in part.inside])
        return reference

    def _kid(self, kid: _Part | _Piece, parent: Any) -> Any:
        if isinstance(kid, _Part):
            return self._element(kid, parent)
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": self._page_references[kid.page], "MCID": kid.number})
