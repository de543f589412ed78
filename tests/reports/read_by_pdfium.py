"""What a screen reader is told of a PDF, as PDFium reads it, which shares no code with what wrote it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfPage

from journal.ui.report.pdf_pages import ONE_AT_A_TIME  # a preview may be drawn in a worker meanwhile

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(slots=True)
class Element:
    """A part of the tree with the parts inside it; ``numbers``: the marked pieces of its page that it holds itself."""

    role: str
    alternative: str
    scope: str
    numbers: list[int]
    inside: list[Element] = field(default_factory=list)

    def all(self) -> Iterator[Element]:
        """It and what it holds, in reading order."""
        yield self
        for each in self.inside:
            yield from each.all()


@dataclass(slots=True)
class PageRead:
    """Of one page its part of the tree, where each marked piece stands, and what is drawn without a mark."""

    elements: list[Element] = field(default_factory=list)
    places: dict[int, Box] = field(default_factory=dict)
    words: set[int] = field(default_factory=set)  # of the pieces those that hold text
    unmarked: list[str] = field(default_factory=list)

    def all(self) -> Iterator[Element]:
        """Every part, in reading order."""
        for each in self.elements:
            yield from each.all()


@dataclass(slots=True)
class Read:
    """A document: its pages, its language, its bookmarks with their pages, and what may be done with it."""

    pages: list[PageRead]
    language: str
    tagged: bool
    bookmarks: list[tuple[str, int]]
    may_be_read_aloud: bool


def read(pdf: bytes, password: str | None = None) -> Read:
    """Everything that PDFium says of it."""
    with ONE_AT_A_TIME, closing(PdfDocument(pdf, password)) as document:
        pages = []
        for number in range(len(document)):
            with closing(document[number]) as page:
                pages.append(_page(page))
        return Read(
            pages,
            _text(lambda buffer, size: pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, size)),
            bool(pdfium.FPDFCatalog_IsTagged(document.raw)),
            [(each.get_title(), each.get_dest().get_index()) for each in document.get_toc()],
            bool(pdfium.FPDF_GetDocPermissions(document.raw) & 1 << 9),  # bit 10 of ISO 32000-2, table 22
        )


def _page(page: PdfPage) -> PageRead:
    found = PageRead()
    for each in page.get_objects(max_depth=1):
        number, decoration = _mark_of(each.raw)
        if number is None and not decoration:
            found.unmarked.append(f"{each.type} at {each.get_bounds()}")
        if number is not None:
            bounds = each.get_bounds()
            found.places[number] = _around(found.places.get(number, bounds), bounds)
            if each.type == pdfium.FPDF_PAGEOBJ_TEXT:
                found.words.add(number)
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    try:
        roots = range(pdfium.FPDF_StructTree_CountChildren(tree))
        found.elements = [_element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number)) for number in roots]
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return found


def _mark_of(drawn: Any) -> tuple[int | None, bool]:
    """The number of the piece that something drawn belongs to, and whether it is decoration."""
    marks = [pdfium.FPDFPageObj_GetMark(drawn, at) for at in range(pdfium.FPDFPageObj_CountMarks(drawn))]
    number = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
    return (number if number >= 0 else None), any(_name_of(mark) == "Artifact" for mark in marks)


def _name_of(mark: Any) -> str:
    written = ctypes.c_ulong()

    def ask(buffer: Any, size: int) -> int:
        pdfium.FPDFPageObjMark_GetName(mark, buffer, size, written)
        return int(written.value)

    return _text(ask)


def _element(raw: Any) -> Element:
    """With what it holds on this page."""
    numbers = [
        pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(raw, at)
        for at in range(max(0, pdfium.FPDF_StructElement_GetMarkedContentIdCount(raw)))
    ]
    made = Element(
        _text(lambda buffer, size: pdfium.FPDF_StructElement_GetType(raw, buffer, size)),
        _text(lambda buffer, size: pdfium.FPDF_StructElement_GetAltText(raw, buffer, size)),
        _scope(raw),
        [number for number in numbers if number >= 0],
    )
    children = [
        pdfium.FPDF_StructElement_GetChildAtIndex(raw, at) for at in range(pdfium.FPDF_StructElement_CountChildren(raw))
    ]
    made.inside = [_element(child) for child in children if child]
    return made


def _scope(raw: Any) -> str:
    """What a header cell is the head of."""
    for at in range(max(0, pdfium.FPDF_StructElement_GetAttributeCount(raw))):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(raw, at)
        value, written = pdfium.FPDF_StructElement_Attr_GetValue(attributes, b"Scope"), ctypes.c_ulong()
        if value:
            return _text(partial(_string_value, value, written))
    return ""


def _string_value(value: Any, written: Any, buffer: Any, size: int) -> int:
    pdfium.FPDF_StructElement_Attr_GetStringValue(value, buffer, size, written)
    return int(written.value)


def _text(ask: Callable[[Any, int], int]) -> str:
    """PDFium says how long a text is and then writes it."""
    size = ask(None, 0)
    buffer = (ctypes.c_ushort * max(size // 2, 1))()
    ask(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
