"""Tab goes through widgets as they are read, whatever order they were made in.

``QWidget.setTabOrder`` is not used for this: with compound widgets it can leave a ring that does not come round.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def move_in_reading_order(root: QWidget, forward: bool) -> bool:
    """Move the keyboard to the next or previous place below ``root``, round at its ends; False if it is not there."""
    focused = root.window().focusWidget()
    places = list(_places(root))
    if focused not in places:
        return False
    found = places[(places.index(focused) + (1 if forward else -1)) % len(places)]
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_sight(found)
    return True


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever holds the widget so that it is seen; Qt does so only for Tab within one scroll area."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()


def _places(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible() or not widget.isEnabled() or widget.isWindow():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if isinstance(widget, QScrollArea):
        if (inside := widget.widget()) is not None:
            yield from _places(inside)
    elif layout is not None:
        yield from _in_layout(layout)
    else:
        yield from _among(widget.children())


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _places(widget)
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)


def _among(children: list[QObject]) -> Iterator[QWidget]:
    """What has no layout (a splitter) holds its widgets in their order."""
    for child in children:
        if isinstance(child, QWidget):
            yield from _places(child)
