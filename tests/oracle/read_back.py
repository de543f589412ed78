"""The words of a PDF as a reader sees them."""

from __future__ import annotations

from contextlib import closing

from pypdfium2 import PdfDocument

from journal.ui.report.pdf_pages import ONE_AT_A_TIME  # a preview may be drawn in a worker meanwhile


def pages_of(pdf: bytes, password: str | None = None) -> list[str]:
    """The text of every page, its lines and spaces joined."""
    with ONE_AT_A_TIME, closing(PdfDocument(pdf, password)) as document:
        return [" ".join(_words(document, number).split()) for number in range(len(document))]


def _words(document: PdfDocument, number: int) -> str:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        return str(text.get_text_bounded())
