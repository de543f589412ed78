"""A page of guidance on paper: the emergency number first, sentences with numbered marks, and the sources in full."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from journal.guidance import Bullets, Country, Heading, Page, Paragraph, Source
from journal.guidance.signs_in_words import number_in
from journal.texts import Texts
from journal.ui.kit.theme import theme
from journal.ui.safety.banner import CALL
from journal.ui.safety.page_view import numbered
from journal.ui.safety.source_card import citation

DOTS_PER_INCH = 300
_PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_MARGIN_MM = 18
_TITLE, _HEADING, _TEXT, _SMALL = 18.0, 13.0, 11.0, 9.0  # points


def any_printer() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(paper: str) -> QPrinter:
    """A printer set to this paper; its print job does not say what the journal is about."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setResolution(DOTS_PER_INCH)
    made.setPageLayout(_layout(paper))
    made.setDocName("journal-page")
    return made


def pdf_of(document: QTextDocument, paper: str) -> bytes:
    """The same pages as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(_layout(paper))
    document.print_(writer)
    del writer  # it writes the end of the file when it goes
    return bytes(buffer.data().data())


def _layout(paper: str) -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(_PAPERS[paper])
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def document_of(
    texts: Texts, page: Page, sources: Mapping[str, Source], country: Country, today: dt.date
) -> QTextDocument:
    """The page as it is printed on ``today``."""
    return _Written(texts, page, sources, country, today).document


class _Written:
    """Writes block after block; every text is written as it is, so nothing in it is taken for markup."""

    def __init__(
        self, texts: Texts, page: Page, sources: Mapping[str, Source], country: Country, today: dt.date
    ) -> None:
        self.document = QTextDocument()
        self.document.setDefaultFont(_font(_TEXT))
        self._cursor = QTextCursor(self.document)
        self._begun = False
        self._numbers = numbered(page)
        day = texts.short_day
        self._write(page.title, _TITLE, bold=True)
        self._write(texts(CALL, number=number_in(texts, country)), _TEXT, bold=True)
        sentence = "Reviewed {day} · next review by {due} · printed {today}"
        self._write(texts(sentence, day=day(page.reviewed), due=day(page.review_by), today=day(today)), _SMALL)
        self._write_blocks(page)
        self._write(texts("Sources"), _HEADING, bold=True, above=12)
        for source, number in self._numbers.items():
            self._write(f"{number}. {citation(texts, sources[source])}", _SMALL)

    def _write_blocks(self, page: Page) -> None:
        for block in page.blocks:
            match block:
                case Heading(text):
                    self._write(text, _HEADING, bold=True, above=10)
                case Paragraph():
                    self._write(self._marked_sentences(block), _TEXT)
                case Bullets(items):
                    for item in items:
                        self._write(f"•  {self._marked_sentences(item)}", _TEXT, indent=12)

    def _marked_sentences(self, paragraph: Paragraph) -> str:
        return " ".join(
            f"{statement.text}{''.join(f' [{self._numbers[source]}]' for source in statement.sources)}"
            for statement in paragraph.statements
        )

    def _write(self, text: str, points: float, bold: bool = False, above: float = 0, indent: float = 0) -> None:
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(above)
        block.setBottomMargin(4)
        block.setLeftMargin(indent)
        letters.setFont(_font(points, bold))
        if self._begun:
            self._cursor.insertBlock(block, letters)
        else:
            self._cursor.setBlockFormat(block)
        self._begun = True
        self._cursor.insertText(text, letters)


def _font(points: float, bold: bool = False) -> QFont:
    font = QFont(theme().font())
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
