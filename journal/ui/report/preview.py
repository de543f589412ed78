"""The real pages: drawn by Qt's PDF reader in a thread of its own, scrolled here, and told to screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import label
from journal.ui.trends.chip_line import line_of

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer

SETTLED_MS = 60
_MARGIN, _BETWEEN = 20, 16
_NARROWEST, _BAR_FROM = 260, 400
_PAPER, _PAPER_EDGE = "#ffffff", "#868d89"


class Pages(QWidget):
    """Paper on a quiet ground; a page that is not drawn yet is blank, one that is drawn anew keeps its old picture."""

    def __init__(self) -> None:
        super().__init__()
        self._sizes: list[QSize] = []
        self._images: dict[int, QImage] = {}

    def show_sizes(self, sizes: list[QSize]) -> None:
        """So many pages of these sizes in pixels."""
        self._sizes = sizes
        self._images = {number: image for number, image in self._images.items() if number < len(sizes)}
        self.setFixedHeight(self._top(len(sizes)))
        self.update()

    def show_image(self, number: int, image: QImage) -> None:
        """The picture of a page."""
        self._images[number] = image
        self.update()

    def image(self, number: int) -> QImage | None:
        """The picture of a page, once it is drawn."""
        return self._images.get(number)

    def page_at(self, y: float) -> int:
        """The page at this height, from 0."""
        return max((n for n in range(len(self._sizes)) if self._top(n) <= y), default=0)

    def top_of(self, number: int) -> int:
        """Where a page begins."""
        return self._top(number) - theme().px(_MARGIN)

    def _top(self, number: int) -> int:
        above = sum(size.height() + theme().px(_BETWEEN) for size in self._sizes[:number])
        return theme().px(_MARGIN) + above

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, size in enumerate(self._sizes):
            left = (self.width() - size.width()) / 2
            paper = QRectF(left, self._top(number), size.width(), size.height())
            if not paper.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(paper, _PAPER)
            if (image := self._images.get(number)) is not None:
                painter.drawImage(paper, image)
            painter.setPen(QPen(_PAPER_EDGE))
            painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))


class _Scroller(QScrollArea):
    """Takes the keyboard: arrows and page keys scroll, Home and End go to the first and the last page."""

    entered = Signal()
    resized = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Preview(QWidget):
    """``show_pdf`` shows the newest pages; ``drawn`` follows when the first of them is there to be seen."""

    drawn = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._document: QPdfDocument | None = None
        self._buffer: QBuffer | None = None
        self._renderer: QPdfPageRenderer | None = None
        self._points: list[QSizeF] = []
        self._wanted: dict[int, int] = {}  # request of the renderer -> page
        self._described = False
        self.pages = Pages()
        self.area = _Scroller()
        self._set_up_area()
        self.number = label(role="quiet", wrap=True)
        self.size_of_page = ChipRow(
            texts("Size of the pages"), [("page", texts("Whole page")), ("width", texts("Full width"))]
        )
        self.size_of_page.set_value("page")
        self.size_of_page.changed.connect(lambda _key: self._draw())
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._draw)
        self._arrange()
        appearance().changed.connect(self._settled.start)

    def _set_up_area(self) -> None:
        made = scrolling(self.pages)
        self.area.setWidget(made.takeWidget())
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(made.horizontalScrollBarPolicy())
        self.area.viewport().setAutoFillBackground(False)
        self.pages.setAutoFillBackground(False)
        self.area.setProperty("role", "reader")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self._texts("Preview of the report"))
        self.area.entered.connect(self._describe)
        self.area.resized.connect(lambda: self._settled.start())
        self.area.verticalScrollBar().valueChanged.connect(lambda _value: self._say_page())

    def _arrange(self) -> None:
        self._bar = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._bar.setContentsMargins(12, 4, 12, 0)
        self._bar.addWidget(self.number, 1)
        self._bar.addWidget(self.size_of_page)
        body = QVBoxLayout(self)
        body.setContentsMargins(2, 6, 2, 2)
        body.setSpacing(4)
        body.addLayout(self._bar)
        body.addWidget(self.area, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.width() >= theme().px(_BAR_FROM)
        self._bar.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        self.size_of_page.setMinimumWidth(line_of(self.size_of_page) if fits else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("hairline"))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)

    # --- the pages ---

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages instead of the ones before; they stay where they were scrolled to."""
        from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer

        if self._renderer is None:
            self._renderer = QPdfPageRenderer(self)
            # In one thread of its own: drawing here would stop the window for a tenth of a second a page.
            self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
            self._renderer.pageRendered.connect(self._take)
        buffer, document = QBuffer(self), QPdfDocument(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        # All sizes now: while a page is being drawn, asking for one would wait for it.
        self._points = [document.pagePointSize(number) for number in range(document.pageCount())]
        self._renderer.setDocument(document)
        self._let_go()
        self._buffer, self._document, self._described = buffer, document, False
        self._draw()
        self._say_page()

    def _let_go(self) -> None:
        for old in (self._document, self._buffer):
            if old is not None:
                old.deleteLater()

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._points)

    def text(self) -> str:
        """The words of all pages, as a screen reader hears them."""
        if self._document is None:
            return ""
        return "\n".join(self._document.getAllText(number).text() for number in range(self.page_count()))

    # --- drawing ---

    def _draw(self) -> None:
        """Ask for pictures of the size that is shown; answers to earlier questions are not heard."""
        if self._renderer is None or not self._points:
            return
        sizes = [self._size_on_screen(points) for points in self._points]
        self.pages.show_sizes(sizes)
        ratio = self.devicePixelRatioF()
        self._wanted = {}
        for number, size in enumerate(sizes):
            self._wanted[self._renderer.requestPage(number, size * ratio)] = number

    def _size_on_screen(self, points: QSizeF) -> QSize:
        viewport = self.area.viewport().size()
        # Half of the margin: the ground at the sides may be narrower than above.
        width = viewport.width() - theme().px(_MARGIN)
        if self.size_of_page.value() == "page":
            height = viewport.height() - 2 * theme().px(_MARGIN)
            width = min(width, round(height * points.width() / points.height()))
        width = max(width, min(theme().px(_NARROWEST), viewport.width() - theme().px(_MARGIN)))
        return QSize(width, round(width * points.height() / points.width()))

    def _take(self, number: int, _size: QSize, image: QImage, _options: object, request: int) -> None:
        if self._wanted.pop(request, None) is not None:
            self.pages.show_image(number, image)
            if number == 0:
                self.drawn.emit()

    # --- words ---

    def _say_page(self) -> None:
        middle = self.area.verticalScrollBar().value() + self.area.viewport().height() / 2
        number, count = self.pages.page_at(middle) + 1, self.page_count()
        said = self._texts("Page {n} of {count}", n=number, count=count) if count else ""
        self.number.setText(said)
        self.area.setAccessibleName(self._texts("Preview of the report. {page}", page=said).strip())

    def _describe(self) -> None:
        """The words of the pages, read when someone comes to hear them."""
        if not self._described and self._document is not None:
            self._described = True
            self.area.setAccessibleDescription(self.text())
