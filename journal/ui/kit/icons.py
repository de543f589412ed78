"""Our own small icons, drawn in the theme's colours."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from journal.assets import asset
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.theme import appearance, theme


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    source = asset("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(source.replace(b"currentColor", colour.encode())))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw an icon into a rectangle of any painter."""
    _drawing(name, colour).render(painter, rect)


def pixmap(name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a square picture of ``side`` logical pixels."""
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, QRectF(0, 0, side, side), name, colour)
    painter.end()
    return picture


def icon(name: str, colour: str = "text", side: int = 18) -> QIcon:
    """An icon in a role's colour of the theme being shown; sharp at twice the size too."""
    made, px = QIcon(), theme().px(side)
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, getattr(theme(), colour), px, ratio))
    return made


class _IconKeeper(QObject):
    """Belongs to a button and ends with it, so that the theme never calls a button that is gone."""

    def __init__(self, button: QAbstractButton, name: str, colour: str, side: int) -> None:
        super().__init__(button)
        self._button, self._name, self._colour, self._side = button, name, colour, side
        appearance().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Draw the icon in the theme being shown."""
        self._button.setIcon(icon(self._name, self._colour, self._side))
        self._button.setIconSize(QSize(theme().px(self._side), theme().px(self._side)))


def set_icon(button: QAbstractButton, name: str, colour: str = "text", side: int = 18) -> None:
    """Give a button an icon that follows the theme."""
    _IconKeeper(button, name, colour, side)


class IconMark(QWidget):
    """An icon by itself or on a round ground; it says nothing that the text beside it does not."""

    def __init__(self, name: str, colour: str = "text", ground: str = "", side: int = 18) -> None:
        super().__init__()
        self._name, self._colour, self._ground, self._side = name, colour, ground, side
        appearance().changed.connect(self.updateGeometry)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def name(self) -> str:
        """Which icon it is."""
        return self._name

    def show_icon(self, name: str) -> None:
        """Show another one."""
        self._name = name
        self.update()

    @called_by_qt
    def sizeHint(self) -> QSize:
        side = theme().px(26 if self._ground else self._side)
        return QSize(side, side)

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, self.sizeHint().width(), self.sizeHint().height())
        box.moveCenter(QRectF(self.rect()).center())
        if self._ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(self._ground))
            painter.drawEllipse(box)
            inset = box.width() * 0.22
            box.adjust(inset, inset, -inset, -inset)
        paint_icon(painter, box, self._name, getattr(theme(), self._colour))
