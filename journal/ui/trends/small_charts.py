"""Everything with a number as small charts over the same days, each with its own axis; one of them opens large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.charts.drawing import draw_series
from journal.charts.one_series import SeriesData
from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.flow import EqualLayout
from journal.ui.kit.push_button import EnterButton
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import clear_layout, label
from journal.ui.trends.chart_drawer import ChartDrawer, Picture, PictureRequest, chart_theme

_NARROWEST, _HIGH = 250, 120  # px at 100 %


class _Plot(QWidget):
    """The picture of one series; nothing in it can be pointed at."""

    def __init__(self, data: SeriesData) -> None:
        super().__init__()
        self._data = data
        self._image: QImage | None = None
        self._drawer = ChartDrawer(self)
        self._drawer.drawn.connect(self._take)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance().changed.connect(self._looks_changed)

    @called_by_qt
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_NARROWEST), theme().px(_HIGH))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme().px(_HIGH))

    def image(self) -> QImage | None:
        """The picture, once it is drawn."""
        return self._image

    def _ask(self) -> None:
        if self.isVisible() and self.width() > 0 and self.height() > 0:
            size = (self.width(), self.height(), self.devicePixelRatioF())
            self._drawer.ask(PictureRequest(self._data, draw_series, chart_theme(), *size))

    def _take(self, picture: Picture) -> None:
        self._image = picture.image
        self.update()

    def _looks_changed(self) -> None:
        self.updateGeometry()
        self._ask()

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    @called_by_qt
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drawer.forget()

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is not None:
            QPainter(self).drawImage(self.rect(), self._image)


class SmallChart(EnterButton):
    """One series: name with its unit, how many numbers, the picture, the last number with its day."""

    def __init__(self, data: SeriesData) -> None:
        super().__init__()
        self.key = data.key
        self.setProperty("role", "place")
        self.setAutoDefault(False)
        self.setAccessibleName(data.name)
        self.setAccessibleDescription(data.description())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._room = theme().px(_NARROWEST)
        self.plot = _Plot(data)
        body = QVBoxLayout(self)
        body.setContentsMargins(10, 8, 10, 8)
        body.setSpacing(2)
        body.addWidget(label(data.name, "strong", wrap=True))
        body.addWidget(label(data.how_many(), "small", wrap=True))
        body.addWidget(self.plot)
        self.plot.setVisible(bool(data.values))
        for words in filter(None, (data.last_words() if data.values else "", data.in_part_words())):
            body.addWidget(label(words, "small", wrap=True))
        body.addStretch(1)

    def set_room(self, width: int) -> None:
        """Ask for no more than there is."""
        self._room = min(theme().px(_NARROWEST), width)
        self.updateGeometry()

    @called_by_qt
    def hasHeightForWidth(self) -> bool:
        return True

    @called_by_qt
    def heightForWidth(self, width: int) -> int:
        body = self.layout()
        assert body is not None
        return body.totalHeightForWidth(width)

    @called_by_qt
    def sizeHint(self) -> QSize:
        return QSize(self._room, self.heightForWidth(max(self.width(), self._room)))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return QSize(self._room, theme().px(_HIGH))


class SmallCharts(QWidget):
    """As many side by side as fit. ``opened`` carries the key of the series that is wanted large."""

    opened = Signal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._room = theme().px(_NARROWEST)
        self.charts: list[SmallChart] = []
        none = texts("No number is written down in this period. Choose one above to read where to write it down.")
        self._nothing = label(none, wrap=True)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._nothing)
        self._holder = QWidget()
        self._grid = EqualLayout(self._holder, 12)
        around.addWidget(self._holder)
        around.addStretch(1)

    def show_series(self, series: Sequence[SeriesData]) -> None:
        """Those that have numbers or answers; the keyboard stays on the one that had it."""
        shown = [data for data in series if data.values or data.in_part]
        focused = next((chart.key for chart in self.charts if chart.hasFocus()), None)
        clear_layout(self._grid)
        self.charts = [self._made(data) for data in shown]
        for chart in self.charts:
            if chart.key == focused:
                chart.setFocus(Qt.FocusReason.OtherFocusReason)
        self._nothing.setVisible(not shown)
        self._holder.setVisible(bool(shown))

    def shown_words(self) -> str:
        """What stands in place of charts; empty: there are some."""
        return "" if self.charts else self._nothing.text()

    def _made(self, data: SeriesData) -> SmallChart:
        chart = SmallChart(data)
        chart.set_room(self._room)
        chart.clicked.connect(lambda _checked=False: self.opened.emit(chart.key))
        self._grid.addWidget(chart)
        return chart

    def set_room(self, width: int) -> None:
        """Stand side by side as long as each has the width it reads well in."""
        self._room = width
        for chart in self.charts:
            chart.set_room(width)
