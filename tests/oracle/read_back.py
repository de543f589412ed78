"""A PDF as a reader sees it: its pages, its words, and where on the page they stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtPdf import QPdfDocument


@contextmanager
def opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """The document, read from memory. Needs a Qt application."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    try:
        assert document.status() is QPdfDocument.Status.Ready
        yield document
    finally:
        document.close()


def pages_of(pdf: bytes) -> list[str]:
    """The text of every page, its lines and spaces joined."""
    with opened(pdf) as document:
        return [" ".join(document.getAllText(page).text().split()) for page in range(document.pageCount())]


def bounds_of(pdf: bytes, page: int = 0) -> QRectF:
    """The smallest frame around all text of the page, in points from the upper left corner."""
    with opened(pdf) as document:
        found = QRectF()
        for polygon in document.getAllText(page).bounds():
            found = found.united(polygon.boundingRect())
        return found
