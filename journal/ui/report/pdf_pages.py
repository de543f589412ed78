"""The pages of a PDF, read and drawn by PDFium: always in a worker, and in one at a time, since PDFium has no locks."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from threading import Lock

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage

ONE_AT_A_TIME = Lock()
_WHITE = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in points and the words on it."""

    points: QSizeF
    words: str


def read_pages(pdf: bytes) -> list[Page]:
    """Every page of this PDF."""
    with ONE_AT_A_TIME:
        from pypdfium2 import PdfDocument

        with closing(PdfDocument(pdf)) as document:
            return [Page(QSizeF(*document.get_page_size(n)), _words(document, n)) for n in range(len(document))]


def _words(document: object, number: int) -> str:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:  # type: ignore[index]
        return str(text.get_text_bounded())


def draw_page(pdf: bytes, number: int, size: QSize) -> QImage:
    """A picture of a page, so many pixels wide and high, on white paper."""
    with ONE_AT_A_TIME:
        from pypdfium2 import PdfBitmap, PdfDocument, raw

        with closing(PdfDocument(pdf)) as document, closing(document[number]) as page:
            width, height = size.width(), size.height()
            with closing(PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)) as bitmap:
                bitmap.fill_rect(_WHITE, 0, 0, width, height)
                raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT)
                drawn = QImage(memoryview(bitmap.buffer), width, height, bitmap.stride, QImage.Format.Format_RGB32)
                # A picture with memory of its own: what it was drawn in ends with the bitmap.
                return drawn.copy()
