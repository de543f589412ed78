"""A chart on screen: drawn in a worker, painted here, pointed at by mouse and arrow keys, told to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.charts.frames import ChartData, Draw, Frame
from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import announce
from journal.ui.trends.chart_drawer import ChartDrawer, Picture, PictureRequest, chart_theme
from journal.ui.trends.readout import paint_readout, readout_height

SETTLED_MS = 60  # a window being resized asks for many pictures; the last one is drawn
_KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class ChartView(QWidget):
    """Shows a chart and above it, where it is in sight with it, the day that is pointed at in a line of words.

    ``day_chosen`` carries the date that was clicked, or on which Enter was pressed; ``day_pointed`` carries the index
    (None: no day) as the mouse or the keys move; ``drawn`` follows every new picture.
    """

    day_chosen = Signal(object)
    day_pointed = Signal(object)
    drawn = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._data: ChartData | None = None
        self._draw: Draw | None = None
        self._shown: Picture | None = None
        self._drawer = ChartDrawer(self)
        self._drawer.drawn.connect(self._take)
        self._pointed: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._request)
        appearance().changed.connect(self._looks_changed)

    # --- what it shows ---

    def show_chart(self, data: ChartData, draw: Draw) -> None:
        """Show this chart; ``draw`` runs in a worker and may load Matplotlib there."""
        self._data, self._draw, self._shown = data, draw, None
        self._pointed = None
        self.setAccessibleName(data.name)
        self.setAccessibleDescription("")
        self.updateGeometry()
        self._request()
        self.update()

    def table(self) -> tuple[list[str], list[list[str]]]:
        """The chart's numbers: column names, and one row a day; nothing before there is a chart."""
        return self._data.table() if self._data is not None else ([], [])

    def pointed(self) -> int | None:
        """The day that is pointed at, counted from the first."""
        return self._pointed

    def sentence(self) -> str:
        """The day that is pointed at, in words; how to point at one, while none is."""
        if self._data is None:
            return ""
        if self._pointed is None:
            if self._data.day(0) is None:
                return self._texts("Point at a column, or go there with the arrow keys, to read it.")
            if self.hasFocus():
                return self._texts("Arrow keys move by day, Enter opens the day.")
            return self._texts("Point at a day to read it; a click opens it.")
        return self._data.sentence(self._pointed)

    def _describe(self) -> None:
        """For a screen reader: the day that is pointed at, or the whole chart while none is."""
        description = self._shown.description if self._shown is not None else ""
        self.setAccessibleDescription(description if self._pointed is None else self.sentence())

    def image(self) -> QImage | None:
        """The picture, once it is drawn."""
        return self._shown.image if self._shown is not None else None

    # --- drawing ---

    def _request(self) -> None:
        if self._data is None or self._draw is None or not self.isVisible():
            return
        area = self._area()
        if area.width() < 1 or area.height() < 1:
            return
        asked = PictureRequest(
            self._data, self._draw, chart_theme(), int(area.width()), int(area.height()), self.devicePixelRatioF()
        )
        self._drawer.ask(asked)

    def _take(self, picture: Picture) -> None:
        if picture.data is self._data:
            self._shown = picture
            self._describe()
            self.update()
            self.drawn.emit()

    def _looks_changed(self) -> None:
        self.updateGeometry()
        self._request()
        self.update()

    # --- size ---

    @called_by_qt
    def hasHeightForWidth(self) -> bool:
        return True

    @called_by_qt
    def heightForWidth(self, width: int) -> int:
        """The least that can be read; it grows with the room that there is."""
        label = chart_theme().label
        chart = label * 26 if self._data is None else self._data.least_height(width, label)
        return round(chart) + readout_height(width)

    @called_by_qt
    def sizeHint(self) -> QSize:
        width = theme().px(760)
        return QSize(width, self.heightForWidth(width))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(200))

    def _area(self) -> QRectF:
        """Where the chart is; the rest above it is for words."""
        words = readout_height(self.width())
        return QRectF(0, words, self.width(), self.height() - words)

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._request()

    @called_by_qt
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drawer.forget()  # asked for again when shown

    @called_by_qt
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settled.start()
        return super().event(event)

    # --- painting ---

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = self._area()
        if self._shown is not None:
            painter.drawImage(area, self._shown.image)
            self._paint_pointed(painter, area, self._shown.frame)
        elif self._data is not None:
            painter.setPen(theme().color("quiet"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._texts("Drawing the chart…"))
        room = QRectF(0, 0, self.width(), area.top())
        paint_readout(painter, room, self.sentence(), "quiet" if self._pointed is None else "text")
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_pointed(self, painter: QPainter, area: QRectF, frame: Frame) -> None:
        if self._pointed is None or self._data is None:
            return
        box = frame.box(self._pointed)
        left, top = area.left() + box.left * area.width(), area.top() + box.top * area.height()
        right, bottom = area.left() + box.right * area.width(), area.top() + box.bottom * area.height()
        painter.setPen(QPen(theme().color("accent"), 2 if self._data.strides[0] != 1 else 1))
        if self._data.strides[0] == 1:  # days side by side: a line through the day
            middle = (left + right) / 2
            painter.drawLine(QPointF(middle, top), QPointF(middle, bottom))
        else:
            painter.drawRect(QRectF(left, top, right - left, bottom - top))

    # --- pointing ---

    def _point(self, index: int | None, aloud: bool = False) -> None:
        if index == self._pointed:
            return
        self._pointed = index
        self._describe()
        self.update()
        self.day_pointed.emit(index)
        if aloud and self._data is not None and index is not None:
            announce(self, self._data.sentence(index))

    def _index_at(self, position: QPointF) -> int | None:
        area = self._area()
        if self._shown is None or not area.contains(position):
            return None
        return self._shown.frame.index_at(
            (position.x() - area.left()) / area.width(), (position.y() - area.top()) / area.height()
        )

    @called_by_qt
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._index_at(event.position()))

    @called_by_qt
    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._point(None)

    @called_by_qt
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._point(index)
            self._choose()

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._data is None:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self._move(*_KEYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._point(0 if key == Qt.Key.Key_Home else self._data.count - 1, aloud=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _move(self, across: int, down: int) -> None:
        """While no day is pointed at, the first step goes to the last day."""
        assert self._data is not None
        last = self._data.count - 1
        if self._pointed is None:
            self._point(last, aloud=True)
            return
        index = self._pointed + across * self._data.strides[0] + down * self._data.strides[1]
        if 0 <= index <= last:
            self._point(index, aloud=True)

    def _choose(self) -> None:
        day = self._data.day(self._pointed) if self._data is not None and self._pointed is not None else None
        if day is not None:
            self.day_chosen.emit(day)

    @called_by_qt
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @called_by_qt
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.underMouse():
            self._point(None)
        self.update()
