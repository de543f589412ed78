"""Pictures of charts: one at a time in a worker, and only the newest that is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from journal.charts.frames import ChartData, Draw, Frame
from journal.charts.theme import DARK, LIGHT, Theme
from journal.ui.kit.event_loop import once_painted
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.kit.theme import theme


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """One picture that is wanted; the newest replaces all others."""

    data: ChartData
    draw: Draw
    theme: Theme
    width: int
    height: int
    ratio: float

    def same_as(self, other: PictureRequest | None) -> bool:
        """Whether it would be the same picture; the data is compared as an object, because it can be large."""
        if other is None or self.data is not other.data or self.draw is not other.draw:
            return False
        looks = (self.theme, self.width, self.height, self.ratio)
        return looks == (other.theme, other.width, other.height, other.ratio)


@dataclass(frozen=True, slots=True)
class Picture:
    """What a worker made of the data: pixels, where the days are in them, and the chart in words."""

    data: ChartData
    image: QImage
    frame: Frame
    description: str


class ChartDrawer(QObject):
    """``drawn`` bears the picture of what was asked for last."""

    drawn = Signal(object)  # Picture

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted: PictureRequest | None = None
        self._drawing: PictureRequest | None = None
        self._latest: PictureRequest | None = None  # what is shown, drawn or waiting

    def ask(self, asked: PictureRequest) -> None:
        """Draw this, unless it is what was asked for before."""
        if not asked.same_as(self._latest):
            self._wanted = self._latest = asked
            once_painted(self, self._draw_next)  # painting what is there, beside a worker, would take twice as long

    def forget(self) -> None:
        """Forget the last request, so that the next one is drawn in any case."""
        self._wanted = self._latest = None

    def _draw_next(self) -> None:
        """One at a time: while one is drawn, only the newest of the others waits."""
        if self._drawing is not None or self._wanted is None:
            return
        asked, self._drawing, self._wanted = self._wanted, self._wanted, None
        run_in_background(
            lambda: _drawn(asked), while_alive(self, self._take), while_alive(self, lambda _problem: self._give_up())
        )

    def _take(self, picture: Picture) -> None:
        self._drawing = None
        if self._wanted is None:
            self.drawn.emit(picture)
        self._draw_next()

    def _give_up(self) -> None:
        """The crash dialog reports the problem; a newer request may still succeed."""
        self._drawing, self._latest = None, self._wanted
        self._draw_next()


def chart_theme() -> Theme:
    """The charts' colours and sizes for the theme being shown, high contrast included."""
    shown = theme()
    base = (DARK if shown.dark else LIGHT).scaled(shown.percent)
    return replace(base, ground=shown.card, ink=shown.text, quiet=shown.quiet, hairline=shown.hairline, edge=shown.edge)


def _drawn(asked: PictureRequest) -> Picture:
    """In the worker: pixels by Agg, copied into an image of Qt's own, and the chart in words, which years make long."""
    from journal.charts.picture import picture

    draw: Any = asked.draw
    made = picture(draw, asked.data, asked.theme, asked.width, asked.height, asked.ratio)
    image = QImage(made.rgba, made.width, made.height, made.width * 4, QImage.Format.Format_RGBA8888)
    owned = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    owned.setDevicePixelRatio(asked.ratio)
    return Picture(asked.data, owned, made.frame, asked.data.description())
