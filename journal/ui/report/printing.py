"""Pages onto a printer: drawn in the PDF reader's thread, handed over in strips, so that the window stays awake."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

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
        self._printer, self._painter = printer, QPainter()
        self._buffer, self._document = QBuffer(self), QPdfDocument(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._pages = _chosen_pages(printer, self._document.pageCount())
        self._points = [self._document.pagePointSize(number) for number in self._pages]
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._take)
        self._done, self._line, self._cancelled = 0, 0, False
        self._image = QImage()

    def start(self) -> None:
        """Begin; the rest happens between the window's other work."""
        if self._pages and self._painter.begin(self._printer):
            self._ask()
        else:
            self._end(False)

    def cancel(self) -> None:
        """Stop at the next strip; what the printer has not got yet is not printed."""
        self._cancelled = True

    def _ask(self) -> None:
        room = self._printer.paperRect(QPrinter.Unit.DevicePixel).size().toSize()
        points = self._points[self._done].toSize()
        self._renderer.requestPage(self._pages[self._done], points.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))

    def _take(self, _number: int, _size: QSize, image: QImage, _options: object, _request: int) -> None:
        self._image, self._line = image, 0
        self._strip()

    def _strip(self) -> None:
        if self._cancelled:
            self._painter.end()
            self._printer.abort()
            self._end(False)
            return
        if self._line < self._image.height():
            self._painter.drawImage(0, self._line, _opaque(self._image, self._line))
            self._line += STRIP
            QTimer.singleShot(0, self, self._strip)
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


def _chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """All pages, or the range that was chosen in the print dialog (0 is: none chosen)."""
    if not printer.fromPage():
        return list(range(count))
    return list(range(printer.fromPage() - 1, min(printer.toPage() or count, count)))


def _opaque(image: QImage, line: int) -> QImage:
    """A strip of the page on white: the reader leaves the paper transparent, which some printers take for black."""
    strip = QImage(image.width(), min(STRIP, image.height() - line), QImage.Format.Format_RGB32)
    strip.fill(Qt.GlobalColor.white)
    painter = QPainter(strip)
    painter.drawImage(0, 0, image, 0, line, strip.width(), strip.height())
    painter.end()
    return strip
