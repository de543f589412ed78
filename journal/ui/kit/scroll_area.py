"""What may be taller than its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QScrollArea,
    QWidget,
)

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.theme import theme

_LOWEST_AREA = 200  # px at 100 %
LOWEST_FIELDS = 64  # px at 100 %, four lines, of the fields of a form: its foot must stay in sight


def scrolling(inside: QWidget, parent: QWidget | None = None) -> ScrollArea:
    """Something that may be taller than its place; never wider."""
    area = ScrollArea(parent)
    show_ground_below(area)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside.setAutoFillBackground(False)
    return area


def show_ground_below(area: QAbstractScrollArea) -> None:
    """Nothing of its own behind what is scrolled; Qt fills that by default.

    Asked for Qt's own viewport, PySide prepares every class of widget there is, to find out which one that is.
    """
    area.setViewport(QWidget())


class ScrollArea(QScrollArea):
    """Keeps a least height, so that what is inside can be read; below that the page around it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = self._width_decides = self._asks_least = False
        self._lowest = _LOWEST_AREA

    def show_whole(self, all_of_it: bool) -> None:
        """Whether it asks for all the height that its inside needs, because what holds it scrolls."""
        if all_of_it != self._whole:
            self._whole = all_of_it
            policies = Qt.ScrollBarPolicy
            self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if all_of_it else policies.ScrollBarAsNeeded)
            self.updateGeometry()

    def set_lowest(self, height: int) -> None:
        """How low it may become, in px at 100 %: less than usual where something else must stay in sight."""
        self._lowest = height
        self.updateGeometry()

    def ask_for_least(self) -> None:
        """It takes what is left and asks for no more: a page that scrolls around it would push out what is below it."""
        self._asks_least = True

    @called_by_qt
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() if self._asks_least else super().sizeHint()

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            if self._width_decides:
                self._forget_least_height()
            if self._whole:  # the layout around it must be recomputed, too
                self.updateGeometry()
        return super().eventFilter(watched, event)

    def let_width_decide(self) -> None:
        """For what holds pills and scales: Qt would make it as high as they are where they are narrowest."""
        self._width_decides = True
        self._forget_least_height()

    def _forget_least_height(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside else None
        if inside and layout:
            inside.setMinimumHeight(1 if layout.hasHeightForWidth() else 0)

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        wanted = theme().px(self._lowest)
        if inside and self._whole:
            wanted = max(wanted, inside.heightForWidth(self.viewport().width()))
        elif inside:
            wanted = min(wanted, inside.sizeHint().height())
        return QSize(super().minimumSizeHint().width(), wanted)
