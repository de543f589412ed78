"""The first thing on the screen: ground, navigation and the day's heading, drawn without a single widget of the kit.

What it imports is counted in milliseconds: the namespace ``Qt`` alone costs a tenth of an empty window's start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from journal.ui.kit.colours import DARK, LIGHT

if TYPE_CHECKING:
    from journal.device import Device
    from journal.texts import Texts


class FirstPicture(QWidget):
    """What the window will look like, for the moment until it does."""

    def __init__(self, texts: Texts, settings: Device) -> None:
        super().__init__()
        self._texts = texts
        self._percent = settings.text_size
        self._colours = DARK if _dark(settings.colour_scheme) else LIGHT

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._colours
        wide = self.width() >= self._px(860)
        side = self._px(188) if wide else self._px(42) + 26
        painter.fillRect(self.rect(), QColor(colours.ground))
        painter.fillRect(0, 0, side, self.height(), QColor(colours.navigation))
        painter.fillRect(side - 1, 0, 1, self.height(), QColor(colours.hairline))
        if wide:
            for number, name in enumerate(("Leaf Journal", "Today", "Diary")):
                self._word(painter, self._texts(name), 14, self._px(50), self._px(33 + 44 * number))
        self._word(painter, self._texts("Today"), 22, side + 24 + self._px(46), self._px(44))

    def _word(self, painter: QPainter, text: str, size: int, x: int, y: int) -> None:
        font = QFont(self.font())
        font.setPixelSize(self._px(size))
        painter.setFont(font)
        painter.setPen(QColor(self._colours.text))
        painter.drawText(x, y, text)

    def _px(self, at_100: int) -> int:
        return at_100 * self._percent // 100


def _dark(scheme: str) -> bool:
    if scheme == "system":
        return QApplication.palette().window().color().lightness() < 128
    return scheme == "dark"
