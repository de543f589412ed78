"""A page of guidance on paper: the emergency number first, sentences with numbered marks, and the sources in full."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from journal.guidance import Bullets, Country, Heading, Page, Paragraph, Source, Statement
from journal.guidance.call_for import CALL
from journal.guidance.signs_in_words import number_in
from journal.texts import Texts
from journal.ui.kit.written_document import HEADING, SMALL, TEXT, TITLE, WrittenDocument
from journal.ui.safety.page_view import numbered, verdicts
from journal.ui.safety.source_card import citation

DOTS_PER_INCH = 300
_PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_MARGIN_MM = 18


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


class _Written(WrittenDocument):
    """A page of guidance."""

    def __init__(
        self, texts: Texts, page: Page, sources: Mapping[str, Source], country: Country, today: dt.date
    ) -> None:
        super().__init__()
        self._numbers, self._verdicts = numbered(page), verdicts(page)
        day = texts.short_day
        self.write(page.title, TITLE, bold=True)
        self.write(texts(CALL, number=number_in(texts, country)), TEXT, bold=True)
        sentence = "Reviewed {day} · next review by {due} · printed {today}"
        self.write(texts(sentence, day=day(page.reviewed), due=day(page.review_by), today=day(today)), SMALL)
        self._write_blocks(page)
        self.write(texts("Sources"), HEADING, bold=True, above=12)
        for source, number in self._numbers.items():
            self.write(f"{number}. {citation(texts, sources[source])}", SMALL)

    def _write_blocks(self, page: Page) -> None:
        for block in page.blocks:
            match block:
                case Heading(text):
                    self.write(text, HEADING, bold=True, above=10)
                case Paragraph():
                    self.write(self._marked_sentences(block.statements), TEXT)
                case Bullets(items):
                    for item in items:
                        self._write_item(item)

    def _write_item(self, item: Paragraph) -> None:
        verdict = self._verdicts.get(item)
        if verdict is None:
            self.write(f"•  {self._marked_sentences(item.statements)}", TEXT, indent=12)
            return
        claim, *why = item.statements
        self.write(claim.text, TEXT, bold=True, above=6, indent=12)
        self.write(f"{verdict}. {self._marked_sentences(why)}", TEXT, indent=12)

    def _marked_sentences(self, statements: Sequence[Statement]) -> str:
        return " ".join(
            f"{statement.text}{''.join(f' [{self._numbers[source]}]' for source in statement.sources)}"
            for statement in statements
        )
