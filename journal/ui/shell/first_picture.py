"""The first thing on the screen: ground, navigation and the places of an empty Today, made without the kit.

What it needs is counted in milliseconds. The namespace ``Qt`` alone costs a sixth of an empty window's start, and
``QPainter.setPen`` or ``fillRect`` would load it to choose among their overloads; so frames and a few lines of
stylesheet do the painting, and no word is written. The real widgets follow at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.colours import DARK, LIGHT

if TYPE_CHECKING:
    from journal.device import Device

_MENU, _NARROW = 25, 860
_SHEET = """
#picture {{ background: {ground}; }}
#place {{ background: {card}; border: 1px solid {hairline}; border-radius: 10px; }}
#navigation {{ background: {navigation}; border-right: 1px solid {hairline}; }}
"""
_Box = tuple[int, int, int, int]


class FirstPicture(QFrame):
    """What the window will look like, for the moment until it does; ``on_paint`` is called when it is painted."""

    def __init__(self, settings: Device, on_paint: Callable[[], object]) -> None:
        super().__init__()
        self._percent = settings.text_size
        self._on_paint: Callable[[], object] | None = on_paint
        colours = DARK if _dark(settings.colour_scheme) else LIGHT
        self.setStyleSheet(
            _SHEET.format(
                ground=colours.ground, card=colours.card, hairline=colours.hairline, navigation=colours.navigation
            )
        )
        self.setObjectName("picture")
        self._frames = [QFrame(self) for _ in range(8)]
        for frame in self._frames:
            frame.setObjectName("place")
        self._frames[0].setObjectName("navigation")

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._on_paint is not None:
            on_paint, self._on_paint = self._on_paint, None
            on_paint()

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        side = self._px(188) if self.width() >= self._px(_NARROW) else self._px(42) + 26
        for frame, box in zip(self._frames, [(0, 0, side, self.height()), *self._places(side)], strict=True):
            frame.setGeometry(*box)

    def _places(self, side: int) -> list[_Box]:
        """Where four actions and three cards will be."""
        left, width = side + 24, self.width() - side - 48
        top = _MENU + 16 + self._px(48)
        actions = [(left + width * n // 4, top, width // 4 - 10, self._px(36)) for n in range(4)]
        below = top + self._px(52)
        return actions + [(left + width * n // 3, below, width // 3 - 12, self._px(100)) for n in range(3)]

    def _px(self, at_100: int) -> int:
        return at_100 * self._percent // 100


def _dark(scheme: str) -> bool:
    if scheme == "system":
        return QApplication.palette().window().color().lightness() < 128
    return scheme == "dark"
