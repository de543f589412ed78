"""A canvas that writes down what everything drawn on it is, so that a reader can be read the pages in order.

A "tagged PDF" (ISO 32000-2, 14.7 and 14.8): each thing drawn is a numbered piece of its page, and a tree of headings,
paragraphs, tables and figures names the pieces in the order in which they are read. What only decorates is an artifact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString, format
from reportlab.pdfgen.canvas import Canvas

from journal.reports.fonts import as_written
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


_NAMES = {role: role.value.encode() for role in Role}
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
    attributes: bytes = b""  # as they stand in the file


class _Opened(AbstractContextManager[None]):
    """A part is open; a class, because a table of 12,000 rows opens a hundred thousand."""

    __slots__ = ("_open", "_part")

    def __init__(self, opened: list[_Part], part: _Part) -> None:
        self._open, self._part = opened, part

    def __enter__(self) -> None:
        self._open[-1].inside.append(self._part)
        self._open.append(self._part)

    def __exit__(self, *_problem: object) -> None:
        self._open.pop()


class _Drawn(AbstractContextManager[None]):
    """What is drawn is one piece of the part that is open."""

    __slots__ = ("_canvas", "_words")

    def __init__(self, canvas: TaggedCanvas, words: str) -> None:
        self._canvas, self._words = canvas, words

    def __enter__(self) -> None:
        self._canvas.begin_piece(self._words)

    def __exit__(self, *_problem: object) -> None:
        self._canvas.end_piece()


_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "()\\"})


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Everything drawn belongs inside ``drawn`` or ``decoration``."""

    _code: list[str]  # ReportLab's: what was drawn on the page

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._tree = _Part(Role.DOCUMENT)
        self._open = [self._tree]
        self._pages: list[list[_Part]] = [[]]  # of each page the part of each of its pieces

    def part(self, role: Role, head_of: HeadOf | None = None, columns: int = 1) -> AbstractContextManager[None]:
        """What is drawn in here is one part. ``columns``: how many of the table's a cell takes."""
        return _Opened(self._open, _Part(role, attributes=_of_cell(head_of, columns)))

    @contextmanager
    def figure(self, alternative: str, box: Box) -> Iterator[None]:
        """A picture with the words that say the same."""
        place = b"<</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>" % box
        figure = _Part(Role.FIGURE, alternative=without_marks(alternative), attributes=place)
        with _Opened(self._open, figure), self.drawn():
            yield

    def drawn(self, words: str = "") -> AbstractContextManager[None]:
        """What is drawn in here is read: in the part that is open, else as a paragraph of its own.

        ``words``: what it says, where it is broken into lines, whose ends no space is drawn at, and where letters stand
        in another order than they are read.
        """
        return self._paragraph(words) if self._open[-1].role in _HOLDS_PARTS else _Drawn(self, words)

    @contextmanager
    def _paragraph(self, words: str) -> Iterator[None]:
        with _Opened(self._open, _Part(Role.PARAGRAPH)), _Drawn(self, words):
            yield

    def begin_piece(self, words: str) -> None:
        """What is drawn from here on is the next piece of the part that is open."""
        words = as_written(words)
        part, pieces = self._open[-1], self._pages[-1]
        number = len(pieces)
        pieces.append(part)
        part.inside.append(_Piece(len(self._pages) - 1, number))
        actual_text = f" /ActualText <feff{words.encode('utf-16-be').hex()}>" if words else ""
        self._code.append(f"/{part.role!s} <</MCID {number}{actual_text}>> BDC")

    def end_piece(self) -> None:
        """What is drawn from here on is none of it."""
        self._code.append("EMC")

    @contextmanager
    def one_text(self, font: str, size: float, colour: Any) -> Iterator[Any]:
        """A text of ReportLab; what is drawn meanwhile is words, put into it by whoever asked for it."""
        text = self.beginText()
        text.setFont(font, size)
        text.setFillColor(colour)
        page, self._code = self._code, text._code  # where the marks of pieces stand
        yield text
        self._code = page
        self.drawText(text)

    def begin_words(self, x: float, y: float) -> None:
        """Where the next words of one text begin; ReportLab's own way takes as long as writing them."""
        self._code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")

    def _escape(self, codes: Any) -> str:
        """ReportLab's way to write letters into the page, which asks of each by itself; nearly all stand for it."""
        if isinstance(codes, bytes) and codes.isascii() and (letters := codes.decode("ascii")).isprintable():
            return letters.translate(_ESCAPED)
        return str(super()._escape(codes))

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


@cache
def _of_cell(head_of: HeadOf | None, columns: int) -> bytes:
    """What is said of a cell beside its role; nothing of most."""
    scope = b" /Scope /%s" % head_of.value.encode() if head_of is not None else b""
    wide = b" /ColSpan %d" % columns if columns > 1 else b""
    return b"<</O /Table%s%s>>" % (scope, wide) if scope or wide else b""


class _Element(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A part as it stands in the file; it writes itself, as ReportLab's dictionaries take seconds for a long table."""

    def __init__(self, written: bytes) -> None:
        self.written = written

    def format(self, _document: Any) -> bytes:
        """ReportLab's way to ask for its bytes."""
        return self.written


class _Tree:
    """Writes the parts as objects of the document."""

    def __init__(self, document: Any, pages: Sequence[Any]) -> None:
        self._document = document
        self._pages = [_reference(_number(document, document.Reference(page))) for page in pages]
        self._elements: dict[int, int] = {}  # the number of the object that each part is

    def write(self, tree: _Part, pages: Sequence[Sequence[_Part]]) -> None:
        """The tree, and of each page the parts of its pieces."""
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._document.Reference(root)
        root["K"] = _reference(self._element(tree, _number(self._document, reference)))
        numbers: list[Any] = []
        for page, pieces in enumerate(pages[: len(self._pages)]):
            numbers += [page, b"[%s]" % b" ".join(_reference(self._elements[id(part)]) for part in pieces)]
        root["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
        root["ParentTreeNextKey"] = len(self._pages)
        catalog = self._document.Catalog
        catalog.StructTreeRoot = reference
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, part: _Part, parent: int) -> int:
        element = _Element(b"")
        number = self._elements[id(part)] = _number(self._document, self._document.Reference(element))
        kids = b" ".join([self._kid(kid, number) for kid in part.inside])
        more = b""
        if part.alternative:
            more += b" /Alt " + format(PDFString(part.alternative), self._document)
        if part.attributes:
            more += b" /A " + part.attributes
        element.written = b"<</S /%s /P %s%s /K [%s]>>" % (
            _NAMES[part.role], _reference(parent), more, kids,
        )  # fmt: skip
        return number

    def _kid(self, kid: _Part | _Piece, parent: int) -> bytes:
        if isinstance(kid, _Part):
            return _reference(self._element(kid, parent))
        return b"<</Type /MCR /Pg %s /MCID %d>>" % (self._pages[kid.page], kid.number)


def _number(document: Any, reference: Any) -> int:
    """Of the object that ReportLab refers to."""
    return int(document.idToObjectNumberAndVersion[reference.name][0])


def _reference(number: int) -> bytes:
    return b"%d 0 R" % number
