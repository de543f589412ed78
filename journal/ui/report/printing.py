"""Pages onto a printer: drawn in a worker, handed over in strips, so that the window keeps responding."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from journal.ui.kit.event_loop import later
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.report.pdf_pages import Page, draw_page, read_pages

DOTS_PER_INCH = 300
STRIP = 160  # lines of a page at a time: a few milliseconds
_PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def any_printer() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(paper: str) -> QPrinter:
    """A printer set to the report's paper, with the margins that the pages themselves have."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setResolution(DOTS_PER_INCH)
    made.setPageSize(QPageSize(_PAPERS[paper]))
    made.setPageOrientation(QPageLayout.Orientation.Portrait)
    made.setFullPage(True)
    made.setDocName("journal-summary")
    return made


class Printing(QObject):
    """Prints a PDF once ``start`` is called; ``ended`` says whether the printer took every page."""

    ended = Signal(bool)

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pdf, self._printer, self._painter = pdf, printer, QPainter()
        self._pages: list[tuple[int, Page]] = []
        self._done, self._line, self._cancelled = 0, 0, False
        self._image = QImage()

    def start(self) -> None:
        """Begin; the rest happens between the window's other work."""
        read = partial(read_pages, self._pdf)
        run_in_background(read, while_alive(self, self._begin), while_alive(self, self._fail))

    def _begin(self, pages: list[Page]) -> None:
        self._pages = _chosen_pages(self._printer, pages)
        if self._pages and not self._cancelled and self._painter.begin(self._printer):
            self._ask()
        else:
            self._end(False)

    def cancel(self) -> None:
        """Stop at the next strip; what the printer has not got yet is not printed."""
        self._cancelled = True

    def _ask(self) -> None:
        room = self._printer.paperRect(QPrinter.Unit.DevicePixel).size().toSize()
        number, page = self._pages[self._done]
        size = page.points.toSize().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        draw = partial(draw_page, self._pdf, number, size)
        run_in_background(draw, while_alive(self, self._take), while_alive(self, self._fail))

    def _take(self, image: QImage) -> None:
        self._image, self._line = image, 0
        self._strip()

    def _fail(self, _problem: Exception) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._painter.isActive():
            self._painter.end()
            self._printer.abort()
        self._end(False)

    def _strip(self) -> None:
        if self._cancelled:
            self._stop()
            return
        if self._line < self._image.height():
            self._painter.drawImage(0, self._line, self._image, 0, self._line, -1, STRIP)
            self._line += STRIP
            later(self, 0, self._strip)
            return
        self._next_page()

    def _next_page(self) -> None:
        self._done += 1
        if self._done == len(self._pages):
            self._end(self._painter.end())
        elif self._printer.newPage():
            self._ask()
        else:
            self._painter.end()
            self._end(False)

    def _end(self, well: bool) -> None:
        self._image = QImage()
        self.ended.emit(well)


def _chosen_pages(printer: QPrinter, pages: list[Page]) -> list[tuple[int, Page]]:
    """All pages with their numbers, or the range that was chosen in the print dialog (0 is: none chosen)."""
    numbered = list(enumerate(pages))
    if not printer.fromPage():
        return numbered
    return numbered[printer.fromPage() - 1 : printer.toPage() or None]
