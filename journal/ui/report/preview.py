"""The real pages: drawn in a worker, scrolled here, and told to screen readers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import label
from journal.ui.report.pdf_pages import Page, draw_page, read_pages
from journal.ui.trends.chip_line import line_of

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

    def _top(self, number: int) -> int:
        above = sum(size.height() + theme().px(_BETWEEN) for size in self._sizes[:number])
        return theme().px(_MARGIN) + above

    @called_by_qt
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

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if bar.minimum() == bar.maximum():
            event.ignore()  # what holds all of it scrolls
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    @called_by_qt
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Preview(QWidget):
    """``show_pdf`` shows the newest pages; ``drawn`` follows when the first of them is there to be seen."""

    drawn = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._pdf, self._pages = b"", list[Page]()
        self._reading: bytes | None = None
        self._wanted: dict[int, QSize] = {}  # pages still to be drawn, in pixels
        self._asked, self._drawing, self._described, self._to_top = 0, False, False, False
        self._whole = False
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

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.width() >= theme().px(_BAR_FROM)
        self._bar.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        self.size_of_page.setMinimumWidth(line_of(self.size_of_page) if fits else 0)

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("hairline"))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)

    def show_whole(self, all_of_it: bool) -> None:
        """Whether all pages stand below each other at full width, because what holds them scrolls."""
        if all_of_it == self._whole:
            return
        self._whole = all_of_it
        policies = Qt.ScrollBarPolicy
        self.area.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if all_of_it else policies.ScrollBarAsNeeded)
        self.size_of_page.setVisible(not all_of_it)
        self._fit_height()
        self._say_page()
        self._settled.start()

    def _fit_height(self) -> None:
        around = 2 * self.area.frameWidth()
        self.area.setMinimumHeight(self.pages.height() + around if self._whole else 0)

    # --- the pages ---

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages instead of the ones before; they stay where they were scrolled to.

        After ``begin_at_top`` they begin at their first page.
        """
        self._reading = pdf
        read = partial(read_pages, pdf)
        run_in_background(read, while_alive(self, partial(self._open, pdf)), while_alive(self, self._fail))

    def begin_at_top(self) -> None:
        """The next pages are another paper."""
        self._to_top = True

    def _open(self, pdf: bytes, pages: list[Page]) -> None:
        if pdf is not self._reading:
            return  # newer pages were made meanwhile
        self._reading, self._pdf, self._pages, self._described = None, pdf, pages, False
        if self._to_top:
            self._to_top = False
            self.area.verticalScrollBar().setValue(0)
        self._draw()
        self._say_page()

    @property
    def busy(self) -> bool:
        """Whether pages are still to be read or drawn."""
        return self._reading is not None or self._drawing or bool(self._wanted)

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def text(self) -> str:
        """The words of all pages, as a screen reader hears them."""
        return "\n".join(page.words for page in self._pages)

    # --- drawing ---

    def _draw(self) -> None:
        """Ask for pictures of the size that is shown; pictures of earlier requests are ignored."""
        if not self._pages:
            return
        sizes = [self._size_on_screen(page.points) for page in self._pages]
        self.pages.show_sizes(sizes)
        self._fit_height()
        self._say_page()  # of pages that grew another one stands in the middle, and nothing was scrolled
        ratio = self.devicePixelRatioF()
        self._asked += 1
        self._wanted = {number: size * ratio for number, size in enumerate(sizes)}
        self._draw_next()

    def _draw_next(self) -> None:
        """One page at a time, so that a new request never waits for all pages of an old one."""
        if self._drawing or not self._wanted:
            return
        number, size = next(iter(self._wanted.items()))
        del self._wanted[number]
        self._drawing = True
        draw = partial(draw_page, self._pdf, number, size)
        take = partial(self._take, self._asked, number)
        run_in_background(draw, while_alive(self, take), while_alive(self, self._fail))

    def _size_on_screen(self, points: QSizeF) -> QSize:
        viewport = self.area.viewport().size()
        # Half of the margin: the ground at the sides may be narrower than above.
        width = viewport.width() - theme().px(_MARGIN)
        if self.size_of_page.value() == "page" and not self._whole:
            height = viewport.height() - 2 * theme().px(_MARGIN)
            width = min(width, round(height * points.width() / points.height()))
        width = max(width, min(theme().px(_NARROWEST), viewport.width() - theme().px(_MARGIN)))
        return QSize(width, round(width * points.height() / points.width()))

    def _take(self, asked: int, number: int, image: QImage) -> None:
        self._drawing = False
        if asked == self._asked:
            self.pages.show_image(number, image)
            if number == 0:
                self.drawn.emit()
        self._draw_next()

    def _fail(self, _problem: Exception) -> None:
        self._reading, self._drawing, self._wanted = None, False, {}

    # --- words ---

    def _say_page(self) -> None:
        middle = self.area.verticalScrollBar().value() + self.area.viewport().height() / 2
        number, count = self.pages.page_at(middle) + 1, self.page_count()
        page = self._texts("Page {n} of {count}", n=number, count=count) if count else ""
        if self._whole:  # nobody knows which of them is in sight
            page = self._texts.plural("{n} page", "{n} pages", count) if count else ""
        self.number.setText(page)
        self.area.setAccessibleName(self._texts("Preview of the report. {page}", page=page).strip())

    def _describe(self) -> None:
        """The words of the pages as accessible description, read once the preview has the focus."""
        if not self._described and self._pages:
            self._described = True
            self.area.setAccessibleDescription(self.text())
