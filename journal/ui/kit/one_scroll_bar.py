"""One bar for a screen and what scrolls in it: where the page around scrolls, that asks for all of its height."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.theme import theme

_LEAST = 240  # px at 100 %: what has less room than this scrolls with what is above it


class Scrolls(Protocol):
    """What scrolls in a screen."""

    def show_whole(self, all_of_it: bool) -> None:
        """Whether it asks for all the height that its inside needs."""


class OneScrollBar(QObject):
    """Of a ``screen`` with its ``heads`` and below them an ``area``; None where there is none now."""

    def __init__(self, screen: QWidget, heads: Sequence[QWidget], area: Callable[[], Scrolls | None]) -> None:
        super().__init__(screen)
        self._screen, self._heads, self._area = screen, heads, area
        self._around: QScrollArea | None = None

    def begin(self) -> None:
        """The screen has its place: follow the page around it."""
        around = _around(self._screen)
        if around is not None and around is not self._around:
            self._around = around
            around.installEventFilter(self)
        self.fit()

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return False

    def seen_height(self) -> int:
        """How much of the screen can be seen at once."""
        height = self._screen.height()
        return height if self._around is None else min(height, self._around.contentsRect().height())

    def bar(self, area: QScrollArea) -> QScrollBar:
        """What scrolls it now: its own, or that of the page around where it has none left."""
        own = area.verticalScrollBar()
        return own if own.maximum() or self._around is None else self._around.verticalScrollBar()

    def fit(self) -> None:
        """Let the list scroll by itself where there is room for it, else all of the page."""
        area, around = self._area(), self._around
        inside = around.widget() if around is not None else None
        if area is None or around is None or inside is None or not inside.isAncestorOf(self._screen):
            return
        width = around.contentsRect().width()
        above = self._screen.mapTo(inside, QPoint()).y() + sum(_height(head, width) for head in self._heads)
        area.show_whole(around.contentsRect().height() - above < theme().px(_LEAST))


def is_seen_at_top(widget: QWidget) -> bool:
    """Whether it is in sight where whatever scrolls around it stands at its beginning."""
    area = _around(widget)
    while area is not None and (inside := area.widget()) is not None:
        if widget.mapTo(inside, QPoint(0, widget.height())).y() > area.viewport().height():
            return False
        area = _around(area)
    return True


def scroll_to_top(widget: QWidget) -> None:
    """Let its beginning stand at the top of whatever scrolls around it."""
    area = _around(widget)
    while area is not None:
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + widget.mapTo(area.viewport(), QPoint()).y())
        area = _around(area)


def _height(head: QWidget, width: int) -> int:
    if head.isHidden():
        return 0
    return head.heightForWidth(width) if head.hasHeightForWidth() else head.sizeHint().height()


def _around(widget: QWidget) -> QScrollArea | None:
    """What scrolls the widget as a whole."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    return holder
